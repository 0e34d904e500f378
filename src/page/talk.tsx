import type { JSX } from 'preact'
import type { Passage } from '../knowledge/passages.ts'
import type { Phrases } from '../language/phrases.ts'
import { type ClientSettings, settingsFor } from './client-settings.ts'
import { type Drawing, framed, Languages } from './frame.tsx'
import { WayOut } from './way-out.tsx'

/** What the page of the conversation shows besides its own words. */
export interface Talk {
  readonly drawing: Drawing
  /** The assistant's phrases: what its buttons say into the conversation. */
  readonly phrases: Phrases
  readonly retentionDays: number
  /** Where people answer, for who cannot use the conversation. */
  readonly contact: Passage | undefined
}

/** The public page: the conversation, and beside it what one should know before writing. */
export function talkPage(talk: Talk): string {
  const { drawing, phrases } = talk
  const { language, words, assets, nonce } = drawing
  const say = (name: string) => words.say(name, language)
  return framed({
    title: say('title'),
    drawing,
    kind: 'talk',
    skip: { to: 'conversation', words: say('skip') },
    head: (
      <>
        <noscript>
          <style nonce={nonce}>{'.needs-script{display:none!important}'}</style>
        </noscript>
        <script defer src={assets.webChat.address} nonce={nonce} />
        <script defer src={assets.client.address} nonce={nonce} />
      </>
    ),
    children: (
      <>
        <Conversation talk={talk} />
        <About talk={talk} />
        <Settings settings={settingsFor(drawing, phrases)} />
      </>
    ),
  })
}

function Conversation({ talk: { drawing, phrases, contact } }: { talk: Talk }): JSX.Element {
  const { language, words, embedded } = drawing
  const say = (name: string) => words.say(name, language)
  const person = phrases.say('person.ask', language)
  const Heading = embedded ? 'h1' : 'h2'
  return (
    <main class="conversation" id="conversation" tabindex={-1}>
      <div class="bar">
        <div>
          <Heading>{embedded ? 'Passerelle' : say('conversation.heading')}</Heading>
          <p id="answering" role="status">
            {say('conversation.automated')}
          </p>
        </div>
        <button type="button" id="ask-person" class="person needs-script" data-says={person}>
          {person}
        </button>
        {embedded ? <Around drawing={drawing} /> : null}
      </div>
      <noscript>
        <WayOut words={say('conversation.no-script')} contact={contact} />
      </noscript>
      <p id="notice" class="needs-script" role="status" />
      <div id="found-again" class="found-again" hidden>
        <p>{say('found-again.text')}</p>
        <button type="button">{say('found-again.anew')}</button>
      </div>
      <div id="way-out" hidden>
        <WayOut words={say('notice.failed')} contact={contact} retry={say('notice.retry')} />
      </div>
      <div id="chat" class="needs-script">
        <p class="loading">{say('conversation.loading')}</p>
      </div>
    </main>
  )
}

/** Inside another site: what the header and the footer hold elsewhere. */
function Around({ drawing }: { drawing: Drawing }): JSX.Element {
  const { language, words } = drawing
  return (
    <div class="around">
      <Languages drawing={drawing} />
      <a href={`/confidentialite?lang=${language}`} target="_blank" rel="noopener">
        {words.say('privacy.link', language)}
      </a>
    </div>
  )
}

const NOTES = ['automated', 'careful', 'erase'] as const

function About({ talk: { drawing, retentionDays } }: { talk: Talk }): JSX.Element | null {
  const { language, words, embedded } = drawing
  if (embedded) return null
  return (
    <aside class="about" aria-labelledby="about-heading">
      <h2 id="about-heading">{words.say('about.heading', language)}</h2>
      {NOTES.map((note) => (
        <section key={note} class={note}>
          <h3>{words.say(`about.${note}.heading`, language)}</h3>
          <p>{words.say(`about.${note}.text`, language, { days: retentionDays })}</p>
        </section>
      ))}
      {language === 'fr' ? null : <p class="unofficial">{words.say('unofficial', language)}</p>}
    </aside>
  )
}

/** What the client script reads: data, which no policy has to let run. JSON without a « < » cannot leave its element. */
function Settings({ settings }: { settings: ClientSettings }): JSX.Element {
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c')
  return <script id="settings" type="application/json" dangerouslySetInnerHTML={{ __html: json }} />
}

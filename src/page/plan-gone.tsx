import type { JSX } from 'preact'
import type { Passage } from '../knowledge/passages.ts'
import { direction, type Language, LOCALE, ORIGINAL } from '../language/languages.ts'
import { type Drawing, framed } from './frame.tsx'
import { PlanHead } from './plan-head.tsx'
import { PLAN_DAYS } from './plan-token.ts'
import { WayOut } from './way-out.tsx'

/** Why an address opens no plan: it never was one, its time is over, or what it showed was erased. */
export type NoPlan = 'wrong' | 'expired' | 'erased'

export interface Gone {
  readonly why: NoPlan
  readonly drawing: Drawing
  readonly style: string
  /** Where people answer, in a language. */
  contact(language: Language): Passage | undefined
}

/** Says why there is no plan here, and where to go: in the page's language, and in French. */
export function gonePage(gone: Gone): string {
  const { drawing, style } = gone
  const { language, words, nonce } = drawing
  const versions: readonly Language[] = language === ORIGINAL ? [ORIGINAL] : [language, ORIGINAL]
  return framed({
    title: `${words.say('plan.gone.title', language)} – Passerelle`,
    drawing,
    kind: 'paper',
    skip: { to: 'plan', words: words.say('plan.gone.title', language) },
    head: <PlanHead style={style} nonce={nonce} />,
    children: (
      <main class="wide plan" id="plan" tabindex={-1}>
        {versions.map((each, index) => (
          <Version key={each} gone={gone} language={each} isFirst={index === 0} />
        ))}
      </main>
    ),
  })
}

function Version({ gone, language, isFirst }: { gone: Gone; language: Language; isFirst: boolean }): JSX.Element {
  const { why, drawing, contact } = gone
  const say = (name: string) => drawing.words.say(`plan.gone.${name}`, language, { days: PLAN_DAYS })
  const Heading = isFirst ? 'h1' : 'h2'
  return (
    <article class="version" lang={LOCALE[language]} dir={direction(language)}>
      <Heading>{say('title')}</Heading>
      <p>{say(why)}</p>
      <p>{say('again')}</p>
      <p>
        <a href={`/?lang=${language}`}>{drawing.words.say('back', language)}</a>
      </p>
      <WayOut words={say('people')} contact={contact(language)} />
    </article>
  )
}

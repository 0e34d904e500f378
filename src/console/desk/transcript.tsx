import type { JSX } from 'preact'
import { TAKEN_OUT } from '../../answer/personal.ts'
import type { Delivery } from '../../conversation/conversation.ts'
import type { Line } from '../../desk/brief.ts'
import type { Opened } from '../../desk/desk.ts'
import { direction, LOCALE } from '../../language/languages.ts'
import { typeset } from '../../language/typography.ts'
import { ArticleName } from './brief.tsx'
import { Translated } from './by-machine.tsx'
import { Delivered } from './delivered.tsx'
import type { Drawing } from './drawing.ts'
import { Markdown } from './markdown.tsx'
import { Moment } from './moment.tsx'

/** Everything that was said and may be seen, oldest first, with where the request was made. */
export function Transcript({ opened, drawing }: { opened: Opened; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  const { lines, escalation, deliveries } = opened
  const delivery = new Map(deliveries.map((each) => [each.position, each]))
  const before = lines.filter(({ position }) => position <= escalation.after)
  const since = lines.filter(({ position }) => position > escalation.after)
  const explained = lines.find(({ from, text }) => from === 'person' && text.includes(TAKEN_OUT))
  const draw = (line: Line) => (
    <Said
      key={line.position}
      line={line}
      isExplained={line === explained}
      delivery={delivery.get(line.position)}
      opened={opened}
      drawing={drawing}
    />
  )
  return (
    <section id="read" class="read" tabindex={0} aria-labelledby="transcript-heading">
      <h3 id="transcript-heading">{say('transcript.heading')}</h3>
      {escalation.agreed.to === 'everything' ? null : <p class="quiet">{say(`withheld.${escalation.agreed.to}`)}</p>}
      <ol class="lines">
        {before.map(draw)}
        <li class="asked-here" id="asked-here">
          <span>
            {say('transcript.asked')} <Moment at={escalation.askedAt} drawing={drawing} />
          </span>
        </li>
        {since.map(draw)}
      </ol>
    </section>
  )
}

interface SaidProps {
  readonly line: Line
  /** It is the first from which something was taken out: what stands in its place is explained below it, once. */
  readonly isExplained: boolean
  readonly delivery: Delivery | undefined
  readonly opened: Opened
  readonly drawing: Drawing
}

function Said({ line, isExplained, delivery, opened, drawing }: SaidProps): JSX.Element {
  const language = line.reply?.language ?? opened.conversation.language
  return (
    <li id={`line-${line.position}`} class={`line ${line.from}`} data-from={line.from} data-position={line.position}>
      <p class="by">
        <strong>{whoSaid(line, drawing)}</strong> <Moment at={line.at} drawing={drawing} />
      </p>
      <div class="words" lang={LOCALE[language]} dir={line.from === 'assistant' ? direction(language) : 'auto'}>
        {line.from === 'person' ? (
          <p class="as-written">
            {line.text || (
              <span class="quiet" lang={LOCALE[drawing.language]}>
                {drawing.say('transcript.no-words')}
              </span>
            )}
          </p>
        ) : (
          <Markdown text={typeset(line.text, language)} />
        )}
      </div>
      {isExplained ? <p class="quiet">{drawing.say('transcript.taken-out')}</p> : null}
      <Translated text={line.translated} drawing={drawing} />
      <Sent line={line} drawing={drawing} />
      <Cited line={line} drawing={drawing} />
      {delivery ? <Delivered delivery={delivery} escalation={opened.escalation.id} drawing={drawing} /> : null}
    </li>
  )
}

/** What the person reads under a counsellor's words, where a machine translated them. */
function Sent({ line: { reply, translated }, drawing }: { line: Line; drawing: Drawing }): JSX.Element | null {
  const { translation } = reply ?? {}
  if (!translation || translated === translation.text) return null
  return <Translated text={translation.text} language={translation.language} drawing={drawing} />
}

function whoSaid({ from, reply }: Line, { say }: Drawing): string {
  if (from === 'counsellor') return reply?.counsellor ?? say('transcript.counsellor')
  return say(`transcript.${from}`)
}

function Cited({ line, drawing }: { line: Line; drawing: Drawing }): JSX.Element | null {
  if (line.cited.length === 0) return null
  return (
    <p class="cited">
      {drawing.say('transcript.cited')}{' '}
      {line.cited.map(({ article, title }, at) => (
        <span key={article}>
          {at ? ', ' : ''}
          <ArticleName article={article} title={title} drawing={drawing} />
        </span>
      ))}
    </p>
  )
}

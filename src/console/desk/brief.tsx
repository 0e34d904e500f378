import type { ComponentChildren, JSX } from 'preact'
import type { Opened } from '../../desk/desk.ts'
import { direction, LOCALE } from '../../language/languages.ts'
import { Summary, Translated } from './by-machine.tsx'
import type { Drawing } from './drawing.ts'
import { Link } from './markdown.tsx'
import { Moment } from './moment.tsx'

interface Props {
  readonly opened: Opened
  readonly drawing: Drawing
}

/** What a counsellor reads first: what is asked, what was left, who asks, what was tried, what was agreed to. */
export function BriefPart({ opened: { brief, escalation }, drawing }: Props): JSX.Element {
  const { say } = drawing
  const spoken = { lang: LOCALE[escalation.language], dir: direction(escalation.language) }
  return (
    <section id="brief" class="brief" aria-labelledby="brief-heading">
      <h3 id="brief-heading">{say('brief.heading')}</h3>
      <Summary sentences={brief.byMachine?.summary} drawing={drawing} />
      <dl>
        {brief.distress ? (
          <Told name={say('brief.distress')}>
            {brief.distress.words ? (
              <p {...spoken} class="as-written asked">
                {brief.distress.words}
              </p>
            ) : null}
            <p class="quiet">
              {say('brief.distress-seen')} <Moment at={brief.distress.at} drawing={drawing} />
            </p>
          </Told>
        ) : null}
        <Told name={say('brief.question')}>
          <p {...spoken} class="asked">
            {brief.question || say('inbox.no-question')}
          </p>
          <Translated text={brief.byMachine?.question} drawing={drawing} />
        </Told>
        {brief.message ? (
          <Told name={say('brief.message')}>
            <p {...spoken} class="as-written">
              {brief.message}
            </p>
            <Translated text={brief.byMachine?.message} drawing={drawing} />
          </Told>
        ) : null}
        {brief.callBack ? (
          <Told name={say('brief.call-back')}>
            <p class="as-written">{brief.callBack}</p>
          </Told>
        ) : null}
        {brief.region ? (
          <Told name={say('brief.region')}>
            <p>{brief.region}</p>
          </Told>
        ) : null}
        {brief.situation.length ? (
          <Told name={say('brief.situation')}>
            <ul class="situation">
              {brief.situation.map(({ name, answer }) => (
                <li key={name}>
                  <span class="quiet">{say('brief.answer', { name })}</span> {answer}
                </li>
              ))}
            </ul>
          </Told>
        ) : null}
        {brief.tried.length ? (
          <Told name={say('brief.tried')}>
            <ul>
              {brief.tried.map(({ article, title }) => (
                <li key={article}>
                  <ArticleName article={article} title={title} drawing={drawing} />
                </li>
              ))}
            </ul>
          </Told>
        ) : null}
        <Told name={say('brief.consent')}>
          <Agreement escalation={escalation} drawing={drawing} />
        </Told>
      </dl>
    </section>
  )
}

function Told({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** What the person agreed to, when, and in which words. */
function Agreement({ escalation: { agreed }, drawing }: Pick<Opened, 'escalation'> & Pick<Props, 'drawing'>) {
  return (
    <details id="agreed">
      <summary>
        {drawing.say(`consent.${agreed.to}`)} (<Moment at={agreed.at} drawing={drawing} />)
      </summary>
      <blockquote lang={LOCALE[agreed.language]} dir={direction(agreed.language)}>
        {agreed.wording}
      </blockquote>
    </details>
  )
}

/** An article by its title, with a link where there is somewhere to read it. */
export function ArticleName(props: { article: string; title: string; drawing: Drawing }): JSX.Element {
  const address = props.drawing.articleAddress(props.article)
  return address ? <Link address={address}>{props.title}</Link> : <span>{props.title}</span>
}

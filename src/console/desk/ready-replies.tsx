import type { JSX } from 'preact'
import type { CannedReply } from '../../desk/canned.ts'
import { direction, type Language, LOCALE, ORIGINAL } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'

interface Props {
  readonly replies: readonly CannedReply[]
  /** The person's language. */
  readonly spoken: Language
  readonly drawing: Drawing
}

/** Replies that are ready, to be put into the box: in the person's language where there is one, and in French. */
export function ReadyReplies({ replies, spoken, drawing }: Props): JSX.Element {
  const { say, language } = drawing
  return (
    <details id="ready" class="panel" name="to-insert" data-kept>
      <summary>{say('ready.heading')}</summary>
      <label for="ready-search">{say('ready.search')}</label>
      <input id="ready-search" type="search" autocomplete="off" data-narrows="ready-list" />
      <p id="ready-none" class="quiet" hidden>
        {say('ready.none')}
      </p>
      <ul id="ready-list" class="insertable">
        {replies.map((reply) => (
          <li key={reply.id} data-said={[...Object.values(reply.title), ...Object.values(reply.text)].join(' ')}>
            <p class="title">{reply.title[language]}</p>
            {[...new Set([spoken, ORIGINAL])].map((each) => (
              <Wording key={each} reply={reply} language={each} drawing={drawing} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Wording(props: { reply: CannedReply; language: Language; drawing: Drawing }): JSX.Element | null {
  const { reply, language, drawing } = props
  const text = reply.text[language]
  if (!text) return null
  const name = languageName(language, drawing)
  return (
    <div class="wording">
      <p lang={LOCALE[language]} dir={direction(language)}>
        {text}
      </p>
      <button
        type="button"
        class="light needs-script"
        data-insert={text}
        aria-label={drawing.say('ready.insert-which', { title: reply.title[drawing.language], language: name })}
      >
        {drawing.say('ready.insert', { language: name })}
      </button>
    </div>
  )
}

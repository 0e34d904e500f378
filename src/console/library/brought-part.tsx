import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { HeldPart } from './held-part.tsx'
import { type Sent, textSent } from './sent.ts'
import type { Brought } from './taken.ts'

/** What came of bringing something in: drafts to be read, and what was left out. */
export function BroughtPart({ brought, drawing }: { brought: Brought; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  const { articles, findings, held, missed } = brought
  const isNothing = articles.length + findings.length + held.length + missed.length === 0
  return (
    <section
      class={articles.length || isNothing ? 'done' : 'conflict'}
      role="status"
      aria-labelledby="brought-heading"
      id="brought"
    >
      <h2 id="brought-heading">
        {isNothing ? say('brought.nothing') : say('brought.heading', { count: articles.length })}
      </h2>
      <ul class="plain-list">
        {articles.map((id) => (
          <li key={id}>
            <a href={`/library/${id}`}>{id}</a>
          </li>
        ))}
        {missed.map((id) => (
          <li key={id}>{say('brought.missed', { id })}</li>
        ))}
        {findings.map(({ file, place, sentence, remedy }) => (
          <li key={`${file} ${place} ${sentence}`} lang={LOCALE.fr}>
            <strong>{[file, place].filter(Boolean).join(' · ')}</strong> {sentence} {remedy}
          </li>
        ))}
      </ul>
      {held.length ? <h3>{say('held.heading', { count: held.length })}</h3> : null}
      {held.map((each) => (
        <details key={each.draft.article} class="held">
          <summary>{each.draft.article}</summary>
          <p>
            <a href={`/library/${each.draft.article}`}>{say('held.open')}</a>
          </p>
          <HeldPart held={each} action="/library/import/replace" drawing={drawing}>
            <input type="hidden" name="article" value={each.draft.article} />
            {[...each.changes].map(([path, text]) => (
              <>
                <input type="hidden" name="path" value={path} />
                <input type="hidden" name="text" value={text ?? ''} />
              </>
            ))}
          </HeldPart>
        </details>
      ))}
    </section>
  )
}

/** The longest text that is put back into the box for whoever must send it again. */
const PUT_BACK = 500_000

/** What is brought in: a file, or words pasted instead of it, as they were sent where they must be sent again. */
export function ContentFields(props: {
  readonly accept: string
  readonly isOnlyFile?: boolean
  readonly sent?: Sent
  readonly drawing: Drawing
}): JSX.Element {
  const { accept, isOnlyFile, sent, drawing } = props
  const { say } = drawing
  const text = sent && !isOnlyFile ? textSent(sent) : ''
  const isBack = text.length > 0 && text.length <= PUT_BACK
  return (
    <>
      <div class="field">
        <label for="file">{say('brought.file')}</label>
        {sent?.file && !isBack ? (
          <p class="explained" id="file-again">
            {say('brought.file-again', { name: sent.file.name })}
          </p>
        ) : null}
        <input
          id="file"
          name="file"
          type="file"
          accept={accept}
          required={isOnlyFile}
          {...(sent?.file && !isBack ? { 'aria-describedby': 'file-again' } : {})}
        />
      </div>
      {isOnlyFile ? null : (
        <div class="field">
          <label for="content">{say('brought.content')}</label>
          <textarea id="content" name="content" rows={8}>
            {isBack ? text : ''}
          </textarea>
        </div>
      )}
    </>
  )
}

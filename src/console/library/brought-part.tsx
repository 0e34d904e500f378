import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import type { Brought } from './taken.ts'

/** What came of bringing something in: drafts to be read, and what was left out. */
export function BroughtPart({ brought, drawing }: { brought: Brought; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  const { articles, findings, missed } = brought
  return (
    <section class={articles.length ? 'done' : 'conflict'} role="status" aria-labelledby="brought-heading">
      <h2 id="brought-heading">{say('brought.heading', { count: articles.length })}</h2>
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
    </section>
  )
}

/** What is brought in: a file that the script reads into the box, or words pasted there. */
export function ContentFields(props: { accept: string; drawing: Drawing }): JSX.Element {
  const { accept, drawing } = props
  const { say } = drawing
  return (
    <>
      <div class="field needs-script">
        <label for="file">{say('brought.file')}</label>
        <p class="explained" id="file-explained">
          {say('brought.file-explained')}
        </p>
        <input
          id="file"
          type="file"
          accept={accept}
          aria-describedby="file-explained"
          data-reads-into="content"
          data-too-large={say('brought.too-large')}
        />
      </div>
      <div class="field">
        <label for="content">{say('brought.content')}</label>
        <textarea id="content" name="content" rows={8} required />
        <input type="hidden" id="content-is" name="is" value="text" />
      </div>
    </>
  )
}

import type { JSX } from 'preact'
import { editableAbout } from '../../knowledge/edit-about.ts'
import { articlePath } from '../../knowledge/files.ts'
import { isLanguage, type Language, ORIGINAL } from '../../language/languages.ts'
import { AboutPart } from './about-part.tsx'
import { ConcernsPart } from './concerns-part.tsx'
import { Differences } from './difference-part.tsx'
import type { Difference } from './differences.ts'
import { type Drawing, languageName } from './drawing.ts'
import { FactsPart } from './facts-part.tsx'
import { FindingsPart } from './findings-part.tsx'
import { MachineMark, MachinePart } from './machine-part.tsx'
import type { MachineTold } from './machine-told.ts'
import { Moment, sayMoment } from './moment.tsx'
import type { Opened } from './opened.ts'
import { ArticlePage } from './page.tsx'
import type { Question } from './questions-asked.ts'
import { fileOfPart, PARTS, type PartName } from './read-form.ts'
import { stateOf } from './rows.ts'
import { digestOrNothing } from './save.ts'
import { SourcesPart } from './sources-part.tsx'
import { TextPart } from './text-part.tsx'

/** Somebody saved the same file first: what they have, and how it differs. */
export interface Conflict {
  readonly by: string
  readonly at?: Date
  /** The digest of what they saved. */
  readonly theirs: string
  readonly differences: readonly Difference[]
}

export interface EditProps {
  readonly opened: Opened
  readonly part: PartName
  readonly questions: readonly Question[]
  readonly drawing: Drawing
  /** What changed in the French since the translation was read. */
  readonly since?: JSX.Element
  readonly conflict?: Conflict
  /** The text that is shown in place of the saved one: what was refused. */
  readonly mine?: string
  /** The digest of what the editor began with, where it is not what is saved now. */
  readonly seen?: string
  /** A model is set, and may be asked for a translation; with what came of it the last time. */
  readonly machine?: { readonly told?: MachineTold }
}

/** The article's form, one part at a time; it is kept as one writes. */
export function EditPage(props: EditProps): JSX.Element {
  const { opened, part, drawing, conflict, machine } = props
  const { say } = drawing
  const { id } = opened
  const path = pathOfPart(opened, part)
  const text = props.mine ?? opened.files.get(path) ?? ''
  const seen = props.seen ?? digestOrNothing(opened.files.get(path))
  return (
    <ArticlePage opened={opened} at="edit" heading="" drawing={drawing}>
      <PartsNav opened={opened} part={part} drawing={drawing} />
      <div class="editing">
        <form
          id="edit"
          method="post"
          action={`/library/${id}/save`}
          hx-post={`/library/${id}/save`}
          hx-trigger="input delay:1200ms, change delay:400ms"
          hx-sync="this:queue last"
          hx-swap="none"
          class={`part-${isLanguage(part) ? 'text' : part}`}
          novalidate
        >
          <input type="hidden" name="part" value={part} />
          <input id="seen" type="hidden" name="seen" value={seen} />
          <ConflictPart {...(conflict ? { conflict } : {})} id={id} part={part} drawing={drawing} />
          <Part {...props} text={text} />
          <div class="deeds">
            <button type="submit" name="then" value="stay">
              {say('deed.save')}
            </button>
            <button type="submit" class="light" name="then" value="preview">
              {say('deed.preview')}
            </button>
            <button type="submit" class="light" name="then" value="publish">
              {say('deed.publish')}
            </button>
            <SavedPart opened={opened} drawing={drawing} />
          </div>
        </form>
        <aside class="beside-form">
          {machine && isLanguage(part) && part !== ORIGINAL ? <MachinePart {...machine} drawing={drawing} /> : null}
          <FindingsPart findings={opened.findings} on={opened} drawing={drawing} />
          {opened.draft ? <Discard opened={opened} drawing={drawing} /> : null}
        </aside>
      </div>
      <p id="trouble" class="trouble" role="alert" hidden data-said={say('script.not-saved')} />
      <div role="alert">
        <p id="ended" class="trouble" hidden>
          {say('script.ended')}{' '}
          <a href="/sign-in?to=/library" target="_blank" rel="noopener">
            {say('script.sign-in')}
          </a>
        </p>
      </div>
    </ArticlePage>
  )
}

/** What stands in for the form's parts after a save that the page did by itself. */
export function AfterSave({ opened, part, drawing }: Pick<EditProps, 'opened' | 'part' | 'drawing'>): JSX.Element {
  const path = pathOfPart(opened, part)
  return (
    <>
      <input id="seen" type="hidden" name="seen" value={digestOrNothing(opened.files.get(path))} hx-swap-oob="true" />
      <SavedPart opened={opened} drawing={drawing} isApart />
      <FindingsPart findings={opened.findings} on={opened} drawing={drawing} isApart />
      <ConflictPart id={opened.id} part={part} drawing={drawing} isApart />
      {isLanguage(part) ? (
        <MachineMark text={opened.files.get(path) ?? ''} language={part} drawing={drawing} isApart />
      ) : null}
    </>
  )
}

export function ConflictPart(props: {
  readonly conflict?: Conflict
  readonly id: string
  readonly part: PartName
  readonly drawing: Drawing
  /** It takes the place of the one on the page, wherever that stands. */
  readonly isApart?: boolean
}): JSX.Element {
  const { conflict, id, part, drawing, isApart } = props
  const { say } = drawing
  const apart = isApart ? { 'hx-swap-oob': 'true' } : {}
  if (!conflict) return <div id="conflict" {...apart} />
  return (
    <div id="conflict" class="conflict" role="alert" tabindex={-1} {...apart}>
      <h2>{say('conflict.heading')}</h2>
      <p>{say('conflict.text', { name: conflict.by, at: conflict.at ? sayMoment(conflict.at, drawing) : '' })}</p>
      <Differences differences={conflict.differences} drawing={drawing} />
      <p class="row">
        <button type="submit" name="over" value={conflict.theirs}>
          {say('conflict.mine')}
        </button>
        <a class="button light" href={`/library/${id}?part=${part}`}>
          {say('conflict.theirs')}
        </a>
      </p>
    </div>
  )
}

/** How the draft stands. */
export function SavedPart({
  opened: { draft },
  drawing,
  isApart,
}: Pick<EditProps, 'opened' | 'drawing'> & { readonly isApart?: boolean }): JSX.Element {
  const { say } = drawing
  return (
    <p id="saved" class="saved" role="status" {...(isApart ? { 'hx-swap-oob': 'true' } : {})}>
      {draft ? (
        <>
          {say('saved.draft', { name: draft.by.name })} <Moment at={draft.at} drawing={drawing} />
        </>
      ) : (
        say('saved.none')
      )}
    </p>
  )
}

function Part(props: EditProps & { readonly text: string }): JSX.Element {
  const { opened, part, questions, drawing, text, since } = props
  if (isLanguage(part)) {
    return <TextPart opened={opened} language={part} text={text} drawing={drawing} {...(since ? { since } : {})} />
  }
  const about = editableAbout(text)
  if (part === 'facts') return <FactsPart opened={opened} about={about} drawing={drawing} />
  if (part === 'sources') return <SourcesPart opened={opened} about={about} drawing={drawing} />
  if (part === 'concerns') return <ConcernsPart opened={opened} about={about} questions={questions} drawing={drawing} />
  return <AboutPart opened={opened} about={about} drawing={drawing} />
}

function PartsNav({ opened, part, drawing }: { opened: Opened; part: PartName; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  return (
    <nav class="parts" aria-label={say('part.heading')}>
      <ul>
        {PARTS.map((each) => (
          <li key={each}>
            <a href={`/library/${opened.id}?part=${each}`} aria-current={each === part ? 'page' : undefined}>
              {isLanguage(each) ? languageName(each, drawing) : say(`part.${each}`)}
              {isLanguage(each) ? <StateMark opened={opened} language={each} drawing={drawing} /> : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function StateMark({
  opened: { article },
  language,
  drawing: { say },
}: Pick<EditProps, 'opened' | 'drawing'> & { readonly language: Language }): JSX.Element | null {
  if (article?.texts[language]?.machine) return <span class="mark-of due"> {say('part.unread')}</span>
  if (!article || stateOf(article, language) === 'fresh') return null
  return <span class="mark-of due"> {say('part.behind')}</span>
}

function Discard({ opened: { id, draft }, drawing }: { opened: Opened; drawing: Drawing }): JSX.Element {
  const { say } = drawing
  return (
    <details class="discard">
      <summary>{say('discard.heading')}</summary>
      <form method="post" action={`/library/${id}/discard`}>
        <p>{say('discard.text')}</p>
        <input type="hidden" name="version" value={draft?.version ?? 0} />
        <button type="submit" class="light">
          {say('discard.do')}
        </button>
      </form>
    </details>
  )
}

export function pathOfPart({ folder, id, files }: Pick<Opened, 'folder' | 'id' | 'files'>, part: PartName): string {
  const name = fileOfPart(part)
  return [...files.keys()].find((path) => articlePath(path)?.name === name) ?? `${folder}/${id}/${name}`
}

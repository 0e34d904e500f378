import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import { BroughtPart, ContentFields } from './brought-part.tsx'
import type { Drawing } from './drawing.ts'
import { ACCEPTS, IMPORT_KINDS, type ImportKind } from './import-kind.ts'
import { LibraryPage } from './page.tsx'
import { type PlanCompared, PlanPart } from './plan-part.tsx'
import type { Asked } from './routing.ts'
import type { Sent } from './sent.ts'
import type { Brought } from './taken.ts'
import { FOLDERS } from './wish.ts'

/** What came of what was brought in. */
export interface Came {
  readonly brought?: Brought
  readonly plan?: PlanCompared
  /** Why nothing was brought in, and how the page is answered then. */
  readonly refused?: string
  readonly status?: number
  /** What was sent, where it must be sent again. */
  readonly sent?: Sent
}

/** Shows the form of one kind, with what came of it before. */
export async function showImport({ drawing, page }: Asked, kind: ImportKind, came: Came = {}): Promise<void> {
  const { say } = drawing
  const { brought, plan, refused, status = refused ? 409 : 200, sent } = came
  await page({
    title: `${say('import.heading')} – Passerelle`,
    status,
    children: (
      <LibraryPage title={say('import.heading')} back={{ to: '/library', label: say('back') }}>
        <nav class="parts" aria-label={say('import.kinds')}>
          <ul>
            {IMPORT_KINDS.map((each) => (
              <li key={each}>
                <a href={`/library/import?kind=${each}`} aria-current={each === kind ? 'page' : undefined}>
                  {say(`import.kind.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {refused ? (
          <p class="conflict" role="alert">
            {refused}
          </p>
        ) : null}
        {brought ? <BroughtPart brought={brought} drawing={drawing} /> : null}
        {plan ? <PlanPart compared={plan} drawing={drawing} /> : null}
        <p>{say(`import.explained.${kind}`)}</p>
        <form method="post" action={`/library/import?kind=${kind}`} enctype="multipart/form-data">
          <input type="hidden" name="kind" value={kind} />
          <ContentFields
            accept={ACCEPTS[kind]}
            isOnlyFile={kind === 'document'}
            drawing={drawing}
            {...(sent ? { sent } : {})}
          />
          {kind === 'plan' ? null : <OriginFields kind={kind} sent={sent?.form} drawing={drawing} />}
          <button type="submit">{say(`import.do.${kind}`)}</button>
        </form>
      </LibraryPage>
    ),
  })
}

function OriginFields(props: { kind: ImportKind; sent: URLSearchParams | undefined; drawing: Drawing }): JSX.Element {
  const { kind, sent, drawing } = props
  const { say } = drawing
  return (
    <>
      {(['address', 'publisher', 'title'] as const).map((name) => (
        <div key={name} class="field">
          <label for={name}>{say(name === 'title' ? 'import.title' : `field.${name}.label`)}</label>
          <p class="explained" id={`${name}-explained`}>
            {say(name === 'title' ? 'import.title-explained' : `field.${name}.explained`)}
          </p>
          <input
            id={name}
            name={name}
            type="text"
            value={sent?.get(name) ?? ''}
            required={name === 'address'}
            autocomplete="off"
            lang={LOCALE.fr}
            aria-describedby={`${name}-explained`}
          />
        </div>
      ))}
      <div class="field">
        <label for="day">{say('field.consulted.label')}</label>
        <input id="day" name="day" type="date" value={sent?.get('day') || drawing.today} required />
      </div>
      {kind === 'contacts' ? null : (
        <div class="field">
          <label for="folder">{say('new.folder')}</label>
          <select id="folder" name="folder">
            {FOLDERS.map((folder) => (
              <option key={folder} value={folder} selected={folder === (sent?.get('folder') ?? 'steps')}>
                {say(`folder.${folder}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  )
}

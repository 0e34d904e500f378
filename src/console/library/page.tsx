import type { ComponentChildren, JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Visit } from '../visit.ts'
import type { Drawing } from './drawing.ts'
import type { LibraryFiles } from './files.ts'
import type { Opened } from './opened.ts'

/** What belongs in the head of every page of the library. */
export function headOf({ script, style }: LibraryFiles, { nonce }: Visit): JSX.Element {
  return (
    <>
      <link rel="stylesheet" href={style.address} nonce={nonce} />
      <meta
        name="htmx-config"
        content='{"includeIndicatorStyles":false,"allowEval":false,"timeout":60000,"historyEnabled":false,"responseHandling":[{"code":"204","swap":false},{"code":"[23]..","swap":true},{"code":"409|422","swap":true,"error":true},{"code":"...","swap":false,"error":true}]}'
      />
      <script defer src={script.address} nonce={nonce} />
    </>
  )
}

/** A page of the library: the way back, its title, what it says. */
export function LibraryPage(props: {
  readonly title: string
  readonly back?: { readonly to: string; readonly label: string }
  readonly lang?: string
  readonly children: ComponentChildren
}): JSX.Element {
  const { title, back, lang, children } = props
  return (
    <main id="main" tabindex={-1} class="library">
      {back ? (
        <p class="back">
          <a href={back.to}>{back.label}</a>
        </p>
      ) : null}
      <h1 lang={lang}>{title}</h1>
      {children}
    </main>
  )
}

/** A page about one article: the ways to its other pages, and where one stands. */
export function ArticlePage(props: {
  readonly opened: Pick<Opened, 'id' | 'title' | 'draft' | 'isPublished'>
  readonly at: 'edit' | 'preview' | 'publish' | 'history' | 'move'
  readonly heading: string
  readonly drawing: Drawing
  readonly children: ComponentChildren
}): JSX.Element {
  const { opened, at, heading, drawing, children } = props
  const { say } = drawing
  const ways = [
    { name: 'edit', to: `/library/${opened.id}` },
    { name: 'preview', to: `/library/${opened.id}/preview` },
    { name: 'publish', to: `/library/${opened.id}/publish` },
    { name: 'history', to: `/library/${opened.id}/history` },
    ...(opened.isPublished ? [{ name: 'move', to: `/library/${opened.id}/move` }] : []),
  ] as const
  return (
    <main id="main" tabindex={-1} class="library">
      <p class="back">
        <a href="/library">{say('back')}</a>
      </p>
      <h1>
        <span lang={LOCALE.fr}>{opened.title}</span>
        {at === 'edit' ? null : <span class="what"> {heading}</span>}
      </h1>
      <nav class="ways" aria-label={say('ways.heading')}>
        <ul>
          {ways.map(({ name, to }) => (
            <li key={name}>
              <a href={to} aria-current={name === at ? 'page' : undefined}>
                {say(`ways.${name}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </main>
  )
}

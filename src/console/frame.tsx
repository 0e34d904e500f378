import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { LOCALE, OWN_NAME } from '../language/languages.ts'
import type { Asset } from './assets.ts'
import { homeOf, type Member, may } from './session.ts'
import type { Arrival } from './visit.ts'
import { CONSOLE_LANGUAGES, type Words } from './words.ts'

/** A page of the console. Its children hold a `<main id="main" tabindex={-1}>`. */
export interface Page {
  readonly title: string
  readonly children: ComponentChildren
  readonly head?: ComponentChildren
  readonly bodyClass?: string
}

/** What every page is drawn with. */
export interface Drawing {
  readonly arrival: Arrival
  readonly words: Words
  readonly style: Asset
  readonly icon: Asset
  /** Says that a counsellor has the page open. */
  readonly here: Asset
}

/** A whole page as a document: its head, the header with the member's sections, what it says. */
export function framed(page: Page, drawing: Drawing): string {
  return `<!DOCTYPE html>${renderToString(<Document page={page} drawing={drawing} />)}`
}

function Document({ page, drawing }: { page: Page; drawing: Drawing }): JSX.Element {
  const { arrival, words, style, icon, here } = drawing
  const { member } = arrival
  return (
    <html lang={LOCALE[arrival.language]}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="robots" content="noindex" />
        <meta name="theme-color" content="#095797" />
        <title>{page.title}</title>
        <link rel="icon" href={icon.address} type={icon.type} />
        <link rel="stylesheet" href={style.address} nonce={arrival.nonce} />
        {page.head}
        {member && may(member, 'counsellor') ? <script defer src={here.address} nonce={arrival.nonce} /> : null}
      </head>
      <body class={page.bodyClass}>
        <a class="skip" href="#main">
          {words.say('skip', arrival.language)}
        </a>
        <Header drawing={drawing} />
        {page.children}
      </body>
    </html>
  )
}

function Header({ drawing }: { drawing: Drawing }): JSX.Element {
  const { arrival } = drawing
  return (
    <header class="top">
      <p class="name">
        <Bridge />
        {arrival.member ? <a href={homeOf(arrival.member)}>Passerelle</a> : <span>Passerelle</span>}
      </p>
      {arrival.member ? <Sections member={arrival.member} drawing={drawing} /> : null}
      <Languages drawing={drawing} />
      {arrival.member ? <Account member={arrival.member} drawing={drawing} /> : null}
    </header>
  )
}

const SECTIONS = [
  { path: '/desk', name: 'desk', role: 'counsellor' },
  { path: '/library', name: 'library', role: 'editor' },
] as const

function Sections({ member, drawing: { arrival, words } }: { member: Member; drawing: Drawing }): JSX.Element {
  return (
    <nav class="sections" aria-label={words.say('nav', arrival.language)}>
      <ul>
        {SECTIONS.filter(({ role }) => may(member, role)).map(({ path, name }) => (
          <li key={path}>
            <a href={path} aria-current={standing(arrival.path, path)}>
              {words.say(name, arrival.language)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** How a page stands to a section: it is its first page, or is in it. */
function standing(path: string, section: string): 'page' | 'true' | undefined {
  const [name = ''] = path.split('?')
  if (name === section) return 'page'
  return name.startsWith(`${section}/`) ? 'true' : undefined
}

/** Links, so that they work before any script does; where one stands is said, and is no link. */
function Languages({ drawing: { arrival, words } }: { drawing: Drawing }): JSX.Element {
  return (
    <nav class="languages" aria-label={words.say('languages', arrival.language)}>
      <ul>
        {CONSOLE_LANGUAGES.map((each) => (
          <li key={each}>
            {each === arrival.language ? (
              <span lang={LOCALE[each]} aria-current="true">
                {OWN_NAME[each]}
              </span>
            ) : (
              <a
                href={`/console/language?${new URLSearchParams({ lang: each, to: arrival.path })}`}
                lang={LOCALE[each]}
                hreflang={each}
              >
                {OWN_NAME[each]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Account({ member, drawing: { arrival, words } }: { member: Member; drawing: Drawing }): JSX.Element {
  return (
    <form class="account" method="post" action="/sign-out" aria-label={words.say('account', arrival.language)}>
      <span>{member.name}</span>
      <button type="submit">{words.say('sign-out', arrival.language)}</button>
    </form>
  )
}

/** The mark: a footbridge. */
function Bridge(): JSX.Element {
  return (
    <svg class="mark" viewBox="0 0 48 30" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-linecap="round">
        <path d="M7 25C15 1 33 1 41 25" stroke-width="3.5" />
        <path d="M4 25h40" stroke-width="4" />
        <path d="M15.5 13.5V25M24 7.5V25M32.5 13.5V25" stroke-width="2.5" />
      </g>
    </svg>
  )
}

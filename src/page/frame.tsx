import type { ComponentChildren, JSX } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { direction, LANGUAGES, type Language, LOCALE, OWN_NAME } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Assets } from './assets.ts'

/** What every page of ours is drawn with. */
export interface Drawing {
  readonly language: Language
  /** The page's own words. */
  readonly words: Phrases
  readonly assets: Assets
  /** Lets what this page brings run and style, and nothing else. */
  readonly nonce: string
  /** Where this page is, for the links to its other languages. */
  readonly path: string
  /** Shown inside another site: no header and no footer, and links leave the frame. */
  readonly embedded: boolean
}

export interface Frame {
  readonly title: string
  readonly drawing: Drawing
  readonly kind: 'talk' | 'paper'
  /** What a keyboard may jump to: an element's id, and the words that say so. */
  readonly skip: { readonly to: string; readonly words: string }
  readonly head?: ComponentChildren
  readonly children: ComponentChildren
}

/** A whole page as a document: its head, the header with the languages, what it says, the footer. */
export function framed(frame: Frame): string {
  return `<!DOCTYPE html>${renderToString(<Page {...frame} />)}`
}

function Page({ title, drawing, kind, skip, head, children }: Frame): JSX.Element {
  const { language, assets, nonce, embedded } = drawing
  return (
    <html lang={LOCALE[language]} dir={direction(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>{title}</title>
        <meta name="description" content={drawing.words.say('tagline', language)} />
        <meta name="theme-color" content="#095797" />
        <link rel="icon" href={assets.icon.address} type={assets.icon.type} />
        <link rel="stylesheet" href={assets.style.address} nonce={nonce} />
        {head}
      </head>
      <body class={embedded ? `${kind} embedded` : kind}>
        <a class="skip" href={`#${skip.to}`}>
          {skip.words}
        </a>
        {embedded ? null : <Header drawing={drawing} isHeading={kind === 'talk'} />}
        {children}
        {embedded ? null : <Footer drawing={drawing} />}
      </body>
    </html>
  )
}

function Header({ drawing, isHeading }: { drawing: Drawing; isHeading: boolean }): JSX.Element {
  const { language, words } = drawing
  return (
    <header class="top">
      <div class="wide">
        <div class="brand">
          <Bridge />
          <div>
            {isHeading ? <h1 class="name">Passerelle</h1> : <HomeLink drawing={drawing} />}
            <p class="tagline">{words.say('tagline', language)}</p>
          </div>
        </div>
        <Languages drawing={drawing} />
      </div>
    </header>
  )
}

function HomeLink({ drawing: { language } }: { drawing: Drawing }): JSX.Element {
  return (
    <p class="name">
      <a href={`/?lang=${language}`}>Passerelle</a>
    </p>
  )
}

/** Links, so that they work before any script does; where one stands is said, and is no link. */
export function Languages({ drawing: { language, words, path, embedded } }: { drawing: Drawing }): JSX.Element {
  return (
    <nav class="languages" aria-label={words.say('languages', language)}>
      <ul>
        {LANGUAGES.map((each) => (
          <li key={each}>
            {each === language ? (
              <span lang={LOCALE[each]} aria-current="true">
                {OWN_NAME[each]}
              </span>
            ) : (
              <a href={`${path}?lang=${each}${embedded ? '&embed=1' : ''}`} lang={LOCALE[each]} hreflang={each}>
                {OWN_NAME[each]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Footer({ drawing: { language, words } }: { drawing: Drawing }): JSX.Element {
  const links = [
    ['/confidentialite', 'privacy.link'],
    ['/conditions', 'terms.link'],
  ] as const
  return (
    <footer class="bottom">
      <div class="wide">
        <nav aria-label={words.say('footer.heading', language)}>
          <ul>
            {links.map(([path, name]) => (
              <li key={path}>
                <a href={`${path}?lang=${language}`}>{words.say(name, language)}</a>
              </li>
            ))}
          </ul>
        </nav>
        <p>{words.say(language === 'fr' ? 'footer.original' : 'unofficial', language)}</p>
      </div>
    </footer>
  )
}

/** The mark: a footbridge. */
export function Bridge(): JSX.Element {
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

/**
 * Puts the conversation on another site: `<script src="https://…/embed.js" data-lang="fr" async></script>`.
 * A button, and the page in a frame that opens with it. It lives in a shadow tree, so that neither site's styles touch
 * the other's, and its style sheet is constructed, which a strict policy of the host lets pass.
 */

/** Put here when this file is made (assets.ts). */
declare const EMBED_WORDS: Readonly<
  Record<string, { readonly open: string; readonly close: string; readonly frame: string } | undefined>
>

const STYLE = `
  :host { all: initial; position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483000; font: 600 1rem/1.4 'Open Sans', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
  button { font: inherit; color: #fff; background: #095797; border: 2px solid #fff; border-radius: 1.75rem; padding: .75rem 1.25rem; min-block-size: 3rem; max-inline-size: min(22rem, calc(100vw - 2rem)); text-align: start; cursor: pointer; box-shadow: 0 2px 8px rgb(34 54 84 / .35); }
  button:hover { background: #19406c; }
  button:focus-visible { outline: 3px solid #223654; outline-offset: 2px; }
  [hidden] { display: none !important; }
  .panel { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; inline-size: min(28rem, calc(100vw - 2rem)); block-size: min(44rem, calc(100vh - 2rem)); display: flex; flex-direction: column; background: #fff; border: 1px solid #c5cad2; border-radius: .5rem; overflow: hidden; box-shadow: 0 4px 24px rgb(34 54 84 / .35); }
  .panel button { align-self: flex-end; background: #fff; color: #095797; border: 0; box-shadow: none; border-radius: 0; padding-block: .5rem; }
  .panel button:hover { background: #dae6f0; }
  .panel button:focus-visible { outline-offset: -3px; }
  iframe { flex: 1; inline-size: 100%; border: 0; }
  @media (max-width: 30rem) { .panel { inset: 0; inline-size: 100vw; block-size: 100vh; block-size: 100dvh; border: 0; border-radius: 0; } }
`

function embed(script: HTMLScriptElement): void {
  const asked = (script.dataset.lang ?? document.documentElement.lang).toLowerCase().split('-')[0] ?? ''
  const language = EMBED_WORDS[asked] ? asked : 'fr'
  const words = EMBED_WORDS[language]
  if (!words) return
  const home = new URL(script.src).origin

  const place = document.createElement('div')
  place.lang = language
  place.dir = language === 'ar' ? 'rtl' : 'ltr'
  const shadow = place.attachShadow({ mode: 'open' })
  const style = new CSSStyleSheet()
  style.replaceSync(STYLE)
  shadow.adoptedStyleSheets = [style]

  const opener = button(words.open)
  opener.setAttribute('aria-haspopup', 'dialog')
  opener.setAttribute('aria-expanded', 'false')
  const panel = document.createElement('div')
  panel.className = 'panel'
  panel.setAttribute('role', 'dialog')
  panel.setAttribute('aria-label', words.frame)
  panel.hidden = true
  const closer = button(words.close)
  panel.append(closer)
  shadow.append(opener, panel)
  document.body.append(place)

  let frame: HTMLIFrameElement | undefined
  const open = (): void => {
    if (!frame) {
      frame = document.createElement('iframe')
      frame.title = words.frame
      frame.src = `${home}/?embed=1&lang=${language}`
      panel.append(frame)
    }
    panel.hidden = false
    opener.hidden = true
    opener.setAttribute('aria-expanded', 'true')
    frame.focus()
  }
  const close = (): void => {
    panel.hidden = true
    opener.hidden = false
    opener.setAttribute('aria-expanded', 'false')
    opener.focus()
  }
  opener.addEventListener('click', open)
  closer.addEventListener('click', close)
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close()
  })
  addEventListener('message', ({ origin, source, data }: MessageEvent) => {
    const ours = origin === home && source !== null && source === frame?.contentWindow
    if (ours && (data as { passerelle?: string } | null)?.passerelle === 'close' && !panel.hidden) close()
  })
}

function button(words: string): HTMLButtonElement {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = words
  return made
}

const here = document.currentScript
if (here instanceof HTMLScriptElement) {
  if (document.body) embed(here)
  else addEventListener('DOMContentLoaded', () => embed(here))
}

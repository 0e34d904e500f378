import type TurndownService from 'turndown'

/** A Web page as text: its title, who publishes it, and its main content as plain Markdown without links. */
export interface ReadPage {
  readonly title: string
  readonly publisher?: string
  /** The day on which it says that it was last changed. */
  readonly date?: string
  readonly markdown: string
  readonly links: number
  readonly images: number
  /** Whether the page says itself which part is its content. */
  readonly hasMain: boolean
}

const DROPPED = new Set(
  `SCRIPT STYLE NOSCRIPT TEMPLATE NAV FOOTER ASIDE FORM IFRAME FRAME OBJECT EMBED APPLET SVG MATH CANVAS VIDEO AUDIO BUTTON
   SELECT INPUT TEXTAREA DIALOG LINK BASE HR`.split(/\s+/),
)
const DROPPED_ROLES = /^(?:navigation|banner|contentinfo|search|complementary|dialog|alert|menu|toolbar)$/
/** Signs of nobody (private use) that mark a part while the page becomes Markdown. */
const MAIN = ['\ue000', '\ue001'] as const
const ARTICLE = ['\ue002', '\ue003'] as const

/** Reads HTML. Nothing in it is run or fetched; scripts, styles, forms, comments and what is hidden fall away. */
export async function readPage(html: string): Promise<ReadPage> {
  const { default: Turndown } = await import('turndown')
  const seen = { title: '', heading: '', publisher: '', links: 0, images: 0 }
  const service = new Turndown({ headingStyle: 'atx', bulletListMarker: '-' })
  service.escape = (words) =>
    words
      .replace(/[[{]/g, '(')
      .replace(/[\]}]/g, ')')
      .replace(/[*`]|^[#>]/gm, '\\$&')
      .replace(/^(\d+)\.(?=\s)/gm, '$1\\.')
  addRules(service, seen)
  const markdown = service.turndown(html.replace(/[^\P{Cc}\t\n\r]|[\ue000-\ue003]/gu, ''))
  const main =
    between(markdown, MAIN) ?? (markdown.split(ARTICLE[0]).length === 2 ? between(markdown, ARTICLE) : undefined)
  const date = dateIn(markdown)
  return {
    title: seen.heading || seen.title.split(/\s[|–—]\s/)[0]?.trim() || '',
    ...(seen.publisher ? { publisher: seen.publisher } : {}),
    ...(date ? { date } : {}),
    markdown: tidy(main ?? markdown),
    links: seen.links,
    images: seen.images,
    hasMain: main !== undefined,
  }
}

interface Seen {
  title: string
  heading: string
  publisher: string
  links: number
  images: number
}

function addRules(service: TurndownService, seen: Seen): void {
  const words = (content: string) => content.replace(/\s+/g, ' ').trim()
  const rule = (
    name: string,
    filter: (node: HTMLElement) => boolean,
    replacement: TurndownService.ReplacementFunction,
  ) => service.addRule(name, { filter, replacement })
  rule(
    'words',
    ({ nodeName }) => /^(?:STRONG|B|EM|I|CODE|PRE)$/.test(nodeName),
    (content) => content,
  )
  rule(
    'break',
    ({ nodeName }) => nodeName === 'BR',
    () => '\n',
  )
  rule(
    'link',
    ({ nodeName }) => nodeName === 'A',
    (content, node) => {
      if (/^https?:/i.test((node as HTMLElement).getAttribute('href') ?? '')) seen.links += 1
      return content
    },
  )
  rule(
    'image',
    ({ nodeName }) => /^(?:IMG|PICTURE)$/.test(nodeName),
    () => {
      seen.images += 1
      return ''
    },
  )
  rule(
    'cell',
    ({ nodeName }) => /^T[DH]$/.test(nodeName),
    (content) => `${words(content)} ; `,
  )
  rule(
    'row',
    ({ nodeName }) => nodeName === 'TR',
    (content) => `\n- ${words(content).replace(/( ;)+$/, '')}\n`,
  )
  rule('main', (node) => node.nodeName === 'MAIN' || node.getAttribute('role') === 'main', marked(MAIN))
  rule('article', ({ nodeName }) => nodeName === 'ARTICLE', marked(ARTICLE))
  rule(
    'first heading',
    ({ nodeName }) => nodeName === 'H1',
    (content) => {
      const isFirst = !seen.heading
      if (isFirst) seen.heading = words(content)
      return isFirst ? '' : `\n\n## ${words(content)}\n\n`
    },
  )
  rule(
    'title',
    ({ nodeName }) => nodeName === 'TITLE',
    (content) => {
      seen.title ||= words(content)
      return ''
    },
  )
  rule(
    'publisher',
    ({ nodeName }) => nodeName === 'META',
    (_, node) => {
      const element = node as HTMLElement
      if (element.getAttribute('property') === 'og:site_name')
        seen.publisher = words(element.getAttribute('content') ?? '')
      return ''
    },
  )
  rule('dropped', isDropped, () => '')
}

function marked([open, close]: readonly [string, string]): TurndownService.ReplacementFunction {
  return (content) => `\n\n${open}\n\n${content}\n\n${close}\n\n`
}

function isDropped(node: HTMLElement): boolean {
  if (DROPPED.has(node.nodeName.toUpperCase())) return true
  if (node.nodeName === 'HEADER') return node.getElementsByTagName('h1').length === 0
  const attribute = (name: string) => node.getAttribute(name) ?? ''
  return (
    node.hasAttribute('hidden') ||
    attribute('aria-hidden') === 'true' ||
    DROPPED_ROLES.test(attribute('role')) ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute('style'))
  )
}

function between(markdown: string, [open, close]: readonly [string, string]): string | undefined {
  const from = markdown.indexOf(open)
  const to = markdown.lastIndexOf(close)
  return from >= 0 && to > from ? markdown.slice(from + 1, to) : undefined
}

function tidy(markdown: string): string {
  return markdown
    .replace(/[\ue000-\ue003]/g, '')
    .replace(/^([^\S\n]*)(-|\d+\.)[^\S\n]+/gm, '$1$2 ')
    .replace(/[^\S\n\u00a0\u202f]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]
const CHANGED = /(?:dernière mise à jour|date de modification|last updated?|date modified)\s*:?\s*(?:le\s+)?/i

function dateIn(markdown: string): string | undefined {
  const said = new RegExp(
    `${CHANGED.source}(?:(\\d{4}-\\d{2}-\\d{2})|(\\d{1,2})(?:er)?\\s+(${MONTHS.join('|')})\\s+(\\d{4}))`,
    'i',
  ).exec(markdown)
  if (!said) return undefined
  const [, iso, day = '', month = '', year] = said
  return iso ?? `${year}-${String(MONTHS.indexOf(month.toLowerCase()) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

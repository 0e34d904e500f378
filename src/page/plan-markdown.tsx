import type { JSX } from 'preact'

type Inline = string | JSX.Element

/**
 * Our Markdown on paper: paragraphs, lists, quotes, bold, links to the web, a telephone or an e-mail; `[n]` points at a
 * source by what `reference` makes of it. Anything else is shown as it stands: no tag of the text is ever a tag.
 */
export function Markdown({ text, reference }: { text: string; reference?: (number: number) => Inline }): JSX.Element {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .map((block) => block.trim())
        .filter(Boolean)
        .map((block) => (
          <Block key={block} lines={block.split('\n')} reference={reference} />
        ))}
    </>
  )
}

const BULLET = /^- /
const NUMBER = /^\d+\. /
const QUOTE = /^> ?/

interface Lines {
  readonly lines: readonly string[]
  readonly reference: ((number: number) => Inline) | undefined
}

function Block({ lines, reference }: Lines): JSX.Element {
  const items = (mark: RegExp) => lines.map((line) => <li key={line}>{inline(line.replace(mark, ''), reference)}</li>)
  if (lines.every((line) => BULLET.test(line))) return <ul>{items(BULLET)}</ul>
  if (lines.every((line) => NUMBER.test(line))) return <ol>{items(NUMBER)}</ol>
  if (lines.every((line) => QUOTE.test(line))) {
    return <blockquote>{inline(lines.map((line) => line.replace(QUOTE, '')).join(' '), reference)}</blockquote>
  }
  return <p>{inline(lines.join(' '), reference)}</p>
}

const MARK = /\[([^\]]+)\]\(((?:https?|tel|mailto):[^)\s]+)\)|\*\*([^*]+)\*\*|\*([^*]+)\*|\s*\[(\d+)\]/g

function inline(text: string, reference: Lines['reference']): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    const [whole, words, address, strong, emphasis, number] = match
    parts.push(text.slice(from, match.index))
    from = match.index + whole.length
    if (words && address) parts.push(<Link address={address}>{words}</Link>)
    else if (strong) parts.push(<strong>{inline(strong, reference)}</strong>)
    else if (emphasis) parts.push(<em>{inline(emphasis, reference)}</em>)
    else if (reference) parts.push('\u00a0', reference(Number(number)))
  }
  return [...parts, text.slice(from)].filter((part) => part !== '')
}

/** A link that tells nobody where it was followed from; a telephone number stays on one line. */
function Link({ address, children }: { address: string; children: string }): JSX.Element {
  const more = address.startsWith('http')
    ? { rel: 'noopener noreferrer' }
    : address.startsWith('tel:')
      ? { class: 'number' }
      : {}
  return (
    <a href={address} {...more}>
      {children}
    </a>
  )
}

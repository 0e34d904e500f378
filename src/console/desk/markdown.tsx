import type { JSX } from 'preact'

type Inline = string | JSX.Element

const ITEM = /^\s*(?:[-*]|\d+\.)\s+/
/** A link, bold, an address, emphasis, a sign that marks nothing. */
const MARK =
  /\[([^\]]+)\]\(((?:https?|tel|mailto):[^)\s]+)\)|\*\*([^*]+)\*\*|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?»])|(?<![\p{L}\p{N}*])\*([^\s*](?:[^*]*[^\s*])?)\*(?![\p{L}\p{N}*])|\\([\\`*_[\]<>#|])/gu

/** What was said, in Markdown, as a colleague reads it: paragraphs, lists, bold, links. No tag of the text is ever a tag. */
export function Markdown({ text }: { text: string }): JSX.Element {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .map((block) => block.trim())
        .filter(Boolean)
        .map((block) => (
          <Block key={block} lines={block.split('\n')} />
        ))}
    </>
  )
}

function Block({ lines }: { lines: readonly string[] }): JSX.Element {
  if (lines.every((line) => ITEM.test(line))) {
    return (
      <ul>
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(ITEM, ''))}</li>
        ))}
      </ul>
    )
  }
  return (
    <p>
      {lines.flatMap((line, at) => (at ? [<br key={`${at}`} />, ...inline(unmarked(line))] : inline(unmarked(line))))}
    </p>
  )
}

/** Headings and quotes are words like the others here. */
function unmarked(line: string): string {
  return line.replace(/^(?:#+|>)\s*/, '')
}

function inline(text: string): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    const [whole, words, address, strong, bare, stressed, plain] = match
    parts.push(text.slice(from, match.index))
    from = match.index + whole.length
    if (strong) parts.push(<strong>{inline(strong)}</strong>)
    else if (stressed) parts.push(<em>{inline(stressed)}</em>)
    else if (plain) parts.push(plain)
    else parts.push(<Link address={address ?? bare ?? ''}>{words ?? bare ?? ''}</Link>)
  }
  return [...parts, text.slice(from)].filter((part) => part !== '')
}

/** A link that leaves the desk open, and tells nobody where it was followed from. */
export function Link({ address, children }: { address: string; children: string }): JSX.Element {
  const elsewhere = address.startsWith('http') ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return (
    <a href={address} {...elsewhere}>
      {children}
    </a>
  )
}

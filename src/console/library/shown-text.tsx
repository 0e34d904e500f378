import type { JSX } from 'preact'

type Inline = string | JSX.Element

const ITEM = /^\s*(?:[-*]|\d+\.)\s+/
const NUMBERED = /^\s*\d+\.\s+/
const MARK =
  /\[([^\]]+)\]\(((?:https?|tel|mailto):[^)\s]+)\)|\*\*([^*]+)\*\*|(?<!\*)\*([^*\n]+)\*|\[(\d+)\]|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?»])/g

interface Props {
  readonly text: string
  /** Where a reference leads, by its number. */
  readonly sources: ReadonlyMap<number, string>
}

/** What is said, in Markdown, as a person reads it in the chat. No tag of the text is ever a tag. */
export function ShownText({ text, sources }: Props): JSX.Element {
  return (
    <>
      {text
        .split(/\n\s*\n/)
        .map((block) => block.trim())
        .filter(Boolean)
        .flatMap((block) => runsOf(block.split('\n')))
        .map((lines, at) => (
          <Run key={`${at}`} lines={lines} sources={sources} />
        ))}
    </>
  )
}

/** Lines of one kind that stand together: a list may follow its paragraph without an empty line. */
function runsOf(lines: readonly string[]): string[][] {
  const runs: string[][] = []
  let kind = ''
  for (const line of lines) {
    const its = NUMBERED.test(line) ? 'ol' : ITEM.test(line) ? 'ul' : line.startsWith('>') ? 'quote' : 'p'
    if (its === kind) runs.at(-1)?.push(line)
    else runs.push([line])
    kind = its
  }
  return runs
}

function Run({ lines, sources }: { lines: readonly string[]; sources: Props['sources'] }): JSX.Element {
  const [first = ''] = lines
  const items = () => lines.map((line) => <li key={line}>{inline(line.replace(ITEM, ''), sources)}</li>)
  if (NUMBERED.test(first)) return <ol>{items()}</ol>
  if (ITEM.test(first)) return <ul>{items()}</ul>
  const said = lines.flatMap((line, at) => {
    const words = inline(line.replace(/^(?:#+|>)\s*/, ''), sources)
    return at ? [<br key={`${at}`} />, ...words] : words
  })
  return first.startsWith('>') ? <blockquote>{said}</blockquote> : <p>{said}</p>
}

function inline(text: string, sources: Props['sources']): Inline[] {
  const parts: Inline[] = []
  let from = 0
  for (const match of text.matchAll(MARK)) {
    const [whole, words, address, strong, slanted, number, bare] = match
    parts.push(text.slice(from, match.index))
    from = match.index + whole.length
    if (strong) parts.push(<strong>{strong}</strong>)
    else if (slanted) parts.push(<em>{slanted}</em>)
    else if (number) parts.push(<Reference number={Number(number)} sources={sources} />)
    else parts.push(<Away address={address ?? bare ?? ''}>{words ?? bare ?? ''}</Away>)
  }
  return [...parts, text.slice(from)].filter((part) => part !== '')
}

function Reference({ number, sources }: { number: number; sources: Props['sources'] }): JSX.Element {
  const address = sources.get(number)
  return <sup>{address ? <Away address={address}>{`${number}`}</Away> : number}</sup>
}

/** A link that leaves the page open, and tells nobody where it was followed from. */
function Away({ address, children }: { address: string; children: string }): JSX.Element {
  const elsewhere = address.startsWith('http') ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return (
    <a href={address} {...elsewhere}>
      {children}
    </a>
  )
}

/** A sentence as a person hears it, and where it stands in the Markdown. */
export interface Sentence {
  readonly from: number
  readonly to: number
  /** Its words without signs of Markdown; a fact is one word of noughts. */
  readonly words: readonly string[]
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
const SENTENCES = new Intl.Segmenter('fr', { granularity: 'sentence' })
/** After these the sentence goes on, whatever follows. */
const SHORTENED = /(?:^|[\s(])(?:mm?|mes?|drs?|art|boul|av|tél|no|p\.\s?ex|c\.-à-d)\.\s*$/i
const ITEM = /^\s*(?:[-*+•]|\d+[.)])\s+/

/** The sentences of a section. An item of a list is one; quotations are left out, for nobody may reword them. */
export function sentencesOf(body: string): Sentence[] {
  return blocksOf(bare(body)).flatMap(({ from, text }) => {
    const found: { from: number; to: number }[] = []
    for (const { segment, index } of SENTENCES.segment(text)) {
      const before = found.at(-1)
      const end = from + index + segment.length
      if (before && SHORTENED.test(text.slice(before.from - from, index))) before.to = end
      else found.push({ from: from + index, to: end })
    }
    return found.flatMap((place) => sentenceAt(place, text, from))
  })
}

function sentenceAt(place: { from: number; to: number }, text: string, offset: number): Sentence[] {
  const raw = text.slice(place.from - offset, place.to - offset)
  const words = raw.match(WORD) ?? []
  if (words.length === 0) return []
  const from = place.from + (raw.length - raw.trimStart().length)
  return [{ from, to: place.from + raw.trimEnd().length, words }]
}

/** The text without the signs of Markdown and the tokens, every remaining letter at its place. */
export function bare(body: string): string {
  const blank = (words: string) => ' '.repeat(words.length)
  return body
    .replace(/^>.*$/gm, blank)
    .replace(/\[\^[^\]]*\]/g, blank)
    .replace(/\{\{[^}]*\}\}/g, (token) => '0'.repeat(token.length))
    .replace(/!?\[([^\]]*)\]\(([^)]*)\)/g, (link, words: string) => ` ${words}`.padEnd(link.length))
    .replace(/[*_`]+/g, blank)
}

/** Paragraphs and items of lists, line ends as spaces. */
function blocksOf(text: string): { from: number; text: string }[] {
  const blocks: { from: number; text: string }[] = []
  let at = 0
  let isOpen = false
  for (const line of text.split('\n')) {
    const item = ITEM.exec(line)?.[0]
    const last = blocks.at(-1)
    if (!line.trim()) isOpen = false
    else if (last && isOpen && !item) last.text = `${last.text.padEnd(at - last.from)}${line}`
    else {
      blocks.push({ from: at + (item?.length ?? 0), text: line.slice(item?.length ?? 0) })
      isOpen = true
    }
    at += line.length + 1
  }
  return blocks
}

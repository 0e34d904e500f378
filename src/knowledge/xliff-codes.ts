import type { Inline } from 'xliff/js2xliff'
import { TOKEN } from './passages.ts'

/** A token of a text: a reference or a fact stands alone, a link spans its words. */
export interface Code {
  /** What it is, whatever words it spans: `[^plan]`, `{{weekly}}`, `source:mifi`. */
  readonly key: string
  readonly words?: string
}

/** A text as words and codes, in order. */
export function piecesOf(text: string): (string | Code)[] {
  const pieces: (string | Code)[] = []
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) pieces.push(text.slice(at, match.index))
    const [whole, , , words, scheme, target] = match
    pieces.push(words === undefined ? { key: whole } : { key: `${scheme}:${target}`, words })
    at = match.index + whole.length
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}

/** The keys of a text's codes, each once, in order. */
export function keysOf(text: string): string[] {
  return [...new Set(piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.key])))]
}

/** Gives each code of a source and of its target an id: the n-th code of a key has the same id on both sides. */
export function numbered(): (text: string) => readonly Inline[] {
  const ids = new Map<string, string>()
  return (text) => {
    const seen = new Map<string, number>()
    return piecesOf(text).map((piece): Inline => {
      if (typeof piece === 'string') return inXml(piece)
      const nth = (seen.get(piece.key) ?? 0) + 1
      seen.set(piece.key, nth)
      const name = `${piece.key} ${nth}`
      const id = ids.get(name) ?? String(ids.size + 1)
      ids.set(name, id)
      return piece.words === undefined
        ? { Standalone: { id, canDelete: 'no', disp: piece.key, equiv: piece.key } }
        : {
            Span: {
              id,
              canDelete: 'no',
              type: 'link',
              dispStart: '[',
              dispEnd: `](${piece.key})`,
              contents: inXml(piece.words),
            },
          }
    })
  }
}

/** The writer takes `&amp;` for `&`: written twice it stays. */
function inXml(words: string): string {
  return words.replaceAll('&amp;', '&amp;amp;')
}

/** A token as it stands in a text. */
export function tokenOf({ key, words }: Code): string {
  return words === undefined ? key : `[${words}](${key})`
}

/** Whether a key is one of a token of the house. */
export function isKey(key: string, spans: boolean): boolean {
  const token = spans ? `[x](${key})` : key
  return [...token.matchAll(TOKEN)][0]?.[0] === token
}

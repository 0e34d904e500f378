import { piecesOf } from '../knowledge/xliff-codes.ts'

/** Signs that would make another thing of a line: a heading, a quotation of the plan, the end of a head. */
const OTHER_LINE = /^\s*(?:#|>|---)/m
const ITEM = /^\s*(?:[-*]|\d+[.)])\s/gm

/** Whether a translated text has the blocks and the lists of its original, each block with the same tokens. */
export function isKept(original: string, translation: string): boolean {
  const [ours, theirs] = [blocksOf(original), blocksOf(translation)]
  if (ours.length !== theirs.length || OTHER_LINE.test(translation)) return false
  return ours.every((block, at) => {
    const other = theirs[at] ?? ''
    return tokensOf(block) === tokensOf(other) && shapeOf(block) === shapeOf(other)
  })
}

function blocksOf(text: string): string[] {
  return text.split(/\n\s*\n/)
}

function tokensOf(block: string): string {
  return piecesOf(block)
    .flatMap((piece) => (typeof piece === 'string' ? [] : [piece.key]))
    .sort()
    .join()
}

/** How many lines, and how many of them are items of a list; no line is empty. */
function shapeOf(block: string): string {
  const lines = block.split('\n').filter((line) => line.trim())
  return `${lines.length} ${block.match(ITEM)?.length ?? 0}`
}

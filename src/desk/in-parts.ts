/** Where words are best parted, best first: between paragraphs, lines, sentences, words. */
const SEAMS: readonly RegExp[] = [/\n\s*\n/g, /\n/g, /(?<=[.!?…؟])\s/g, /\s/g]

/** Words as parts of at most so many characters, in their order; none is cut where it can be parted. */
export function inParts(words: string, longest: number): readonly string[] {
  const parts: string[] = []
  let rest = words.trim()
  while (rest.length > longest) {
    const end = endOfPart(rest, longest)
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return rest ? [...parts, rest] : parts
}

/** The last of the best seams that leaves no part half empty; without any, as much as there is room for. */
function endOfPart(rest: string, longest: number): number {
  // One more, so that a seam right behind the last character counts.
  const room = rest.slice(0, longest + 1)
  for (const seam of SEAMS) {
    const end = [...room.matchAll(seam)].at(-1)?.index ?? 0
    if (end >= longest / 2) return end
  }
  const isInsideOne = /[\ud800-\udbff]/.test(rest.charAt(longest - 1))
  return isInsideOne ? longest - 1 : longest
}

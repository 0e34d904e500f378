import type { Finding } from './personal.ts'
import { type Context, contextOf } from './personal-context.ts'
import { type Group, type Place, type Seen, SHAPES } from './personal-shapes.ts'
import { isDigits, LONGEST_WORD, type Look, listOf, type Word } from './personal-words.ts'

/** No shape has more groups than this; what goes on longer is looked at again from its next group. */
const MOST_GROUPS = 12

/** Numbers of a person, by the shape of their digits and by the words around them. */
export function findNumbers(message: string, words: readonly Word[], look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < words.length; ) {
    const groups = groupsAt(words, at)
    look(groups.length + 1)
    if (groups.length === 0) {
      at++
      continue
    }
    const seen = firstSeen({ message, words, at, groups, context: onceOnly(words, at, groups.length) })
    const last = words[at + seen.groups - 1]
    const first = words[at]
    if (seen.kind && first && last) findings.push(findingOf(message, words, at, at + seen.groups - 1, seen.kind))
    at += seen.groups
  }
  return findings
}

function onceOnly(words: readonly Word[], at: number, groups: number): () => Context {
  let known: { is: Context } | undefined
  return () => {
    known ??= { is: contextOf(words, at, at + groups - 1) }
    return known.is
  }
}

function firstSeen(place: Place): Seen {
  for (const shape of SHAPES) {
    const seen = shape(place)
    if (seen) return seen
  }
  return { groups: 1 }
}

/** The groups of digits that follow one another from a word on, with nothing between them but spaces, dots, dashes, slashes and brackets. */
function groupsAt(words: readonly Word[], at: number): Group[] {
  const groups: Group[] = []
  for (let next = at; next < words.length && groups.length < MOST_GROUPS; next++) {
    const word = words[next]
    if (!isDigits(word) || word.inAddress || word.text.length > LONGEST_WORD) break
    if (groups.length > 0 && !/^[ .\-()/_·]{0,3}$/.test(word.gap)) break
    groups.push({ digits: word.text, gap: word.gap })
  }
  return groups
}

const EXTENSION = listOf('ext extension extensiones poste post x p anexo int interno تحويلة')

/** The finding, with the bracket or plus before it and the extension after it. */
function findingOf(message: string, words: readonly Word[], from: number, to: number, kind: Finding['kind']): Finding {
  const digits = words
    .slice(from, to + 1)
    .map(({ text }) => text)
    .join('')
  let start = words[from]?.start ?? 0
  while (start > 0 && /[+(]/.test(message[start - 1] ?? '')) start--
  let last = to
  if (kind === 'phone') {
    const word = words[to + 1]
    if (word && /^(ext|extension|poste|x|p)\d{1,6}$/.test(word.plain)) last = to + 1
    else if (
      word &&
      (EXTENSION.has(word.plain) || word.gap.trim() === '#') &&
      isDigits(words[to + 2]) &&
      (words[to + 2]?.text.length ?? 9) <= 6
    )
      last = to + 2
    else if (isDigits(word) && /^ ?#$/.test(word.gap) && word.text.length <= 6) last = to + 1
  }
  const ending = words[last]?.end ?? start
  const written = message.slice(start, ending)
  const end = message[ending] === ')' && written.split('(').length > written.split(')').length ? ending + 1 : ending
  return { start, end, kind, normalised: kind === 'phone' ? national(digits) : digits }
}

/** A telephone as it is compared: its digits, without the 1 of North America. */
export function national(digits: string): string {
  return digits.length === 11 && digits.startsWith('1') ? digits.slice(1) : digits
}

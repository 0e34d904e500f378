import { diffArrays } from 'diff'

/** A stretch of text that stays, went or came. */
export interface Stretch {
  readonly is: 'kept' | 'gone' | 'come'
  readonly words: string
}

/** So many characters of what stays are shown beside a change. */
const BESIDE = 60
/** A stretch that went or came is shown up to so many characters. */
const LONG = 400
/** Where less than this share of the words stays, the two texts are shown one after the other. */
const ALIKE = 0.4

/** What changed between two texts, word by word, with a little of what stands around it; `…` is what is left out. */
export function clippedDifference(before: string, after: string): Stretch[] {
  const stretches = stretchesOf(before, after)
  const kept = stretches.filter(({ is }) => is === 'kept').reduce((sum, { words }) => sum + words.length, 0)
  const shown: readonly Stretch[] =
    kept < ALIKE * Math.max(before.length, after.length)
      ? [
          { is: 'gone', words: before },
          { is: 'come', words: after },
        ]
      : stretches
  return shown.map(({ is, words }, at) => ({
    is,
    words: is === 'kept' ? around(words, at > 0, at < shown.length - 1) : beginning(words, LONG),
  }))
}

/** A space between two changes belongs to both, so that a changed sentence is one change. */
function stretchesOf(before: string, after: string): Stretch[] {
  const parts = diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }) => ({
    is: added ? 'come' : removed ? 'gone' : 'kept',
    words: value.join(''),
  }))
  const stretches: Stretch[] = []
  let [gone, come] = ['', '']
  const close = () => {
    if (gone.trim() || !come.trim()) stretches.push({ is: 'gone', words: gone })
    if (come.trim() || !gone.trim()) stretches.push({ is: 'come', words: come })
    ;[gone, come] = ['', '']
  }
  parts.forEach(({ is, words }, at) => {
    if (is === 'gone') gone += words
    else if (is === 'come') come += words
    else if (/^ +$/.test(words) && gone + come && at < parts.length - 1) {
      gone += words
      come += words
    } else {
      close()
      stretches.push({ is: 'kept', words })
    }
  })
  close()
  return stretches.filter(({ words }) => words)
}

/** Words of any script, dates and numbers, whole; what stands between them by itself. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[-.,:/@'’][\p{L}\p{M}\p{N}]+)*|\s+|[^\p{L}\p{M}\p{N}\s]+/gu) ?? []
}

function around(words: string, hasBefore: boolean, hasAfter: boolean): string {
  const head = hasBefore ? beginning(words, BESIDE) : ''
  const tail = hasAfter ? end(words, BESIDE) : ''
  if (words.length <= head.length + tail.length) return words
  return hasBefore && hasAfter ? `${head}${tail.slice(1)}` : head || tail
}

function beginning(words: string, length: number): string {
  if (words.length <= length) return words
  return `${words.slice(0, length).replace(/\s+\S*$/, '')} …`
}

function end(words: string, length: number): string {
  if (words.length <= length) return words
  return `… ${words.slice(-length).replace(/^\S*\s+/, '')}`
}

/** A measure of the action plan as its page words it, with its actions. */
export interface PlanMeasure {
  readonly number: string
  readonly words: string
  /** What stands between its title and its actions. */
  readonly introduction: string
  readonly actions: readonly { readonly number: string; readonly words: string }[]
}

export interface PlanParts {
  readonly measures: readonly PlanMeasure[]
  /** Every other paragraph. */
  readonly others: readonly string[]
}

const MEASURE = /^(?:mesure\s+)?(\d{1,2})(?:[.)]|\s*[–—:-])\s*(\S.*)$/i
const NUMBERED = /^\s*(?:action\s+)?(\d{1,2})\.(\d{1,2})[.)]?\s*[–—:-]?\s*(\S.*)$/i
const ITEM = /^\s+(?:\d{1,2}[.)]|[•*-])\s+(\S.*)$/
const ORDERED = /^\s+\d{1,2}[.)]\s/

/**
 * The measures of a plan's page, known by their numbers: a measure is a paragraph that begins with its number, its
 * actions are the numbered lines under it. What follows the last action belongs to no measure.
 */
export function planParts(page: string): PlanParts {
  const blocks = page.split(/\n\s*\n/).filter((block) => block.trim())
  const measures: {
    number: string
    words: string
    introduction: string
    actions: { number: string; words: string }[]
  }[] = []
  const others: string[] = []
  for (const [at, block] of blocks.entries()) {
    const lines = block.split('\n').filter((line) => line.trim())
    const open = measures.at(-1)
    const [, number, words] = (lines.length === 1 && MEASURE.exec(lines[0]?.replace(/^#+\s*/, '') ?? '')) || []
    if (number && words && leadsToActions(blocks, at)) {
      measures.push({ number, words: oneLine(words), introduction: '', actions: [] })
    } else if (open && isListOfActions(lines)) {
      for (const line of lines) {
        const [, , own, said] = NUMBERED.exec(line) ?? []
        const action = said ?? ITEM.exec(line)?.[1]
        if (action)
          open.actions.push({ number: `${open.number}.${own ?? open.actions.length + 1}`, words: oneLine(action) })
      }
    } else if (open && open.actions.length === 0) {
      open.introduction = [open.introduction, oneLine(block)].filter(Boolean).join(' ')
    } else {
      others.push(oneLine(block))
    }
  }
  return { measures, others }
}

/** Whether a list of actions comes before the next heading with a number. */
function leadsToActions(blocks: readonly string[], at: number): boolean {
  for (const block of blocks.slice(at + 1, at + 12)) {
    const lines = block.split('\n').filter((line) => line.trim())
    if (isListOfActions(lines)) return true
    if (lines.length === 1 && MEASURE.test(lines[0] ?? '')) return false
  }
  return false
}

function isListOfActions(lines: readonly string[]): boolean {
  return lines.length > 0 && lines.every((line) => ORDERED.test(line) || NUMBERED.test(line))
}

/** Words as they are compared: notes for screen readers, white space and the sign at the end are no part of them. */
function oneLine(words: string): string {
  return words
    .replace(/\s*Cet hyperlien s['’]ouvrira dans une nouvelle fenêtre\s*\.?/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

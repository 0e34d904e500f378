/** A measure that fell since the last run. */
export interface Regression {
  /** Its path in the results: `byLanguage.fr.recall.5`. */
  readonly measure: string
  readonly before: number
  readonly now: number
}

/** Measures that are better when they are smaller. */
const SMALLER = /(^|\.)(ms|dropped|reasons|usage|inventedFigures)(\.|$)/

/** Names what fell by more than the tolerance between two results; times and costs, which vary, are left out. */
export function regressions(before: unknown, now: unknown, tolerance = 0.005): readonly Regression[] {
  const [old, fresh] = [numbersOf(before), numbersOf(now)]
  return [...old].flatMap(([measure, value]) => {
    const next = fresh.get(measure)
    if (next === undefined || SMALLER.test(measure) || /(^|\.)n$/.test(measure)) return []
    return next < value - tolerance ? [{ measure, before: value, now: next }] : []
  })
}

function numbersOf(value: unknown, path = ''): ReadonlyMap<string, number> {
  if (typeof value === 'number') return new Map([[path, value]])
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return new Map()
  return new Map(Object.entries(value).flatMap(([name, part]) => [...numbersOf(part, path ? `${path}.${name}` : name)]))
}

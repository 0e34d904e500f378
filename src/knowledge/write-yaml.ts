import { readYamlText } from '../language/yaml.ts'

/** What YAML is made of. */
export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain }

/** What the house writes on one line, by its name. */
const ON_ONE_LINE = new Set(['text', 'when', 'unless', 'situation'])
const LISTED_ON_ONE_LINE = new Set(['examples'])

/** Whether two values are the same, whatever the order of their names. */
export function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, at) => isSame(each, other[at]))
  }
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return false
  if (Array.isArray(one) || Array.isArray(other)) return false
  const [ones, others] = [Object.entries(one), new Map(Object.entries(other))]
  return ones.length === others.size && ones.every(([key, value]) => others.has(key) && isSame(value, others.get(key)))
}

/** A scalar as it was quoted before, or as plainly as it can stand: it reads back the same inside brackets too. */
export function scalarText(value: Plain, quoted?: string | null): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  if (quoted === 'QUOTE_DOUBLE') return JSON.stringify(value)
  if (quoted === 'QUOTE_SINGLE' && !/[\n\r]/.test(value)) return `'${value.replaceAll("'", "''")}'`
  return standsPlain(value) ? value : JSON.stringify(value)
}

function standsPlain(value: string): boolean {
  if (value !== value.trim() || !/^[^\n\r\t]+$/.test(value) || /^[-?:&*!|>'"%@`#]|: |:$| #|[[\]{},]/.test(value))
    return false
  try {
    return isSame(readYamlText(`[${value}]`), [value]) && isSame(readYamlText(`k: ${value}`), { k: value })
  } catch {
    return false
  }
}

/** A value on one line: `[a, b]`, `{ a: b }`. */
export function flowText(value: Plain): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return scalarText(value)
  const pairs = Object.entries(value).map(([key, inner]) => `${scalarText(key)}: ${flowText(inner)}`)
  return pairs.length ? `{ ${pairs.join(', ')} }` : '{}'
}

/** A value on lines of its own, each ended; lists of short words stay on one line. */
export function blockText(value: Plain, indent: number, itemsOnOneLine = false): string {
  const margin = ' '.repeat(indent)
  if (Array.isArray(value)) {
    return value
      .map((item: Plain) => {
        const isMapping = typeof item === 'object' && item !== null && !Array.isArray(item)
        if (!isMapping || itemsOnOneLine) return `${margin}- ${flowText(item)}\n`
        return `${margin}- ${blockText(item, indent + 2).trimStart()}`
      })
      .join('')
  }
  if (typeof value !== 'object' || value === null) return `${margin}${scalarText(value)}\n`
  return Object.entries(value)
    .map(([key, inner]) => {
      const name = `${margin}${scalarText(key)}:`
      if (staysOnLine(key, inner)) return `${name} ${flowText(inner)}\n`
      return `${name}\n${blockText(inner, indent + 2, LISTED_ON_ONE_LINE.has(key))}`
    })
    .join('')
}

function staysOnLine(key: string, value: Plain): boolean {
  if (typeof value !== 'object' || value === null || ON_ONE_LINE.has(key)) return true
  if (Array.isArray(value))
    return value.every((item) => typeof item === 'string' && item.length < 40 && !/\s/.test(item))
  return Object.keys(value).length === 0
}

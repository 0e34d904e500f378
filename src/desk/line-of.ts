/**
 * The line (1, 2 …) of a YAML text on which a field stands: `week`, `monday`, `1`. Where a part of the path cannot be
 * found, such as an item between brackets, the line of what holds it; 0 where nothing was found.
 */
export function lineOf(text: string, path: readonly string[]): number {
  const lines = text.split(/\r?\n/)
  let found = -1
  let end = lines.length
  for (const part of path) {
    const next = /^\d+$/.test(part) ? itemIn(lines, found, end, Number(part)) : keyIn(lines, found, end, part)
    if (next === undefined) break
    found = next
    end = endOf(lines, next, end)
  }
  return found + 1
}

/** A key of a list's first line stands on the line of the item itself. */
function keyIn(lines: readonly string[], after: number, end: number, key: string): number | undefined {
  const shape = new RegExp(`^\\s*(?:- +)?["']?${key.replace(/[^\w-]/g, '\\$&')}["']?\\s*:`)
  for (let at = Math.max(after, 0); at < end; at += 1) if (shape.test(lines[at] ?? '')) return at
  return undefined
}

function itemIn(lines: readonly string[], after: number, end: number, which: number): number | undefined {
  const items: number[] = []
  for (let at = after + 1; at < end; at += 1) {
    if (/^\s*- /.test(lines[at] ?? '') && indent(lines[at]) <= indent(lines[items[0] ?? at])) items.push(at)
  }
  return items[which]
}

/** A field ends before the next line that is indented no deeper; items of a list may stand as far left as its key. */
function endOf(lines: readonly string[], start: number, end: number): number {
  const depth = indent(lines[start])
  const isItem = /^\s*- /.test(lines[start] ?? '')
  for (let at = start + 1; at < end; at += 1) {
    const line = lines[at] ?? ''
    if (/^\s*(#|$)/.test(line)) continue
    if (indent(line) < depth) return at
    if (indent(line) === depth && (isItem || !/^\s*- /.test(line))) return at
  }
  return end
}

function indent(line: string | undefined): number {
  return /^\s*/.exec(line ?? '')?.[0].length ?? 0
}

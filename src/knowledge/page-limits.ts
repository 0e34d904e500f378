/** The most that is read of a page, in characters. */
const MOST_OF_PAGE = 2_000_000
const MOST_ELEMENTS = 40_000
const MOST_NESTED = 200

const WITHOUT_END = new Set(
  'area base br col embed hr img input link meta source track wbr p li td th tr dt dd option tbody thead tfoot colgroup'.split(
    ' ',
  ),
)
const RAW = new Set(['script', 'style', 'textarea', 'title', 'noscript', 'template', 'xmp', 'iframe'])
const TAG = /<(\/?)([a-z][a-z0-9-]*)/iy

/** Whether HTML is small and flat enough to be read in a moment; told in one pass, before anything parses it. */
export function isReadable(html: string): boolean {
  if (html.length > MOST_OF_PAGE) return false
  const lower = html.toLowerCase()
  let depth = 0
  let elements = 0
  for (let at = lower.indexOf('<'); at >= 0; at = lower.indexOf('<', at)) {
    if (lower.startsWith('<!--', at)) {
      at = lower.indexOf('-->', at + 4)
      if (at < 0) break
      continue
    }
    TAG.lastIndex = at
    const [whole = '<', slash, name = ''] = TAG.exec(lower) ?? []
    at += whole.length
    if (!name) continue
    if (!slash && ++elements > MOST_ELEMENTS) return false
    if (!slash && RAW.has(name)) {
      at = lower.indexOf(`</${name}`, at)
      if (at < 0) break
      at += 2
    } else if (!WITHOUT_END.has(name) && !RAW.has(name)) {
      depth = slash ? Math.max(0, depth - 1) : depth + 1
      if (depth > MOST_NESTED) return false
    }
  }
  return true
}

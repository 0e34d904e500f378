import { type Element, xml2js } from 'xml-js'
import { isKey, tokenOf } from './xliff-codes.ts'

/** A unit of an XLIFF file, its codes as tokens again. */
export interface ReadUnit {
  readonly source: string
  /** Nothing where a part of it has not been translated. */
  readonly target?: string
  /** Codes of which nobody knows what they stood for. */
  readonly unknownCodes: readonly string[]
}

export interface ReadXliff {
  readonly from: string
  readonly to: string
  /** The units by id, by the id of their file. */
  readonly files: ReadonlyMap<string, ReadonlyMap<string, ReadUnit>>
}

/** Reads XLIFF 2; a unit that a tool parted into segments is put together again. Gives a sentence where it cannot be read. */
export function readXliff(xml: string): ReadXliff | { readonly fault: string } {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    return { fault: 'Le fichier contient une déclaration DOCTYPE, qui n’est pas admise.' }
  try {
    const tree = xml2js(xml.replace(/^\uFEFF/, ''), { compact: false, captureSpacesBetweenElements: true }) as Element
    return readRoot(tree.elements?.find((element) => element.name === 'xliff'))
  } catch {
    return { fault: 'Le fichier n’est pas du XML bien formé.' }
  }
}

function readRoot(root: Element | undefined): ReadXliff | { readonly fault: string } {
  const { version = '', srcLang = '', trgLang = '' } = (root?.attributes ?? {}) as Record<string, string>
  if (!root) return { fault: 'Le fichier n’est pas du XLIFF.' }
  if (!/^2\.[0-2]$/.test(version)) return { fault: `C’est du XLIFF ${version}, et non du XLIFF 2.` }
  const files = new Map<string, Map<string, ReadUnit>>()
  for (const file of named(root, 'file')) {
    const units = new Map<string, ReadUnit>()
    for (const unit of unitsIn(file)) units.set(idOf(unit), readUnit(unit))
    files.set(idOf(file), units)
  }
  return { from: srcLang, to: trgLang, files }
}

function named(element: Element, ...names: readonly string[]): Element[] {
  return (element.elements ?? []).filter(({ name }) => name !== undefined && names.includes(name))
}

function idOf(element: Element): string {
  return String(element.attributes?.id ?? '')
}

function unitsIn(element: Element): Element[] {
  return named(element, 'unit', 'group').flatMap((each) => (each.name === 'group' ? unitsIn(each) : [each]))
}

function readUnit(unit: Element): ReadUnit {
  const parts = named(unit, 'segment', 'ignorable').map((part) => ({
    isText: part.name === 'segment',
    source: named(part, 'source')[0],
    target: named(part, 'target')[0],
  }))
  const codes = new Map<string, Element>()
  for (const { source } of parts) if (source) noteCodes(source, codes)
  const unknownCodes: string[] = []
  const said = (element: Element | undefined) => (element ? wordsOf(element, codes, unknownCodes) : '')
  const source = parts.map((part) => said(part.source)).join('')
  unknownCodes.length = 0
  const isWhole = parts.every((part) => part.target || !part.isText || !said(part.source).trim())
  const target = parts.map((part) => said(part.target ?? part.source)).join('')
  return { source, ...(isWhole && target.trim() ? { target } : {}), unknownCodes: isWhole ? unknownCodes : [] }
}

function noteCodes(element: Element, codes: Map<string, Element>): void {
  for (const inner of element.elements ?? []) {
    if (inner.name && /^(ph|pc|sc|ec)$/.test(inner.name) && idOf(inner)) codes.set(idOf(inner), inner)
    noteCodes(inner, codes)
  }
}

/** The words of a source or a target; what a tool only noted about them falls away. */
function wordsOf(element: Element, codes: ReadonlyMap<string, Element>, unknown: string[]): string {
  const inner = (each: Element) => wordsOf(each, codes, unknown)
  return (element.elements ?? [])
    .map((each) => {
      if (each.type === 'text') return String(each.text ?? '')
      if (each.type === 'cdata') return String(each.cdata ?? '')
      if (each.name === 'mrk') return inner(each)
      const original = codes.get(idOf(each))
      if (each.name === 'ph') {
        const key = said(each, 'disp') ?? said(original, 'disp') ?? said(each, 'equiv') ?? ''
        return isKey(key, false) ? tokenOf({ key }) : lost(unknown, each)
      }
      if (each.name === 'pc') {
        const end = said(each, 'dispEnd') ?? said(original, 'dispEnd') ?? ''
        const key = /^\]\((.+)\)$/.exec(end)?.[1] ?? ''
        return isKey(key, true) ? tokenOf({ key, words: inner(each) }) : lost(unknown, each) + inner(each)
      }
      return each.type === 'element' && !/^(sm|em)$/.test(each.name ?? '') ? lost(unknown, each) : ''
    })
    .join('')
}

function said(element: Element | undefined, attribute: string): string | undefined {
  const value = element?.attributes?.[attribute]
  return value === undefined ? undefined : String(value)
}

function lost(unknown: string[], element: Element): string {
  unknown.push(`<${element.name} id="${idOf(element)}">`)
  return ''
}

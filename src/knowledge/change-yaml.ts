import { diffArrays } from 'diff'
import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { readYamlText } from '../language/yaml.ts'
import { blockText, flowText, isSame, type Plain, scalarText } from './write-yaml.ts'

/** Words of a text that give way to others. */
interface Cut {
  readonly from: number
  readonly to: number
  readonly text: string
}

/**
 * The same YAML with other values. What keeps its value keeps its bytes, its comments and its place, so that a reviewer
 * sees only what was changed.
 */
export function changeYaml(text: string, wanted: Plain): string {
  if (isSame(readYamlText(text), wanted)) return text
  const { contents } = parseDocument(text)
  if (!contents) return blockText(wanted, 0)
  const changed = applied(text, cutsOf(contents, wanted, text))
  if (reads(changed, wanted)) return changed
  return rewritten(text, wanted)
}

function reads(text: string, wanted: Plain): boolean {
  try {
    return isSame(readYamlText(text), wanted)
  } catch {
    return false
  }
}

function applied(text: string, cuts: readonly Cut[]): string {
  return [...cuts]
    .reverse()
    .sort((one, other) => other.from - one.from)
    .reduce((whole, { from, to, text: words }) => whole.slice(0, from) + words + whole.slice(to), text)
}

/** Where cuts alone do not do: written anew, its comments kept. */
function rewritten(text: string, wanted: Plain): string {
  const document = parseDocument(text)
  const settle = (path: readonly string[], value: Plain): void => {
    const there = path.length ? document.getIn(path, true) : document.contents
    const isInner = isMap(there) && typeof value === 'object' && value !== null && !Array.isArray(value)
    if (!isInner) return void document.setIn(path, document.createNode(value))
    const goal = value as Readonly<Record<string, Plain>>
    for (const key of there.items.map(keyOf)) if (!(key in goal)) document.deleteIn([...path, key])
    for (const [key, inner] of Object.entries(goal)) settle([...path, key], inner)
  }
  settle([], wanted)
  const written = document.toString({ lineWidth: 0 })
  if (!reads(written, wanted)) throw new Error('The file could not be changed as it was asked: change it by hand.')
  return written
}

function cutsOf(node: Node, wanted: Plain, text: string): Cut[] {
  if (isSame(node.toJSON(), wanted)) return []
  const [from, to] = spanOf(node)
  const isFlow = isCollection(node) && node.flow === true
  if (isScalar(node)) {
    return isPlainObject(wanted) || Array.isArray(wanted)
      ? [{ from, to, text: flowText(wanted) }]
      : [{ from, to, text: scalarText(wanted, node.type) }]
  }
  if (isMap(node) && isPlainObject(wanted)) {
    const keys = node.items.map(keyOf)
    const keepsKeys = keys.length === Object.keys(wanted).length && keys.every((key) => key in wanted)
    if (!isFlow || keepsKeys) return cutsOfMap(node, wanted, text)
  }
  if (isSeq(node) && !isFlow && Array.isArray(wanted) && wanted.length) return cutsOfList(node, wanted, text)
  return [{ from, to, text: flowText(wanted) }]
}

function cutsOfMap(map: YAMLMap, wanted: Readonly<Record<string, Plain>>, text: string): Cut[] {
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair as Pair<Node, Node>]))
  const cuts: Cut[] = []
  const indent = map.items[0] ? columnOf(startOf(map.items[0] as Pair<Node, Node>), text) : 0
  for (const [key, pair] of pairs) {
    if (!(key in wanted)) cuts.push(without(startOf(pair), endOf(pair.value ?? pair.key), text))
  }
  let after: Pair<Node, Node> | undefined
  for (const [key, value] of Object.entries(wanted)) {
    const pair = pairs.get(key)
    if (pair) {
      after = pair
      if (holdsNothing(pair) && !isSame(pair.value?.toJSON() ?? null, value)) {
        const whole = blockText({ [key]: value }, indent).trim()
        cuts.push({ from: startOf(pair), to: endOf(pair.value ?? pair.key), text: whole })
      } else if (pair.value) cuts.push(...cutsOf(pair.value, value, text))
      continue
    }
    const line = blockText({ [key]: value }, indent)
    cuts.push(after ? behind(endOf(after.value ?? after.key), line, text) : before(map, line, text))
  }
  return cuts
}

function cutsOfList(list: YAMLSeq, wanted: readonly Plain[], text: string): Cut[] {
  const items = list.items as Node[]
  const first = items[0]
  if (!first) return [{ from: spanOf(list)[0], to: spanOf(list)[1], text: flowText(wanted) }]
  const indent = /^\s*/.exec(text.slice(lineStart(spanOf(first)[0], text)))?.[0].length ?? 0
  const isFlow = isCollection(first) && first.flow === true
  const line = (value: Plain) => blockText([value], indent, isFlow)
  const cuts: Cut[] = []
  let at = 0
  let removed: Node[] = []
  for (const { value, added, removed: isGone, count } of diffArrays(
    items.map((item) => item.toJSON() as Plain),
    [...wanted],
    { comparator: isSame },
  )) {
    if (isGone) {
      removed = items.slice(at, at + count)
      at += count
      continue
    }
    if (!added) {
      cuts.push(...removed.map((item) => withoutItem(item, text)))
      removed = []
      at += count
      continue
    }
    value.forEach((each, place) => {
      const old = removed[place]
      if (old) {
        cuts.push(...cutsOf(old, each, text))
        return
      }
      const above = items[at - 1]
      cuts.push(above ? behind(endOf(above), line(each), text) : before(list, line(each), text))
    })
    cuts.push(...removed.slice(value.length).map((item) => withoutItem(item, text)))
    removed = []
  }
  cuts.push(...removed.map((item) => withoutItem(item, text)))
  return cuts
}

function withoutItem(item: Node, text: string): Cut {
  return without(spanOf(item)[0], endOf(item), text)
}

/** Takes whole lines away, with the comment that stands right above them. */
function without(start: number, end: number, text: string): Cut {
  let from = lineStart(start, text)
  for (;;) {
    const above = lineStart(from - 1, text)
    if (from === 0 || !/^\s*#/.test(text.slice(above, from))) break
    from = above
  }
  return { from, to: lineEnd(end, text), text: '' }
}

function behind(end: number, line: string, text: string): Cut {
  const at = lineEnd(end, text)
  return { from: at, to: at, text: text[at - 1] === '\n' ? line : `\n${line}` }
}

function before(node: Node, line: string, text: string): Cut {
  const at = lineStart(spanOf(node)[0], text)
  return { from: at, to: at, text: line }
}

/** `facts: {}` and `facts:` are written anew, in the house's way. */
function holdsNothing({ value }: Pair<Node, Node>): boolean {
  return !value || (isCollection(value) && value.items.length === 0) || (isScalar(value) && value.value === null)
}

function isPlainObject(value: Plain): value is Readonly<Record<string, Plain>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function keyOf(pair: Pair): string {
  return String(isScalar(pair.key) ? pair.key.value : pair.key)
}

function startOf(pair: Pair<Node, Node>): number {
  return spanOf(pair.key)[0]
}

function spanOf(node: Node): readonly [number, number] {
  const [from, to] = node.range ?? [0, 0]
  return [from, to]
}

/** Where the last word of a node ends. */
function endOf(node: Node): number {
  if (isCollection(node) && !node.flow) {
    const last = node.items.at(-1)
    if (isMap(node)) {
      const pair = last as Pair<Node, Node> | undefined
      if (pair) return endOf(pair.value ?? pair.key)
    } else if (last) return endOf(last as Node)
  }
  return spanOf(node)[1]
}

function lineStart(at: number, text: string): number {
  return at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
}

function lineEnd(at: number, text: string): number {
  const from = text[at - 1] === '\n' ? at - 1 : at
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end + 1
}

function columnOf(at: number, text: string): number {
  return at - lineStart(at, text)
}

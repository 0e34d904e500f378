import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const HOUSE = fileURLToPath(new URL('..', import.meta.url))

/** Floors from the ground up; a floor imports itself and what is below it. Edges stand side by side on top. */
const FLOORS: readonly (readonly string[])[] = [
  ['src/language'],
  ['src/knowledge'],
  ['src/dialog', 'src/answer'],
  ['src/conversation'],
  ['src/desk'],
  ['src/channel', 'src/console', 'src/store', 'src/model', 'src/page'],
]

/** Packages that only some places may import. */
const KEPT: readonly { readonly what: RegExp; readonly where: RegExp }[] = [
  { what: /^botbuilder/, where: /^src\/channel\// },
  { what: /^restify$/, where: /^src\/(server\.ts$|channel\/|console\/|page\/)/ },
  { what: /^(langchain|@langchain\/)/, where: /^src\/model\// },
  { what: /^(kysely|libsql|pg)$/, where: /^src\/store\// },
]

interface Import {
  readonly from: string
  readonly to: string
}

function filesIn(folder: string): string[] {
  return readdirSync(join(HOUSE, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (statSync(join(HOUSE, path)).isDirectory()) return filesIn(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
}

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, to = '']) => ({
    from: path,
    to: to.startsWith('.') ? relative(HOUSE, join(HOUSE, dirname(path), to)) : to,
  }))
}

function floorOf(path: string): number {
  return FLOORS.findIndex((places) => places.some((place) => path.startsWith(`${place}/`)))
}

function placeOf(path: string): string | undefined {
  return FLOORS.flat().find((place) => path.startsWith(`${place}/`))
}

/** What an import does that the house does not allow, or nothing. */
function faultOf({ from, to }: Import): string | undefined {
  const kept = KEPT.find(({ what }) => what.test(to))
  if (kept && from.startsWith('src/') && !kept.where.test(from)) return `${from} imports ${to}, which is kept elsewhere`
  if (from.startsWith('dialogs/') && /^src\//.test(to) && !/^src\/dialog\/(define|kinds)\.ts$/.test(to))
    return `${from} imports ${to}`
  if (!from.startsWith('src/') || !/^(src|dialogs)\//.test(to)) return undefined
  const here = placeOf(from)
  if (!here) return undefined
  if (to.startsWith('dialogs/')) return `${from} imports ${to}: only the roof knows the dialogs`
  const there = placeOf(to)
  if (!there) return `${from} imports the roof: ${to}`
  if (here === there) return undefined
  return floorOf(to) < floorOf(from) ? undefined : `${from} imports ${to}, which is not below it`
}

function cycleIn(imports: readonly Import[]): string | undefined {
  const graph = grouped(imports)
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): string | undefined => {
    if (way.includes(path)) return [...way.slice(way.indexOf(path)), path].join(' → ')
    if (done.has(path)) return undefined
    for (const { to } of graph.get(path) ?? []) {
      const found = walk(to, [...way, path])
      if (found) return found
    }
    done.add(path)
    return undefined
  }
  for (const path of graph.keys()) {
    const found = walk(path, [])
    if (found) return found
  }
  return undefined
}

function grouped(imports: readonly Import[]): Map<string, Import[]> {
  const groups = new Map<string, Import[]>()
  for (const each of imports) groups.set(each.from, [...(groups.get(each.from) ?? []), each])
  return groups
}

const FILES = [...filesIn('src'), ...filesIn('dialogs')]
const IMPORTS = FILES.flatMap((path) => importsOf(path, readFileSync(join(HOUSE, path), 'utf8')))
/** Imports that remain when the program runs: types alone make no cycle. */
const RUNNING = FILES.flatMap((path) =>
  importsOf(path, readFileSync(join(HOUSE, path), 'utf8').replace(/^import type [\s\S]*?from '[^']+'$/gm, '')),
)

describe('the floors of the house', () => {
  it('import only what is below them', () => {
    expect(IMPORTS.flatMap((each) => faultOf(each) ?? [])).toEqual([])
  })

  it('know no cycle', () => {
    expect(cycleIn(RUNNING)).toBeUndefined()
  })

  it.each([
    ['an upward import', { from: 'src/knowledge/read.ts', to: 'src/answer/answer.ts' }],
    ['an edge in an edge', { from: 'src/channel/bot.ts', to: 'src/store/store.ts' }],
    ['asking and answering', { from: 'src/dialog/walk.ts', to: 'src/answer/answer.ts' }],
    ['the roof', { from: 'src/store/store.ts', to: 'src/main.ts' }],
    ['dialogs in src', { from: 'src/conversation/hear.ts', to: 'dialogs/index.ts' }],
    ['botbuilder outside channel', { from: 'src/conversation/hear.ts', to: 'botbuilder' }],
    ['a model client outside model', { from: 'src/answer/compose.ts', to: '@langchain/openai' }],
    ['SQL outside store', { from: 'src/desk/desk.ts', to: 'kysely' }],
  ])('would not let %s pass', (_name, planted) => {
    expect(faultOf(planted)).toBeDefined()
  })

  it('would not let a cycle pass', () => {
    expect(
      cycleIn([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'a' },
      ]),
    ).toBe('a → b → c → a')
  })

  it('keep the environment in settings.ts and the clock out of the lower floors', () => {
    const reading = FILES.filter(
      (path) => path !== 'src/settings.ts' && /process\.env/.test(readFileSync(join(HOUSE, path), 'utf8')),
    )
    expect(reading).toEqual([])
    const clocks = FILES.filter(
      (path) =>
        floorOf(path) >= 0 &&
        floorOf(path) < 5 &&
        /new Date\(\)|Date\.now\(\)/.test(readFileSync(join(HOUSE, path), 'utf8')),
    )
    expect(clocks).toEqual([])
  })
})

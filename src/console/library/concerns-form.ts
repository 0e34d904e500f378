import type { Stage } from '../../knowledge/concern.ts'
import { STAGES } from '../../knowledge/concern.ts'
import { isSame, type Plain } from '../../knowledge/write-yaml.ts'

/** A case as a form holds it: answers as `name=value`. */
export interface CaseForm {
  readonly stage: Stage
  readonly when: readonly string[]
  readonly unless: readonly string[]
}
export const OUTCOMES = [...STAGES, 'false', 'untold'] as const
export interface ExampleForm {
  readonly situation: readonly string[]
  readonly concerned: (typeof OUTCOMES)[number]
  readonly because: string
}

type Mapping = Readonly<Record<string, Plain>>
const PAIR = /^[a-z][a-z-]*=[a-z0-9.-]+$/

/** Conditions out of about.yaml for a form; what is not there is empty. */
export function readConcerns(concerns: Plain | undefined): {
  readonly cases: readonly CaseForm[]
  readonly examples: readonly ExampleForm[]
} {
  const { cases, examples } = mapping(concerns)
  return {
    cases: listOf(cases).map((each) => {
      const { stage, when, unless } = mapping(each)
      return { stage: stageOf(String(stage)), when: asPairs(when), unless: asPairs(unless) }
    }),
    examples: listOf(examples).map((each) => {
      const { situation, concerned, because } = mapping(each)
      return { situation: asPairs(situation), concerned: outcomeOf(String(concerned)), because: String(because ?? '') }
    }),
  }
}

/** Conditions as a form has them now, over what they were: what reads the same stays as it was written. */
export function concernsFrom(form: URLSearchParams, before: Plain | undefined, isByHand: boolean): Plain | undefined {
  if (form.get('concerns') !== 'drawn') return before
  const { cases, examples } = mapping(before)
  const gone = new Set(isByHand ? form.getAll('remove') : [])
  const kept = <Item>(
    old: readonly Plain[],
    name: string,
    read: (name: string) => Item,
    write: (item: Item) => Plain,
    was: (item: Plain) => Item,
  ) =>
    old.flatMap((each, at) => {
      if (gone.has(`${name}.${at}`)) return []
      const now = read(`${name}.${at}`)
      return [isSame(was(each), now) ? each : write(now)]
    })
  const nowCases = kept(
    listOf(cases),
    'case',
    (name) => caseIn(form, name),
    writtenCase,
    (each) => caseOf(each),
  )
  const nowExamples = kept(
    listOf(examples),
    'example',
    (name) => exampleIn(form, name),
    writtenExample,
    (each) => exampleOf(each),
  )
  const fresh = isByHand ? caseIn(form, 'new.case') : undefined
  const freshExample = isByHand ? exampleIn(form, 'new.example') : undefined
  const allCases = fresh && (fresh.when.length || fresh.unless.length) ? [...nowCases, writtenCase(fresh)] : nowCases
  const allExamples = freshExample?.situation.length ? [...nowExamples, writtenExample(freshExample)] : nowExamples
  if (allCases.length === 0 && allExamples.length === 0) return undefined
  return { cases: raised(allCases, isByHand ? form.get('then') : null), examples: allExamples }
}

/** A case that was asked to come before the one above it. */
function raised(cases: readonly Plain[], then: string | null): readonly Plain[] {
  const at = Number(/^up\.(\d+)$/.exec(then ?? '')?.[1] ?? 0)
  const [above, each] = [cases[at - 1], cases[at]]
  if (above === undefined || each === undefined) return cases
  return cases.with(at - 1, each).with(at, above)
}

/** Answers by question, in the order in which they were given. */
export function pairsOf(
  pairs: readonly string[],
): readonly { readonly name: string; readonly values: readonly string[] }[] {
  const byName = new Map<string, string[]>()
  for (const pair of pairs) {
    const [name = '', value = ''] = pair.split('=')
    byName.set(name, [...(byName.get(name) ?? []), value])
  }
  return [...byName].map(([name, values]) => ({ name, values }))
}

function caseOf(each: Plain): CaseForm {
  return readConcerns({ cases: [each] }).cases[0] ?? { stage: 'later', when: [], unless: [] }
}

function exampleOf(each: Plain): ExampleForm {
  return readConcerns({ examples: [each] }).examples[0] ?? { situation: [], concerned: 'now', because: '' }
}

function caseIn(form: URLSearchParams, name: string): CaseForm {
  return {
    stage: stageOf(form.get(`${name}.stage`)),
    when: pairsIn(form, `${name}.when`),
    unless: pairsIn(form, `${name}.unless`),
  }
}

function exampleIn(form: URLSearchParams, name: string): ExampleForm {
  return {
    situation: pairsIn(form, `${name}.situation`),
    concerned: outcomeOf(form.get(`${name}.concerned`)),
    because: /^[a-z][a-z-]*$/.exec(form.get(`${name}.because`) ?? '')?.[0] ?? '',
  }
}

function pairsIn(form: URLSearchParams, name: string): readonly string[] {
  return [...new Set(form.getAll(name).filter((pair) => PAIR.test(pair)))]
}

function writtenCase({ stage, when, unless }: CaseForm): Plain {
  return { stage, when: condition(when), ...(unless.length ? { unless: condition(unless) } : {}) }
}

function writtenExample({ situation, concerned, because }: ExampleForm): Plain {
  return {
    situation: Object.fromEntries(pairsOf(situation).map(({ name, values }) => [name, values.at(-1) ?? ''])),
    concerned: concerned === 'false' ? false : concerned,
    ...(because ? { because } : {}),
  }
}

function condition(pairs: readonly string[]): Plain {
  return Object.fromEntries(
    pairsOf(pairs).map(({ name, values }) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

function asPairs(condition: Plain | undefined): readonly string[] {
  return Object.entries(mapping(condition)).flatMap(([name, values]) =>
    (Array.isArray(values) ? values : [values]).map((value) => `${name}=${String(value)}`),
  )
}

function stageOf(asked: string | null): Stage {
  return STAGES.find((stage) => stage === asked) ?? 'later'
}

function outcomeOf(asked: string | null): ExampleForm['concerned'] {
  return OUTCOMES.find((outcome) => outcome === asked) ?? 'now'
}

function mapping(value: Plain | undefined): Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Mapping) : {}
}

function listOf(value: Plain | undefined): readonly Plain[] {
  return Array.isArray(value) ? value : []
}

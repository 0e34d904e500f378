import type { Article } from './article.ts'
import { type Concern, type ConcernCase, type Concerns, concernOf } from './concern.ts'
import type { Content } from './content.ts'
import type { Finding } from './finding.ts'

/** The names of a situation with the values that each may have; `any` where its values are not ours to list. */
export type Vocabulary = Readonly<Record<string, readonly string[] | 'any'>>

type Example = Concerns['examples'][number]
type Condition = Readonly<Record<string, readonly string[]>>

/** What a person may answer to anything, in an example. */
const UNSAID = 'skipped'

/** Conditions that do not keep their word: an example that does not hold, a case that no situation can reach. */
export function checkConcerns(content: Pick<Content, 'articles'>): Finding[] {
  return eachConcerns(content, (concerns, file) => [
    ...concerns.examples.flatMap((example, at) => examplesThatFail(concerns, example, file, at)),
    ...concerns.cases.flatMap((each, at) => unreachable(each, concerns.cases.slice(0, at), file, at)),
  ])
}

/** Names and values of conditions and examples that no question gives. */
export function unknownNames(content: Pick<Content, 'articles'>, vocabulary: Vocabulary): Finding[] {
  return eachConcerns(content, ({ cases, examples }, file) => [
    ...cases.flatMap(({ when, unless = {} }, at) =>
      [...spoken(when), ...spoken(unless)].flatMap((said) => unknown(said, vocabulary, file, casePlace(at))),
    ),
    ...examples.flatMap(({ situation, because }, at) =>
      [
        ...Object.entries(situation).filter(([, value]) => value !== UNSAID),
        ...(because === undefined ? [] : [[because, undefined] as const]),
      ].flatMap((said) => unknown(said, vocabulary, file, examplePlace(at))),
    ),
  ])
}

function eachConcerns(
  { articles }: Pick<Content, 'articles'>,
  look: (concerns: Concerns, file: string) => Finding[],
): Finding[] {
  return articles.flatMap(({ about, folder, id }: Article) =>
    about.concerns ? look(about.concerns, `${folder}/${id}/about.yaml`) : [],
  )
}

function examplesThatFail(concerns: Concerns, example: Example, file: string, at: number): Finding[] {
  const concern = concernOf(concerns, example.situation)
  if (holds(example, concern)) return []
  return [
    {
      rule: 'concern-example',
      severity: 'error',
      file,
      place: examplePlace(at),
      sentence: `The example expects « ${tellExample(example)} », but the cases give « ${tellConcern(concern)} ».`,
      remedy: 'Correct the example, or the case that decides.',
    },
  ]
}

function holds({ concerned, because }: Example, concern: Concern): boolean {
  switch (concern.is) {
    case 'concerned':
      return concerned === concern.stage && (because === undefined || concern.because.includes(because))
    case 'ruled-out':
      return concerned === false && (because === undefined || because === concern.because)
    case 'untold':
      return concerned === 'untold' && (because === undefined || concern.missing.includes(because))
  }
}

function tellExample({ concerned, because }: Example): string {
  const outcome = concerned === false ? 'ruled out' : concerned
  return because === undefined ? outcome : `${outcome}, ${because}`
}

function tellConcern(concern: Concern): string {
  if (concern.is === 'concerned') return [concern.stage, ...concern.because].join(', ')
  if (concern.is === 'ruled-out') return `ruled out, ${concern.because}`
  return `untold, ${concern.missing.join(', ')}`
}

/** A case whose own conditions clash, or that an earlier case always answers before. */
function unreachable(each: ConcernCase, earlier: readonly ConcernCase[], file: string, at: number): Finding[] {
  const clash = Object.keys(each.when).find((name) => left(each, name)?.length === 0)
  if (clash !== undefined) {
    return [
      {
        rule: 'concern-contradiction',
        severity: 'error',
        file,
        place: casePlace(at),
        sentence: `No situation can reach this case: « unless » refuses every « ${clash} » that « when » accepts.`,
        remedy: `Take « ${clash} » out of one of the two.`,
      },
    ]
  }
  const before = earlier.findIndex((other) => covers(other, each))
  if (before < 0) return []
  return [
    {
      rule: 'concern-hidden',
      severity: 'error',
      file,
      place: casePlace(at),
      sentence: `No situation can reach this case: ${casePlace(before)} holds wherever it does, and comes first.`,
      remedy: 'Put the narrower case first, or take one away.',
    },
  ]
}

/** The values of a name under which a case may hold; nothing where the name does not decide. */
function left({ when, unless = {} }: ConcernCase, name: string): readonly string[] | undefined {
  return when[name]?.filter((value) => !unless[name]?.includes(value))
}

/** Whether a case holds in every situation in which the other does. */
function covers(first: ConcernCase, other: ConcernCase): boolean {
  const accepts = Object.entries(first.when).every(([name, accepted]) =>
    left(other, name)?.every((value) => accepted.includes(value)),
  )
  const refuses = Object.entries(first.unless ?? {}).every(
    ([name, refused]) =>
      refused.every((value) => other.unless?.[name]?.includes(value)) ||
      left(other, name)?.every((value) => !refused.includes(value)),
  )
  return accepts && refuses
}

function spoken(condition: Condition): (readonly [string, string])[] {
  return Object.entries(condition).flatMap(([name, values]) => values.map((value) => [name, value] as const))
}

function unknown(
  [name, value]: readonly [string, string | undefined],
  vocabulary: Vocabulary,
  file: string,
  place: string,
): Finding[] {
  const values = vocabulary[name]
  if (values === undefined) {
    return [
      {
        rule: 'concern-name',
        severity: 'error',
        file,
        place,
        sentence: `No question is called « ${name} ».`,
        remedy: `Use one of: ${Object.keys(vocabulary).join(', ')}.`,
      },
    ]
  }
  if (value === undefined || values === 'any' || values.includes(value)) return []
  return [
    {
      rule: 'concern-value',
      severity: 'error',
      file,
      place,
      sentence: `The question « ${name} » has no answer « ${value} ».`,
      remedy: values.length > 12 ? 'Use one of its answers.' : `Use one of: ${values.join(', ')}.`,
    },
  ]
}

function casePlace(at: number): string {
  return `concerns, case ${at + 1}`
}

function examplePlace(at: number): string {
  return `concerns, example ${at + 1}`
}

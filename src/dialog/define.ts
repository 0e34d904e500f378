import type { Situation } from './situation.ts'

/** A named predicate over a situation. */
export type Rule = (situation: Situation) => boolean

/** Where a dialog stops. */
export type Ending =
  | { readonly end: 'articles'; readonly articles: readonly string[] }
  | { readonly end: 'plan'; readonly kinds?: readonly string[] }
  | { readonly end: 'counsellor'; readonly reason: string }
  | { readonly end: 'dialog'; readonly dialog: string }

/** Where an answer leads: to another question, or to an ending. */
export type Target<Name extends string> = Name | Ending

/** One case of a route: the first that holds, wins. */
export interface Case<Name extends string> {
  /** Holds where the question was answered so. */
  readonly is?: string
  /** Holds where the rule does. */
  readonly when?: Rule
  readonly to: Target<Name>
}

/** The names of questions among ways on; endings name none. */
export type NamesIn<Way> = Way extends string ? Way : Way extends Case<infer Name> ? Name : never

/** A question of a dialog: its kind, and where its answers lead. */
export interface Question<Name extends string> {
  readonly kind: 'choice' | 'occupation'
  /** The values that a choice accepts, in the order in which they are shown. */
  readonly options: readonly string[]
  readonly routes: readonly Case<Name>[]
}

/** A dialog: a table of questions. The first one is where it begins. */
export interface Dialog {
  readonly id: string
  readonly questions: Readonly<Record<string, Question<string>>>
  readonly first: string
}

/** Makes a dialog of a table. A route to a question that is not in the table does not compile. */
export function dialog<Name extends string>(
  id: string,
  questions: Readonly<Record<Name, Question<NoInfer<Name>>>>,
): Dialog {
  const [first] = Object.keys(questions)
  if (!first) throw new Error(`The dialog « ${id} » asks nothing.`)
  return { id, questions, first }
}

/** Ends by showing articles, best first. */
export function show(...articles: [string, ...string[]]): Ending {
  return { end: 'articles', articles }
}

/** Ends in a plan: every article whose conditions fit the situation; only of some kinds where they are named. */
export function plan(...kinds: string[]): Ending {
  return kinds.length ? { end: 'plan', kinds } : { end: 'plan' }
}

/** Ends with a person. */
export function toCounsellor(reason: string): Ending {
  return { end: 'counsellor', reason }
}

/** Goes on in another dialog; what was said is kept. */
export function goTo(other: string): Ending {
  return { end: 'dialog', dialog: other }
}

/** A case that holds where its rule does. */
export function when<const To extends string | Ending>(rule: Rule, to: To): Case<NamesIn<To>> {
  return { when: rule, to: to as Target<NamesIn<To>> }
}

/** The case that holds where no other does; it stands last. */
export function otherwise<const To extends string | Ending>(to: To): Case<NamesIn<To>> {
  return { to: to as Target<NamesIn<To>> }
}

import type { Case, Question, Target } from './define.ts'
import { SKIPPED } from './situation.ts'

/** What every kind of question can do: lead on. */
interface Asking {
  /** Leads on whatever is answered, or by cases of which the first that holds wins. */
  then<const Name extends string>(...to: readonly (Target<Name> | Case<Name>)[]): Question<Name>
}

/** A question with a few values to choose from. */
export interface Choosing<Option extends string> extends Asking {
  /** Leads on by the value chosen; whoever would rather not say takes `skipped`. */
  by<const Name extends string>(routes: Readonly<Record<Option | 'skipped', Target<Name>>>): Question<Name>
}

/** A choice among values; their words stand in the dialog's YAML. */
export function choice<const Option extends string>(...options: readonly Option[]): Choosing<Option> {
  return {
    then: (...to) => ({ kind: 'choice', options, routes: casesOf(to) }),
    by: (routes) => ({
      kind: 'choice',
      options,
      routes: [...options, SKIPPED].map((option) => ({ is: option, to: routes[option] })),
    }),
  }
}

/** Yes or no. */
export function yesNo(): Choosing<'yes' | 'no'> {
  return choice('yes', 'no')
}

/** A trade or profession in the person's own words, recognised and confirmed. */
export function occupation(): Asking {
  return { then: (...to) => ({ kind: 'occupation', options: [], routes: casesOf(to) }) }
}

function casesOf<Name extends string>(to: readonly (Target<Name> | Case<Name>)[]): readonly Case<Name>[] {
  return to.map((each) => (typeof each === 'object' && 'to' in each ? each : { to: each }))
}

import type { Case, Ending, NamesIn, Question } from './define.ts'
import { SKIPPED } from './situation.ts'

/** A way on: a question by name, an ending, or a case of either. */
type Way = string | Ending | Case<string>

/** What every kind of question can do: lead on. */
interface Asking {
  /** Leads on whatever is answered, or by cases of which the first that holds wins. */
  then<const To extends readonly Way[]>(...to: To): Question<NamesIn<To[number]>>
}

/** A question with a few values to choose from. */
export interface Choosing<Option extends string> extends Asking {
  /** Leads on by the value chosen; whoever would rather not say takes `skipped`. */
  by<const Routes extends Readonly<Record<Option | 'skipped', string | Ending>>>(
    routes: Routes,
  ): Question<NamesIn<Routes[keyof Routes]>>
}

/** A choice among values; their words stand in the dialog's YAML. */
export function choice<const Option extends string>(...options: readonly Option[]): Choosing<Option> {
  return {
    then: (...to) => question('choice', options, casesOf(to)),
    by: (routes) => {
      const ways: Readonly<Record<string, string | Ending>> = routes
      return question(
        'choice',
        options,
        [...options, SKIPPED].flatMap((option) => {
          const to = ways[option]
          return to === undefined ? [] : [{ is: option, to }]
        }),
      )
    },
  }
}

/** Yes or no. */
export function yesNo(): Choosing<'yes' | 'no'> {
  return choice('yes', 'no')
}

/** A trade or profession in the person's own words, recognised and confirmed. */
export function occupation(): Asking {
  return { then: (...to) => question('occupation', [], casesOf(to)) }
}

function casesOf(to: readonly Way[]): readonly Case<string>[] {
  return to.map((each) => (typeof each === 'object' && 'to' in each ? each : { to: each }))
}

/** The names that routes lead to are known to the compiler by the callers' types alone. */
function question<Name extends string>(
  kind: Question<Name>['kind'],
  options: readonly string[],
  routes: readonly Case<string>[],
): Question<Name> {
  return { kind, options, routes: routes as readonly Case<Name>[] }
}

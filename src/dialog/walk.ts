import type { Case, Dialog, Ending } from './define.ts'
import { isAsked, type Situation } from './situation.ts'

/** Where a person stands in a dialog: at a question, or at its end. */
export type Standing =
  | { readonly at: 'question'; readonly question: string; readonly asked: readonly string[] }
  | { readonly at: 'ending'; readonly ending: Ending; readonly asked: readonly string[] }

/**
 * Derives where a person stands from what they said: the table is walked from its first question
 * while there are answers. `asked` are the questions passed, in order. Never longer than the table.
 */
export function walk(dialog: Dialog, situation: Situation): Standing {
  const asked: string[] = []
  let name = dialog.first
  for (;;) {
    const question = dialog.questions[name]
    if (!question)
      throw new Error(`The dialog « ${dialog.id} » leads to the question « ${name} », which it does not have.`)
    if (!isAsked(situation, name)) return { at: 'question', question: name, asked }
    if (asked.includes(name)) throw new Error(`The dialog « ${dialog.id} » comes back to « ${name} » without end.`)
    asked.push(name)
    const route = question.routes.find((each) => holds(each, name, situation))
    if (!route)
      throw new Error(`The question « ${name} » of « ${dialog.id} » leads nowhere for « ${situation[name]} ».`)
    if (typeof route.to !== 'string') return { at: 'ending', ending: route.to, asked }
    name = route.to
  }
}

function holds(route: Case<string>, question: string, situation: Situation): boolean {
  if (route.is !== undefined) return situation[question] === route.is
  return route.when ? route.when(situation) : true
}

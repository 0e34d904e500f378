import { dialog, goTo, otherwise, plan, when } from '../../src/dialog/define.ts'
import { occupation } from '../../src/dialog/kinds.ts'
import { french, money, progress, status, trained, where, who } from '../questions/questions.ts'
import { isInQuebec, needsNoPermit } from '../questions/rules.ts'
import { needsNoMoneyQuestion } from './rules.ts'

/** The main one: from « I was trained abroad » to a plan. Who helps somebody answers for that person. */
export const myPath = dialog('my-path', {
  who: who.by({
    person: 'where',
    helper: 'where',
    employer: goTo('employer'),
    regulator: goTo('regulator'),
    skipped: 'where',
  }),
  where: where.then(when(isInQuebec, 'status'), otherwise('trade')),
  status: status.then('trade'),
  trade: occupation().then('trained'),
  trained: trained.then(when(needsNoPermit, 'french'), otherwise('progress')),
  progress: progress.then('french'),
  french: french.then(when(needsNoMoneyQuestion, plan()), otherwise('money')),
  money: money.then(plan()),
})

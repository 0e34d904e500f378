import { dialog, otherwise, plan, show, when } from '../../src/dialog/define.ts'
import { occupation } from '../../src/dialog/kinds.ts'
import { money as need, progress, status, trained, where } from '../questions/questions.ts'
import { isInQuebec, needsNoPermit } from '../questions/rules.ts'

/** Which aid could concern the person, which not, and why. Aid for a French course is another counter. */
export const money = dialog('money', {
  money: need.by({
    training: 'where',
    fees: 'where',
    'french-course': show('french-course-aid', 'french-full-time', 'francisation-quebec', 'mifi'),
    living: 'where',
    none: 'where',
    skipped: 'where',
  }),
  where: where.then(when(isInQuebec, 'status'), otherwise('trade')),
  status: status.then('trade'),
  trade: occupation().then('trained'),
  trained: trained.then(when(needsNoPermit, plan('program', 'contact')), otherwise('progress')),
  progress: progress.then(plan('program', 'contact')),
})

import { dialog, otherwise, plan, show, when } from '../../src/dialog/define.ts'
import { occupation } from '../../src/dialog/kinds.ts'
import { money as need, progress, status, trained, where } from '../questions/questions.ts'
import { isInQuebec, needsNoPermit, trainedInCanada } from '../questions/rules.ts'
import { mayFindAid } from './rules.ts'

const overview = show('paffarc', 'recognition-loans', 'tuition-exemption', 'services-quebec', 'mifi')

/** Which aid could concern the person, which not, and why. Aid for a French course is another counter. */
export const money = dialog('money', {
  money: need.by({
    training: 'where',
    fees: 'where',
    'french-course': show('french-course-aid', 'french-full-time', 'francisation-quebec', 'mifi'),
    living: 'where',
    none: overview,
    skipped: overview,
  }),
  where: where.then(when(isInQuebec, 'status'), otherwise('trade')),
  status: status.then('trade'),
  trade: occupation().then('trained'),
  trained: trained.then(
    when(trainedInCanada, overview),
    when(needsNoPermit, show('recognition-loans', 'services-quebec', 'mifi')),
    otherwise('progress'),
  ),
  progress: progress.then(when(mayFindAid, plan('program', 'contact')), otherwise(overview)),
})

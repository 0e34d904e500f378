import { dialog, otherwise, show, when } from '../../src/dialog/define.ts'
import { goal, french as level, pace, status, where } from '../questions/questions.ts'
import { asksForAsylum, isAbroad, isInCanadaOutsideQuebec, needsFrenchFirst } from '../questions/rules.ts'
import { isForAnOrder, learnsFromAbroad, mayHaveProof } from './rules.ts'

/** The French service that fits: for an order, from abroad, full time, part time, online or at work. */
export const french = dialog('french', {
  goal: goal.then('where'),
  where: where.then(
    when(isForAnOrder, 'french'),
    when(isAbroad, show('french-from-abroad', 'french-online', 'francisation-quebec', 'mifi')),
    when(isInCanadaOutsideQuebec, show('francisation-quebec', 'french-online', 'mifi')),
    otherwise('pace'),
  ),
  french: level.then(
    when(mayHaveProof, show('french-for-orders', 'oqlf', 'regulated-professions')),
    when(learnsFromAbroad, show('french-for-orders', 'french-from-abroad', 'francisation-quebec', 'oqlf')),
    when(needsFrenchFirst, show('french-for-orders', 'francisation-quebec', 'restrictive-permit', 'oqlf')),
    otherwise(show('french-for-orders', 'restrictive-permit', 'oqlf')),
  ),
  pace: pace.by({
    'full-time': 'status',
    'part-time': show('french-part-time', 'french-course-aid', 'francisation-quebec', 'mifi'),
    online: show('french-online', 'francisation-quebec', 'mifi'),
    workplace: show('french-workplace', 'francisation-quebec', 'mifi'),
    skipped: show('francisation-quebec', 'french-full-time', 'french-part-time', 'mifi'),
  }),
  status: status.then(
    when(asksForAsylum, show('french-part-time', 'french-course-aid', 'francisation-quebec', 'mifi')),
    otherwise(show('french-full-time', 'french-course-aid', 'francisation-quebec', 'mifi')),
  ),
})

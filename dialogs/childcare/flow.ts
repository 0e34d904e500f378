import { dialog, otherwise, show, when } from '../../src/dialog/define.ts'
import { yesNo } from '../../src/dialog/kinds.ts'
import { trained } from '../questions/questions.ts'
import { trainedInCanada } from '../questions/rules.ts'

/** Becoming a qualified early childhood educator. */
export const childcare = dialog('childcare', {
  diploma: yesNo().by({
    yes: 'trained',
    no: show('childcare-educator', 'prior-learning', 'services-quebec', 'mifi'),
    skipped: 'trained',
  }),
  trained: trained.then(
    when(trainedInCanada, show('childcare-educator', 'qualifications-quebec', 'services-quebec')),
    otherwise(show('childcare-educator', 'comparative-evaluation', 'qualifications-quebec', 'mifi')),
  ),
})

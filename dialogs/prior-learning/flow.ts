import { dialog, show } from '../../src/dialog/define.ts'
import { choice, yesNo } from '../../src/dialog/kinds.ts'
import { worksite } from '../questions/questions.ts'

/** What experience can lead to: a Québec diploma (RAC), a certificate (RCMO), or the road to a permit. */
export const priorLearning = dialog('prior-learning', {
  aim: choice('diploma', 'certificate', 'permit').by({
    diploma: 'years',
    certificate: 'worksite',
    permit: show('regulated-professions', 'prior-learning', 'qualifications-quebec', 'mifi'),
    skipped: 'years',
  }),
  years: yesNo().by({
    yes: show('prior-learning', 'qualifications-quebec', 'mifi'),
    no: show('prior-learning', 'services-quebec', 'qualifications-quebec'),
    skipped: show('prior-learning', 'qualifications-quebec', 'mifi'),
  }),
  worksite: worksite.by({
    yes: show('construction-trades', 'ccq', 'prior-learning'),
    no: show('prior-learning', 'qualified-trades', 'services-quebec', 'mifi'),
    skipped: show('prior-learning', 'qualified-trades', 'construction-trades', 'services-quebec'),
  }),
})

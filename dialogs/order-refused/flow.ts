import { dialog, show } from '../../src/dialog/define.ts'
import { choice, yesNo } from '../../src/dialog/kinds.ts'

/** What can be done about an order's decision: a review, the Commissioner, the training that was asked for. */
export const orderRefused = dialog('order-refused', {
  problem: choice('refused', 'partial', 'slow', 'unfair', 'not-order').by({
    refused: 'reviewed',
    partial: show('bridging-training', 'internship', 'paffarc', 'commissaire-admission', 'mifi'),
    slow: show('commissaire-admission', 'regulated-professions', 'office-des-professions'),
    unfair: show('commissaire-admission', 'regulated-professions', 'office-des-professions'),
    'not-order': show('qualifications-quebec', 'construction-trades', 'qualified-trades', 'teaching-permit', 'mifi'),
    skipped: 'reviewed',
  }),
  reviewed: yesNo().by({
    no: show('regulated-professions', 'commissaire-admission', 'office-des-professions'),
    yes: show('commissaire-admission', 'office-des-professions', 'qualifications-quebec', 'prior-learning'),
    skipped: show('regulated-professions', 'commissaire-admission', 'office-des-professions'),
  }),
})

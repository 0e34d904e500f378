import { dialog, goTo, otherwise, show, when } from '../../src/dialog/define.ts'
import { choice, yesNo } from '../../src/dialog/kinds.ts'
import { french } from '../questions/questions.ts'
import { needsFrenchFirst } from '../questions/rules.ts'
import { isNotLicensedYet } from './rules.ts'

/** Teaching in a school needs an authorization; early childhood is another dialog. */
export const teaching = dialog('teaching', {
  level: choice('school', 'vocational', 'college', 'preschool').by({
    school: 'licensed',
    vocational: 'licensed',
    college: show('teaching-permit', 'services-quebec', 'qualifications-quebec', 'mifi'),
    preschool: goTo('childcare'),
    skipped: 'licensed',
  }),
  licensed: yesNo().then('french'),
  french: french.then(
    when(needsFrenchFirst, show('teaching-permit', 'francisation-quebec', 'mifi', 'qualifications-quebec')),
    when(isNotLicensedYet, show('teaching-permit', 'comparative-evaluation', 'qualifications-quebec', 'mifi')),
    otherwise(show('teaching-permit', 'qualifications-quebec', 'mifi')),
  ),
})

import { dialog, otherwise, plan, show, when } from '../../src/dialog/define.ts'
import { choice, occupation } from '../../src/dialog/kinds.ts'
import {
  hasAnOrder,
  isInChildcare,
  isInConstruction,
  isInQualifiedTrade,
  isTeacher,
  needsNoPermit,
} from '../questions/rules.ts'

/** Whom to contact, by need; the contact comes first. */
export const contacts = dialog('contacts', {
  topic: choice('recognition', 'settling', 'trade', 'complaint', 'french', 'money', 'job').by({
    recognition: show('qualifications-quebec', 'accompagnement-quebec', 'mifi', 'comparative-evaluation'),
    settling: show('accompagnement-quebec', 'mifi', 'services-quebec', 'measure-3'),
    trade: 'trade',
    complaint: show('commissaire-admission', 'office-des-professions', 'regulated-professions'),
    french: show('mifi', 'oqlf', 'francisation-quebec'),
    money: show('mifi', 'services-quebec', 'paffarc', 'recognition-loans'),
    job: show('services-quebec', 'accompagnement-quebec', 'mifi', 'prior-learning'),
    skipped: show('mifi', 'services-quebec', 'qualifications-quebec', 'regulated-professions'),
  }),
  trade: occupation().then(
    when(hasAnOrder, plan('order', 'contact')),
    when(isInConstruction, show('ccq', 'construction-trades', 'mifi')),
    when(isInQualifiedTrade, show('qualified-trades', 'qualifications-quebec', 'mifi')),
    when(isTeacher, show('teaching-permit', 'qualifications-quebec', 'mifi')),
    when(isInChildcare, show('childcare-educator', 'qualifications-quebec', 'mifi')),
    when(needsNoPermit, show('qualifications-quebec', 'services-quebec', 'mifi', 'comparative-evaluation')),
    otherwise(
      show('qualifications-quebec', 'conseil-interprofessionnel', 'office-des-professions', 'regulated-professions'),
    ),
  ),
})

import { dialog, otherwise, plan, show, when } from '../../src/dialog/define.ts'
import { choice, occupation } from '../../src/dialog/kinds.ts'
import { hasAnOrder, isInChildcare, isInConstruction, isInQualifiedTrade, isTeacher } from '../questions/rules.ts'

/** What an employer needs: comparing a diploma, recruiting, a regulated trade, French at work, an intern. */
export const employer = dialog('employer', {
  hiring: choice('compare', 'recruit', 'permit', 'french', 'intern').by({
    compare: show('employer-comparison-tool', 'comparative-evaluation', 'measure-6', 'mifi', 'qualifications-quebec'),
    recruit: show('measure-1', 'measure-6', 'qualifications-quebec', 'mifi'),
    permit: 'trade',
    french: show('french-workplace', 'francisation-quebec', 'mifi'),
    intern: show('internship', 'measure-4', 'mifi'),
    skipped: show('measure-6', 'employer-comparison-tool', 'qualifications-quebec', 'mifi'),
  }),
  trade: occupation().then(
    when(hasAnOrder, plan('order', 'contact')),
    when(isInConstruction, show('construction-trades', 'ccq', 'measure-6')),
    when(isInQualifiedTrade, show('qualified-trades', 'qualifications-quebec', 'mifi')),
    when(isTeacher, show('teaching-permit', 'qualifications-quebec', 'mifi')),
    when(isInChildcare, show('childcare-educator', 'qualifications-quebec', 'mifi')),
    otherwise(show('employer-comparison-tool', 'regulated-professions', 'qualifications-quebec', 'mifi')),
  ),
})

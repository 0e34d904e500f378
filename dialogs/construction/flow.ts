import { dialog, otherwise, show, when } from '../../src/dialog/define.ts'
import { choice } from '../../src/dialog/kinds.ts'
import { trained, worksite } from '../questions/questions.ts'
import { trainedInFrance } from '../questions/rules.ts'

/** A trade on a building site, and what the person has to show for it. */
export const construction = dialog('construction', {
  worksite: worksite.by({
    yes: 'papers',
    no: show('qualified-trades', 'qualifications-quebec', 'services-quebec', 'mifi'),
    skipped: 'papers',
  }),
  papers: choice('experience', 'studies', 'card', 'nothing').by({
    experience: 'trained',
    studies: 'trained',
    card: show('construction-trades', 'ccq'),
    nothing: show('construction-trades', 'ccq', 'services-quebec'),
    skipped: 'trained',
  }),
  trained: trained.then(
    when(trainedInFrance, show('construction-trades', 'mutual-recognition', 'ccq')),
    otherwise(show('construction-trades', 'comparative-evaluation', 'ccq')),
  ),
})

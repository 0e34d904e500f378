import { dialog, otherwise, show, when } from '../../src/dialog/define.ts'
import { choice, occupation } from '../../src/dialog/kinds.ts'
import { trained } from '../questions/questions.ts'
import { isInChildcare, isInConstruction, isTeacher, needsNoPermit, trainedInCanada } from '../questions/rules.ts'
import { isNurseTrainedInFrance } from './rules.ts'

/** Whether a comparative evaluation would serve, for what, and what it does not cover. */
export const comparativeEvaluation = dialog('comparative-evaluation', {
  trained: trained.then(
    when(trainedInCanada, show('comparative-evaluation', 'qualifications-quebec', 'mifi')),
    otherwise('purpose'),
  ),
  purpose: choice('job', 'permit', 'school', 'experience', 'immigration').by({
    job: 'studies',
    permit: 'trade',
    school: 'studies',
    experience: show('prior-learning', 'qualifications-quebec', 'mifi'),
    immigration: show('comparative-evaluation', 'mifi'),
    skipped: 'studies',
  }),
  trade: occupation().then(
    when(isNurseTrainedInFrance, show('mutual-recognition', 'order-oiiq', 'conseil-interprofessionnel', 'mifi')),
    when(isInConstruction, show('construction-trades', 'comparative-evaluation', 'ccq')),
    when(isInChildcare, show('childcare-educator', 'comparative-evaluation', 'mifi')),
    when(isTeacher, show('teaching-permit', 'comparative-evaluation', 'mifi')),
    when(needsNoPermit, 'studies'),
    otherwise(show('regulated-professions', 'comparative-evaluation', 'qualifications-quebec', 'mifi')),
  ),
  studies: choice('finished', 'unfinished', 'short', 'certificate').by({
    finished: show('comparative-evaluation', 'qualifications-quebec', 'mifi'),
    unfinished: show('prior-learning', 'comparative-evaluation', 'qualifications-quebec'),
    short: show('prior-learning', 'comparative-evaluation', 'qualifications-quebec'),
    certificate: show('prior-learning', 'comparative-evaluation', 'qualifications-quebec'),
    skipped: show('comparative-evaluation', 'prior-learning', 'qualifications-quebec', 'mifi'),
  }),
})

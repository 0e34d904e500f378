import { choice, yesNo } from '../../src/dialog/kinds.ts'

/*
 * The questions that all dialogs share. Their names and values are a contract: the conditions of articles (`concerns:`
 * in their about.yaml) are written over them, and what a person said in one dialog is not asked again in another.
 */
export const who = choice('person', 'employer', 'regulator', 'helper')
export const where = choice('quebec', 'canada', 'abroad')
/** Asked only of people who are in Québec. */
export const status = choice('citizen', 'resident', 'protected', 'claimant', 'worker', 'student', 'other')
export const trained = choice('france', 'quebec', 'canada', 'elsewhere')
export const progress = choice('nothing', 'evaluated', 'applied', 'prescribed', 'refused', 'permit', 'job-search')
export const french = choice('none', 'some', 'good', 'studied')
export const money = choice('training', 'fees', 'french-course', 'living', 'none')
export const goal = choice('everyday', 'work', 'order-exam')
export const pace = choice('full-time', 'part-time', 'online', 'workplace')
export const worksite = yesNo()

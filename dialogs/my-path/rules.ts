import type { Rule } from '../../src/dialog/define.ts'
import { isAbroad, needsNoPermit } from '../questions/rules.ts'

/** The permit is there, or the person is abroad in a trade without one: no aid for recognition hangs on the answer. */
export const needsNoMoneyQuestion: Rule = (situation) =>
  situation.progress === 'permit' || (isAbroad(situation) && needsNoPermit(situation))

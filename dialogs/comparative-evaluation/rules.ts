import type { Rule } from '../../src/dialog/define.ts'
import { trainedInFrance } from '../questions/rules.ts'

/** State nurses trained three years in France are exempt from the comparative evaluation. */
export const isNurseTrainedInFrance: Rule = (situation) =>
  trainedInFrance(situation) && situation.order === 'order-oiiq'

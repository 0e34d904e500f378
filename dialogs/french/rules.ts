import type { Rule } from '../../src/dialog/define.ts'
import { isAbroad, needsFrenchFirst } from '../questions/rules.ts'

export const isForAnOrder: Rule = ({ goal }) => goal === 'order-exam'
/** Three years of full-time study in French are one of the proofs that orders accept. */
export const mayHaveProof: Rule = ({ french }) => french === 'studied'
export const learnsFromAbroad: Rule = (situation) => isAbroad(situation) && needsFrenchFirst(situation)

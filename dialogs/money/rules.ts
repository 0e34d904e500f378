import type { Rule } from '../../src/dialog/define.ts'
import { isAbroad, isInCanadaOutsideQuebec, isInQuebec } from '../questions/rules.ts'

/**
 * Whether the conditions of the programs leave something to show. They decide, not these rules: where nothing would
 * be left, an overview is shown instead of an empty plan, and the test of the grid tells when the two part.
 */
export const mayFindAid: Rule = (situation) => mayBePaid(situation) || mayBorrow(situation)

/** Training that a regulator prescribed, or may prescribe, to somebody trained outside Canada. */
const mayBePaid: Rule = ({ trained, progress, money }) =>
  (trained === 'france' || trained === 'elsewhere') &&
  (progress === 'prescribed' ||
    (money !== 'fees' && (progress === 'nothing' || progress === 'evaluated' || progress === 'applied')))

/** Loans were for citizens, permanent residents, protected persons and some workers; abroad no status is asked. */
const mayBorrow: Rule = (situation) =>
  isAbroad(situation) ||
  isInCanadaOutsideQuebec(situation) ||
  (isInQuebec(situation) && !['claimant', 'student', 'skipped'].includes(situation.status ?? 'skipped'))

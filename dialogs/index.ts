import type { Dialog } from '../src/dialog/define.ts'
import { childcare } from './childcare/flow.ts'
import { comparativeEvaluation } from './comparative-evaluation/flow.ts'
import { construction } from './construction/flow.ts'
import { contacts } from './contacts/flow.ts'
import { employer } from './employer/flow.ts'
import { french } from './french/flow.ts'
import { money } from './money/flow.ts'
import { myPath } from './my-path/flow.ts'
import { orderRefused } from './order-refused/flow.ts'
import { priorLearning } from './prior-learning/flow.ts'
import { regulator } from './regulator/flow.ts'
import { teaching } from './teaching/flow.ts'
import { welcome } from './welcome/flow.ts'

/** Every dialog, the main one first. */
export const dialogs: readonly Dialog[] = [
  myPath,
  welcome,
  french,
  money,
  contacts,
  orderRefused,
  comparativeEvaluation,
  construction,
  teaching,
  childcare,
  priorLearning,
  employer,
  regulator,
]

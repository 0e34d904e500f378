import type { Rule } from '../../src/dialog/define.ts'

/* Rules that several dialogs need. A trade brings its regulator along: order, ccq, teaching … none, unknown. */

export const isInQuebec: Rule = ({ where }) => where === 'quebec'
export const isAbroad: Rule = ({ where }) => where === 'abroad'
export const isInCanadaOutsideQuebec: Rule = ({ where }) => where === 'canada'

export const needsNoPermit: Rule = ({ regulator }) => regulator === 'none'
export const hasAnOrder: Rule = ({ regulator }) => regulator === 'order'
export const isInConstruction: Rule = ({ regulator }) => regulator === 'ccq'
export const isInQualifiedTrade: Rule = ({ regulator }) => regulator === 'qualified-trades'
export const isTeacher: Rule = ({ regulator }) => regulator === 'teaching'
export const isInChildcare: Rule = ({ regulator }) => regulator === 'childcare'

export const trainedInFrance: Rule = ({ trained }) => trained === 'france'
export const trainedInCanada: Rule = ({ trained }) => trained === 'quebec' || trained === 'canada'

export const needsFrenchFirst: Rule = ({ french }) => french === 'none' || french === 'some'
export const asksForAsylum: Rule = ({ status }) => status === 'claimant'

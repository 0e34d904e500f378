import type { Rule } from '../../src/dialog/define.ts'

/** Not authorized to teach anywhere yet: what the studies are worth comes first. */
export const isNotLicensedYet: Rule = ({ licensed }) => licensed === 'no'

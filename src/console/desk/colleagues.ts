import type { Colleague } from '../../desk/staff.ts'
import type { Language } from '../../language/languages.ts'

/** After so long without a sign a counsellor is not at the desk, whatever they said last. */
const GONE_MS = 2 * 60_000
/** After so long without a sign they are on no list: they may be on leave, or gone for good. */
const LATELY_MS = 7 * 24 * 60 * 60_000

/** Whether a colleague is there to answer. */
export function isThere({ presence, seenAt }: Colleague, now: Date): boolean {
  return presence === 'available' && now.getTime() - seenAt.getTime() < GONE_MS
}

/** Colleagues seen lately, for a conversation: those who are there first; among them and the others, who speaks its language. */
export function inOrderFor(colleagues: readonly Colleague[], language: Language, now: Date): readonly Colleague[] {
  const fits = (one: Colleague) => Number(isThere(one, now)) * 2 + Number(one.languages.includes(language))
  return colleagues
    .filter(({ seenAt }) => now.getTime() - seenAt.getTime() < LATELY_MS)
    .sort((a, b) => fits(b) - fits(a) || a.name.localeCompare(b.name, 'fr'))
}

import type { Colleague } from '../../desk/staff.ts'
import type { Language } from '../../language/languages.ts'

/** After so long without a sign a counsellor is not at the desk, whatever they said last. */
const GONE_MS = 2 * 60_000

/** Whether a colleague is there to answer. */
export function isThere({ presence, seenAt }: Colleague, now: Date): boolean {
  return presence === 'available' && now.getTime() - seenAt.getTime() < GONE_MS
}

/** Colleagues for a conversation: first those who are there and speak the person's language, then who speaks it, then who is there. */
export function inOrderFor(colleagues: readonly Colleague[], language: Language, now: Date): readonly Colleague[] {
  const fits = (one: Colleague) => Number(one.languages.includes(language)) * 2 + Number(isThere(one, now))
  return [...colleagues].sort((a, b) => fits(b) - fits(a) || a.name.localeCompare(b.name, 'fr'))
}

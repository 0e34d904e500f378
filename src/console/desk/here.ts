import type { Desk } from '../../desk/desk.ts'
import type { Visit } from '../visit.ts'

/** Whoever was at the desk so lately, and reads another section since, is still at it. */
const LATELY_MS = 5 * 60_000

/** Keeps a counsellor at the desk while a page of theirs is open; a page of another section brings nobody new there. */
export async function keepHere(desk: Desk, { member, path }: Visit, now: Date): Promise<void> {
  const isAtDesk = /^\/desk(?:[/?]|$)/.test(path)
  const me = isAtDesk ? undefined : (await desk.colleagues(now)).find(({ id }) => id === member.id)
  const wasHere = me !== undefined && now.getTime() - me.seenAt.getTime() < LATELY_MS
  if (isAtDesk || wasHere) await desk.setPresence(member, {}, now)
}

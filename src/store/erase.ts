import type { Database } from './database.ts'
import type { Tables } from './tables.ts'

/** The tables with a column `conversation`. */
export type KnowsAConversation = {
  [Table in keyof Tables]: 'conversation' extends keyof Tables[Table] ? Table : never
}[keyof Tables]

/**
 * Every table that knows a conversation. The compiler asks for one that is missing here and has its column in
 * `tables.ts`; a test asks for one that has it in the database only. `conversations` comes first: whoever writes in a
 * conversation holds that row, so that nothing is written behind the eraser's back.
 */
const KNOW_A_CONVERSATION: Readonly<Record<KnowsAConversation, true>> = {
  conversations: true,
  entries: true,
  deliveries: true,
  escalations: true,
  notes: true,
  gaps: true,
  feedback: true,
  addresses: true,
}
export const ERASED_TABLES = Object.keys(KNOW_A_CONVERSATION) as readonly KnowsAConversation[]

/** Erases a conversation from every table in one transaction; says how many rows of each went. */
export async function eraseConversation(
  { rows, scrub }: Database,
  conversation: string,
): Promise<Readonly<Record<string, number>>> {
  const gone = await rows.transaction().execute(async (transaction) => {
    const counts: Record<string, number> = {}
    for (const table of ERASED_TABLES) {
      const deleted = await transaction.deleteFrom(table).where('conversation', '=', conversation).executeTakeFirst()
      counts[table] = Number(deleted.numDeletedRows)
    }
    return counts
  })
  await scrub()
  return gone
}

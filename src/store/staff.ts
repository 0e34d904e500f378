import { sql } from 'kysely'
import { z } from 'zod'
import type { News } from '../conversation/conversation.ts'
import type { Colleague, Presence, Staff } from '../desk/staff.ts'
import { isLanguage, type Language, ORIGINAL } from '../language/languages.ts'
import type { Database } from './database.ts'
import { oneOf } from './shapes.ts'
import { storable, storableId } from './storable.ts'
import type { StaffRow } from './tables.ts'

/**
 * Who is at the desk, over either database.
 * @param tell hears of `desk` whenever colleagues see something new.
 */
export function staffIn({ rows }: Database, tell: News['tell']): Staff {
  return {
    all: async () => {
      const found = await rows.selectFrom('staff').selectAll().orderBy('name').orderBy('counsellor').execute()
      return found.map(colleagueOf)
    },

    seen: async ({ id, name }, at) => {
      const { row, isNew } = await rows.transaction().execute(async (transaction) => {
        const known = await transaction
          .updateTable('staff')
          .set({ name: storable(name), seen_at: laterSeen(at) })
          .where('counsellor', '=', storableId(id, 'a counsellor'))
          .returningAll()
          .executeTakeFirst()
        if (known) return { row: known, isNew: false }
        const fresh = await transaction
          .insertInto('staff')
          .values({
            counsellor: id,
            name: storable(name),
            presence: 'available',
            languages: JSON.stringify([ORIGINAL]),
            seen_at: at.getTime(),
          })
          .onConflict((same) => same.column('counsellor').doUpdateSet({ seen_at: laterSeen(at) }))
          .returningAll()
          .executeTakeFirstOrThrow()
        return { row: fresh, isNew: true }
      })
      if (isNew) tell('desk')
      return colleagueOf(row)
    },

    set: async (id, { presence, languages }) => {
      const change = {
        ...(presence ? { presence } : {}),
        ...(languages ? { languages: JSON.stringify(languages) } : {}),
      }
      if (Object.keys(change).length === 0) return
      await rows.transaction().execute((transaction) =>
        transaction
          .updateTable('staff')
          .set(change)
          .where('counsellor', '=', storableId(id, 'a counsellor'))
          .returning('counsellor')
          .executeTakeFirstOrThrow(
            () => new Error(`Nobody at the desk has the id ${id}. Note first that they are there.`),
          ),
      )
      tell('desk')
    },
  }
}

/** The later of that moment and the one in the column, in whatever order they are noted. */
function laterSeen(at: Date) {
  const moment = sql.lit(at.getTime())
  return sql<number>`case when staff.seen_at < ${moment} then ${moment} else staff.seen_at end`
}

const presenceOf = oneOf<Presence>({ available: true, away: true }).catch('away')
/** A language that this release does not speak is left out. */
const languagesOf = z.array(z.unknown()).transform((all): readonly Language[] => all.filter(isLanguage))

function colleagueOf({ counsellor, name, presence, languages, seen_at }: StaffRow): Colleague {
  return {
    id: counsellor,
    name,
    presence: presenceOf.parse(presence),
    languages: languagesOf.parse(JSON.parse(languages)),
    seenAt: new Date(seen_at),
  }
}

import { sql } from 'kysely'
import { NO_USAGE } from '../answer/model.ts'
import type { Spending } from '../answer/spending.ts'
import type { Database } from './database.ts'

/** Money is counted in whole billionths: a token may cost less than a millionth. */
const BILLION = 1_000_000_000

/** What models cost by day over either database: processes that share it share the day's ceiling. */
export function spendingIn({ rows }: Database): Spending {
  return {
    of: async (day) => {
      const spent = await rows
        .selectFrom('spending')
        .select(['input', 'output', 'billionths'])
        .where('day', '=', day)
        .executeTakeFirst()
      return spent ? { input: spent.input, output: spent.output, cost: spent.billionths / BILLION } : NO_USAGE
    },

    add: async (day, { input, output, cost }) => {
      const added = { input: Math.round(input), output: Math.round(output), billionths: Math.round(cost * BILLION) }
      await rows
        .insertInto('spending')
        .values({ day, ...added })
        .onConflict((same) =>
          same.column('day').doUpdateSet({
            input: sql<number>`spending.input + ${sql.lit(added.input)}`,
            output: sql<number>`spending.output + ${sql.lit(added.output)}`,
            billionths: sql<number>`spending.billionths + ${sql.lit(added.billionths)}`,
          }),
        )
        .execute()
    },
  }
}

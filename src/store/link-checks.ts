import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { LinkFinding } from '../knowledge/links-check.ts'
import { type LinkChecks, type LinksSeen, TAKEN_OVER_MS } from '../knowledge/links-seen.ts'
import type { Database } from './database.ts'
import type { ShapeOf } from './shapes.ts'
import { storable } from './storable.ts'
import type { LinkCheckRow } from './tables.ts'

/** All checks are of one library: there is one row. */
const LIBRARY = 'library'

/** The checks of addresses over either database: one is under way at a time for all processes. */
export function linkChecksIn({ rows }: Database): LinkChecks {
  return {
    standing: async (now) => {
      const row = await rows.selectFrom('link_checks').selectAll().where('library', '=', LIBRARY).executeTakeFirst()
      if (!row) return {}
      const last = lastOf(row)
      const isUnderWay = row.since !== null && row.since > now.getTime() - TAKEN_OVER_MS
      return { ...(last ? { last } : {}), ...(isUnderWay ? { since: new Date(row.since ?? 0) } : {}) }
    },

    begin: async (now) => {
      const under = { check_id: randomUUID(), since: now.getTime() }
      const begun = await rows.transaction().execute((transaction) =>
        transaction
          .insertInto('link_checks')
          .values({ library: LIBRARY, ...under, at: null, checked: 0, reached: 0, findings: '[]' })
          .onConflict((same) =>
            same
              .column('library')
              .doUpdateSet(under)
              .where(({ eb, or }) =>
                or([eb('link_checks.since', 'is', null), eb('link_checks.since', '<=', now.getTime() - TAKEN_OVER_MS)]),
              ),
          )
          .returning('check_id')
          .executeTakeFirst(),
      )
      return begun?.check_id ?? undefined
    },

    keep: (check, { at, checked, reached, findings }) =>
      end(check, { at: at.getTime(), checked, reached, findings: storable(JSON.stringify(findings)) }),

    drop: async (check) => {
      await end(check, {})
    },
  }

  function end(check: string, what: Partial<LinkCheckRow>): Promise<boolean> {
    return rows.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('link_checks')
        .set({ ...what, check_id: null, since: null })
        .where('check_id', '=', check)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    })
  }
}

const finding = z.looseObject({
  rule: z.string(),
  severity: z.enum(['error', 'warning']).catch('warning'),
  file: z.string().catch(''),
  place: z.string().optional().catch(undefined),
  sentence: z.string().catch(''),
  remedy: z.string().catch(''),
  address: z.string(),
  importance: z.number().catch(0),
  leadsTo: z.string().optional().catch(undefined),
} satisfies ShapeOf<LinkFinding>)
/** A finding that this release cannot read is left out. */
const findings = z.array(z.unknown()).transform((all) => all.flatMap((each) => finding.safeParse(each).data ?? []))

function lastOf({ at, checked, reached, findings: kept }: LinkCheckRow): LinksSeen | undefined {
  if (at === null) return undefined
  return { at: new Date(at), checked, reached, findings: findings.parse(JSON.parse(kept)) as readonly LinkFinding[] }
}

import { randomUUID } from 'node:crypto'
import type { Transaction } from 'kysely'
import type { AuditLine, Escalations } from '../desk/escalations.ts'
import type { Database } from './database.ts'
import { storable, storableId } from './storable.ts'
import type { AuditRow, Tables } from './tables.ts'

/** What staff did: lines that are added, read and forgotten, and never changed. */
export function auditIn({ rows }: Database): Pick<Escalations, 'audit' | 'audited' | 'forgetAudit'> {
  return {
    audit: (line) => rows.transaction().execute((transaction) => writeAudit(transaction, line)),

    audited: async (most, escalation) => {
      const found = await rows
        .selectFrom('audit')
        .selectAll()
        .$if(escalation !== undefined, (all) => all.where('escalation', '=', escalation ?? ''))
        .orderBy('at', 'desc')
        .orderBy('line', 'desc')
        .limit(most)
        .execute()
      return found.map(lineOf)
    },

    forgetAudit: (before) =>
      rows.transaction().execute(async (transaction) => {
        const gone = await transaction.deleteFrom('audit').where('at', '<', before.getTime()).executeTakeFirst()
        return Number(gone.numDeletedRows)
      }),
  }
}

export async function writeAudit(transaction: Transaction<Tables>, line: AuditLine): Promise<void> {
  await transaction.insertInto('audit').values(rowOf(line)).execute()
}

let written = 0

/** Lines of one moment keep the order in which this process wrote them. */
function nextLine(): string {
  written += 1
  return `${String(written).padStart(12, '0')}-${randomUUID()}`
}

function rowOf({ at, who, name, act, escalation, detail }: AuditLine): AuditRow {
  return {
    line: nextLine(),
    at: at.getTime(),
    who: storable(who),
    name: storable(name),
    act,
    escalation: escalation === undefined ? null : storableId(escalation, 'an escalation'),
    detail: detail === undefined ? null : storable(detail),
  }
}

function lineOf({ at, who, name, act, escalation, detail }: AuditRow): AuditLine {
  return {
    at: new Date(at),
    who,
    name,
    act,
    ...(escalation === null ? {} : { escalation }),
    ...(detail === null ? {} : { detail }),
  }
}

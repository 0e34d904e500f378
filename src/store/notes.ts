import type { News } from '../conversation/conversation.ts'
import type { Escalations, Note } from '../desk/escalations.ts'
import { writeAudit } from './audit.ts'
import type { Database } from './database.ts'
import { storable, storableId } from './storable.ts'
import type { NoteRow } from './tables.ts'

/** What colleagues write to one another beside a conversation; it goes when the conversation is erased. */
export function notesIn({ rows, dialect }: Database, tell: News['tell']): Pick<Escalations, 'note' | 'notes'> {
  return {
    note: async (note, audit) => {
      const isNew = await rows.transaction().execute(async (transaction) => {
        // Held until the note is there: who erases the conversation meanwhile waits, and takes the note along.
        const there = await transaction
          .selectFrom('conversations')
          .select('conversation')
          .where('conversation', '=', note.conversation)
          .$if(dialect === 'postgres', (one) => one.forKeyShare())
          .executeTakeFirst()
        if (!there) throw new Error(`There is no conversation ${note.conversation} to note this beside: it was erased.`)
        const added = await transaction
          .insertInto('notes')
          .values(rowOf(note))
          .onConflict((same) => same.columns(['conversation', 'note']).doNothing())
          .returning('note')
          .executeTakeFirst()
        if (added) await writeAudit(transaction, audit)
        return added !== undefined
      })
      if (!isNew) return
      tell(note.conversation)
      tell('desk')
    },

    notes: async (conversation) => {
      const found = await rows
        .selectFrom('notes')
        .selectAll()
        .where('conversation', '=', storableId(conversation, 'a conversation'))
        .orderBy('at')
        .orderBy('note')
        .execute()
      return found.map(noteOf)
    },
  }
}

function rowOf({ id, conversation, escalation, by, name, at, text }: Note): NoteRow {
  return {
    conversation: storableId(conversation, 'a conversation'),
    note: storableId(id, 'a note'),
    escalation: storableId(escalation, 'an escalation'),
    said_by: storableId(by, 'a counsellor'),
    name: storable(name),
    at: at.getTime(),
    text: storable(text),
  }
}

function noteOf({ note, said_by, conversation, escalation, name, at, text }: NoteRow): Note {
  return { id: note, conversation, escalation, by: said_by, name, at: new Date(at), text }
}

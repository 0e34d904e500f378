import type { Entry, Heard, HeardEntry, NewEntry } from '../conversation/conversation.ts'
import { readReply, writeReply } from './remembered.ts'
import { storable, storableId } from './storable.ts'
import type { EntryRow } from './tables.ts'

/** The line that holds what a person said, not answered yet. */
export function rowOfHeard(conversation: string, position: number, heard: Heard): EntryRow {
  return {
    conversation,
    position,
    said_by: 'person',
    kind: heard.kind,
    at: heard.at.getTime(),
    text: storable(heard.text),
    activity_id: storableId(heard.activityId, 'an activity'),
    client_id: heard.clientId === undefined ? null : storableId(heard.clientId, "a client's activity"),
    answered: 0,
    redacted: heard.redacted ? 1 : 0,
    value: heard.value === undefined ? null : JSON.stringify(heard.value),
    locale: heard.locale === undefined ? null : storable(heard.locale),
    reply: null,
    answers: null,
  }
}

/** The line that holds what was said in a turn. */
export function rowOfEntry(conversation: string, position: number, entry: NewEntry): EntryRow {
  return {
    conversation,
    position,
    said_by: entry.from,
    kind: 'message',
    at: entry.at.getTime(),
    text: storable(entry.text),
    activity_id: entry.activityId === undefined ? null : storableId(entry.activityId, 'an activity'),
    client_id: entry.clientId === undefined ? null : storableId(entry.clientId, "a client's activity"),
    answered: 1,
    redacted: 0,
    value: null,
    locale: null,
    reply: entry.reply === undefined ? null : writeReply(entry.reply),
    answers: entry.answers ?? null,
  }
}

export function entryOf(row: EntryRow): Entry {
  return {
    position: row.position,
    from: row.said_by,
    at: new Date(row.at),
    text: row.text,
    ...(row.activity_id === null ? {} : { activityId: row.activity_id }),
    ...(row.client_id === null ? {} : { clientId: row.client_id }),
    ...(row.reply === null ? {} : { reply: readReply(row.reply) }),
    ...(row.answers === null ? {} : { answers: row.answers }),
  }
}

export function heardOf(row: EntryRow): HeardEntry {
  return {
    conversation: row.conversation,
    position: row.position,
    kind: row.kind,
    activityId: row.activity_id ?? '',
    ...(row.client_id === null ? {} : { clientId: row.client_id }),
    text: row.text,
    redacted: row.redacted === 1,
    ...(row.value === null ? {} : { value: JSON.parse(row.value) as unknown }),
    ...(row.locale === null ? {} : { locale: row.locale }),
    at: new Date(row.at),
    answered: row.answered === 1,
  }
}

import { randomUUID } from 'node:crypto'
import type { Conversation, Heard, NewEntry } from '../src/conversation/conversation.ts'

export const NOON = new Date('2026-11-02T12:00:00.000Z')

/** A conversation that nobody has opened yet, at an address of its own. */
export function fresh(changes: Partial<Omit<Conversation, 'version'>> = {}): Omit<Conversation, 'version'> {
  return {
    id: randomUUID(),
    address: { channel: 'directline', conversation: randomUUID() },
    language: 'fr',
    languageFrom: 'default',
    handling: { by: 'assistant' },
    offers: [],
    situation: {},
    unsureInARow: 0,
    welcomed: false,
    person: { id: 'p-1' },
    startedAt: NOON,
    lastHeardAt: NOON,
    ...changes,
  }
}

export function said(text: string, changes: Partial<Heard> = {}): Heard {
  return { kind: 'message', activityId: randomUUID(), text, redacted: false, at: NOON, ...changes }
}

export function reply(text: string, changes: Partial<NewEntry> = {}): NewEntry {
  return {
    from: 'assistant',
    at: NOON,
    text,
    reply: { text, language: 'fr', status: 'quoted', articles: ['ordres'], publication: 1 },
    ...changes,
  }
}

import { randomUUID } from 'node:crypto'
import type { Conversation, Heard, NewEntry } from '../src/conversation/conversation.ts'
import type { HandoffRequest } from '../src/conversation/handoff.ts'
import type { Step } from '../src/desk/escalation.ts'
import type { AuditLine } from '../src/desk/escalations.ts'

export const NOON = new Date('2026-11-02T12:00:00.000Z')

export const minutesLater = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000)

export const MAUDE = { id: 'c-maude', name: 'Maude' }
export const IDRISS = { id: 'c-idriss', name: 'Idriss' }

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

/** What a counsellor says, or the desk: it answers nothing, and reaches the person apart from any turn. */
export function word(text: string, changes: Partial<NewEntry> = {}): NewEntry {
  return {
    from: 'counsellor',
    at: NOON,
    text,
    activityId: randomUUID(),
    reply: { text, language: 'fr', status: 'counsellor', articles: [], publication: 1, counsellor: 'Maude' },
    ...changes,
  }
}

export function request(changes: Partial<HandoffRequest> = {}): HandoffRequest {
  return {
    reason: 'asked',
    question: 'Quel ordre ?',
    agreed: { to: 'everything', wording: 'Toute la conversation', language: 'fr', at: NOON },
    language: 'fr',
    situation: { trade: 'infirmière' },
    topic: ['ordres'],
    ...changes,
  }
}

export function auditLine(changes: Partial<AuditLine> = {}): AuditLine {
  return { at: NOON, who: MAUDE.id, name: MAUDE.name, act: 'claim', ...changes }
}

/** The escalation after a step that must be allowed. */
export function taken(step: Step) {
  if (step.is === 'refused') throw new Error(`The step was refused: ${step.because.why}.`)
  return step.escalation
}

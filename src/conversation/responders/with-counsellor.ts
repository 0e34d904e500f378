import type { Responder } from '../responder.ts'

/** While a counsellor holds the conversation the assistant keeps quiet; the words are in the ledger for them. */
export const withCounsellor: Responder = async (_said, conversation) =>
  conversation.handling.by === 'counsellor' ? { replies: [], conversation } : undefined

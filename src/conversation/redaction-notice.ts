import type { Conversation, HeardEntry } from './conversation.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** Says that personal numbers were taken out, and shows what was read; what is left of the message may be no question at all. */
export function tellingOfRedaction(outcome: Outcome, heard: HeardEntry, conversation: Conversation, current: Resources): Outcome {
  if (conversation.handling.by === 'counsellor') return outcome
  const { language } = outcome.conversation
  const shown = heard.text.length > SHOWN ? `${heard.text.slice(0, SHOWN)}…` : heard.text
  const notice = houseReply(current.phrases.say('personal.told', language, { shown: asQuoted(shown) }), language, current, {
    status: 'held-back',
  })
  const found = outcome.replies.filter(({ status }) => status !== 'not-found' && status !== 'unsure')
  return found.length
    ? { ...outcome, replies: [notice, ...found] }
    : { ...outcome, conversation: { ...outcome.conversation, offers: [] }, replies: [notice] }
}

/** How much of a redacted message is shown again, in characters. */
const SHOWN = 300

/** A person's words inside our Markdown: on one line, and no marks of theirs. */
function asQuoted(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`)
}

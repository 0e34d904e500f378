import type { Language } from '../language/languages.ts'
import { terms } from '../language/text.ts'
import type { Reply } from './channel.ts'
import type { Conversation, HeardEntry } from './conversation.ts'
import { says } from './request.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** Says that personal numbers were taken out, and shows what was read; what is left of the message may be no question at all. */
export function tellingOfRedaction(
  outcome: Outcome,
  heard: HeardEntry,
  conversation: Conversation,
  current: Resources,
): Outcome {
  if (conversation.handling.by === 'counsellor') return tellingBesideCounsellor(outcome, conversation, current)
  const { language } = outcome.conversation
  const shown = heard.text.length > SHOWN ? `${heard.text.slice(0, SHOWN)}…` : heard.text
  const told = current.phrases.say('personal.told', language, { shown: asQuoted(shown) })
  const found = outcome.replies.filter(({ status }) => !saysNothing(status, heard.text, language))
  const text = found.length ? told : `${told}\n\n${current.phrases.say('personal.ask', language)}`
  const notice = houseReply(text, language, current, { status: 'held-back' })
  return found.length
    ? { ...outcome, replies: [notice, ...found] }
    : { ...outcome, conversation: { ...outcome.conversation, offers: [] }, replies: [notice] }
}

/** The counsellor answers: all that is said is that they do not see it. */
function tellingBesideCounsellor(outcome: Outcome, before: Conversation, current: Resources): Outcome {
  const { handling } = before
  if (handling.by !== 'counsellor' || outcome.forget || outcome.conversation.handling.by !== 'counsellor')
    return outcome
  const notice = says('desk.taken-out', before, current, [], { name: handling.name })
  return { ...outcome, replies: [notice, ...outcome.replies] }
}

/** What is left of a message may be no question at all: « mon NAS est … ». */
function saysNothing(status: Reply['status'], text: string, language: Language): boolean {
  return status === 'not-found' || (status === 'unsure' && terms(text, language).length < ENOUGH)
}

/** How many words that mean something make a question of what is left. */
const ENOUGH = 3

/** How much of a redacted message is shown again, in characters. */
const SHOWN = 300

/** A person's words inside our Markdown: on one line, and no marks of theirs. */
function asQuoted(words: string): string {
  return words.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, (mark) => `\\${mark}`)
}

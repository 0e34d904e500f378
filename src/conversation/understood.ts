import type { Conversation } from './conversation.ts'
import { inOneLine, toldOf } from './plan-words.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** Says back what was taken from a story, so that nothing is assumed unseen: « J'ai compris : métier : infirmière … ». */
export function sayingBack(
  told: Readonly<Record<string, string>>,
  outcome: Outcome,
  conversation: Conversation,
  resources: Resources,
): Outcome {
  const { language } = conversation
  const lines = toldOf(Object.keys(told), { ...conversation.situation, ...told }, language, resources)
  if (lines.length === 0) return outcome
  const what = lines.map((line) => inOneLine(line, language, resources)).join(' · ')
  const said = houseReply(resources.phrases.say('dialog.understood', language, { what }), language, resources, {
    status: 'dialog',
    ...(outcome.conversation.dialog ? { dialog: outcome.conversation.dialog.id } : {}),
  })
  return { ...outcome, replies: [said, ...outcome.replies] }
}

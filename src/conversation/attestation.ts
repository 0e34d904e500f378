import { SKIPPED } from '../dialog/situation.ts'
import { ORIGINAL } from '../language/languages.ts'
import type { Conversation } from './conversation.ts'
import { closed, openDialog } from './dialog-step.ts'
import { houseReply, type Outcome, type Resources } from './responder.ts'

/** The dialog that begins with the good-faith attestation of the Charter of the French language. */
export const WELCOME = 'welcome'
/** Its question, by name. */
const ATTESTATION = 'attestation'

/**
 * In another language than French the attestation is asked once, after what was asked is answered: it holds up no
 * answer, no emergency, and nobody who is abroad (Charter of the French language, exceptions of the Administration).
 * Beside another question that is answered by yes or no it would be mistaken for it.
 */
export function askAttestationOnce(outcome: Outcome, resources: Resources): Outcome {
  const { conversation, replies } = outcome
  const last = replies.at(-1)
  const { situation, language, dialog } = conversation
  if (language === ORIGINAL || dialog || situation[ATTESTATION] !== undefined || situation.where === 'abroad')
    return outcome
  if (conversation.offers.some(({ to }) => to === 'story')) return outcome
  if (!last || last.status === 'emergency' || outcome.forget || conversation.handling.by !== 'assistant') return outcome
  const asked = openDialog(WELCOME, conversation, resources)
  const opened = asked.conversation.dialog
  const aside = opened && last.status !== 'notice' ? { dialog: { ...opened, aside: true } } : {}
  return {
    ...asked,
    conversation: { ...asked.conversation, ...aside, offers: conversation.offers },
    replies: [...replies, ...asked.replies],
  }
}

/** Whether the attestation is what the person is asked now. */
export function isAttesting({ dialog }: Conversation): boolean {
  return dialog?.id === WELCOME && dialog.asked === ATTESTATION
}

/** Thanks whoever answered the attestation; asked beside something else, it ends there. */
export function thankForAttestation(outcome: Outcome, before: Conversation, resources: Resources): Outcome {
  const { conversation, replies } = outcome
  const answer = conversation.situation[ATTESTATION]
  if (!isAttesting(before) || answer === undefined || before.situation[ATTESTATION] !== undefined) return outcome
  const { language } = conversation
  const { says } = resources.shelf.words(WELCOME, language)
  const thanks = { yes: says.attested, no: says['not-attested'] }[answer]
  const reply = (text: string) => houseReply(text, language, resources, { status: 'dialog', dialog: WELCOME })
  if (!before.dialog?.aside) return thanks ? { ...outcome, replies: [reply(thanks), ...replies] } : outcome
  return {
    conversation: { ...closed(conversation), offers: before.offers },
    replies: [reply(thanks ?? resources.phrases.say('you-are-welcome', language))],
  }
}

/** Whoever asks something else has passed over the attestation: it is not asked again. */
export function passOverAttestation(outcome: Outcome): Outcome | undefined {
  const { conversation } = outcome
  if (conversation.dialog?.id !== WELCOME) return undefined
  return {
    ...outcome,
    conversation: closed({ ...conversation, situation: { [ATTESTATION]: SKIPPED, ...conversation.situation } }),
  }
}

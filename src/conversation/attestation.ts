import { SKIPPED } from '../dialog/situation.ts'
import { ORIGINAL } from '../language/languages.ts'
import { closed, openDialog } from './dialog-step.ts'
import type { Outcome, Resources } from './responder.ts'

/** The dialog that begins with the good-faith attestation of the Charter of the French language. */
const WELCOME = 'welcome'
/** Its question, by name. */
const ATTESTATION = 'attestation'

/**
 * In another language than French the attestation is asked once, after what was asked is answered: it holds up no
 * answer, no emergency, and nobody who is abroad (Charter of the French language, exceptions of the Administration).
 */
export function askAttestationOnce(outcome: Outcome, resources: Resources): Outcome {
  const { conversation, replies } = outcome
  const last = replies.at(-1)
  const { situation, language, dialog } = conversation
  if (language === ORIGINAL || dialog || situation[ATTESTATION] !== undefined || situation.where === 'abroad') return outcome
  if (!last || last.status === 'emergency' || outcome.forget) return outcome
  const asked = openDialog(WELCOME, conversation, resources)
  return { ...asked, conversation: { ...asked.conversation, offers: conversation.offers }, replies: [...replies, ...asked.replies] }
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

import { askAttestationOnce, passOverAttestation, thankForAttestation } from './attestation.ts'
import type { Conversation } from './conversation.ts'
import { askAgain } from './dialog-step.ts'
import { tellingOfChanges } from './plan-changes.ts'
import type { Outcome, Resources, Responder, Said } from './responder.ts'
import { cannotRead } from './responders/cannot-read.ts'
import { doesAsTold } from './responders/does-as-told.ts'
import { fromKnowledge } from './responders/from-knowledge.ts'
import { inDialog } from './responders/in-dialog.ts'
import { notAnAnswer } from './responders/not-an-answer.ts'
import { offersCounsellor } from './responders/offers-counsellor.ts'
import { opensDialog } from './responders/opens-dialog.ts'
import { picksOffer } from './responders/picks-offer.ts'
import { seesDanger } from './responders/sees-danger.ts'
import { welcomes } from './responders/welcomes.ts'
import { withCounsellor } from './responders/with-counsellor.ts'

/** Who may take a turn, in order; the first to respond, wins. Order is policy. */
export const responders: readonly Responder[] = [
  withCounsellor,
  welcomes,
  seesDanger,
  cannotRead,
  doesAsTold,
  inDialog,
  picksOffer,
  opensDialog,
  notAnAnswer,
  fromKnowledge,
  offersCounsellor,
]

/** Takes one turn: values in, an outcome out; nothing outside is changed. */
export async function takeTurn(said: Said, conversation: Conversation, resources: Resources): Promise<Outcome> {
  for (const respond of responders) {
    const responded = await respond(said, conversation, resources)
    if (!responded) continue
    const outcome = thankForAttestation(responded, conversation, resources)
    const whole = askAttestationOnce(leavesOpen(outcome) ? goBackToQuestion(outcome, resources) : outcome, resources)
    return tellingOfChanges(whole, conversation, resources)
  }
  throw new Error('The last responder must respond.')
}

function goBackToQuestion(outcome: Outcome, resources: Resources): Outcome {
  return passOverAttestation(outcome) ?? askAgain(outcome, resources)
}

/** Something else was said while a dialog is open, and its question still waits. */
function leavesOpen({ conversation, replies }: Outcome): boolean {
  const last = replies.at(-1)
  return (
    conversation.dialog !== undefined && last !== undefined && last.status !== 'dialog' && last.status !== 'emergency'
  )
}

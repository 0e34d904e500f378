import { askAttestationOnce, passOverAttestation, thankForAttestation } from './attestation.ts'
import type { Conversation } from './conversation.ts'
import { askAgain } from './dialog-step.ts'
import { tellingOfChanges } from './plan-changes.ts'
import { offeringChoices } from './request.ts'
import type { Outcome, Resources, Responder, Said } from './responder.ts'
import { cannotRead } from './responders/cannot-read.ts'
import { doesAsTold } from './responders/does-as-told.ts'
import { fromKnowledge } from './responders/from-knowledge.ts'
import { inDialog } from './responders/in-dialog.ts'
import { goBackToRequest, makesRequest } from './responders/makes-request.ts'
import { marksAnswer } from './responders/marks-answer.ts'
import { notAnAnswer } from './responders/not-an-answer.ts'
import { offersCounsellor } from './responders/offers-counsellor.ts'
import { opensDialog } from './responders/opens-dialog.ts'
import { picksOffer } from './responders/picks-offer.ts'
import { pressedLate } from './responders/pressed-late.ts'
import { ratesHelp } from './responders/rates-help.ts'
import { seesDanger } from './responders/sees-danger.ts'
import { takesMark } from './responders/takes-mark.ts'
import { welcomes } from './responders/welcomes.ts'
import { whileWaiting } from './responders/while-waiting.ts'
import { withCounsellor } from './responders/with-counsellor.ts'

/** Who may take a turn, in order; the first to respond, wins. Order is policy. */
export const responders: readonly Responder[] = [
  takesMark,
  withCounsellor,
  welcomes,
  seesDanger,
  cannotRead,
  ratesHelp,
  makesRequest,
  whileWaiting,
  pressedLate,
  doesAsTold,
  marksAnswer,
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
    if (said.kind === 'marked' || conversation.handling.by === 'counsellor') return responded
    const made = (await goBackToRequest(responded, conversation, resources)) ?? responded
    if (made.conversation.asking) return passOverAttestation(made) ?? made
    const outcome = thankForAttestation(withoutRating(made, conversation), conversation, resources)
    const whole = askAttestationOnce(leavesOpen(outcome) ? goBackToQuestion(outcome, resources) : outcome, resources)
    const kept = keepingOrder(withNumbers(tellingOfChanges(whole, conversation, resources)), responded)
    return tellingDesk(kept, conversation)
  }
  throw new Error('The last responder must respond.')
}

/** Whatever is said around it, what was asked of the desk is done: nobody is told of a request that is not stored. */
function keepingOrder(outcome: Outcome, { desk }: Outcome): Outcome {
  return desk ? { ...outcome, desk } : outcome
}

/** While a request waits, the number of a choice that the desk leaves is as good as its label. */
function withNumbers(outcome: Outcome): Outcome {
  const last = outcome.replies.at(-1)
  const isOfDesk = last?.status === 'handoff' && last.choices && outcome.conversation.handling.by === 'nobody-yet'
  return isOfDesk ? { ...outcome, conversation: offeringChoices(outcome.conversation, last) } : outcome
}

/** The question whether it helped is put once: any turn ends it, unless it puts it anew. */
function withoutRating(outcome: Outcome, before: Conversation): Outcome {
  const { asksRating, ...conversation } = outcome.conversation
  return asksRating && asksRating === before.asksRating ? { ...outcome, conversation } : outcome
}

/** Whoever turns to another language while they wait is answered in it by people too. */
function tellingDesk(outcome: Outcome, before: Conversation): Outcome {
  const { handling, language } = outcome.conversation
  const waits = before.handling.by === 'nobody-yet' && handling.by === 'nobody-yet'
  return waits && language !== before.language && !outcome.desk
    ? { ...outcome, desk: { does: 'language', language } }
    : outcome
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

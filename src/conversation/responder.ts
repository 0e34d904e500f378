import type { AnswerResources, ModelNote } from '../answer/answer.ts'
import type { Model } from '../answer/model.ts'
import type { Vectors } from '../answer/vectors.ts'
import type { Shelf } from '../dialog/shelf.ts'
import type { Library } from '../knowledge/library.ts'
import type { Noticed } from '../knowledge/noticed.ts'
import type { Language } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import type { Incoming, Reply } from './channel.ts'
import type { Conversation, GivenAnswer, Offer } from './conversation.ts'
import type { DeskOrder, DeskToday } from './handoff.ts'

/** What a turn may look at. It changes nothing outside itself, so that it can be taken again. */
export interface Resources {
  readonly library: Library
  readonly phrases: Phrases
  /** The dialogs and their words. */
  readonly shelf: Shelf
  /** Days after which a quiet conversation is erased. */
  readonly retentionDays: number
  /** The address of the printable plan of a conversation; where there is no public page, there is none. */
  planLink?(conversation: string, now: Date): string
  /** Where nobody could ever answer, there is no desk: people are sent to our contacts. */
  readonly desk?: DeskToday
  /** Where none is set, the library answers alone. */
  readonly model?: Model
  readonly vectors?: Vectors
  /** Runs a step of an answer and learns how long it took. */
  readonly timed?: AnswerResources['timed']
  /** Learns what a model had to do with an answer, for the log. */
  noted?(note: ModelNote): void
}

/** What came of a turn. */
export interface Outcome {
  readonly replies: readonly Reply[]
  readonly conversation: Conversation
  /** What is asked of the desk, in the same transaction as the turn. */
  readonly desk?: Exclude<DeskOrder, { does: 'request' }> | Omit<Extract<DeskOrder, { does: 'request' }>, 'id'>
  /** What it tells those who write, in the same transaction. */
  readonly noticed?: Noticed
  /** The person asked that everything be erased: done when the turn is saved. */
  readonly forget?: boolean
}

/** Something said, as a responder hears it: personal numbers are already out of its text. */
export type Said = Omit<Incoming, 'mark'> & {
  readonly redacted: boolean
  /** With `marked`: the answer that is meant, where there is one. */
  readonly marks?: { readonly helpful: boolean; readonly answer: GivenAnswer }
}

/** Answers a message, or says nothing and lets the next one try. */
export type Responder = (said: Said, conversation: Conversation, resources: Resources) => Promise<Outcome | undefined>

/** A reply of the house itself, which rests on no article. */
export function houseReply(
  text: string,
  language: Language,
  { library }: Pick<Resources, 'library'>,
  more: Partial<
    Pick<
      Reply,
      'status' | 'choices' | 'articles' | 'citations' | 'dialog' | 'question' | 'event' | 'answering' | 'byModel'
    >
  > = {},
): Reply {
  return { text, language, status: 'notice', articles: [], publication: library.publication, ...more }
}

/** The conversation with these ways on offered, and the choices that show them. */
export function offering(
  conversation: Conversation,
  offers: readonly Offer[],
): { conversation: Conversation; choices: Reply['choices'] } {
  return { conversation: { ...conversation, offers }, choices: offers.map(({ label }) => ({ label })) }
}

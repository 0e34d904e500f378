import type { Forbidden } from './forbidden.ts'
import type { Given, Ground } from './ground.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A sentence as a model wrote it, with the tokens of the passages that it says it rests on. */
export interface Drafted {
  readonly text: string
  readonly passages: readonly string[]
}

/** Why a sentence is dropped. */
export type Reason =
  | 'form'
  | 'too-many'
  | 'echo'
  | 'prompt-leak'
  | 'no-citation'
  | 'unknown-passage'
  | 'unknown-token'
  | 'typed-link'
  | 'typed-phone'
  | 'typed-email'
  | 'address'
  | 'personal'
  | 'other-language'
  | Forbidden
  | 'figure'
  | 'date'
  | 'code'
  | 'name'
  | 'mixed'
  | 'claim'
  | 'negation'
  | 'unsupported'

export interface Kept extends Drafted {
  readonly given: readonly Given[]
}

export interface Dropped {
  readonly sentence: string
  readonly reason: Reason
  /** The word, figure or name that no passage holds. */
  readonly what?: string
}

export interface Verified {
  readonly kept: readonly Kept[]
  readonly dropped: readonly Dropped[]
}

export interface Held {
  readonly ground: Ground
  /** The language that the sentences must be in, and that of the passages. */
  readonly language: string
  readonly vocabulary: Vocabulary
  /** What the person wrote, and our instructions: neither may come back. */
  readonly question: string
  readonly instructions: string
}

export interface Fault {
  readonly reason: Reason
  readonly what?: string
}

export interface Seen {
  readonly text: string
  /** With the words of links in place of their tokens. */
  readonly words: string
  readonly cited: readonly Given[]
}

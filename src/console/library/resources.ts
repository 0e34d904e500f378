import type { Asked } from '../../answer/answer.ts'
import type { Model } from '../../answer/model.ts'
import type { MachineDraft, PartsToTranslate } from '../../answer/translate-article.ts'
import type { News } from '../../conversation/conversation.ts'
import type { Shelf } from '../../dialog/shelf.ts'
import type { Gaps } from '../../knowledge/gaps.ts'
import type { LinkRounds } from '../../knowledge/links-round.ts'
import type { OpenLibrary } from '../../knowledge/open-library.ts'
import type { Drafts, Publications } from '../../knowledge/publication.ts'
import type { Usage } from '../../knowledge/usage.ts'
import type { Language } from '../../language/languages.ts'
import type { Phrases } from '../../language/phrases.ts'

/** A question with the articles that answer it, as the measure of quality holds it. */
export interface LabelledQuestion {
  readonly id: string
  readonly language: Language
  readonly question: string
  readonly articles: readonly string[]
}

/** A free question that somebody asks in a play, as it is put to the library there. */
export interface PlayedQuestion {
  readonly play: string
  readonly asked: Asked
}

/** What the library's pages need from the house. */
export interface LibraryResources {
  readonly publications: Publications
  readonly drafts: Drafts
  /** What people read at this moment, what is found in it, and what it would be with other files. */
  readonly reading: Pick<OpenLibrary, 'checked' | 'proposed' | 'refresh'>
  readonly shelf: Shelf
  readonly phrases: Phrases
  readonly news: News
  /** Questions whose answers are known, so that a draft is measured before it is published. */
  labelled(): Promise<readonly LabelledQuestion[]>
  /** What people ask in the plays, so that a play whose answer moves is named. */
  played(): Promise<readonly PlayedQuestion[]>
  /** Where it is set, whoever wrote a draft may not publish it. */
  readonly secondReader?: boolean
  /** What « ask it » answers with as the assistant would, where a model is set. */
  readonly model?: Model
  /** Drafts a translation, where a model is set. */
  readonly translator?: (wanted: PartsToTranslate) => Promise<MachineDraft>
  readonly gaps?: Gaps
  readonly usage?: Usage
  /** The check of the addresses that people are shown. */
  readonly links?: Pick<LinkRounds, 'standing' | 'begin'>
  /** In which times are shown (IANA). */
  timeZone(now: Date): string
  now(): Date
  onError(error: unknown): void
}

/** What they work with: drafts of articles apart from proposals, which are kept in the same place. */
export interface LibraryPages extends LibraryResources {
  readonly proposed: Drafts
}

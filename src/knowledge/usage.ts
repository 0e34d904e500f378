import type { MarkReason } from './noticed.ts'

/** How often people were led to an article, were answered with it, and said whether that helped. */
export interface ArticleUsage {
  readonly article: string
  /** Questions that led to it: answered with it, or offered it among others. */
  readonly asked: number
  readonly answered: number
  readonly good: number
  readonly bad: number
}

/** What people said of one article in one publication; it goes as their conversations go. */
export interface ArticleMarks {
  readonly article: string
  readonly publication: number
  readonly good: number
  readonly bad: number
  /** How many gave which reason. */
  readonly reasons: Readonly<Record<MarkReason, number>>
  /** When the last one was given. */
  readonly last: Date
}

/** Counts by article, for those who write. No count tells whose it is. */
export interface Usage {
  /** From the day of a moment on (UTC), most asked first. */
  since(moment: Date): Promise<readonly ArticleUsage[]>
  /** From a moment on, by article and publication, newest publication first; of one article where one is named. */
  marks(moment: Date, article?: string): Promise<readonly ArticleMarks[]>
}

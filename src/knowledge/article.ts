import { z } from 'zod'
import { LANGUAGES, type Language } from '../language/languages.ts'
import { concernsShape } from './concern.ts'

/** The folders of `knowledge/` and the kind of article that each holds. */
export const KIND_OF_FOLDER = {
  'plan-measures': 'measure',
  programs: 'program',
  francization: 'francization',
  contacts: 'contact',
  steps: 'step',
  orders: 'order',
} as const
export type Folder = keyof typeof KIND_OF_FOLDER
export type Kind = (typeof KIND_OF_FOLDER)[Folder]

export const AUDIENCES = ['person', 'abroad', 'employer', 'regulator', 'helper'] as const
export type Audience = (typeof AUDIENCES)[number]

/** A date as a source shows it: a year, a month or a day (ISO 8601). */
const partialDate = z.union([
  z.number().int().min(1900).max(2100).transform(String),
  z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date is written YYYY, YYYY-MM or YYYY-MM-DD'),
])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD')

export const sourceShape = z.strictObject({
  publisher: z.string().min(2),
  title: z.string().min(2),
  address: z.url({ protocol: /^https?$/ }),
  date: partialDate.optional(),
  consulted: day,
  level: z.enum(['confirmed', 'secondary']),
  /** An official page that is dated: it is shown with its date and « à vérifier ». */
  old: z.boolean().optional(),
})
export type Source = z.infer<typeof sourceShape>

/** A source already written in another article: `article/source`. */
const sourceElsewhere = z
  .string()
  .regex(/^[a-z0-9.-]+\/[a-z0-9-]+$/, 'a source of another article is written article/source')

const words = z.strictObject(
  Object.fromEntries(LANGUAGES.map((language) => [language, z.string().min(1)])) as Record<Language, z.ZodString>,
)

const source = z.string().min(1)
export const factShape = z.union([
  z.strictObject({ text: words, source }),
  z.strictObject({
    phone: z.string().regex(/^[\d (),.a-z-]{3,40}$/i, 'a phone number holds digits, spaces and « poste »'),
    source,
  }),
  z.strictObject({ email: z.email(), source }),
  z.strictObject({ place: z.string().min(5), source }),
])
export type Fact = z.infer<typeof factShape>

const articleId = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/)

export const aboutShape = z.strictObject({
  audience: z.array(z.enum(AUDIENCES)).min(1),
  review: day,
  status: z.enum(['active', 'ended', 'unknown']),
  contacts: z.array(articleId),
  related: z.array(articleId),
  sources: z.record(z.string().regex(/^[a-z0-9-]+$/), z.union([sourceShape, sourceElsewhere])),
  facts: z.record(z.string().regex(/^[a-z0-9-]+$/), factShape).optional(),
  /** Whom the article concerns, for plans; without it no plan holds the article. */
  concerns: concernsShape.optional(),
})
export type About = z.infer<typeof aboutShape>

export const headShape = z.strictObject({
  title: z.string().min(3),
  summary: z.string().min(10),
  questions: z.array(z.string().min(3)).min(5, 'at least five phrasings that people use'),
  translates: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .optional(),
  /** A machine translated it, and nobody has read it yet. */
  machine: z.boolean().optional(),
})

/** A part of a text: its preamble (`about`) or what stands under one heading. Its words still hold their tokens. */
export interface Section {
  readonly id: string
  readonly heading: string
  readonly body: string
}

export interface ArticleText {
  readonly language: Language
  readonly title: string
  readonly summary: string
  readonly questions: readonly string[]
  readonly sections: readonly Section[]
  /** Digest of what a translation must follow: title, summary and sections. */
  readonly digest: string
  /** For a translation: the digest of the French that it translates. */
  readonly translates?: string
  /** A machine translated it, and nobody has read it yet: no such text is published. */
  readonly machine?: true
}

/** A piece of guidance (« fiche »): what holds in every language, and its text in each. */
export interface Article {
  readonly id: string
  readonly folder: Folder
  readonly kind: Kind
  readonly about: About
  readonly texts: Readonly<Partial<Record<Language, ArticleText>>>
}

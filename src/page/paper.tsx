import { type Drawing, framed } from './frame.tsx'

/** What is written down about the service, by the name of its words; each part is a heading and its text. */
export const PAPERS = {
  privacy: ['kept', 'person', 'long', 'erase', 'automated', 'model', 'careful'],
  terms: ['information', 'decision', 'use', 'urgent', 'language'],
} as const
export type Paper = keyof typeof PAPERS

/** Where people answer whoever asks for a person; a channel of Teams is beside the desk, a contact centre in its place. */
export type AnsweredFrom = 'desk' | 'teams' | 'hub'

/** What the papers tell of the house. */
export interface ToldOfHouse {
  readonly retentionDays: number
  readonly answeredFrom?: AnsweredFrom
  /** The host that what people write is sent to, where a language model is set. */
  readonly modelAt?: string
}

/** What some parts say besides, where people answer. */
const BESIDES: Readonly<Record<string, readonly ('answered' | AnsweredFrom)[]>> = {
  'privacy.person': ['teams', 'hub'],
  'privacy.erase': ['answered', 'teams', 'hub'],
  'privacy.automated': ['answered'],
  'privacy.model': ['answered'],
}

/** The page that says what is kept and for how long, or on which terms one writes here. */
export function paperPage(
  paper: Paper,
  drawing: Drawing,
  { retentionDays, answeredFrom, modelAt }: ToldOfHouse,
): string {
  const { language, words } = drawing
  const besides = (part: string) =>
    (BESIDES[`${paper}.${part}`] ?? []).filter((each) => answeredFrom && (each === 'answered' || each === answeredFrom))
  const isSaid: Readonly<Record<string, boolean>> = { person: Boolean(answeredFrom), model: Boolean(modelAt) }
  const parts = PAPERS[paper].filter((part) => isSaid[part] ?? true)
  const say = (name: string) => words.say(`${paper}.${name}`, language, { days: retentionDays, host: modelAt ?? '' })
  return framed({
    title: `${say('title')} – Passerelle`,
    drawing,
    kind: 'paper',
    skip: { to: 'text', words: say('title') },
    children: (
      <main class="wide text" id="text" tabindex={-1}>
        <h1>{say('title')}</h1>
        <p class="intro">{say('intro')}</p>
        {parts.map((part) => (
          <section key={part}>
            <h2>{say(`${part}.heading`)}</h2>
            {['text', ...besides(part)]
              .flatMap((each) => say(`${part}.${each}`).split(/\n{2,}/))
              .map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
          </section>
        ))}
        <p>
          <a href={`/?lang=${language}`}>{words.say('back', language)}</a>
        </p>
      </main>
    ),
  })
}

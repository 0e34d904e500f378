import { type Drawing, framed } from './frame.tsx'

/** What is written down about the service, by the name of its words; each part is a heading and its text. */
export const PAPERS = {
  privacy: ['kept', 'long', 'erase', 'automated', 'careful'],
  terms: ['information', 'decision', 'use', 'urgent', 'language'],
} as const
export type Paper = keyof typeof PAPERS

/** The page that says what is kept and for how long, or on which terms one writes here. */
export function paperPage(paper: Paper, drawing: Drawing, retentionDays: number): string {
  const { language, words } = drawing
  const say = (name: string) => words.say(`${paper}.${name}`, language, { days: retentionDays })
  return framed({
    title: `${say('title')} – Passerelle`,
    drawing,
    kind: 'paper',
    skip: { to: 'text', words: say('title') },
    children: (
      <main class="wide text" id="text" tabindex={-1}>
        <h1>{say('title')}</h1>
        <p class="intro">{say('intro')}</p>
        {PAPERS[paper].map((part) => (
          <section key={part}>
            <h2>{say(`${part}.heading`)}</h2>
            {say(`${part}.text`)
              .split(/\n{2,}/)
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

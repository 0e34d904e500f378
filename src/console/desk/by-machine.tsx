import type { JSX } from 'preact'
import { MACHINE_WORDS } from '../../answer/machine-words.ts'
import { type Language, LOCALE } from '../../language/languages.ts'
import { typeset } from '../../language/typography.ts'
import type { Drawing } from './drawing.ts'

/** A translation under the words that it stands for, never in their place. */
export function Translated({
  text,
  drawing,
  language = drawing.language,
}: {
  readonly text: string | undefined
  readonly drawing: Drawing
  /** The language that it is in, where it is not the reader's. */
  readonly language?: Language
}): JSX.Element | null {
  if (!text) return null
  return (
    <div class="by-machine">
      <p class="quiet">{MACHINE_WORDS[drawing.language].translated}</p>
      <p class="as-written" lang={LOCALE[language]} dir="auto">
        {typeset(text, language)}
      </p>
    </div>
  )
}

/** A summary on top of the brief, with the warning to check it. */
export function Summary({
  sentences,
  drawing,
}: {
  readonly sentences: readonly string[] | undefined
  readonly drawing: Drawing
}): JSX.Element | null {
  if (!sentences?.length) return null
  return (
    <div id="summary" class="by-machine">
      <p>{typeset(sentences.join(' '), drawing.language)}</p>
      <p class="quiet">{MACHINE_WORDS[drawing.language].summary}</p>
    </div>
  )
}

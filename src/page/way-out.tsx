import type { JSX } from 'preact'
import { readable } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'

/** Where people answer, as the library confirms it: what remains when the conversation cannot be had. */
export function WayOut({
  words,
  contact,
  retry,
}: {
  words: string
  contact: Passage | undefined
  retry?: string
}): JSX.Element {
  return (
    <div class="way-out">
      <p>{words}</p>
      {retry ? <button type="button">{retry}</button> : null}
      {contact ? (
        <>
          <p>
            <strong>{contact.title}</strong>
          </p>
          {paragraphsWithNumbers(contact.text).map((paragraph) => (
            <p key={paragraph}>{withNumbersInOrder(paragraph)}</p>
          ))}
        </>
      ) : null}
    </div>
  )
}

/** What can be dialled or found on a map, without its references. */
function paragraphsWithNumbers(markdown: string): string[] {
  return markdown
    .split(/\n{2,}/)
    .map((paragraph) =>
      readable(paragraph)
        .replace(/\s+(?=[.,،])/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((paragraph) => /\d{3}/.test(paragraph))
}

/** Telephone numbers as they are dialled, whichever way the text around them runs. */
function withNumbersInOrder(text: string): (string | JSX.Element)[] {
  return text.split(/(\+?\d[\d \u00a0.-]{5,}\d)/).map((part, index) =>
    index % 2 ? (
      <bdi key={part} dir="ltr">
        {part}
      </bdi>
    ) : (
      part
    ),
  )
}

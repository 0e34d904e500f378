import { onHtmx } from './htmx.ts'
import { ringFor } from './sound.ts'
import { announce } from './tell.ts'
import { showPersonTyping } from './typing.ts'
import { words } from './words.ts'

const BADGE = /^\(\d+\) /
const LONGEST = 300

interface Seen {
  readonly waiting: readonly string[]
  readonly unread: readonly string[]
  /** Position of the person's last line in the conversation that is open. */
  readonly last: number
}

/** Tells of new requests and new words once, in the title and aloud; and rings for a request where that is wanted. */
export function tellWhatIsNew(): void {
  let seen = look()
  onHtmx('afterSettle', () => {
    const now = look()
    for (const id of now.waiting.filter((each) => !seen.waiting.includes(each))) {
      announce(`${words().newRequest} ${marksOf(id)}`.trim())
      ringFor(id)
    }
    if (now.unread.some((id) => !seen.unread.includes(id))) announce(words().newWord)
    if (now.last > seen.last) {
      announce(`${words().newWord} ${lastWords()}`)
      showPersonTyping('')
    }
    document.title = `${now.waiting.length ? `(${now.waiting.length}) ` : ''}${document.title.replace(BADGE, '')}`
    seen = now
  })
}

function look(): Seen {
  const waiting = document.getElementById('counts')?.dataset.waiting ?? ''
  const unread = document.querySelectorAll<HTMLElement>('#group-mine .item.unread:not(.open)')
  return {
    waiting: waiting.split(' ').filter(Boolean),
    unread: [...unread].map(({ dataset }) => dataset.request ?? ''),
    last: Number(lastLine()?.dataset.position ?? 0),
  }
}

function lastLine(): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('.line.person')].at(-1)
}

function lastWords(): string {
  return (lastLine()?.querySelector('.words')?.textContent ?? '').slice(0, LONGEST)
}

/** Reason and language of a request, where the inbox shows it. */
function marksOf(request: string): string {
  const marks = document.querySelectorAll(`[data-request="${CSS.escape(request)}"] :is(.mark-reason, .mark-language)`)
  return [...marks].map(({ textContent }) => textContent).join(', ')
}

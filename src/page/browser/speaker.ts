import { directionOf, isolated } from './direction.ts'
import type { Action, Activity, RenderMarkdown } from './web-chat.ts'

/** How those who speak are told apart, in the page's language. */
export interface SpeakerWords {
  /** « L'assistant a écrit : » */
  readonly assistantSaid: string
  /** « {name}, une personne, a écrit : » */
  readonly personSaid: string
  /** « {name}, une personne » */
  readonly person: string
}

/** The name of the counsellor who said this, where one did. */
export function counsellorOf({ channelData, from }: Activity): string | undefined {
  return channelData?.passerelle?.status === 'counsellor' ? (from?.name ?? '') : undefined
}

/** « Maude Roy » is MR: the first letters of the first two words. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s-]+/).filter(Boolean)
  return words
    .slice(0, 2)
    .map((word) => [...word][0]?.toLocaleUpperCase() ?? '')
    .join('')
}

/** Words about a person, their name isolated where it runs against them. */
export function naming(words: string, name: string): string {
  const runs = directionOf(name) === directionOf(words.replace('{name}', ''))
  return words.replace('{name}', () => (runs ? name : isolated(name, 'auto')))
}

/** From the Unicode range that is nobody's: the name of who speaks stands between two of these, before their words. */
const MARK = '\ue000'
const MARKED = new RegExp(`^${MARK}([^${MARK}]*)${MARK}`)

/** A message that came in, with the name of its counsellor where only our own renderer sees it. */
export function withSpeaker(action: Action): Action {
  const activity = action.payload?.activity
  const name = activity && counsellorOf(activity)
  if (name === undefined || activity?.textFormat !== 'markdown') return action
  const text = `${MARK}${name.replaceAll(MARK, '')}${MARK}${activity.text ?? ''}`
  return { ...action, payload: { ...action.payload, activity: { ...activity, text } } }
}

/**
 * Renders as `render` does, after who said it, for screen readers. Web Chat says the same of everybody who is not the
 * person; what is rendered here is what it reads out, names a message with, and shows.
 */
export function attributed(render: RenderMarkdown, words: SpeakerWords): RenderMarkdown {
  return (markdown, options, links) => {
    const name = MARKED.exec(markdown)?.[1]
    const rendered = render(markdown.replace(MARKED, ''), options, links)
    if (!links.containerClassName?.includes('--message-activity')) return rendered
    const speaker = document.createElement('p')
    speaker.className = 'said-by'
    speaker.textContent = name === undefined ? words.assistantSaid : naming(words.personSaid, name)
    return speaker.outerHTML + rendered
  }
}

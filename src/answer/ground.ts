import { type Passage, toVerify } from '../knowledge/passages.ts'
import { instructs, withoutInstructions } from './instructs.ts'

/** A link, a telephone or an e-mail of a passage: the model sees its token alone, and only its token brings it back. */
export interface Slot {
  readonly token: string
  readonly kind: 'link' | 'phone' | 'email'
  /** What a link reads; a telephone and an e-mail are never read by the model. */
  readonly words: string
  /** What stands in the answer, in Markdown. */
  readonly markdown: string
}

/** A paragraph or a list of a passage. */
export interface Block {
  /** Without references, telephones, e-mails and addresses of links. */
  readonly plain: string
  /** The numbers of the passage's sources that it refers to. */
  readonly sources: readonly number[]
  readonly slots: readonly string[]
}

/** A passage as it is given to a model. */
export interface Given {
  readonly token: string
  readonly passage: Passage
  /** What the model reads. */
  readonly shown: string
  readonly blocks: readonly Block[]
}

/** The text that an answer is held to. */
export interface Ground {
  readonly given: readonly Given[]
  readonly slots: ReadonlyMap<string, Slot>
}

/** Passages as a model is given them: each with its token, links and telephones as tokens, orders to a model left out. */
export function groundOf(passages: readonly Passage[]): Ground {
  const slots = new Map<string, Slot>()
  const given = passages
    .map((passage, at) => givenOf(passage, `P${at + 1}`, slots))
    .filter(({ shown, passage }) => shown !== '' && !instructs(`${passage.title}\n${passage.heading}`))
  return { given, slots }
}

const LINK = /\[([^\]]+)\]\((https?:[^)\s]+|tel:[^)\s]+|mailto:[^)\s]+)\)/g
const REFERENCE = / ?\[(\d+)\]/g
/** A slot, with or without the words of its link. */
export const SLOT = /\{\{\s*([LTE]\d+)\s*(?:\|[^{}]*)?\}\}/g

function givenOf(passage: Passage, token: string, slots: Map<string, Slot>): Given {
  const doubts = passage.sources.map((source) => ` ${toVerify(source, passage.language)}`)
  const sure = doubts.reduce((text, doubt) => text.replaceAll(doubt, ''), passage.text)
  const clean = withoutInstructions(sure).replaceAll('{{', '{ {').replaceAll('}}', '} }')
  const shown: string[] = []
  const blocks: Block[] = []
  for (const text of clean.split(/\n\s*\n/)) {
    if (!text.trim()) continue
    const own: string[] = []
    const sources = [...text.matchAll(REFERENCE)].map(([, number]) => Number(number))
    const withSlots = text.replace(LINK, (markdown, words: string, address: string) => {
      const slot = slotFor(markdown, words, address, slots)
      own.push(slot.token)
      return slot.kind === 'link' ? `{{${slot.token}|${words}}}` : `{{${slot.token}}}`
    })
    shown.push(withSlots.replace(REFERENCE, ''))
    blocks.push({ plain: plainOf(withSlots), sources: [...new Set(sources)], slots: own })
  }
  return { token, passage, shown: shown.join('\n\n'), blocks }
}

/** A text without its references, with the words of its links and nothing where telephones stood. */
function plainOf(withSlots: string): string {
  return withSlots
    .replace(REFERENCE, '')
    .replace(/\{\{[LTE]\d+(?:\|([^{}]*))?\}\}/g, (_, words?: string) => words ?? ' ; ')
    .replace(/[*_`>#]/g, ' ')
}

const LETTER = { link: 'L', phone: 'T', email: 'E' } as const

function slotFor(markdown: string, words: string, address: string, slots: Map<string, Slot>): Slot {
  const known = [...slots.values()].find((slot) => slot.markdown === markdown)
  if (known) return known
  const kind = address.startsWith('tel:') ? 'phone' : address.startsWith('mailto:') ? 'email' : 'link'
  const many = [...slots.values()].filter((slot) => slot.kind === kind).length
  const slot = { token: `${LETTER[kind]}${many + 1}`, kind, words: kind === 'link' ? words : '', markdown } as const
  slots.set(slot.token, slot)
  return slot
}

/** All that a given passage says, with its title and heading. */
export function wordsOf({ passage, blocks }: Given): string {
  return [passage.title, passage.heading, ...blocks.map(({ plain }) => plain)].join('\n')
}

import { randomUUID } from 'node:crypto'
import type { Reply } from '../src/conversation/channel.ts'
import type { House } from '../src/house.ts'

/**
 * A play is a conversation as a person would read it:
 *
 *     locale: fr-CA          (what the channel tells; may be left out)
 *     joined                 (the person arrives)
 *     > bonjour              (the person says)
 *     [notice]               (a reply: its status and articles, then its words and choices)
 *     Bonjour ! …
 *
 * Everything from one `>` to the next is compared whole.
 */
export interface Play {
  readonly title: string
  readonly locale?: string
  readonly lines: readonly PlayLine[]
}
export type PlayLine = { readonly does: 'joined' } | { readonly does: 'says'; readonly text: string } | { readonly does: 'restart' }

/** Reads what the person does in a play; what the assistant says is compared as text. */
export function readPlay(title: string, text: string): Play {
  const locale = /^locale: (\S+)$/m.exec(text)?.[1]
  const lines = text.split('\n').flatMap((line): PlayLine[] => {
    if (line === 'joined') return [{ does: 'joined' }]
    if (line === '(restart)') return [{ does: 'restart' }]
    return line.startsWith('> ') || line === '>' ? [{ does: 'says', text: unescaped(line.slice(2)) }] : []
  })
  return { title, lines, ...(locale ? { locale } : {}) }
}

/** Plays it in a house and writes it down as it went. `restart` gives the house again, opened anew. */
export async function perform(play: Play, house: House, restart?: () => Promise<House>): Promise<string> {
  let current = house
  const written: string[] = play.locale ? [`locale: ${play.locale}`] : []
  const address = { channel: 'test', conversation: randomUUID() }
  let activity = 0
  for (const line of play.lines) {
    if (line.does === 'restart') {
      if (!restart) throw new Error('This play restarts the house, and nobody told how.')
      current = await restart()
      written.push('', '(restart)')
      continue
    }
    activity += 1
    const heard = await current.hearing.note({
      address,
      activityId: String(activity),
      kind: line.does === 'joined' ? 'joined' : 'message',
      text: line.does === 'says' ? line.text : '',
      person: { id: 'someone' },
      at: new Date('2026-11-23T15:00:00Z'),
      ...(play.locale ? { locale: play.locale } : {}),
    })
    written.push('', line.does === 'joined' ? 'joined' : `> ${escaped(line.text)}`)
    for (const { reply } of await current.hearing.answersTo(heard)) if (reply) written.push(writeReply(reply))
  }
  return `${written.join('\n').trim()}\n`
}

function writeReply(reply: Reply): string {
  const about = [reply.status, ...(reply.dialog ? [`${reply.dialog}/${reply.question ?? ''}`] : []), ...reply.articles.slice(0, 3)]
  return [
    `[${reply.language}: ${about.join(' · ')}]`,
    ...reply.text.split('\n').map((line) => (line.startsWith('>') ? ` ${line}` : line)),
    ...(reply.citations ?? []).map(({ position, title, address }) => `  [${position}] ${title} <${address}>`),
    ...(reply.choices ?? []).map(({ label }, index) => `  (${index + 1}) ${label}`),
  ].join('\n')
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"')
}

function unescaped(text: string): string {
  return JSON.parse(`"${text.replace(/(?<!\\)"/g, '\\"')}"`) as string
}

import { randomUUID } from 'node:crypto'
import type { Reply } from '../src/conversation/channel.ts'
import type { House } from '../src/house.ts'

/**
 * A play is a conversation as a person would read it:
 *
 *     # What this play shows  (comments stand above everything else)
 *     locale: fr-CA          (what the channel tells; may be left out)
 *     joined                 (the person arrives)
 *     > bonjour              (the person says)
 *     [notice]               (a reply: its status and articles, then its words and choices)
 *     Bonjour ! …
 *     (restart)              (the house stops and opens again)
 *     (5 days later)
 *     (published paffarc)    (a publication changes that article; `withdrawn` takes it away)
 *
 * Everything from one `>` to the next is compared whole.
 */
export interface Play {
  readonly title: string
  readonly comments: readonly string[]
  readonly locale?: string
  readonly lines: readonly PlayLine[]
}
export type PlayLine =
  | { readonly does: 'joined' }
  | { readonly does: 'says'; readonly text: string }
  | { readonly does: 'restart' }
  | { readonly does: 'wait'; readonly days: number }
  | Edition
/** A publication between two turns. */
export type Edition = { readonly does: 'published' | 'withdrawn'; readonly article: string }

/** What may happen to the house between two turns: each gives the house as it is afterwards. */
export interface Stage {
  restart?(): Promise<House>
  publish?(edition: Edition): Promise<House>
}

/** Reads what the person does in a play; what the assistant says is compared as text. */
export function readPlay(title: string, text: string): Play {
  const locale = /^locale: (\S+)$/m.exec(text)?.[1]
  const all = text.split('\n')
  const comments = all.slice(
    0,
    all.findIndex((line) => !line.startsWith('# ')),
  )
  const lines = all.flatMap((line): PlayLine[] => {
    if (line === 'joined') return [{ does: 'joined' }]
    if (line === '(restart)') return [{ does: 'restart' }]
    const days = /^\((\d+) days later\)$/.exec(line)?.[1]
    if (days) return [{ does: 'wait', days: Number(days) }]
    const edition = /^\((published|withdrawn) ([\w.-]+)\)$/.exec(line)
    if (edition) return [{ does: edition[1] as Edition['does'], article: edition[2] ?? '' }]
    return line.startsWith('> ') || line === '>' ? [{ does: 'says', text: unescaped(line.slice(2)) }] : []
  })
  return { title, comments, lines, ...(locale ? { locale } : {}) }
}

/** Plays it in a house and writes it down as it went. */
export async function perform(play: Play, house: House, stage: Stage = {}): Promise<string> {
  let current = house
  const written: string[] = [...play.comments, ...(play.locale ? [`locale: ${play.locale}`] : [])]
  const address = { channel: 'test', conversation: randomUUID() }
  let activity = 0
  let days = 0
  for (const line of play.lines) {
    if (line.does === 'restart') {
      if (!stage.restart) throw new Error('This play restarts the house, and nobody told how.')
      current = await stage.restart()
      written.push('', '(restart)')
      continue
    }
    if (line.does === 'wait') {
      days += line.days
      written.push('', `(${line.days} days later)`)
      continue
    }
    if ('article' in line) {
      if (!stage.publish) throw new Error('This play publishes, and nobody told how.')
      current = await stage.publish(line)
      written.push('', `(${line.does} ${line.article})`)
      continue
    }
    activity += 1
    const heard = await current.hearing.note({
      address,
      activityId: String(activity),
      kind: line.does === 'joined' ? 'joined' : 'message',
      text: line.does === 'says' ? line.text : '',
      person: { id: 'someone' },
      at: new Date(Date.UTC(2026, 10, 23 + days, 15)),
      ...(play.locale ? { locale: play.locale } : {}),
    })
    written.push('', line.does === 'joined' ? 'joined' : `> ${escaped(line.text)}`)
    for (const { reply } of await current.hearing.answersTo(heard)) if (reply) written.push(writeReply(reply))
  }
  return `${written.join('\n').trim()}\n`
}

function writeReply(reply: Reply): string {
  const about = [
    reply.status,
    ...(reply.dialog ? [`${reply.dialog}/${reply.question ?? ''}`] : []),
    ...reply.articles.slice(0, 3),
  ]
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

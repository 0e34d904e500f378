import { randomUUID } from 'node:crypto'
import type { Reply } from '../src/conversation/channel.ts'
import type { OutcomeOfHelp } from '../src/desk/escalation.ts'
import type { Counsellor } from '../src/desk/staff.ts'
import type { House } from '../src/house.ts'
import type { Language } from '../src/language/languages.ts'

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
 *     (5 days later)         (or minutes; the desk then does what time asks for)
 *     @Maude claims          (a counsellor at the desk: claims, says …, gives back, passes to Karim or to language en,
 *                             hands back, closes answered)
 *     (published paffarc)    (a publication changes that article; `withdrawn` takes it away)
 *
 * What nobody asked for (a counsellor's word, a notice of the desk) is written where it came. Everything from one `>` to
 * the next is compared whole.
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
  | { readonly does: 'wait'; readonly minutes: number; readonly words: string }
  | { readonly does: 'staff'; readonly name: string; readonly act: string }
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
    const [, count, unit] = /^\((\d+) (days|hours|minutes) later\)$/.exec(line) ?? []
    if (count && unit) return [{ does: 'wait', minutes: Number(count) * (MINUTES[unit] ?? 0), words: line }]
    const [, name, act] = /^@(\w+) (.+)$/.exec(line) ?? []
    if (name && act) return [{ does: 'staff', name, act }]
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
  let now = new Date(Date.UTC(2026, 10, 23, 15))
  let seen = 0
  /** Lets the desk do what it has to, and writes down what was said since. */
  const hearOut = async (): Promise<void> => {
    while (await current.desk.tend(now));
    const here = await current.store.conversations.find(address)
    for (const { position, reply, from } of here ? await current.store.conversations.entries(here.id, seen) : []) {
      seen = position
      if (from !== 'person' && reply) written.push(writeReply(reply))
    }
  }
  for (const line of play.lines) {
    if (line.does === 'restart') {
      if (!stage.restart) throw new Error('This play restarts the house, and nobody told how.')
      current = await stage.restart()
      written.push('', '(restart)')
      continue
    }
    if (line.does === 'wait') {
      now = new Date(now.getTime() + line.minutes * 60_000)
      written.push('', line.words)
      await hearOut()
      continue
    }
    if (line.does === 'staff') {
      written.push('', `@${line.name} ${line.act}`)
      const done = await actAtDesk(line, { house: current, address, now })
      if (done) written.push(done)
      await hearOut()
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
      at: now,
      ...(play.locale ? { locale: play.locale } : {}),
    })
    written.push('', line.does === 'joined' ? 'joined' : `> ${escaped(line.text)}`)
    await current.hearing.answersTo(heard)
    await hearOut()
  }
  const left = await current.store.conversations.find(address)
  if (left) await current.store.conversations.erase(left.id)
  return `${written.join('\n').trim()}\n`
}

const MINUTES: Readonly<Record<string, number>> = { minutes: 1, hours: 60, days: 1440 }

/** What a counsellor does with the conversation's latest request; gives the refusal, where there is one. */
async function actAtDesk(
  { name, act }: { readonly name: string; readonly act: string },
  { house, address, now }: { house: House; address: { channel: string; conversation: string }; now: Date },
): Promise<string | undefined> {
  const here = await house.store.conversations.find(address)
  const latest = here && (await house.store.escalations.of(here.id)).at(-1)
  if (!latest) return '(there is no request)'
  const by = { id: name, name }
  const { desk } = house
  const says = /^says (.+)$/.exec(act)?.[1]
  const [, language, colleague] = /^passes to (?:language (\w+)|(\w+))$/.exec(act) ?? []
  const outcome = /^closes (\S+)$/.exec(act)?.[1] as OutcomeOfHelp | undefined
  const done =
    act === 'claims'
      ? await desk.claim(latest.id, by, now)
      : says
        ? await desk.say(latest.id, by, says, randomUUID(), now)
        : act === 'gives back'
          ? await desk.giveBack(latest.id, by, now)
          : language
            ? await desk.giveBack(latest.id, by, now, { language: language as Language })
            : colleague
              ? await desk.giveBack(latest.id, by, now, { counsellor: { id: colleague, name: colleague } })
              : act === 'hands back'
                ? await desk.handBack(latest.id, by, now)
                : act === 'fails'
                  ? await desk.fail(latest.id, now)
                  : outcome
                    ? await desk.close(latest.id, by, outcome, now)
                    : act === 'reads'
                      ? await readOut(latest.id, by, house, now)
                      : unknownAct(act)
  if (typeof done === 'string') return done
  if (done.is === 'done') return undefined
  const whom = 'by' in done.because && done.because.by ? ` by ${done.because.by.name}` : ''
  return `(refused: ${done.because.why}${whom})`
}

/** What a counsellor may see of it: the brief, and how many lines before the request. */
async function readOut(id: string, by: Counsellor, { desk }: House, now: Date): Promise<string> {
  const opened = await desk.open(id, by, 'fr', now)
  if (!opened) return '(nothing to read)'
  const { brief, escalation, lines } = opened
  const before = lines.filter(({ position }) => position <= escalation.after).length
  return [
    `(reads: ${escalation.reason} · ${escalation.language} · ${brief.consent} · lines from before: ${before})`,
    ...(brief.question ? [`  question: ${brief.question}`] : []),
    ...(brief.message ? [`  message: ${brief.message}`] : []),
    ...(brief.callBack ? [`  call back: ${brief.callBack}`] : []),
    ...brief.situation.map(({ name, answer }) => `  ${name}: ${answer}`),
    ...(brief.region ? [`  region: ${brief.region}`] : []),
    ...brief.tried.map(({ article }) => `  tried: ${article}`),
    ...lines
      .filter(({ from, position }) => from === 'person' && position > escalation.after + 2)
      .map(({ text }) => `  said: ${text}`),
  ].join('\n')
}

function unknownAct(act: string): never {
  throw new Error(`Nobody at the desk knows how to « ${act} ».`)
}

function writeReply(reply: Reply): string {
  if (reply.event) return `[event ${reply.event.name}: ${reply.event.context.reason} · ${reply.event.context.consent}]`
  if (reply.status === 'counsellor') return `[${reply.language}: ${reply.counsellor}]\n${reply.text}`
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

import type { Reply } from '../conversation/channel.ts'
import type { Deliveries, News } from '../conversation/conversation.ts'
import { toldOf } from '../conversation/plan-words.ts'
import type { Outcome, Resources } from '../conversation/responder.ts'
import { digestOf } from '../knowledge/digest.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/languages.ts'
import type { BriefResources } from './brief.ts'
import { isFilled } from './canned.ts'
import { CENTRE_ID } from './centre.ts'
import type { Desk, Done } from './desk.ts'
import { claim, close, endFor, giveBack, places, type Refusal, type Step, say } from './escalation.ts'
import type { Act, AuditLine } from './escalations.ts'
import { figuresOf, typicalMinutes } from './figures.ts'
import { toAssistant, toContactsInstead, toCounsellor, toQueue } from './handed.ts'
import type { DeskHours } from './hours.ts'
import { type Decision, decide, type Ledger, noticesOf } from './ledger.ts'
import type { Machine } from './machine.ts'
import { itemOf, openedOf } from './opened.ts'
import { placeOnReturn, withPlaceTold } from './queue.ts'
import type { Colleague, Counsellor, Staff } from './staff.ts'
import { due } from './tend.ts'

/** What the desk is built on. */
export interface DeskResources extends Ledger {
  readonly deliveries: Deliveries
  readonly staff: Staff
  readonly news: News
  /** The words, the dialogs and the library of this moment. */
  words(): Pick<Resources, 'library' | 'phrases' | 'shelf'>
  hours(now: Date): DeskHours
  /** Where a model is set. */
  readonly machine?: Machine
}

/** The longest word to a person, or note, in characters. */
export const LONGEST_WORD = 4000
const DAY_MS = 24 * 60 * 60 * 1000
/** A counsellor who looks again at the same conversation within this time is not written down again. */
const SAME_VIEW_MS = 15 * 60 * 1000
/** How many days of claims tell how long others waited. */
const TYPICAL_DAYS = 7
/** A counsellor who was not seen for so long has left what they hold. */
const LEFT_MS = 5 * 60 * 1000
/** A counsellor who was not seen for so long is not shown as available. */
const GONE_MS = 2 * 60 * 1000

/** Opens the desk over a store. */
export function openDesk(resources: DeskResources): Desk {
  const { escalations, conversations, deliveries, staff, news, machine } = resources
  const viewed = new Map<string, number>()
  const speaking = new Map<string, Promise<void>>()

  /** Takes a step of a counsellor and, where it is taken, tells the person and the audit. */
  const step = (
    id: string,
    by: Counsellor,
    now: Date,
    taken: {
      readonly act: Act
      readonly detail?: string
      readonly take: (escalation: Parameters<typeof claim>[0]) => Step
      readonly tell?: (
        conversation: Parameters<typeof toCounsellor>[0],
        escalation: Parameters<typeof claim>[0],
      ) => Pick<Outcome, 'conversation' | 'replies'>
    },
  ): Promise<Done> =>
    decide(
      id,
      (escalation, conversation): Decision | Refusal => {
        const next = taken.take(escalation)
        if (next.is === 'refused') return next.because
        if (next.escalation === escalation) return { escalation }
        const told = taken.tell?.(conversation, escalation)
        return {
          escalation: next.escalation,
          ...(told ? { conversation: told.conversation, entries: noticesOf(told.replies, now) } : {}),
          audit: lineOf(taken.act, by, id, now, taken.detail),
        }
      },
      resources,
    )

  async function look(id: string, by: Counsellor, now: Date): Promise<void> {
    for (const [key, at] of viewed) if (now.getTime() - at >= SAME_VIEW_MS) viewed.delete(key)
    const key = JSON.stringify([id, by.id])
    if (viewed.has(key)) return
    await escalations.audit(lineOf('view', by, id, now))
    viewed.set(key, now.getTime())
  }

  /** Words of one conversation keep their order, though one of them is translated for longer than the next. */
  const inOrder = <Result>(id: string, saying: () => Promise<Result>): Promise<Result> => {
    const mine = (speaking.get(id) ?? Promise.resolve()).then(saying)
    const settled = mine.then(
      () => {},
      () => {},
    )
    speaking.set(id, settled)
    settled.then(() => speaking.get(id) === settled && speaking.delete(id))
    return mine
  }

  /** A word in the language of whoever says it, with its translation for the person where a machine can make one. */
  async function inBothLanguages(id: string, by: Counsellor, words: string): Promise<Partial<Reply>> {
    const { standing, conversation } = (await escalations.get(id)) ?? {}
    const spoken = conversation && (await conversations.get(conversation))?.language
    if (!machine || !spoken || standing?.is !== 'held' || standing.by.id !== by.id) return {}
    const told = await machine.forPerson(words, spoken, conversation)
    return told ? { language: told.from, translation: told.translation } : {}
  }

  return {
    inbox: async (now) => {
      const open = await escalations.open()
      const placed = places(open)
      return open.map((escalation) => itemOf(escalation, placed.get(escalation.id), resources.hours(now), now))
    },

    open: async (id, by, language, now) => {
      const escalation = await escalations.get(id)
      const conversation = escalation && (await conversations.get(escalation.conversation))
      if (!escalation || !conversation) return undefined
      await look(id, by, now)
      const [entries, delivered, notes, all, open] = await Promise.all([
        conversations.entries(conversation.id),
        deliveries.of(conversation.id),
        escalations.notes(conversation.id),
        escalations.of(conversation.id),
        escalations.open(),
      ])
      const opened = openedOf({
        escalation,
        conversation,
        entries,
        deliveries: delivered,
        notes,
        earlier: all.filter((each) => each.id !== id && each.askedAt <= escalation.askedAt),
        item: itemOf(escalation, places(open).get(id), resources.hours(now), now),
        language,
        words: wordsFor(resources.words()),
      })
      if (!machine) return opened
      const languages = (await staff.all()).find((each) => each.id === by.id)?.languages ?? []
      return machine.over(opened, { language, languages })
    },

    claim: (id, by, now) =>
      step(id, by, now, {
        act: 'claim',
        take: (escalation) => claim(escalation, by, now),
        tell: (conversation) => toCounsellor(conversation, by, now, resources.words()),
      }),

    say: async (id, by, text, key, now) => {
      const words = text.trim()
      if (!words) return { is: 'refused', because: { why: 'empty' } }
      if (words.length > LONGEST_WORD) return { is: 'refused', because: { why: 'too-long' } }
      // A contact centre fills no replies of ours: its braces are its own.
      if (by.id !== CENTRE_ID && !isFilled(words)) return { is: 'refused', because: { why: 'placeholder' } }
      return inOrder(id, async () => {
        const inBoth = machine ? await inBothLanguages(id, by, words) : {}
        return decide(
          id,
          (escalation, conversation) => {
            const next = say(escalation, by, now)
            if (next.is === 'refused') return next.because
            const reply: Reply = {
              text: words,
              language: languageOf(words, conversation.language),
              status: 'counsellor',
              articles: [],
              publication: resources.words().library.publication,
              counsellor: by.name,
              ...inBoth,
            }
            return {
              escalation: next.escalation,
              conversation,
              entries: [
                { from: 'counsellor', at: now, text: words, reply, activityId: `word:${id}:${key}:${digestOf(words)}` },
              ],
              audit: lineOf('say', by, id, now),
            }
          },
          resources,
        )
      })
    },

    note: async (id, by, text, key, now) => {
      const words = text.trim()
      if (!words) return { is: 'refused', because: { why: 'empty' } }
      if (words.length > LONGEST_WORD) return { is: 'refused', because: { why: 'too-long' } }
      const escalation = await escalations.get(id)
      if (!escalation) return { is: 'refused', because: { why: 'unknown' } }
      await escalations.note(
        {
          id: `${key}-${digestOf(words)}`,
          conversation: escalation.conversation,
          escalation: id,
          by: by.id,
          name: by.name,
          at: now,
          text: words,
        },
        lineOf('note', by, id, now),
      )
      return { is: 'done', escalation }
    },

    giveBack: async (id, by, now, to) => {
      const [held, open] = await Promise.all([escalations.get(id), escalations.open()])
      const place = held && resources.hours(now).at(now).open ? placeOnReturn(held, open) : undefined
      return step(id, by, now, {
        act: to ? 'transfer' : 'give-back',
        ...(to ? { detail: 'counsellor' in to ? to.counsellor.id : to.language } : {}),
        take: (escalation) => withPlaceTold(giveBack(escalation, by, now, to), place, now),
        tell: (conversation, escalation) =>
          toQueue(conversation, escalation, { by, why: to ? 'passed-on' : 'given-back', place }, resources.words()),
      })
    },

    handBack: (id, by, now) =>
      step(id, by, now, {
        act: 'hand-back',
        take: (escalation) => close(escalation, by, 'handed-back', now),
        tell: (conversation) => toAssistant(conversation, by, 'ended', resources.words(), now),
      }),

    close: (id, by, outcome, now) =>
      step(id, by, now, {
        act: 'close',
        detail: outcome,
        take: (escalation) => close(escalation, by, outcome, now),
        tell: (conversation) => toAssistant(conversation, by, 'ended', resources.words(), now),
      }),

    fail: (id, now) =>
      step(id, { id: 'passerelle', name: 'Passerelle' }, now, {
        act: 'close',
        detail: 'failed',
        take: (escalation) => endFor(escalation, 'failed', now),
        tell: (conversation, escalation) => toContactsInstead(conversation, escalation, resources.words()),
      }),

    deliverAgain: async (id, by, position, now) => {
      const escalation = await escalations.get(id)
      if (!escalation) return { is: 'refused', because: { why: 'unknown' } }
      await deliveries.again(escalation.conversation, position, now)
      await escalations.audit(lineOf('deliver-again', by, id, now))
      return { is: 'done', escalation }
    },

    typing: async (id, by) => {
      const { standing, conversation } = (await escalations.get(id)) ?? {}
      if (standing?.is === 'held' && standing.by.id === by.id) news.tell(`typing:counsellor:${conversation}`)
    },

    colleagues: async (now) => {
      const all = await staff.all()
      return all.map((each) =>
        now.getTime() - each.seenAt.getTime() > GONE_MS ? { ...each, presence: 'away' as const } : each,
      )
    },

    setPresence: async (by, change, now) => {
      await staff.seen(by, now)
      await staff.set(by.id, change)
    },

    figures: async (now, days) => {
      const [open, asked] = await Promise.all([
        escalations.open(),
        escalations.since(new Date(now.getTime() - days * DAY_MS)),
      ])
      return figuresOf(open, asked, now, days, resources.hours(now).timeZone)
    },

    tend: async (now) => {
      const open = await escalations.open()
      if (open.length === 0) return 0
      const hours = resources.hours(now)
      const recent = await escalations.since(new Date(now.getTime() - TYPICAL_DAYS * DAY_MS))
      const tending = {
        now,
        hours,
        words: resources.words(),
        open,
        places: places(open),
        typical: typicalMinutes(recent, hours),
        gone: goneAmong(await staff.all(), now),
      }
      let done = 0
      for (const seen of open) {
        if (!due(seen, tending)) continue
        const tended = await decide(
          seen.id,
          (fresh, conversation) => due(fresh, tending)?.(conversation) ?? { escalation: fresh },
          resources,
        )
        if (tended.is === 'done' && tended.escalation.version !== seen.version) done += 1
      }
      return done
    },
  }
}

/** Who was at the desk's pages and is there no longer. Teams and contact centres have no page: they are never among them. */
function goneAmong(all: readonly Colleague[], now: Date): ReadonlySet<string> {
  return new Set(all.filter(({ seenAt }) => now.getTime() - seenAt.getTime() > LEFT_MS).map(({ id }) => id))
}

function lineOf(act: Act, by: Counsellor, escalation: string, at: Date, detail?: string): AuditLine {
  return { at, who: by.id, name: by.name, act, escalation, ...(detail ? { detail } : {}) }
}

/** The language that words bear, so that they are read aloud as they are written; the conversation's where they do not tell. */
function languageOf(words: string, spoken: Language): Language {
  const written = detectLanguage(words)
  return written === undefined || written === 'other' ? spoken : written
}

/** How a brief puts things into words, from the library and the dialogs. */
function wordsFor(words: Pick<Resources, 'library' | 'phrases' | 'shelf'>): BriefResources {
  return {
    title: (article, language: Language) => words.library.articles.get(article)?.texts[language]?.title ?? article,
    inWords: (situation, language) => toldOf(Object.keys(situation), situation, language, words),
  }
}

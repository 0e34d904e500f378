import { toldOf } from '../conversation/plan-words.ts'
import type { Outcome, Resources } from '../conversation/responder.ts'
import type { Language } from '../language/languages.ts'
import { auditLine } from './audit-line.ts'
import type { BriefResources } from './brief.ts'
import type { Desk, Done } from './desk.ts'
import { claim, close, endFor, giveBack, places, type Refusal, type Step } from './escalation.ts'
import type { Act } from './escalations.ts'
import { figuresOf } from './figures.ts'
import { toAssistant, toContactsInstead, toCounsellor, toQueue } from './handed.ts'
import { type Decision, decide, noticesOf } from './ledger.ts'
import { itemOf, openedOf } from './opened.ts'
import { placeOnReturn, withPlaceTold } from './queue.ts'
import type { DeskResources } from './resources.ts'
import { openSaying } from './say-words.ts'
import type { Counsellor } from './staff.ts'
import { tendOpen } from './tend-open.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A counsellor who looks again at the same conversation within this time is not written down again. */
const SAME_VIEW_MS = 15 * 60 * 1000
/** A counsellor who was not seen for so long is not shown as available. */
const GONE_MS = 2 * 60 * 1000

/** Opens the desk over a store. */
export function openDesk(resources: DeskResources): Desk {
  const { escalations, conversations, deliveries, staff, news, machine } = resources
  const viewed = new Map<string, number>()

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
          audit: auditLine(taken.act, by, id, now, taken.detail),
        }
      },
      resources,
    )

  async function look(id: string, by: Counsellor, now: Date): Promise<void> {
    for (const [key, at] of viewed) if (now.getTime() - at >= SAME_VIEW_MS) viewed.delete(key)
    const key = JSON.stringify([id, by.id])
    if (viewed.has(key)) return
    await escalations.audit(auditLine('view', by, id, now))
    viewed.set(key, now.getTime())
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

    ...openSaying(resources),

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
      await escalations.audit(auditLine('deliver-again', by, id, now))
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

    tend: (now) => tendOpen(resources, now),
  }
}

/** How a brief puts things into words, from the library and the dialogs. */
function wordsFor(words: Pick<Resources, 'library' | 'phrases' | 'shelf'>): BriefResources {
  return {
    title: (article, language: Language) => words.library.articles.get(article)?.texts[language]?.title ?? article,
    inWords: (situation, language) => toldOf(Object.keys(situation), situation, language, words),
  }
}

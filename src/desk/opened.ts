import type { Conversation, Delivery, Entry } from '../conversation/conversation.ts'
import type { Language } from '../language/languages.ts'
import { type BriefResources, briefOf, linesFor } from './brief.ts'
import type { InboxItem, Opened } from './desk.ts'
import type { Escalation } from './escalation.ts'
import type { Note } from './escalations.ts'
import type { DeskHours } from './hours.ts'
import { isLeftWaiting } from './queue.ts'

/** One request as the inbox shows it. */
export function itemOf(escalation: Escalation, place: number | undefined, hours: DeskHours, now: Date): InboxItem {
  const { standing } = escalation
  const isLate =
    standing.is === 'waiting'
      ? isLeftWaiting(escalation, hours, now)
      : standing.is === 'held' && standing.remindedAt !== undefined
  return {
    escalation,
    ...(place === undefined ? {} : { place }),
    late: isLate,
    unread: standing.is === 'held' && standing.personAt !== undefined,
  }
}

/** One conversation as its consent lets it be seen. */
export function openedOf(from: {
  readonly escalation: Escalation
  readonly conversation: Conversation
  readonly entries: readonly Entry[]
  readonly deliveries: readonly Delivery[]
  readonly notes: readonly Note[]
  readonly earlier: readonly Escalation[]
  readonly item: InboxItem
  readonly language: Language
  readonly words: BriefResources
}): Opened {
  const { escalation, conversation, entries, deliveries, notes, earlier, item, language, words } = from
  return {
    escalation,
    conversation: { id: conversation.id, language: conversation.language, channel: conversation.address.channel },
    brief: briefOf(escalation, entries, language, words),
    lines: linesFor(escalation, entries).map((entry) => ({
      ...entry,
      cited: (entry.reply?.articles ?? []).slice(0, 3).map((article) => ({
        article,
        title: words.title(article, language),
      })),
    })),
    deliveries,
    notes,
    earlier,
    item,
  }
}

import type { Reply } from '../conversation/channel.ts'
import { digestOf } from '../knowledge/digest.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/languages.ts'
import { auditLine } from './audit-line.ts'
import { isFilled } from './canned.ts'
import { CENTRE_ID } from './centre.ts'
import type { Desk } from './desk.ts'
import { say } from './escalation.ts'
import { decide } from './ledger.ts'
import type { DeskResources } from './resources.ts'
import type { Counsellor } from './staff.ts'

/** The longest word to a person, or note, in characters. */
export const LONGEST_WORD = 4000

/** What counsellors write: words to the person, stored before they are delivered, and notes that the person never sees. */
export function openSaying(resources: DeskResources): Pick<Desk, 'say' | 'note'> {
  const { escalations, conversations, machine } = resources
  const speaking = new Map<string, Promise<void>>()

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
              audit: auditLine('say', by, id, now),
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
        auditLine('note', by, id, now),
      )
      return { is: 'done', escalation }
    },
  }
}

/** The language that words bear, so that they are read aloud as they are written; the conversation's where they do not tell. */
function languageOf(words: string, spoken: Language): Language {
  const written = detectLanguage(words)
  return written === undefined || written === 'other' ? spoken : written
}

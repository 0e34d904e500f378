/**
 * A process of its own on a store, for the tests: `store-child.ts <what> <settings> <conversation>`. It says what it
 * has done on its output, one line at a time, only after it was done; what it says leaves at once.
 */
import { writeSync } from 'node:fs'
import type { Handling } from '../src/conversation/conversation.ts'
import { claim, close, type Escalation, say as sayTo } from '../src/desk/escalation.ts'
import { openStore, type Store } from '../src/store/store.ts'
import { auditLine, fresh, MAUDE, NOON, reply, request, said, taken, word } from './store-samples.ts'

const say = (line: string) => writeSync(1, `${line}\n`)

const deeds: Readonly<Record<string, (store: Store, conversation: string) => Promise<void>>> = {
  /** Opens the store and closes it again. */
  open: async (store) => {
    await store.close()
    say('closed')
  },
  /** Hears and answers until it is killed; says each thing that the store has acknowledged. */
  write: async ({ conversations }, id) => {
    for (let round = 0; ; round += 1) {
      const activityId = `${process.pid}-${round}`
      const heard = await conversations.hear(id, said(`words ${activityId}`, { activityId }))
      say(`heard ${heard.position} words ${activityId}`)
      await answer(id, heard.position, `answer ${activityId}`)
    }

    async function answer(conversation: string, answers: number, text: string): Promise<void> {
      const current = await conversations.get(conversation)
      if (!current) throw new Error('gone')
      const saved = await conversations.save({ conversation: current, answers, entries: [reply(text, { answers })] })
      if (saved.is === 'conflict') return answer(conversation, answers, text)
      if (saved.is === 'saved') say(`saved ${saved.entries[0]?.position} ${text}`)
    }
  },
  /**
   * Opens one conversation after another, asks for a counsellor in it, claims, says and closes, until it is killed.
   * Each step writes one line, one delivery and one line of the audit beside the escalation.
   */
  help: async ({ conversations, escalations }) => {
    for (;;) {
      const opened = await conversations.open(fresh())
      const { id } = opened
      say(`opened ${id}`)
      const heard = await conversations.hear(id, said('une personne'))
      const waits: Handling = { by: 'nobody-yet', reason: 'asked', since: NOON }
      await conversations.save({
        conversation: { ...opened, handling: waits },
        answers: heard.position,
        entries: [reply('Votre demande est enregistrée.', { answers: heard.position })],
        desk: { does: 'request', id: `of ${id}`, request: request() },
      })
      say(`asked ${id}`)
      await step((waiting) => taken(claim(waiting, MAUDE, NOON)), { by: 'counsellor', name: 'Maude', since: NOON })
      await step((held) => taken(sayTo(held, MAUDE, NOON)))
      await step((held) => taken(sayTo(held, MAUDE, NOON)))
      await step((held) => taken(close(held, MAUDE, 'answered', NOON)), { by: 'assistant' })

      async function step(change: (escalation: Escalation) => Escalation, handling?: Handling): Promise<void> {
        const [conversation, escalation] = [await conversations.get(id), await escalations.get(`of ${id}`)]
        if (!conversation || !escalation) throw new Error('gone')
        const next = change(escalation)
        const saved = await escalations.save({
          escalation: next,
          entries: [word(`version ${next.version + 1}`)],
          audit: auditLine({ escalation: escalation.id }),
          ...(handling ? { conversation: { ...conversation, handling } } : {}),
        })
        if (saved.is !== 'saved') throw new Error(saved.is)
        say(`stepped ${id} ${saved.escalation.version}`)
      }
    }
  },
  /** Follows a conversation; says whenever there is news. */
  follow: async ({ news, conversations }, id) => {
    news.follow(id, () => {
      void conversations.entries(id).then((entries) => say(`news ${entries.at(-1)?.text}`))
    })
    say('following')
    setInterval(() => {}, 1000)
  },
  /** Publishes until it is killed; every file of a publication says its number, and who made it. */
  publish: async ({ publications }) => {
    for (let round = 0; ; round += 1) {
      const base = (await publications.latest())?.number ?? 0
      const says = `${base + 1} by ${process.pid}, ${round}`
      const files = new Map(Array.from({ length: 60 }, (_, at) => [`steps/s${at}/fr.md`, says]))
      const by = { id: String(process.pid), name: 'Maude' }
      const published = await publications.publish({ base, at: NOON, by, origin: 'edit', reason: '', says, files })
      if (published.is === 'published') say(`published ${published.publication.number}`)
    }
  },
  /** Hears one thing. */
  hear: async (store, id) => {
    await store.conversations.hear(id, said('from another process', { at: NOON }))
    await store.close()
  },
}

const [what = '', settings = '{}', conversation = ''] = process.argv.slice(2)
const deed = deeds[what]
if (!deed) throw new Error(`« ${what} » is not one of ${Object.keys(deeds).join(', ')}.`)
say('started')
const store = await openStore(JSON.parse(settings))
say('opened')
await deed(store, conversation)

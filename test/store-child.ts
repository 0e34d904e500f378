/**
 * A process of its own on a store, for the tests: `store-child.ts <what> <settings> <conversation>`. It says what it
 * has done on its output, one line at a time, only after it was done; what it says leaves at once.
 */
import { writeSync } from 'node:fs'
import { openStore, type Store } from '../src/store/store.ts'
import { NOON, reply, said } from './store-samples.ts'

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
  /** Follows a conversation; says whenever there is news. */
  follow: async ({ news, conversations }, id) => {
    news.follow(id, () => {
      void conversations.entries(id).then((entries) => say(`news ${entries.at(-1)?.text}`))
    })
    say('following')
    setInterval(() => {}, 1000)
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

import { randomUUID } from 'node:crypto'
import { houseForTests, inOfficeHours, serverForTests } from './open-house.ts'

const SECRET = 'a-secret-of-the-desk-page-tests'

interface Activity {
  readonly id: string
  readonly replyToId?: string
}

/** The whole server, with people who come by Direct Line, and a second look into its store. */
export async function deskForTests(environment: Readonly<Record<string, string>> = {}) {
  const server = await serverForTests({ DIRECT_LINE_SECRET: SECRET, ...environment })
  const port = environment.PORT ?? String(server.port)
  const url = `http://localhost:${port}`
  const house = await houseForTests(server.dataDir, inOfficeHours)

  const ask = async <Answer>(path: string, secret: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${url}/v3/directline/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`Direct Line answered ${answer.status} to ${path}.`)
    return (await answer.json()) as Answer
  }

  /** A person comes: what they can do. */
  const comes = async (locale = 'fr-CA') => {
    const { conversationId, token } = await ask<{ conversationId: string; token: string }>('conversations', SECRET, {
      locale,
    })
    const path = `conversations/${conversationId}/activities`
    const from = { id: `dl_${randomUUID()}` }
    const heard: Activity[] = []
    let watermark = ''
    /** What has come to the person so far; asking for what follows it says that it came. */
    const hears = async (): Promise<readonly Activity[]> => {
      const answer = await ask<{ activities: Activity[]; watermark: string }>(`${path}?watermark=${watermark}`, token)
      heard.push(...answer.activities)
      watermark = answer.watermark
      return heard
    }
    const sends = (activity: object) => ask<{ id: string }>(path, token, { from, locale, ...activity })
    return {
      hears,
      types: () => sends({ type: 'typing' }),
      /** Says something, and waits for the answer where the assistant gives one. */
      says: async (text: string, isAnswered = true) => {
        const { id } = await sends({ type: 'message', text })
        while (isAnswered && !(await hears()).some(({ replyToId }) => replyToId === id))
          await new Promise((resolve) => setTimeout(resolve, 20))
      },
      request: async () => {
        const found = await house.store.conversations.find({ channel: 'directline', conversation: conversationId })
        return found && (await house.store.escalations.openOf(found.id))
      },
    }
  }

  return {
    url,
    port,
    dataDir: server.dataDir,
    house,
    now: inOfficeHours,
    comes,
    link: () => server.signInLink('counsellor'),
    linkOf: server.signInLink,
    /** A person asks something, then for a person, and shares everything. */
    asks: async (first: string, words: readonly string[] = ['Parler à une personne', 'Toute la conversation']) => {
      const someone = await comes()
      for (const text of [first, ...words]) await someone.says(text)
      // Whoever has asked no question yet is asked for one.
      if (!(await someone.request())) await someone.says('rien à ajouter')
      const request = await someone.request()
      if (!request) throw new Error(`No request came of « ${first} ».`)
      return { ...someone, id: request.id }
    },
    close: async () => {
      await server.close()
      await house.store.close()
    },
  }
}
export type DeskForTests = Awaited<ReturnType<typeof deskForTests>>

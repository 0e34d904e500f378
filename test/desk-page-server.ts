import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import pino from 'pino'
import { Registry } from 'prom-client'
import { openConsole } from '../src/console/console.ts'
import { deskRoutes } from '../src/console/desk/routes.tsx'
import { followCanned, REPLIES_FILE } from '../src/desk/canned-file.ts'
import { HOUSE } from '../src/house.ts'
import { openServer } from '../src/server.ts'
import { freePort, houseForTests } from './open-house.ts'

/** A Monday at ten in Montréal: the desk is open. */
const TEN = Date.parse('2026-03-02T15:00:00Z')

/** The desk's pages on a real house and a real server, apart from the roof. */
export async function deskForTests() {
  const started = Date.now()
  let passed = 0
  const now = () => new Date(TEN + Date.now() - started + passed)
  const house = await houseForTests(undefined, now)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const printed: string[] = []
  const errors: unknown[] = []
  const onError = (error: unknown) => void errors.push(error)
  let pages: ReturnType<typeof deskRoutes> | undefined
  const server = openServer({
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    ready: house.store.ready,
    upgrade: () => false,
    routes: (routes) => {
      const common = openConsole(routes, {
        settings: { publicUrl: url, sessionSecret: 'a secret of at least 32 characters', production: false },
        audit: house.store.escalations.audit,
        now,
        onError,
        print: (line) => printed.push(line),
      })
      pages = deskRoutes(routes, common, {
        ...house,
        library: () => house.library,
        canned: followCanned(`${HOUSE}knowledge/${REPLIES_FILE}`, onError),
        news: house.store.news,
        now,
        onError,
      })
      common.printLinks()
    },
  })
  server.listen(port)
  await once(server, 'listening')

  /** Something that a person says, and is answered. */
  const says = async (conversation: string, text: string, locale = 'fr-CA'): Promise<void> => {
    const heard = await house.hearing.note({
      address: { channel: 'emulator', conversation },
      activityId: randomUUID(),
      kind: 'message',
      text,
      locale,
      person: { id: conversation },
      at: now(),
    })
    await house.hearing.answersTo(heard)
  }
  return {
    house,
    url,
    errors,
    now,
    says,
    pass: (ms: number) => {
      passed += ms
    },
    /** A link that signs in another counsellor. */
    link: () => printed.findLast((line) => line.startsWith('sign-in counsellor '))?.split(' ')[2] ?? '',
    /** A person asks for a person, and shares everything; gives the request's id. */
    asks: async (conversation: string, first: string, words = ['Parler à une personne', 'Toute la conversation']) => {
      for (const text of [first, ...words]) await says(conversation, text)
      const found = await house.store.conversations.find({ channel: 'emulator', conversation })
      const open = found && (await house.store.escalations.openOf(found.id))
      if (!open) throw new Error(`No request came of « ${first} ».`)
      return open.id
    },
    close: async () => {
      pages?.close()
      server.server.closeAllConnections?.()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await house.hearing.quiet()
      await house.store.close()
    },
  }
}
export type DeskForTests = Awaited<ReturnType<typeof deskForTests>>

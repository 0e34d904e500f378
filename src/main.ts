import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { directLineDoor, newToken } from './channel/direct-line/door.ts'
import { openStreams } from './channel/direct-line/stream.ts'
import { openTokens } from './channel/direct-line/tokens.ts'
import { forgetQuiet } from './conversation/forget.ts'
import type { Hearing, TurnReport } from './conversation/hear.ts'
import { type House, openHouse } from './house.ts'
import { LANGUAGES, ORIGINAL } from './language/languages.ts'
import { openMetrics } from './metrics.ts'
import { planRoutes } from './page/plan-routes.ts'
import { openPlanTokens } from './page/plan-token.ts'
import { pageRoutes } from './page/routes.ts'
import { openServer } from './server.ts'
import { environment, readSettings, type Settings, WrongSetting } from './settings.ts'

const HOUR_MS = 60 * 60 * 1000
/** How often words are looked for that were heard and not answered: by a process that stopped, or a ledger that failed. */
const LEFT_MS = 60 * 1000

/** Builds every floor and opens the doors; gives what closes them again. */
export async function open(settings: Settings): Promise<{ url: string; close(): Promise<void> }> {
  const log = pino({ level: settings.logLevel })
  const now = () => new Date()
  const onError = (error: unknown) => log.error({ err: error }, 'something failed')
  const metrics = openMetrics()
  const report = ({ error, ...turn }: TurnReport) => {
    metrics.turn(turn)
    if (error === undefined) log.info(turn, 'turn')
    else log.error({ ...turn, err: error }, 'turn failed')
  }
  const trouble = (sentence: string, error?: unknown) => log.error({ err: error }, sentence)
  const { store, library, phrases, shelf, hearing } = await openHouse(settings, report, now, trouble)
  metrics.watch(library)
  const forget = () => {
    forgetQuiet(store.conversations, now(), settings.retentionDays).then(
      (gone) => gone && log.info({ gone }, 'erased what was kept long enough'),
      onError,
    )
  }
  const tokens = openTokens(settings.sessionSecret, now)
  const streams = openStreams({ tokens, conversations: store.conversations, news: store.news, onError })
  const line = {
    tokens,
    hearing,
    conversations: store.conversations,
    publicUrl: settings.publicUrl,
    now,
    onError,
    ...(settings.directLineSecret ? { secret: settings.directLineSecret } : {}),
  }
  const messages = whenNeeded(() => openBotFramework(settings, hearing, now, onError))

  const server = openServer({
    log,
    metrics: metrics.registry,
    ready: store.ready,
    routes: (routes) => {
      routes.post('/api/messages', async (request, response) => (await messages())(request, response))
      directLineDoor(routes, line)
      pageRoutes(routes, { settings, phrases, library: () => library, newToken: () => newToken(line), onError })
      planRoutes(routes, {
        settings,
        phrases,
        shelf,
        library: () => library,
        tokens: openPlanTokens(settings.sessionSecret),
        conversation: store.conversations.get,
        now,
        onError,
      })
    },
    upgrade: streams.upgrade,
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(settings.port, resolve)
  })
  const forgetting = setInterval(forget, HOUR_MS)
  forgetting.unref()
  forget()
  warmUp({ library, shelf }, messages).catch(onError)
  const resume = () => {
    hearing.resume().then((left) => left && log.info({ left }, 'answered what was left'), onError)
  }
  const resuming = setInterval(resume, LEFT_MS)
  resuming.unref()
  resume()

  return {
    url: settings.publicUrl,
    close: async () => {
      clearInterval(forgetting)
      clearInterval(resuming)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      streams.close()
      await hearing.quiet()
      server.server.closeIdleConnections?.()
      setTimeout(() => server.server.closeAllConnections?.(), 2000).unref()
      await closed
      await hearing.quiet()
      await store.close()
    },
  }
}

/** The SDK takes longer to load than everything else: it is loaded after the doors are open, or at the first message. */
async function openBotFramework(
  settings: Settings,
  hearing: Hearing,
  now: () => Date,
  onError: (error: unknown) => void,
) {
  const [{ botFrameworkDoor }, { makeBot }] = await Promise.all([
    import('./channel/teams/door.ts'),
    import('./channel/bot.ts'),
  ])
  return botFrameworkDoor(settings.bot, makeBot(hearing, now, randomUUID), onError)
}

/** Does a thing once, when it is first needed. */
function whenNeeded<Thing>(make: () => Promise<Thing>): () => Promise<Thing> {
  let made: Promise<Thing> | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Does what the first person would otherwise wait for, a piece at a time. */
async function warmUp(
  { library, shelf }: Pick<House, 'library' | 'shelf'>,
  messages: () => Promise<unknown>,
): Promise<void> {
  for (const language of LANGUAGES) {
    await setImmediate()
    library.warm(language)
  }
  await setImmediate()
  shelf.occupations.recognise('', ORIGINAL)
  await messages()
}

async function main(): Promise<void> {
  const settings = readSettings(environment())
  const house = await open(settings)
  console.log(`chat ${house.url}`)
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      house.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(
      error instanceof WrongSetting
        ? error.message
        : `Passerelle could not start: ${error instanceof Error ? error.message : error}`,
    )
    process.exit(1)
  })
}

import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { directLineDoor, newToken } from './channel/direct-line/door.ts'
import { openStreams } from './channel/direct-line/stream.ts'
import { openTokens } from './channel/direct-line/tokens.ts'
import { hubDoor } from './channel/hub/door.ts'
import { forgetQuiet } from './conversation/forget.ts'
import type { TurnReport } from './conversation/hear.ts'
import { forgetAudit } from './desk/forget-audit.ts'
import { type ByAddress, byAddress } from './desk/hub.ts'
import { countGivenUp, watchDesk } from './desk-metrics.ts'
import { openEmbedding } from './embedding.ts'
import { type House, openHouse } from './house.ts'
import { LANGUAGES, ORIGINAL } from './language/languages.ts'
import { openMetrics } from './metrics.ts'
import { hostOf } from './model/model-settings.ts'
import type { CallReport } from './model/open-model.ts'
import { planRoutes } from './page/plan-routes.ts'
import { openPlanTokens } from './page/plan-token.ts'
import { pageRoutes } from './page/routes.ts'
import { openServer } from './server.ts'
import { environment, hasDesk, readSettings, type Settings, WrongSetting } from './settings.ts'
import { staffDoors } from './staff-doors.ts'
import { openTending } from './tending.ts'

const HOUR_MS = 60 * 60 * 1000
/** How often words are looked for that were heard and not answered: by a process that stopped, or a ledger that failed. */
const LEFT_MS = 60 * 1000

type OnError = (error: unknown) => void

/** What is open, and what closes it again. */
export interface Open {
  readonly url: string
  /** Prints the one-time sign-in links, where there are any. */
  printLinks(): void
  close(): Promise<void>
}

/** Builds every floor and opens the doors. The clock is the machine's, unless another is given. */
export async function open(
  settings: Settings,
  { now = () => new Date(), print = console.log }: { now?: () => Date; print?: (line: string) => void } = {},
): Promise<Open> {
  const log = pino({ level: settings.logLevel })
  const onError = (error: unknown) => log.error({ err: error }, 'something failed')
  const metrics = openMetrics(now)
  const report = ({ error, ...turn }: TurnReport) => {
    metrics.turn(turn)
    if (error === undefined) log.info(turn, 'turn')
    else log.error({ ...turn, err: error }, 'turn failed')
  }
  const called = (call: CallReport) => {
    metrics.call(call)
    const level = call.outcome === 'told' || call.outcome === 'resting' || call.outcome === 'spent' ? 'debug' : 'warn'
    log[level](call, 'a model was asked')
  }
  const trouble = (sentence: string, error?: unknown) => log.error({ err: error }, sentence)
  const house = await openHouse({ ...settings, hasDesk: hasDesk(settings) }, report, now, trouble, called)
  const { phrases, shelf, hearing } = house
  const store = { ...house.store, deliveries: countGivenUp(metrics.registry, house.store.deliveries) }
  watchDesk(metrics.registry, { open: store.escalations.open, now, hours: house.hours })
  metrics.watch(() => house.library)
  const forget = () => {
    forgetQuiet(store.conversations, now(), settings.retentionDays).then(
      (gone) => gone && log.info({ gone }, 'erased what was kept long enough'),
      onError,
    )
    forgetAudit(store.escalations, now()).catch(onError)
  }
  const tokens = openTokens(settings.sessionSecret, now)
  const streams = openStreams({ ...store, tokens, now, onError })
  const hub = byAddress(house.desk, store, now)
  const line = {
    tokens,
    hearing,
    conversations: store.conversations,
    deliveries: store.deliveries,
    news: store.news,
    hub,
    publicUrl: settings.publicUrl,
    now,
    onError,
    ...(settings.directLineSecret ? { secret: settings.directLineSecret } : {}),
  }
  let staff: ReturnType<typeof staffDoors> | undefined
  const channels = whenNeeded(() => channelsOf({ ...house, store }, settings, hub, now, onError))

  const server = openServer({
    log,
    metrics: metrics.registry,
    ready: store.ready,
    routes: (routes) => {
      routes.post('/api/messages', async (request, response) => (await channels()).door(request, response))
      if (settings.hub) hubDoor(routes, { secret: settings.hub.secret, hub, ...store, onError })
      directLineDoor(routes, line)
      pageRoutes(routes, {
        settings,
        ...(hasDesk(settings) ? { answeredFrom: settings.hub ? 'hub' : settings.deskInTeams ? 'teams' : 'desk' } : {}),
        ...(settings.model ? { modelAt: hostOf(settings.model) } : {}),
        phrases,
        library: () => house.library,
        newToken: () => newToken(line),
        onError,
      })
      planRoutes(routes, {
        settings,
        phrases,
        shelf,
        library: () => house.library,
        tokens: openPlanTokens(settings.sessionSecret),
        conversation: store.conversations.get,
        now,
        onError,
      })
      staff = staffDoors(routes, house, settings, { now, onError, trouble, print })
    },
    upgrade: streams.upgrade,
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(settings.port, resolve)
  })
  const tending = openTending({ desk: house.desk, news: store.news, now, onError })
  const forgetting = setInterval(forget, HOUR_MS)
  forgetting.unref()
  forget()
  warmUp(house, channels).catch(onError)
  const embedding =
    house.model &&
    openEmbedding({
      reading: house.reading,
      model: house.model,
      vectors: store.vectors,
      embedded: (count) => log.info(count, 'embedded what was published'),
      onError,
    })
  const resume = () => {
    hearing.resume().then((left) => left && log.info({ left }, 'answered what was left'), onError)
  }
  const resuming = setInterval(resume, LEFT_MS)
  resuming.unref()
  resume()

  return {
    url: settings.publicUrl,
    printLinks: () => staff?.printLinks(),
    close: async () => {
      clearInterval(forgetting)
      clearInterval(resuming)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      streams.close()
      await staff?.close()
      await tending.close()
      await embedding?.close()
      await (await channels()).close()
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
async function channelsOf(
  house: Pick<House, 'hearing' | 'desk' | 'store'>,
  settings: Settings,
  hub: ByAddress,
  now: () => Date,
  onError: OnError,
) {
  const { openChannels } = await import('./channel/open.ts')
  return openChannels({
    identity: settings.bot,
    hearing: house.hearing,
    desk: house.desk,
    hub,
    store: house.store,
    publicUrl: settings.publicUrl,
    ...(settings.deskInTeams ? { counsellorsAt: settings.deskInTeams } : {}),
    ...(settings.hub ? { outsideHub: settings.hub } : {}),
    newId: randomUUID,
    now,
    onError,
  })
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
  { library, shelf, model }: Pick<House, 'library' | 'shelf' | 'model'>,
  channels: () => Promise<unknown>,
): Promise<void> {
  for (const language of LANGUAGES) {
    await setImmediate()
    library.warm(language)
  }
  await setImmediate()
  shelf.occupations.recognise('', ORIGINAL)
  await channels()
  if (model) await import('./model/langchain.ts')
}

async function main(): Promise<void> {
  const settings = readSettings(environment())
  const house = await open(settings)
  console.log(`chat ${house.url}`)
  house.printLinks()
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

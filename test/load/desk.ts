import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Activity, DirectLine } from 'botframework-directlinejs'
import { build } from 'esbuild'
import WebSocket from 'ws'
import XMLHttpRequest from 'xhr2'
import { HOUSE } from '../../src/house.ts'
import { openStore } from '../../src/store/store.ts'
import { folderForData, freePort, inOfficeHours } from '../open-house.ts'

Object.assign(globalThis, { WebSocket, XMLHttpRequest })

/** How large a run is, and on what. */
export interface Load {
  readonly people: number
  readonly counsellors: number
  /** How many words each side says in a conversation. */
  readonly words: number
  /** How often the process is killed (kill -9) and started again. */
  readonly restarts: number
  readonly databaseUrl?: string
  /** No run is longer than this, in milliseconds. */
  readonly within: number
}

/** What a run came to. Everything but the counts and times must be nought. */
export interface Outcome {
  readonly conversations: number
  readonly saidByCounsellors: number
  readonly saidByPeople: number
  readonly lost: number
  readonly doubled: number
  readonly outOfOrder: number
  readonly heldTwice: number
  readonly spokeWhileHeld: number
  readonly silentAfterwards: number
  readonly unfinished: number
  readonly restarts: number
  /** From « Envoyer » to the person's client, and from the person's request to the inbox, in milliseconds. */
  readonly toPerson: Percentiles
  readonly toInbox: Percentiles
}
interface Percentiles {
  readonly p50: number
  readonly p99: number
}

const SECRET = 'a-secret-of-the-load-test'

/** Lets people ask for help through the official client, and counsellors answer through the desk's own forms. */
export async function runDesk(load: Load): Promise<Outcome> {
  const server = await startServer(load)
  const until = Date.now() + load.within
  const talks = Array.from({ length: load.people }, (_, index) => newTalk(index))
  const restarting = restartNow(server, load, talks)
  const desk = openDeskSide(server, load, talks, until)
  const monitor = desk.watchInbox()
  const everybody = Promise.all([
    ...talks.map((talk) => livePerson(talk, server, load, until)),
    ...Array.from({ length: load.counsellors }, (_, index) => desk.work(index)),
  ])
  await everybody
  await restarting
  await monitor.stop()
  for (const talk of talks) {
    talk.line?.end()
  }
  await server.stop()
  return judge(talks, server, load)
}

/** One person's conversation, as the test knows it. */
interface Talk {
  readonly index: number
  escalation: string
  askedAt: number
  inInboxAt: number
  /** What their client has shown, in its order. */
  readonly shown: Activity[]
  readonly said: string[]
  /** Words of counsellors, as they were acknowledged, in the order in which they were sent. */
  readonly words: { readonly text: string; readonly sentAt: number; shownAt: number }[]
  held: boolean
  finished: boolean
  line?: DirectLine
  conversation: string
}

function newTalk(index: number): Talk {
  return {
    index,
    escalation: '',
    askedAt: 0,
    inInboxAt: 0,
    shown: [],
    said: [],
    words: [],
    held: false,
    finished: false,
    conversation: '',
  }
}

interface RunningServer {
  readonly url: string
  readonly dataDir: string
  readonly databaseUrl?: string
  /** A one-time link of a counsellor. */
  link(): Promise<string>
  restart(): Promise<void>
  stop(): Promise<void>
}

async function startServer({ databaseUrl }: Load): Promise<RunningServer> {
  await build({
    entryPoints: [`${HOUSE}test/load/server.ts`],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    splitting: true,
    packages: 'external',
    outdir: `${HOUSE}dist`,
    entryNames: 'load-[name]',
    logLevel: 'error',
  })
  const port = await freePort()
  const dataDir = folderForData()
  const shift = String(inOfficeHours().getTime() - Date.now())
  let child: ChildProcess
  let printed: string[] = []
  const start = (): Promise<void> => {
    printed = []
    // By --import: main.ts, which is in the same file, would otherwise take itself for the program.
    child = spawn(
      process.execPath,
      [
        ...(process.env.LOAD_PROF ? ['--cpu-prof', '--cpu-prof-dir=/tmp/prof'] : []),
        '--import',
        `${HOUSE}dist/load-server.js`,
        '--eval',
        '0',
      ],
      {
        cwd: HOUSE,
        env: {
          ...process.env,
          PORT: String(port),
          DATA_DIR: dataDir,
          ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
          DIRECT_LINE_SECRET: SECRET,
          LOG_LEVEL: 'error',
          LOAD_SHIFT: shift,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    return new Promise((ready, failed) => {
      let rest = ''
      child.stdout?.setEncoding('utf8').on('data', (text: string) => {
        const lines = (rest + text).split('\n')
        rest = lines.pop() ?? ''
        printed.push(...lines)
        if (lines.includes('open')) ready()
      })
      child.on('exit', (code) => failed(new Error(`The server ended with ${code}.`)))
    })
  }
  const end = (signal: NodeJS.Signals): Promise<void> =>
    new Promise((ended) => {
      child.removeAllListeners('exit')
      child.on('exit', () => ended())
      child.kill(signal)
    })
  await start()
  return {
    url: `http://localhost:${port}`,
    dataDir,
    ...(databaseUrl ? { databaseUrl } : {}),
    link: async () => {
      for (;;) {
        const line = printed.findLast((each) => each.startsWith('sign-in counsellor '))
        if (line) return line.split(' ')[2] ?? ''
        await pause(20)
      }
    },
    restart: async () => {
      await end('SIGKILL')
      await start()
    },
    stop: () => end('SIGTERM'),
  }
}

/** Kills the process at random moments while conversations go on. */
async function restartNow(server: RunningServer, { restarts }: Load, talks: readonly Talk[]): Promise<void> {
  for (let count = 1; count <= restarts; count++) {
    const share = count / (restarts + 1)
    while (talks.filter(({ finished }) => finished).length < talks.length * share * 0.7) await pause(50)
    if (talks.every(({ finished }) => finished)) return
    await server.restart()
  }
}

async function livePerson(talk: Talk, server: RunningServer, load: Load, until: number): Promise<void> {
  const answer = await again(() =>
    fetch(`${server.url}/v3/directline/tokens/generate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${SECRET}` },
      body: JSON.stringify({ user: { id: `dl_${talk.index}` } }),
    }),
  )
  const { token, conversationId } = (await answer.json()) as { token: string; conversationId: string }
  talk.conversation = conversationId
  const known = new Set<string>()
  const show = (activity: Activity): void => {
    if (activity.type === 'typing' || !activity.id || known.has(activity.id)) return
    known.add(activity.id)
    talk.shown.push(activity)
    const text = textOf(activity)
    if (activity.type === 'event')
      talk.escalation = (activity.value as { escalation?: string })?.escalation ?? talk.escalation
    if (isWord(activity)) {
      const word = talk.words.find((each) => each.text === text && !each.shownAt)
      if (word) word.shownAt = Date.now()
    }
  }
  // Without a socket the official client gives up at the first error of the network: it polls only where nothing restarts.
  const line = new DirectLine({
    token,
    domain: `${server.url}/v3/directline`,
    webSocket: load.restarts > 0 || talk.index % 4 !== 0,
    pollingInterval: 400,
    // One that polls gives up for good where an answer takes longer: only where nothing restarts is there time for it.
    ...(load.restarts > 0 ? { timeout: 5000 } : {}),
  })
  talk.line = line
  // Ending a line is told to its followers as an error.
  line.activity$.subscribe({ next: show, error: () => {} })
  const has = (words: RegExp, times = 1) => talk.shown.filter((each) => words.test(textOf(each))).length >= times
  const wait = async (words: RegExp, times = 1) => {
    while (!has(words, times)) {
      if (Date.now() > until) throw new Error(`person ${talk.index} waits for ${words}`)
      await pause(25)
    }
  }
  try {
    await say(talk, 'parler à une personne')
    await wait(/Rien n'est encore transmis/)
    await say(talk, '1')
    await wait(/Écrivez votre question/)
    talk.askedAt = Date.now()
    await say(talk, 'rien à ajouter')
    await wait(/demande est enregistrée/)
    await wait(/a pris votre demande/)
    for (let word = 0; word < load.words; word++) {
      await pause(Math.random() * 400)
      if (has(/a terminé la conversation/)) break
      await say(talk, `mot ${talk.index}-${word}`)
    }
    await wait(/a terminé la conversation/)
    await say(talk, 'merci')
    await wait(/Avec plaisir/)
    talk.finished = true
  } catch (error) {
    // Told in the outcome as unfinished.
    if (process.env.LOAD) console.log(String(error), talk.escalation, talk.shown.slice(-3).map(textOf))
  }
}

/** Posts through the official client; what failed is sent again with the same id, as Web Chat does. */
async function say(talk: Talk, text: string): Promise<void> {
  const clientActivityID = randomUUID()
  talk.said.push(text)
  for (let tries = 0; tries < 60; tries++) {
    const id = await new Promise<string>((posted) => {
      const posting = talk.line?.postActivity({
        type: 'message',
        from: { id: `dl_${talk.index}` },
        text,
        channelData: { clientActivityID },
      } as Activity)
      posting?.subscribe({ next: posted, error: () => posted('retry'), complete: () => posted('retry') })
    })
    if (id !== 'retry') return
    await pause(100 + Math.random() * 200)
  }
}

function openDeskSide(server: RunningServer, load: Load, talks: readonly Talk[], until: number) {
  const done = () => talks.every(({ finished }) => finished) || Date.now() > until
  let signingIn: Promise<unknown> = Promise.resolve()
  /** Signs in by a one-time link: one after the other, for each use prints the next. */
  const signIn = (): Promise<string> => {
    const mine = signingIn.then(async () => {
      for (;;) {
        const answer = await fetch(await server.link(), { redirect: 'manual' }).catch(() => undefined)
        const cookie = answer?.headers.get('set-cookie')?.split(';')[0]
        if (cookie && answer?.status === 303) return cookie
        await pause(100)
      }
    })
    signingIn = mine.catch(() => {})
    return mine
  }
  const call = (cookie: string, path: string, fields?: Record<string, string>) =>
    again(() =>
      fetch(`${server.url}${path}`, {
        redirect: 'manual',
        headers: {
          cookie,
          ...(fields ? { origin: server.url, 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
      }),
    )
  const waitingIn = (html: string): string[] => [
    ...new Set([...html.matchAll(/href="\/desk\/([0-9a-f-]{36})/g)].map(([, id = '']) => id)),
  ]

  return {
    work: async (_index: number): Promise<void> => {
      const cookie = await signIn()
      while (!done()) {
        const html = await (await call(cookie, '/desk/inbox?show=waiting')).text()
        const ids = waitingIn(html)
        const id = ids[Math.floor(Math.random() * Math.min(ids.length, load.counsellors))]
        if (!id) {
          await pause(100 + Math.random() * 200)
          continue
        }
        const claimed = await call(cookie, `/desk/${id}/claim`, {})
        if (claimed.status !== 303) continue
        // Whose it is, their own client may show later than the inbox.
        let talk: Talk | undefined
        while (!done() && !talk) {
          talk = talks.find(({ escalation }) => escalation === id)
          if (!talk) await pause(25)
        }
        if (talk) await answer(cookie, id, talk)
      }
    },

    /** Looks at the inbox whenever its stream says that something changed, as the page does. */
    watchInbox: () => {
      let stopped = false
      let abort = new AbortController()
      const watching = (async () => {
        const cookie = await signIn()
        while (!stopped) {
          abort = new AbortController()
          try {
            const stream = await fetch(`${server.url}/desk/live`, { headers: { cookie }, signal: abort.signal })
            if (stream.status !== 200) throw new Error(`The stream answered ${stream.status}.`)
            for await (const chunk of stream.body ?? []) {
              if (!Buffer.from(chunk).toString().includes('event: inbox')) continue
              const html = await (await fetch(`${server.url}/desk/inbox`, { headers: { cookie } })).text()
              const here = new Set(waitingIn(html))
              const now = Date.now()
              for (const talk of talks)
                if (talk.escalation && !talk.inInboxAt && here.has(talk.escalation)) talk.inInboxAt = now
            }
          } catch {
            // The server is away: asked again below.
          }
          if (!stopped) await pause(200)
        }
      })()
      return {
        stop: async () => {
          stopped = true
          abort.abort()
          await watching
        },
      }
    },
  }

  async function answer(cookie: string, id: string, talk: Talk): Promise<void> {
    const givesBack = Math.random() < 0.15
    for (let count = 0; count < load.words; count++) {
      await pause(Math.random() * 300)
      const text = `réponse ${talk.index}-${talk.words.length}`
      const word = { text, sentAt: Date.now(), shownAt: 0 }
      talk.words.push(word)
      const said = await call(cookie, `/desk/${id}/say`, { text, key: randomUUID() })
      if (said.status !== 303) {
        talk.words.splice(talk.words.indexOf(word), 1)
        return
      }
      if (givesBack && count === 0) {
        await call(cookie, `/desk/${id}/give-back`, { to: '' })
        return
      }
    }
    await pause(Math.random() * 200)
    if (Math.random() < 0.5) await call(cookie, `/desk/${id}/hand-back`, {})
    else await call(cookie, `/desk/${id}/close`, { outcome: 'answered' })
  }
}

/** Tries again while the server is away. */
async function again(request: () => Promise<Response>): Promise<Response> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await request()
      if (answer.status < 500 || tries > 200) return answer
    } catch (error) {
      if (tries > 200) throw error
    }
    await pause(50 + Math.random() * 100)
  }
}

async function judge(talks: readonly Talk[], server: RunningServer, load: Load): Promise<Outcome> {
  const store = await openStore({
    dataDir: server.dataDir,
    ...(server.databaseUrl ? { databaseUrl: server.databaseUrl } : {}),
  })
  let lost = 0
  let doubled = 0
  let outOfOrder = 0
  let spokeWhileHeld = 0
  let heldTwice = 0
  for (const talk of talks) {
    const here = await store.conversations.find({ channel: 'directline', conversation: talk.conversation })
    const entries = here ? await store.conversations.entries(here.id) : []
    const stored = entries.filter(({ from }) => from === 'person').map(({ text }) => text)
    const shown = talk.shown.filter(isWord).map(textOf)
    for (const [sent, there] of [
      [talk.said, stored],
      [talk.words.map(({ text }) => text), shown],
    ] as const) {
      lost += sent.filter((text) => !there.includes(text)).length
      doubled += there.length - new Set(there).size
      const order = there.map((text) => sent.indexOf(text)).filter((at) => at >= 0)
      outOfOrder += order.filter((at, index) => index > 0 && at < (order[index - 1] ?? 0)).length
    }
    let held = false
    for (const { from, text, reply, answers } of entries) {
      if (/a pris votre demande/.test(text)) held = true
      else if (/a terminé la conversation|ne peut plus vous répondre|transmet votre demande/.test(text)) held = false
      else if (held && from === 'assistant' && (answers !== undefined || reply?.status !== 'handoff'))
        spokeWhileHeld += 1
    }
    for (const { id } of here ? await store.escalations.of(here.id) : []) {
      const acts = [...(await store.escalations.audited(1000, id))].reverse()
      let by = ''
      for (const { act, who } of acts) {
        if (act === 'claim') {
          if (by && by !== who) heldTwice += 1
          by = who
        }
        if (['give-back', 'hand-back', 'close', 'take-back', 'transfer'].includes(act)) by = ''
        if (act === 'say' && by !== who) heldTwice += 1
      }
    }
  }
  await store.close()
  const words = talks.flatMap((talk) => talk.words)
  return {
    conversations: talks.length,
    saidByCounsellors: words.length,
    saidByPeople: talks.reduce((sum, { said }) => sum + said.length, 0),
    lost,
    doubled,
    outOfOrder,
    heldTwice,
    spokeWhileHeld,
    silentAfterwards: talks.filter(
      ({ finished, shown }) => finished && !shown.some((each) => /Avec plaisir/.test(textOf(each))),
    ).length,
    unfinished: talks.filter(({ finished }) => !finished).length,
    restarts: load.restarts,
    toPerson: percentiles(words.flatMap(({ sentAt, shownAt }) => (shownAt ? [shownAt - sentAt] : []))),
    toInbox: percentiles(talks.flatMap(({ askedAt, inInboxAt }) => (inInboxAt ? [inInboxAt - askedAt] : []))),
  }
}

function isWord(activity: Activity): boolean {
  const data = activity.channelData as { passerelle?: { status?: string } } | undefined
  return data?.passerelle?.status === 'counsellor'
}

function textOf(activity: Activity): string {
  return ('text' in activity ? (activity.text ?? '') : '').replaceAll('\u00a0', ' ')
}

function percentiles(numbers: readonly number[]): Percentiles {
  const sorted = [...numbers].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

import MiniSearch from 'minisearch'
import restify from 'restify'
import { readable } from '../../src/knowledge/library.ts'
import { LANGUAGES, type Language } from '../../src/language/languages.ts'
import { freePort, houseForTests, serverForTests } from '../open-house.ts'
import { timesOfPublishing } from './publishing.ts'

/** Speed as ratios within one run: each figure of ours beside a bare baseline measured in the same minutes. */
const ROUNDS = 400

function quantile(times: readonly number[], q: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0
}

async function timesOf(rounds: number, work: (round: number) => unknown): Promise<number[]> {
  for (let round = 0; round < Math.min(50, rounds); round++) await work(round)
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const began = performance.now()
    await work(round)
    times.push(performance.now() - began)
  }
  return times
}

function tell(what: string, ours: readonly number[], bare: readonly number[]): void {
  const [p50, p99, b50, b99] = [quantile(ours, 0.5), quantile(ours, 0.99), quantile(bare, 0.5), quantile(bare, 0.99)]
  const ms = (time: number) => `${time.toFixed(3)} ms`
  console.log(
    `${what.padEnd(34)} p50 ${ms(p50)} (${(p50 / b50).toFixed(2)} × ${ms(b50)}), p99 ${ms(p99)} (${(p99 / b99).toFixed(2)} × ${ms(b99)})`,
  )
}

const house = await houseForTests()

for (const language of LANGUAGES) {
  const questions = [...house.library.articles.values()].flatMap((article) => article.texts[language]?.questions ?? [])
  const bare = bareSearch(language)
  const at = (round: number) => questions[(round * 37) % questions.length] ?? ''
  const ours = await timesOf(ROUNDS, (round) => house.library.search(at(round), language))
  tell(`search ${language}, to bare MiniSearch`, ours, await timesOf(ROUNDS, (round) => bare.search(at(round))))
}

function bareSearch(language: Language): MiniSearch {
  const index = new MiniSearch({ fields: ['title', 'heading', 'text'] })
  index.addAll(
    [...house.library.articles.keys()].flatMap((id) =>
      house.library.passages(id, language).map((passage) => ({ ...passage, text: readable(passage.text) })),
    ),
  )
  return index
}

const walkable = house.shelf.dialogs.get('my-path')
if (walkable) {
  const { walk } = await import('../../src/dialog/walk.ts')
  const told = {
    who: 'person',
    where: 'abroad',
    trade: 'nurse',
    trained: 'elsewhere',
    progress: 'nothing',
    french: 'some',
    money: 'none',
  }
  const known = house.shelf.occupations.derive(told)
  tell(
    'walk of my-path, to a JSON copy',
    await timesOf(5_000, () => walk(walkable, known)),
    await timesOf(5_000, () => JSON.parse(JSON.stringify(told))),
  )
}

let messages = 0
const turn = async () => {
  messages += 1
  const heard = await house.hearing.note({
    address: { channel: 'bench', conversation: `c${messages % 20}` },
    activityId: `a${messages}`,
    kind: 'message',
    text: 'Comment obtenir une évaluation comparative ?',
    person: { id: 'someone' },
    at: new Date(),
  })
  await house.hearing.answersTo(heard)
}
const { conversations } = house.store
const write = async () => {
  messages += 1
  await conversations.hear(place.id, {
    kind: 'message',
    activityId: `w${messages}`,
    text: 'x',
    redacted: false,
    at: new Date(),
  })
}
const first = await house.hearing.note({
  address: { channel: 'bench', conversation: 'writes' },
  activityId: 'first',
  kind: 'message',
  text: 'bonjour',
  person: { id: 'someone' },
  at: new Date(),
})
const place = { id: first.conversation }
tell('turn with SQLite, to a durable write', await timesOf(ROUNDS, turn), await timesOf(ROUNDS, write))
await house.store.close()

const publishing = await timesOfPublishing(5)
const { articles, text, everywhere, anew } = publishing
tell(`publish 1 text of ${articles} articles, to all anew`, text, anew)
tell('publish a phone that most show, to same', everywhere, anew)
console.log(`longest pause while publishing ${publishing.longestPause.toFixed(0)} ms`)

const server = await serverForTests()
const port = await freePort()
const echo = restify.createServer()
echo.use(restify.plugins.bodyParser())
echo.post('/echo', async (request: restify.Request, response: restify.Response) => {
  response.send(200, request.body)
})
await new Promise<void>((resolve) => echo.listen(port, resolve))
const post = (url: string) => async () => {
  messages += 1
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `m${messages}`,
      channelId: 'emulator',
      deliveryMode: 'expectReplies',
      from: { id: 'someone' },
      recipient: { id: 'bot' },
      conversation: { id: `m${messages % 20}` },
      text: 'Comment obtenir une évaluation comparative ?',
    }),
  })
  await answer.arrayBuffer()
}
tell(
  '/api/messages, to a bare restify echo',
  await timesOf(ROUNDS, post(`${server.url}/api/messages`)),
  await timesOf(ROUNDS, post(`http://localhost:${port}/echo`)),
)
echo.close()
await server.close()
process.exit(0)

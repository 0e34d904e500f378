import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { embedLibrary } from '../src/answer/embed.ts'
import { type Model, NO_USAGE } from '../src/answer/model.ts'
import { HOUSE, type House } from '../src/house.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import { type Asked, type ModelServer, openModelServer } from './model-server.ts'
import { folderForData, freePort, houseForTests, serverForTests } from './open-house.ts'
import { writes } from './scripted-house.ts'

const SECRET = 'a-secret-of-the-model-tests'
const QUESTION = 'Combien verse le PAFFARC ?'
const TRUTH =
  "Selon CTV, l'aide annoncée en décembre 2021 pouvait aller jusqu'à 500 $ par semaine pour une formation à temps plein."
const LIE = "Selon CTV, l'aide annoncée en décembre 2021 pouvait aller jusqu'à 900 $ par semaine."

interface Activity {
  readonly id: string
  readonly type: string
  readonly text: string
  readonly replyToId?: string
  readonly channelData?: { readonly passerelle?: { readonly status?: string; readonly dialog?: string } }
  readonly entities?: readonly { readonly additionalType?: readonly string[]; readonly citation?: readonly object[] }[]
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string }[] }
}

let model: ModelServer
beforeAll(async () => {
  model = await openModelServer()
})
afterAll(() => model.close())
beforeEach(() => {
  model.asked.length = 0
  model.does(() => ({ fails: 400 }))
})

const open = (more: Readonly<Record<string, string>> = {}, around: Parameters<typeof serverForTests>[1] = {}) =>
  serverForTests(
    { DIRECT_LINE_SECRET: SECRET, OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'scripted', ...more },
    around,
  )

/** A person who comes by Direct Line: says something, and hears what answers it. */
async function comes(url: string, locale = 'fr-CA') {
  const ask = async <Answer>(path: string, secret: string, body?: object): Promise<Answer> => {
    const answer = await fetch(`${url}/v3/directline/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!answer.ok) throw new Error(`Direct Line answered ${answer.status} to ${path}.`)
    return (await answer.json()) as Answer
  }
  const { conversationId, token } = await ask<{ conversationId: string; token: string }>('conversations', SECRET, {
    locale,
  })
  const path = `conversations/${conversationId}/activities`
  return async (text: string): Promise<Activity[]> => {
    const { id } = await ask<{ id: string }>(path, token, { type: 'message', from: { id: 'dl_me' }, locale, text })
    for (;;) {
      const { activities } = await ask<{ activities: Activity[] }>(path, token)
      const answers = activities.filter(({ replyToId, type }) => replyToId === id && type === 'message')
      if (answers.length) return answers
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}

const statusOf = ({ channelData }: Activity) => channelData?.passerelle?.status
const plain = (text: string) => text.replace(/\u00a0|\u202f/g, ' ')
const metricsOf = async (url: string) => (await fetch(`${url}/metrics`)).text()

describe('a conversation with a model', () => {
  it('is answered in its words, with citations, and marked as written by a machine', async () => {
    model.does(writes([TRUTH]))
    const server = await open()
    const says = await comes(server.url)
    const [answer] = await says(QUESTION)
    expect(answer && statusOf(answer)).toBe('answered')
    expect(plain(answer?.text ?? '')).toContain("jusqu'à 500 $ par semaine")
    expect(plain(answer?.text ?? '')).toContain('Texte rédigé automatiquement à partir de nos fiches')
    expect(answer?.entities?.[0]?.additionalType).toEqual(['AIGeneratedContent'])
    expect(answer?.entities?.[0]?.citation?.length).toBeGreaterThan(0)
    const metrics = await metricsOf(server.url)
    expect(metrics).toMatch(/passerelle_model_calls_total\{purpose="compose",outcome="told"\} 1/)
    expect(metrics).toMatch(/passerelle_model_tokens_total\{purpose="compose",direction="input"\} 100/)
    await server.close()
  })

  it('hears the quoted passage where the model lies, and the log says why without its words', async () => {
    model.does(writes([LIE]))
    const port = String(await freePort())
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: HOUSE,
      env: {
        PATH: process.env.PATH ?? '',
        PORT: port,
        DATA_DIR: folderForData(),
        DIRECT_LINE_SECRET: SECRET,
        OPENAI_BASE_URL: `${model.url}/v1`,
        OPENAI_MODEL: 'scripted',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let log = ''
    child.stdout.on('data', (data) => {
      log += data
    })
    await expect.poll(() => log, { timeout: 30_000 }).toContain('chat ')
    const [answer] = await (await comes(`http://localhost:${port}`))(QUESTION)
    expect(answer && statusOf(answer)).toBe('quoted')
    expect(answer?.text).not.toContain('900')
    expect(answer?.entities?.[0]?.additionalType).toBeUndefined()
    child.kill('SIGTERM')
    await once(child, 'exit')
    const lines = log
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(lines.find(({ msg, model }) => msg === 'turn' && model !== undefined)).toMatchObject({
      model: { ending: 'refuted', kept: 0, dropped: { figure: 1 }, usage: { input: 200, output: 40 } },
      steps: { screen: expect.any(Number), compose: expect.any(Number), quote: expect.any(Number) },
    })
    expect(lines.map((line) => JSON.stringify(line)).join('\n')).not.toMatch(/900 \$|décembre|verse/)
  })

  it('hears the quoted passage where the model is dead, and everything else goes on', async () => {
    const server = await open({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1' })
    const says = await comes(server.url)
    expect((await says(QUESTION)).map(statusOf)).toContain('quoted')
    expect((await says('bonjour')).map(statusOf)).toContain('notice')
    expect(await metricsOf(server.url)).toMatch(
      /passerelle_model_calls_total\{purpose="judge",outcome="unreachable"\} 1/,
    )
    await server.close()
  })

  it('is inside one budget however many things the model is asked, by a clock that it moves', async () => {
    let late = 0
    const began = Date.UTC(2026, 10, 23, 15)
    const now = () => new Date(began + late)
    model.does((asked) => {
      late += 6_000
      if (asked.purpose === 'read-situation') return { says: { answers: [] } }
      return writes([TRUTH])(asked)
    })
    const server = await open({}, { now })
    const says = await comes(server.url)
    const [answer] = await says("J'ai une question au sujet de l'aide du PAFFARC et de son montant par semaine")
    expect(model.asked.map(({ purpose }) => purpose)).toEqual(['read-situation', 'judge'])
    expect(answer && statusOf(answer)).not.toBe('answered')
    await server.close()
  })

  it('stops at the ceiling of the day, which outlives a restart', async () => {
    model.does(writes([TRUTH]))
    const DATA_DIR = folderForData()
    const settings = { DATA_DIR, MODEL_DAILY_TOKENS: '240' }
    const first = await open(settings)
    expect((await (await comes(first.url))(QUESTION)).map(statusOf)).toContain('answered')
    const asked = model.asked.length
    await first.close()
    const second = await open(settings)
    expect((await (await comes(second.url))(QUESTION)).map(statusOf)).toContain('quoted')
    expect(model.asked.length).toBe(asked)
    expect(await metricsOf(second.url)).toMatch(/passerelle_model_calls_total\{purpose="judge",outcome="spent"\} 1/)
    await second.close()
  })
})

describe('a story', () => {
  const STORY = "Là-bas je soignais des malades à l'hôpital de Tunis, et maintenant je vis avec ma soeur à Laval"
  const reads = (asked: Asked) =>
    asked.purpose === 'read-situation'
      ? {
          says: {
            answers: [
              { question: 'where', value: 'quebec', words: 'je vis avec ma soeur à Laval' },
              { question: 'who', value: 'person', words: 'je soignais des malades' },
              { question: 'french', value: 'none', words: 'je ne parle pas français' },
            ],
          },
        }
      : ({ fails: 400 } as const)

  it('is read by the model, and counts once the person says that it was understood', async () => {
    model.does(reads)
    const server = await open()
    const says = await comes(server.url)
    const [readBack] = await says(STORY)
    expect(readBack?.text).toContain("Voici ce que j'ai compris de votre message")
    expect(readBack?.text).toContain('Je suis au Québec')
    expect(readBack?.text).not.toContain('français')
    expect(readBack?.suggestedActions?.actions.map(({ title }) => title).slice(0, 2)).toEqual(['Oui', 'Non'])
    const asked = (await says('Oui')).at(-1)
    expect(asked?.channelData?.passerelle).toMatchObject({ dialog: 'my-path', question: 'status' })
    await server.close()
  })

  it('is asked from the beginning where the person says no, and in their own language', async () => {
    model.does((asked) =>
      asked.purpose === 'read-situation'
        ? {
            says: {
              answers: [
                { question: 'where', value: 'quebec', words: 'I live with my sister in Laval' },
                { question: 'who', value: 'person', words: 'I cared for patients' },
              ],
            },
          }
        : { fails: 400 },
    )
    const server = await open()
    const says = await comes(server.url)
    const [readBack] = await says('Back there I cared for patients, and now I live with my sister in Laval')
    expect(readBack?.text).toContain('Here is what I understood from your message')
    const asked = (await says('No')).at(-1)
    expect(asked?.channelData?.passerelle).toMatchObject({ dialog: 'my-path', question: 'who' })
    await server.close()
  })
})

describe('vectors', () => {
  const embeds = () => model.asked.filter(({ purpose }) => purpose === 'embed')
  /** How many passages have no vector yet. */
  const leftIn = async ({ library, store }: House) => {
    const silent: Model = {
      name: 'silent',
      embeds: 'scripted-embedding',
      help: () => ({
        ask: async () => ({ is: 'silent', because: 'spent' }),
        embed: async () => ({ is: 'silent', because: 'spent' }),
        spent: () => NO_USAGE,
      }),
    }
    let left = 0
    for (const language of LANGUAGES) left += (await embedLibrary(library, language, silent, store.vectors)).left
    return left
  }
  const textsOf = (asked: readonly Asked[]) => asked.flatMap(({ body }) => body.input as string[])

  it('are kept by digest: a restart embeds nothing, a publication only what changed', async () => {
    const DATA_DIR = folderForData()
    const settings = { DATA_DIR, OPENAI_EMBEDDING_MODEL: 'scripted-embedding', LOG_LEVEL: 'silent' }
    model.embeds((text) => [text.length, 1])
    model.does(() => ({ says: {} }))
    const first = await open(settings)
    const beside = await houseForTests(DATA_DIR)
    await expect.poll(() => leftIn(beside), { timeout: 30_000 }).toBe(0)
    await first.close()
    expect(new Set(textsOf(embeds())).size).toBe(textsOf(embeds()).length)

    model.asked.length = 0
    const second = await open(settings)
    const latest = await beside.store.publications.latest()
    if (!latest) throw new Error('Nothing is published.')
    const files = new Map(await beside.store.publications.files(latest))
    const path = [...files.keys()].find((each) => /paffarc\/fr\.md$/.test(each)) ?? ''
    files.set(
      path,
      `${files.get(path)}`.replace(/^title: (.*)$/m, (line) => line.replace(/\s*$/, ' (essai)')),
    )
    const published = await beside.store.publications.publish({
      base: latest.number,
      at: new Date(),
      by: { id: 'the-tests', name: 'The tests' },
      origin: 'edit',
      reason: 'essai',
      says: 'essai',
      files,
    })
    expect(published.is).toBe('published')
    await expect.poll(() => embeds().length, { timeout: 30_000 }).toBeGreaterThan(0)
    await second.close()
    const again = textsOf(embeds())
    expect(again.length).toBeLessThan(30)
    expect(again.every((text) => text.includes('(essai)'))).toBe(true)
    await beside.store.close()
  })
})

describe('npm run measure', () => {
  it('tells with a model how its answers are held to the text', async () => {
    model.does((asked) => {
      if (asked.purpose === 'measure') return { says: { verdicts: [{ statement: 's', verdict: 'yes', reason: '' }] } }
      return writes([TRUTH, LIE])(asked)
    })
    const folder = mkdtempSync(join(tmpdir(), 'passerelle-measure-'))
    const [questions, out] = [join(folder, 'q.jsonl'), join(folder, 'out.json')]
    writeFileSync(questions, `${JSON.stringify({ id: '1', lang: 'fr', question: QUESTION, articles: ['paffarc'] })}\n`)
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--import', 'tsx', 'src/commands/measure.ts', '--questions', questions, '--json', out],
      {
        cwd: HOUSE,
        env: { PATH: process.env.PATH ?? '', OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_MODEL: 'scripted' },
      },
    )
    expect(stdout).toContain('invented figures 0')
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      n: 1,
      recall: { '1': 1 },
      groundedness: {
        answers: 1,
        endings: { 'composed-in-part': 1 },
        sentences: { kept: 1, dropped: 1 },
        inventedFigures: [],
      },
      grades: { n: 1, left: 0, relevance: 1, faithfulness: 1, completeness: 1 },
    })
  })
})

import { type Answer, type AnswerResources, answer, type Asked as Question } from '../src/answer/answer.ts'
import { HOUSE } from '../src/house.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary } from '../src/knowledge/library.ts'
import { readPhrases } from '../src/language/phrases.ts'
import type { ModelSettings } from '../src/model/model-settings.ts'
import { type CallReport, openModel } from '../src/model/open-model.ts'
import { type Asked, type Deed, type ModelServer, openModelServer } from './model-server.ts'

/** A passage as the scripted model read it. */
export interface Read {
  readonly token: string
  readonly title: string
  readonly heading?: string
  readonly text: string
}

/** What a scripted pen writes: sentences with the tokens of every passage that was given, unless it names its own. */
export type Written = string | { readonly text: string; readonly passages: readonly string[] }

/** The passages that came with a request. */
export function passagesIn({ material }: Asked): readonly Read[] {
  return (JSON.parse(material) as { passages?: Read[] }).passages ?? []
}

/** A judge that finds every passage helpful, and a pen that writes these sentences. */
export function writes(
  sentences: readonly Written[],
  more: { readonly status?: 'complete' | 'partial' | 'none'; readonly missing?: string } = {},
): (asked: Asked) => Deed {
  return (asked) => {
    const tokens = passagesIn(asked).map(({ token }) => token)
    if (asked.purpose === 'judge') return { says: { helps: tokens } }
    if (asked.purpose === 'compose') {
      return {
        says: {
          status: more.status ?? 'complete',
          missing: more.missing ?? '',
          sentences: sentences.map((each) =>
            typeof each === 'string' ? { text: each, passages: tokens } : { text: each.text, passages: each.passages },
          ),
        },
      }
    }
    return { fails: 400 }
  }
}

/** The library of the house, answering with a model that is scripted over the wire. */
export async function openScriptedHouse(more: Partial<ModelSettings> = {}) {
  const server = await openModelServer()
  const content = await readContent(`${HOUSE}knowledge`)
  const phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
  const library = buildLibrary(content, 1)
  const calls: CallReport[] = []
  const settings: ModelSettings = {
    server: { kind: 'openai', apiKey: 'key', baseUrl: `${server.url}/v1`, model: 'scripted' },
    budgetMs: 4_000,
    ...more,
  }
  const around = { now: () => new Date(), report: (call: CallReport) => void calls.push(call) }
  const alone: AnswerResources = { library, phrases }
  return {
    server,
    content,
    library,
    phrases,
    calls,
    settings,
    /** Asks with a fresh model, so that no breaker remembers what a test before has broken. */
    ask: (asked: Question, resources: Partial<AnswerResources> = {}): Promise<Answer> =>
      answer(asked, { ...alone, model: openModel(settings, around), ...resources }),
    /** The same without a model. */
    askAlone: (asked: Question): Promise<Answer> => answer(asked, alone),
    close: () => server.close(),
  } satisfies { server: ModelServer } & Record<string, unknown>
}
export type ScriptedHouse = Awaited<ReturnType<typeof openScriptedHouse>>

import { AzureChatOpenAI, AzureOpenAIEmbeddings, ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai'
import { type ModelSettings, OPENAI, SILENCE_MS } from './model-settings.ts'

/** What goes over the wire for one thing asked. */
export interface Question {
  readonly name: string
  readonly instructions: string
  readonly material: string
  readonly schema: Readonly<Record<string, unknown>>
}

/** What came back: words, why they ended, and what they cost where the server says so. */
export interface Words {
  readonly text: string
  readonly finish?: string
  readonly refused: boolean
  readonly tokens?: { readonly input: number; readonly output: number }
}

/** A server of models; what fails is thrown. Nothing is tried twice, except without a courtesy that it does not know. */
export interface Client {
  chat(question: Question, signal: AbortSignal): Promise<Words>
  embed(texts: readonly string[]): Promise<readonly (readonly number[])[]>
}

/** More words than five short sentences could ever want; reasoning counts as well. */
const MOST_TOKENS = 4_000
/** Texts of one embedding call. */
const BATCH = 64

type Chat = ChatOpenAI | AzureChatOpenAI

/**
 * How much a server is asked for besides the words: many a local one knows no schemas, many a new one no temperature,
 * and the most tokens by another name; behind a deployment's name nobody sees which model it is.
 */
interface Manners {
  readonly format: 'json_schema' | 'json_object' | 'text'
  readonly temperature: boolean
  readonly most: 'max_tokens' | 'max_completion_tokens' | 'unsaid'
}
type Opened = Pick<Manners, 'temperature' | 'most'>

/** Opens the client of the server that the settings name. */
export function openClient(settings: ModelSettings): Client {
  let manners: Manners = { format: 'json_schema', temperature: true, most: 'max_tokens' }
  const chats = new Map<string, Chat>()
  const chatWith = ({ temperature, most }: Opened): Chat => {
    const key = `${temperature} ${most}`
    const chat = chats.get(key) ?? openChat(settings, { temperature, most })
    chats.set(key, chat)
    return chat
  }
  const ask = async (question: Question, signal: AbortSignal): Promise<Words> => {
    try {
      return await say(chatWith(manners), question, manners, settings, signal)
    } catch (error) {
      const simpler = withoutWhatIsUnknown(manners, error)
      if (!simpler) throw error
      manners = simpler
      return ask(question, signal)
    }
  }
  const embeddings = openEmbeddings(settings)
  return {
    chat: ask,
    embed: async (texts) => {
      if (!embeddings) throw new Error('No embedding model is set.')
      return embeddings.embedDocuments([...texts])
    },
  }
}

function openChat({ server, budgetMs }: ModelSettings, { temperature, most }: Opened): Chat {
  const shared = {
    maxRetries: 0,
    timeout: budgetMs,
    useResponsesApi: false,
    ...(temperature ? { temperature: 0 } : {}),
    ...(most === 'max_tokens' ? { maxTokens: MOST_TOKENS } : {}),
    ...(most === 'max_completion_tokens' ? { modelKwargs: { max_completion_tokens: MOST_TOKENS } } : {}),
  }
  if (server.kind === 'azure') {
    return new AzureChatOpenAI({
      ...shared,
      azureOpenAIApiKey: server.apiKey,
      azureOpenAIEndpoint: server.endpoint,
      azureOpenAIApiDeploymentName: server.deployment,
      azureOpenAIApiVersion: server.apiVersion,
    })
  }
  return new ChatOpenAI({
    ...shared,
    model: server.model,
    apiKey: server.apiKey,
    configuration: { baseURL: server.baseUrl ?? OPENAI },
  })
}

function openEmbeddings({ server, embedding, budgetMs }: ModelSettings): OpenAIEmbeddings | undefined {
  if (embedding === undefined) return undefined
  const shared = { maxRetries: 0, timeout: budgetMs, batchSize: BATCH, encodingFormat: 'float' as const }
  if (server.kind === 'azure') {
    return new AzureOpenAIEmbeddings({
      ...shared,
      azureOpenAIApiKey: server.apiKey,
      azureOpenAIBasePath: `${server.endpoint.replace(/\/+$/, '')}/openai/deployments`,
      azureOpenAIApiEmbeddingsDeploymentName: embedding,
      azureOpenAIApiVersion: server.apiVersion,
    })
  }
  return new OpenAIEmbeddings({
    ...shared,
    model: embedding,
    apiKey: server.apiKey,
    configuration: { baseURL: server.baseUrl ?? OPENAI },
  })
}

async function say(
  chat: Chat,
  question: Question,
  { format }: Manners,
  { streaming }: ModelSettings,
  signal: AbortSignal,
): Promise<Words> {
  const { name, schema, material } = question
  const told = format === 'json_schema' ? '' : `\nAnswer with one JSON value of this schema: ${JSON.stringify(schema)}`
  const messages: [string, string][] = [
    ['system', question.instructions + told],
    ['human', material],
  ]
  const options = {
    ...(format === 'json_schema'
      ? { response_format: { type: format, json_schema: { name, schema, strict: true }, ...AS_IT_STANDS } as const }
      : format === 'json_object'
        ? { response_format: { type: format } as const }
        : {}),
  }
  if (streaming) return fromStream(chat, messages, options, signal)
  const message = await chat.invoke(messages, { ...options, signal })
  return wordsOf(message)
}

/** Keeps the client from reading the JSON itself, which throws away the words, and their cost, where they are none. */
const AS_IT_STANDS = { $parseRaw: (content: string) => content }

interface Message {
  readonly text: string
  readonly response_metadata: Readonly<Record<string, unknown>>
  readonly additional_kwargs: Readonly<Record<string, unknown>>
  readonly usage_metadata?: { readonly input_tokens: number; readonly output_tokens: number } | undefined
}

function wordsOf({ text, response_metadata, additional_kwargs, usage_metadata: usage }: Message): Words {
  const finish = response_metadata.finish_reason
  return {
    text,
    refused: typeof additional_kwargs.refusal === 'string' && additional_kwargs.refusal !== '',
    ...(typeof finish === 'string' ? { finish } : {}),
    ...(usage?.input_tokens !== undefined
      ? { tokens: { input: usage.input_tokens, output: usage.output_tokens ?? 0 } }
      : {}),
  }
}

/** Takes the words as they come; a silence between two of them ends it. */
async function fromStream(
  chat: Chat,
  messages: [string, string][],
  options: object,
  signal: AbortSignal,
): Promise<Words> {
  const silence = new AbortController()
  const either = AbortSignal.any([signal, silence.signal])
  const silent = () => silence.abort(new DOMException('The model fell silent.', 'TimeoutError'))
  let timer = setTimeout(silent, SILENCE_MS)
  try {
    let whole: Awaited<ReturnType<typeof chat.stream>> extends AsyncIterable<infer Chunk> ? Chunk | undefined : never
    whole = undefined
    for await (const chunk of await chat.stream(messages, { ...options, signal: either })) {
      clearTimeout(timer)
      timer = setTimeout(silent, SILENCE_MS)
      whole = whole === undefined ? chunk : whole.concat(chunk)
    }
    either.throwIfAborted()
    return whole === undefined ? { text: '', refused: false } : wordsOf(whole)
  } catch (error) {
    if (silence.signal.aborted) throw silence.signal.reason
    throw error
  } finally {
    clearTimeout(timer)
  }
}

/** A server that refuses a courtesy by name is asked without it from then on. */
function withoutWhatIsUnknown(manners: Manners, error: unknown): Manners | undefined {
  const { status, message = '' } = error as { readonly status?: number; readonly message?: string }
  if (status !== 400 && status !== 422) return undefined
  if (manners.temperature && /temperature/i.test(message)) return { ...manners, temperature: false }
  if (manners.most !== 'unsaid' && /max_(completion_)?tokens/i.test(message)) {
    return { ...manners, most: manners.most === 'max_tokens' ? 'max_completion_tokens' : 'unsaid' }
  }
  if (!/response_format|json_schema|json_object|schema/i.test(message)) return undefined
  if (manners.format === 'json_schema') return { ...manners, format: 'json_object' }
  return manners.format === 'json_object' ? { ...manners, format: 'text' } : undefined
}

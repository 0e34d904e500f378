import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** What a scripted model does with one request. */
export type Deed =
  /** Says a value as JSON, or words as they stand. */
  | { readonly says: unknown }
  | { readonly fails: number; readonly retryAfter?: string; readonly message?: string; readonly code?: string }
  /** Never answers; `after` some words where they are streamed. */
  | { readonly silent: true; readonly after?: string }
  | { readonly slow: number; readonly says: unknown }
  | { readonly refuses: string }
  /** The provider's filter holds back the question (an error), or the answer (a reason to finish). */
  | { readonly filters: 'question' | 'answer' }
  /** The connection ends in the middle of these words. */
  | { readonly half: string }
  /** The words end before their end, at the most tokens. */
  | { readonly tooLong: string }
  /** The body of the response is no JSON. */
  | { readonly garbles: string }
  | { readonly hangsUp: true }

export interface Asked {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  /** The purpose of what is asked, from the name of its schema; « embed » for embeddings. */
  readonly purpose: string
  readonly instructions: string
  readonly material: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface ModelServer {
  readonly url: string
  /** Everything that was asked, in order. */
  readonly asked: Asked[]
  /** What the model does from now on. */
  does(script: (asked: Asked, count: number) => Deed): void
  embeds(script: (text: string) => readonly number[]): void
  close(): Promise<void>
}

/** As the newest models are, under whatever name they are deployed: they take neither `max_tokens` nor a temperature. */
export function asNewest(script: (asked: Asked, count: number) => Deed): (asked: Asked, count: number) => Deed {
  return (asked, count) => {
    const unknown = ['max_tokens', 'temperature'].find((name) => name in asked.body)
    if (unknown === undefined) return script(asked, count)
    const instead = unknown === 'max_tokens' ? " Use 'max_completion_tokens' instead." : ''
    const message = `Unsupported parameter: '${unknown}' is not supported with this model.${instead}`
    return { fails: 400, code: 'unsupported_parameter', message }
  }
}

/** A server on this machine that speaks as OpenAI and Azure do, over HTTP and in streams, and does as it is told. */
export async function openModelServer(): Promise<ModelServer> {
  const asked: Asked[] = []
  let script: (asked: Asked, count: number) => Deed = () => ({ fails: 500 })
  let vectors: (text: string) => readonly number[] = () => [1]
  const server = createServer((request, response) => {
    read(request).then((body) => {
      const one = askedFor(request, body)
      asked.push(one)
      if (one.purpose === 'embed') {
        const input = [body.input].flat() as string[]
        const deed = script(one, asked.length)
        if ('fails' in deed) return error(response, deed)
        if ('silent' in deed) return
        return json(response, 200, {
          object: 'list',
          model: body.model,
          data: input.map((text, index) => ({ object: 'embedding', index, embedding: vectors(text) })),
          usage: { prompt_tokens: input.length, total_tokens: input.length },
        })
      }
      answer(script(one, asked.length), one, response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The model server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    does: (next) => {
      script = next
    },
    embeds: (next) => {
      vectors = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}')
}

function askedFor(request: IncomingMessage, body: Record<string, unknown>): Asked {
  const messages = (body.messages ?? []) as { role: string; content: unknown }[]
  const of = (role: string) => {
    const content = messages.find((message) => message.role === role)?.content
    return typeof content === 'string' ? content : content === undefined ? '' : JSON.stringify(content)
  }
  const format = body.response_format as { json_schema?: { name: string } } | undefined
  return {
    path: request.url ?? '',
    headers: request.headers,
    purpose: body.input === undefined ? (format?.json_schema?.name ?? 'unnamed').replace('_', '-') : 'embed',
    instructions: of('system'),
    material: of('user'),
    body,
  }
}

function answer(deed: Deed, { body }: Asked, response: ServerResponse): void {
  const stream = body.stream === true
  const say = (text: string, finish: string, extra: object = {}) =>
    stream ? streamed(response, text, finish, extra) : whole(response, text, finish, extra)
  const textOf = (says: unknown) => (typeof says === 'string' ? says : JSON.stringify(says))
  if ('slow' in deed) {
    setTimeout(() => say(textOf(deed.says), 'stop'), deed.slow)
  } else if ('says' in deed) say(textOf(deed.says), 'stop')
  else if ('fails' in deed) error(response, deed)
  else if ('silent' in deed) {
    if (stream && deed.after) begin(response, deed.after)
  } else if ('refuses' in deed) say('', 'stop', { refusal: deed.refuses })
  else if ('filters' in deed) {
    if (deed.filters === 'answer') say('', 'content_filter')
    else error(response, { fails: 400, code: 'content_filter', message: 'The response was filtered (content_filter).' })
  } else if ('tooLong' in deed) say(deed.tooLong, 'length')
  else if ('garbles' in deed) {
    response.writeHead(200, { 'content-type': stream ? 'text/event-stream' : 'application/json' })
    response.end(stream ? `data: ${deed.garbles}\n\n` : deed.garbles)
  } else if ('half' in deed) {
    if (stream) begin(response, deed.half)
    else {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 10_000 })
      response.write(`{"choices":[{"message":{"content":"${deed.half.replaceAll('"', '\\"')}`)
    }
    setTimeout(() => response.destroy(), 20)
  } else response.destroy()
}

const ID = { id: 'chatcmpl-1', created: 1, model: 'scripted' }
const USAGE = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 }

function whole(response: ServerResponse, content: string, finish: string, extra: object): void {
  json(response, 200, {
    ...ID,
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content, ...extra }, finish_reason: finish }],
    usage: USAGE,
  })
}

const chunk = (delta: object, finish: string | null = null) =>
  `data: ${JSON.stringify({ ...ID, object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`

function begin(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' })
  response.write(chunk({ role: 'assistant', content: '' }))
  for (const part of text.match(/[\s\S]{1,12}/g) ?? []) response.write(chunk({ content: part }))
}

function streamed(response: ServerResponse, text: string, finish: string, extra: object): void {
  begin(response, text)
  response.write(chunk(extra, finish))
  response.write(`data: ${JSON.stringify({ ...ID, object: 'chat.completion.chunk', choices: [], usage: USAGE })}\n\n`)
  response.end('data: [DONE]\n\n')
}

function error(
  response: ServerResponse,
  { fails, retryAfter, message = 'Scripted failure.', code }: Extract<Deed, { fails: number }>,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter)
  json(response, fails, { error: { message, type: 'scripted', code: code ?? null } })
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

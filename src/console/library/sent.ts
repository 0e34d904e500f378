import type { Request } from 'restify'
import { formOf } from '../form.ts'

/** What a form with a file brought. */
export interface Sent {
  readonly form: URLSearchParams
  readonly file?: { readonly name: string; readonly bytes: Buffer }
  /** It was larger than is read: nothing of it was kept. */
  readonly isTooLarge?: true
}

/** The most that is read of a form with a file, in bytes: every translation of a large library, in one file. */
const MOST = 40 * 1024 * 1024

/** Reads a form whose file comes as bytes. Nobody is listened to before they are known: the server's own reader leaves it. */
export async function sentWith(request: Request): Promise<Sent> {
  if (request.getContentType() !== 'multipart/form-data') return { form: formOf(request) }
  const bytes = await wholeOf(request)
  if (!bytes) return { form: new URLSearchParams(), isTooLarge: true }
  const form = new URLSearchParams()
  let file: Sent['file']
  for (const [name, value] of await partsOf(bytes, request.header('content-type', ''))) {
    if (typeof value === 'string') form.append(name, value)
    else if (value.size > 0) file = { name: value.name, bytes: Buffer.from(await value.arrayBuffer()) }
  }
  return { form, ...(file ? { file } : {}) }
}

/** Heard to its end even where it is too large: a browser that is cut off shows no answer. */
async function wholeOf(request: Request): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > MOST) chunks.length = 0
    else chunks.push(chunk)
  }
  return size > MOST ? undefined : Buffer.concat(chunks)
}

async function partsOf(bytes: Buffer, type: string): Promise<Iterable<[string, string | File]>> {
  try {
    return (await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData()) as Iterable<
      [string, string | File]
    >
  } catch {
    return []
  }
}

/** The text of what was sent: of the file where there is one, else what was pasted. */
export function textSent({ form, file }: Sent): string {
  return file ? textOf(file.bytes) : (form.get('content') ?? '').replace(/\r\n/g, '\n')
}

/** Text as it is saved today, as Windows saves Unicode, or as old spreadsheets do. */
function textOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

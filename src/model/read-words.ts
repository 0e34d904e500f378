import type { z } from 'zod'
import type { Fault } from '../answer/model.ts'
import type { Words } from './langchain.ts'

/** What the words of a model are, checked: a value of the shape, or why not. */
export function readWords<Value>(
  { text, finish, refused }: Words,
  shape: z.ZodType<Value>,
): { readonly value: Value } | { readonly fault: Fault } {
  if (refused) return { fault: 'refused' }
  if (finish === 'content_filter') return { fault: 'filtered' }
  if (finish !== 'stop') return { fault: 'cut' }
  const parsed = parse(text)
  if (parsed === undefined) return { fault: /[{[]/.test(text) ? 'broken' : 'refused' }
  const read = shape.safeParse(parsed)
  return read.success ? { value: read.data } : { fault: 'wrong-shape' }
}

/** The JSON value of a text, also where a model put it into a fence. */
function parse(text: string): unknown {
  const bare = /^\s*```(?:json)?\s*([\s\S]*?)```\s*$/.exec(text)?.[1] ?? text
  try {
    return JSON.parse(bare)
  } catch {
    return undefined
  }
}

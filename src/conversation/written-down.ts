import { type PersonalKind, redact } from '../answer/personal.ts'
import { publicOf } from '../answer/personal-public.ts'
import type { Library } from '../knowledge/library.ts'
import type { Conversation, Heard } from './conversation.ts'

/** So many characters of a message to the assistant are looked at: what is longer is refused with a sentence, and must hold nobody up. */
const TO_ASSISTANT = 8000
/** What is written to a counsellor is kept whole up to here: a letter, or a list of courses. */
const TO_COUNSELLOR = 30_000

/** What a person gives on purpose when they are asked how they may be reached. */
const WAYS_TO_BE_REACHED: readonly PersonalKind[] = ['phone', 'email']
/** What a person gives on purpose to a counsellor who answers them. */
const GIVEN_TO_COUNSELLOR: readonly PersonalKind[] = [...WAYS_TO_BE_REACHED, 'name']

/** A message as it is kept: without what looks personal, and cut where it is too long, with a mark that says so. */
export function writtenDown(
  text: string,
  { handling, leaving }: Pick<Conversation, 'handling' | 'leaving'>,
  library: Library,
): Pick<Heard, 'text' | 'redacted'> {
  const isHeld = handling.by === 'counsellor'
  const longest = isHeld ? TO_COUNSELLOR : TO_ASSISTANT
  const given = isHeld ? GIVEN_TO_COUNSELLOR : leaving === 'call-back' ? WAYS_TO_BE_REACHED : []
  const kept = redact(text.slice(0, longest), publicOf(library), given)
  return {
    text: text.length > longest ? `${kept.text}… [${longest}/${text.length}]` : kept.text,
    redacted: kept.kinds.length > 0,
  }
}

/** How many characters of a message were kept, and how many it had; nothing where it is whole. */
export function cutIn(text: string): { readonly kept: number; readonly total: number } | undefined {
  const [, kept, total] = /… \[(\d+)\/(\d+)\]$/.exec(text) ?? []
  return kept && total ? { kept: Number(kept), total: Number(total) } : undefined
}

import { z } from 'zod'
import type { AnswerMark, Incoming } from './channel.ts'
import type { Conversation, Conversations, GivenAnswer, Heard, HeardEntry } from './conversation.ts'
import { restsOn } from './noticing.ts'
import type { Said } from './responder.ts'

/** A mark as it is written down when it is heard. */
export function noteOfMark({ kind, mark }: Incoming): Pick<Heard, 'value'> {
  return kind === 'marked' && mark ? { value: mark } : {}
}

const markShape = z.object({ helpful: z.boolean(), position: z.int().positive().optional() })

/** The answer that a mark is about; nothing where there is no such answer. */
export async function answerMeant(
  { kind, value }: HeardEntry,
  conversation: Conversation,
  conversations: Pick<Conversations, 'entries'>,
): Promise<Said['marks']> {
  const mark = kind === 'marked' ? markShape.safeParse(value).data : undefined
  if (!mark) return undefined
  const { helpful, position } = mark as AnswerMark
  const answer =
    position === undefined || position === conversation.given?.position
      ? conversation.given
      : await answerTo(position, conversation, conversations)
  return answer && { helpful, answer }
}

/** So many lines after a question may stand before its answer: what was said meanwhile. */
const LINES = 50

async function answerTo(
  position: number,
  { id }: Conversation,
  conversations: Pick<Conversations, 'entries'>,
): Promise<GivenAnswer | undefined> {
  const lines = await conversations.entries(id, position - 1, LINES)
  const asked = lines.find((line) => line.position === position && line.from === 'person')
  const reply = lines.find(
    (line) => line.answers === position && (line.reply?.status === 'quoted' || line.reply?.status === 'answered'),
  )?.reply
  if (!asked || !reply) return undefined
  const { language, publication } = reply
  return { position, question: asked.text, language, articles: restsOn(reply), publication }
}

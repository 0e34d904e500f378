import { z } from 'zod'
import type { AnswerMark, Reply } from '../conversation/channel.ts'

/** Where Web Chat draws the two thumbs that these actions stand for. */
const HAS_THUMBS: ReadonlySet<string> = new Set(['directline', 'webchat'])

/** The event that Web Chat sends when a thumb is pressed; it carries the action as it was given. */
const PRESSED = 'webchat:activity-status/feedback'

/** What an action is called: it tells again which answer is meant. */
const NAMED = /^urn:passerelle:mark:(\d{1,12})$/

/**
 * The actions by which a person says whether an answer from the library helped, as Web Chat 4.18 takes them (schema.org,
 * `potentialAction` of the message). `answers`: the position of the question that was answered.
 */
export function markActions({ status }: Reply, channel: string, answers?: number): readonly Record<string, string>[] {
  if (!answers || !HAS_THUMBS.has(channel) || (status !== 'quoted' && status !== 'answered')) return []
  return ['LikeAction', 'DislikeAction'].map((type) => ({
    '@type': type,
    '@id': `urn:passerelle:mark:${answers}`,
    actionStatus: 'PotentialActionStatus',
  }))
}

const pressedShape = z.object({
  type: z.literal('event'),
  name: z.literal(PRESSED),
  entities: z.tuple([z.looseObject({ '@type': z.enum(['LikeAction', 'DislikeAction']), '@id': z.string() })]),
})

/** The mark that an activity puts on an answer, or nothing where it puts none. */
export function readMark(activity: unknown): AnswerMark | undefined {
  const [action] = pressedShape.safeParse(activity).data?.entities ?? []
  const position = Number(NAMED.exec(action?.['@id'] ?? '')?.[1] ?? 0)
  return action && position > 0 ? { helpful: action['@type'] === 'LikeAction', position } : undefined
}

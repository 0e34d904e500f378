import type { Deliveries } from '../../conversation/conversation.ts'

/** Notes what reached a person over Direct Line, of the lines that are delivered apart from any turn. */
export interface Acknowledged {
  /** A frame with such a line came to the other end of an open socket. */
  arrived(conversation: string, position: number): void
  /** A client came with a watermark: it has every line up to it. */
  watermark(conversation: string, position: number): void
}

/** Of how many conversations the last watermark is remembered. */
const REMEMBERED = 10_000

/** A client that polls says the same watermark again and again: only a new one is looked at. */
export function openAcknowledged(
  deliveries: Pick<Deliveries, 'reached'>,
  onError: (error: unknown) => void,
): Acknowledged {
  const looked = new Map<string, number>()

  const note = async (conversation: string, position: number): Promise<void> => {
    await deliveries.reached(conversation, position)
  }
  return {
    arrived: (conversation, position) => {
      note(conversation, position).catch(onError)
    },
    watermark: (conversation, position) => {
      if (position <= (looked.get(conversation) ?? 0)) return
      looked.delete(conversation)
      looked.set(conversation, position)
      for (const [oldest] of looked) {
        if (looked.size <= REMEMBERED) break
        looked.delete(oldest)
      }
      note(conversation, position).catch((error) => {
        looked.delete(conversation)
        onError(error)
      })
    },
  }
}

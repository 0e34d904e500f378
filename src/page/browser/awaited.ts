import type { Answering } from './answering.ts'
import { forgetOnDevice, keepOnDevice } from './device.ts'
import { longWayBack } from './tokens.ts'
import type { DirectLine } from './web-chat.ts'

/** Has the device keep the way back as long as an answer is awaited, and forget it afterwards. */
export interface Awaited {
  /** Who answers now, as it was told: what changes nothing asks for nothing. */
  answeredBy(by: Answering['by']): Promise<void>
  /** The conversation is left: the device forgets it, whatever is still said in it or asked for. */
  leave(): void
}

export function awaiting(line: DirectLine, language: string): Awaited {
  let awaits: boolean | undefined
  let isLeft = false
  return {
    answeredBy: async (by) => {
      if (isLeft) return
      const before = awaits
      awaits = by !== 'assistant'
      if (awaits === before) return
      const { conversationId, token } = line
      if (!awaits) return forgetOnDevice(conversationId)
      const way = conversationId && token ? await longWayBack(conversationId, token) : undefined
      if (way && conversationId && awaits)
        keepOnDevice({
          conversation: conversationId,
          token: way.token,
          language,
          until: Date.now() + way.seconds * 1000,
        })
      // It is asked for again the next time that who answers is looked at.
      else if (awaits) awaits = undefined
    },
    leave: () => {
      isLeft = true
      awaits = false
      forgetOnDevice(line.conversationId)
    },
  }
}

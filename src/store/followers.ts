import type { News } from '../conversation/conversation.ts'
import type { Trouble } from './trouble.ts'

/** Those who follow conversations within this process. */
export interface Followers extends News {
  /** Calls the followers of one conversation. */
  call(conversation: string): void
  /** Calls every follower: something may have been missed. */
  callAll(): void
}

/** @param trouble hears of a listener that threw; the others are called all the same. */
export function openFollowers(trouble: Trouble): Followers {
  const listeners = new Map<string, Set<{ readonly listener: () => void }>>()

  const callEach = (followers: Iterable<{ readonly listener: () => void }>) => {
    for (const { listener } of [...followers]) {
      try {
        listener()
      } catch (error) {
        trouble('A follower of a conversation threw when it was called.', error)
      }
    }
  }

  return {
    follow: (conversation, listener) => {
      const follower = { listener }
      const beside = listeners.get(conversation) ?? new Set()
      listeners.set(conversation, beside.add(follower))
      return () => {
        beside.delete(follower)
        if (beside.size === 0 && listeners.get(conversation) === beside) listeners.delete(conversation)
      }
    },
    call: (conversation) => callEach(listeners.get(conversation) ?? []),
    callAll: () => callEach([...listeners.values()].flatMap((followers) => [...followers])),
  }
}

import type { News } from '../conversation/conversation.ts'
import type { Trouble } from './trouble.ts'

/** Those who follow conversations, and other subjects, within this process. */
export interface Followers {
  readonly follow: News['follow']
  /** Calls the followers of one conversation or subject. */
  call(subject: string): void
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
    follow: (subject, listener) => {
      const follower = { listener }
      const beside = listeners.get(subject) ?? new Set()
      listeners.set(subject, beside.add(follower))
      return () => {
        beside.delete(follower)
        if (beside.size === 0 && listeners.get(subject) === beside) listeners.delete(subject)
      }
    },
    call: (subject) => callEach(listeners.get(subject) ?? []),
    callAll: () => callEach([...listeners.values()].flatMap((followers) => [...followers])),
  }
}

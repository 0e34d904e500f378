/** The tabs of this page tell one another which conversation was left: it is not to stay on any of them. */
export interface Leaving {
  tell(conversation: string): void
}

export function openLeaving(left: (conversation: string) => void): Leaving {
  const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('passerelle-left') : undefined
  tabs?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') left(data)
  })
  return { tell: (conversation) => tabs?.postMessage(conversation) }
}

/** What the device keeps while an answer is awaited: so whoever closed the tab finds their conversation again. */
export interface KeptOnDevice {
  readonly conversation: string
  readonly token: string
  /** The page's language, so that it is the one to come back to. */
  readonly language: string
  /** When the token is over, in milliseconds since 1970. */
  readonly until: number
}

const NAME = 'passerelle-answer-awaited'

/** What is kept, unless it is over: then it is taken away. */
export function onDevice(): KeptOnDevice | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? 'null')
    if (isKept(kept) && kept.until > Date.now()) return kept
    localStorage.removeItem(NAME)
  } catch {}
  return undefined
}

/** Keeps the way back. Where a browser gives no storage, the conversation ends with its tab. */
export function keepOnDevice(kept: KeptOnDevice): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(kept))
  } catch {}
}

/** Forgets the way back to that conversation; another one, of another tab, stays. */
export function forgetOnDevice(conversation: string | undefined): void {
  if (onDevice()?.conversation !== conversation) return
  try {
    localStorage.removeItem(NAME)
  } catch {}
}

function isKept(value: unknown): value is KeptOnDevice {
  const { conversation, token, language, until } = (value ?? {}) as Partial<KeptOnDevice>
  return [conversation, token, language].every((each) => typeof each === 'string') && typeof until === 'number'
}

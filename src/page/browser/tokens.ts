/** What came of asking for a way into a conversation. */
export type Way =
  | { readonly is: 'open'; readonly token: string; readonly conversation?: string }
  | { readonly is: 'gone' }
  | { readonly is: 'busy'; readonly seconds: number }
  | { readonly is: 'unreachable' }

export const DIRECT_LINE = '/v3/directline'

/** A way into a new conversation. */
export async function newWay(): Promise<Way> {
  const response = await fetch('/chat/token', { method: 'POST' }).catch(() => undefined)
  if (response?.status === 429) return { is: 'busy', seconds: Number(response.headers.get('Retry-After')) || 30 }
  return opened(response)
}

/** A way back into a conversation, with a fresh token; it is gone where the token is over or opens nothing any more. */
export async function wayBack(conversation: string, token: string): Promise<Way> {
  const response = await fetch(`${DIRECT_LINE}/conversations/${encodeURIComponent(conversation)}`, {
    headers: { Authorization: `Bearer ${token}` },
  }).catch(() => undefined)
  if (response && [401, 403, 404].includes(response.status)) return { is: 'gone' }
  const way = await opened(response)
  return way.is === 'open' ? { ...way, conversation } : way
}

/** What opens the conversation later, while an answer is awaited in it; nothing where none is, or nobody can say. */
export async function longWayBack(
  conversation: string,
  token: string,
): Promise<{ readonly token: string; readonly seconds: number } | undefined> {
  const response = await fetch(`${DIRECT_LINE}/conversations/${encodeURIComponent(conversation)}/way-back`, {
    headers: { Authorization: `Bearer ${token}` },
  }).catch(() => undefined)
  if (response?.status !== 200) return undefined
  const given = (await response.json()) as { token: string; expires_in: number }
  return { token: given.token, seconds: given.expires_in }
}

async function opened(response: Response | undefined): Promise<Way> {
  if (!response?.ok) return { is: 'unreachable' }
  const { token } = (await response.json()) as { token: string }
  return { is: 'open', token }
}

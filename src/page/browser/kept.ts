/** What the tab remembers of its conversation, so that it is still there after a reload. */
export interface Kept {
  readonly conversation: string
  readonly token: string
  /** The page's language when it was last shown. */
  readonly language: string
  /** Whether the person has said anything in it. */
  readonly spoken: boolean
}

const NAME = 'passerelle'

export function recall(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? 'null')
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Some browsers give no storage to a page that another site shows: then a reload begins anew, and nothing else breaks. */
export function keep(kept: Kept | undefined): void {
  try {
    if (kept) sessionStorage.setItem(NAME, JSON.stringify(kept))
    else sessionStorage.removeItem(NAME)
  } catch {}
}

function isKept(value: unknown): value is Kept {
  const kept = value as Partial<Kept> | null
  return typeof kept?.conversation === 'string' && typeof kept.token === 'string' && typeof kept.language === 'string'
}

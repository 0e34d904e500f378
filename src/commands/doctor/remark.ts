/** What the doctor finds of one thing: it is well, it is worth a look, or it is a fault. */
export interface Remark {
  readonly is: 'ok' | 'look' | 'fault'
  /** One sentence, with what to do about it where something is wrong. */
  readonly says: string
}

export const ok = (says: string): Remark => ({ is: 'ok', says })
export const look = (says: string): Remark => ({ is: 'look', says })
export const fault = (says: string): Remark => ({ is: 'fault', says })

const LABELS: Readonly<Record<Remark['is'], string>> = { ok: 'ok', look: 'à voir', fault: 'faute' }

/** A remark on one line for a terminal. */
export function shown({ is, says }: Remark): string {
  return `${LABELS[is].padEnd(6)}  ${says.replace(/\s+/g, ' ').trim()}`
}

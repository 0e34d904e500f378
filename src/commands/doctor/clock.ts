import type { Asker } from './ask.ts'
import { fault, look, ok, type Remark } from './remark.ts'

const MINUTE_MS = 60_000
/** What Microsoft's tokens and most issuers still forgive. */
const FORGIVEN_MS = 5 * MINUTE_MS
/** What a sign-in forgives. */
const FORGIVEN_AT_SIGN_IN_MS = MINUTE_MS / 2

/** The clock of this machine beside those of whoever answered; nothing where nobody told the time. */
export function examineClock({ clocks }: Pick<Asker, 'clocks'>): readonly Remark[] {
  const [worst] = [...clocks].sort((a, b) => Math.abs(b.aheadMs) - Math.abs(a.aheadMs))
  if (!worst) return []
  const { host, aheadMs } = worst
  const byMs = Math.abs(aheadMs)
  if (byMs <= FORGIVEN_AT_SIGN_IN_MS) return [ok("L'horloge de cette machine est à l'heure.")]
  const is = aheadMs > 0 ? 'retarde' : 'avance'
  if (byMs <= FORGIVEN_MS)
    return [
      look(
        `L'horloge de cette machine ${is} de ${Math.round(byMs / 1000)} s sur celle de ${host}, et des connexions pourraient être refusées ; mettez-la à l'heure (NTP).`,
      ),
    ]
  const minutes = Math.round(byMs / MINUTE_MS)
  return [
    fault(
      `L'horloge de cette machine ${is} de ${minutes} min sur celle de ${host}, et les jetons seront refusés ; mettez-la à l'heure (NTP).`,
    ),
  ]
}

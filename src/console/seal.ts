import { createHash } from 'node:crypto'
import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose'

/** Values that a browser keeps for us: it can neither read nor change them. */
export interface Seal {
  close(values: JWTPayload, until: Date): Promise<string>
  /** What was sealed, or nothing where it is not ours, was changed, or is over. */
  open(sealed: string): Promise<JWTPayload | undefined>
}

/**
 * Encrypted tokens (JWE, RFC 7516, A256GCM, which authenticates as well): every process that shares the secret reads
 * them; what is sealed for one purpose opens for no other.
 */
export function openSeal(secret: string, purpose: string, now: () => Date): Seal {
  const key = createHash('sha256').update(`console-${purpose}:${secret}`).digest()
  return {
    close: (values, until) =>
      new EncryptJWT(values)
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .setIssuedAt(now())
        .setExpirationTime(until)
        .encrypt(key),
    open: async (sealed) => {
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
          requiredClaims: ['exp', 'iat'],
          currentDate: now(),
        })
        return payload
      } catch {
        return undefined
      }
    },
  }
}

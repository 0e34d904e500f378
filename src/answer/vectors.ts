/** Vectors by the digest of what was embedded, so that a publication embeds only what changed. */
export interface Vectors {
  get(digests: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>>
  put(vectors: ReadonlyMap<string, readonly number[]>): Promise<void>
}

/** Vectors that are kept by this process alone. */
export function vectorsInMemory(): Vectors {
  const kept = new Map<string, readonly number[]>()
  return {
    get: async (digests) =>
      new Map(
        digests.flatMap((digest) => {
          const vector = kept.get(digest)
          return vector ? [[digest, vector] as const] : []
        }),
      ),
    put: async (vectors) => {
      for (const [digest, vector] of vectors) kept.set(digest, vector)
    },
  }
}

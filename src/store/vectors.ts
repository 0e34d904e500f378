import type { Vectors } from '../answer/vectors.ts'
import type { Database } from './database.ts'
import { storableId } from './storable.ts'

/** So many vectors are read or written by one statement: a library has thousands, and nobody is to wait for them all. */
const AT_ONCE = 100

/** Vectors over either database, in the precision of 32 bits in which models give them. */
export function vectorsIn({ rows }: Database): Vectors {
  return {
    get: async (digests) => {
      const found = new Map<string, readonly number[]>()
      for (const some of inParts(digests)) {
        const kept = await rows.selectFrom('vectors').selectAll().where('digest', 'in', some).execute()
        for (const { digest, vector } of kept) found.set(digest, read(vector))
      }
      return found
    },

    put: async (vectors) => {
      for (const some of inParts([...vectors])) {
        const values = some.map(([digest, vector]) => ({
          digest: storableId(digest, 'a vector'),
          vector: write(vector),
        }))
        await rows
          .insertInto('vectors')
          .values(values)
          .onConflict((same) => same.column('digest').doNothing())
          .execute()
      }
    },
  }
}

function* inParts<Each>(all: readonly Each[]): Generator<readonly Each[]> {
  for (let at = 0; at < all.length; at += AT_ONCE) yield all.slice(at, at + AT_ONCE)
}

const BYTES = 4

function write(vector: readonly number[]): string {
  const bytes = Buffer.alloc(vector.length * BYTES)
  for (const [at, part] of vector.entries()) bytes.writeFloatLE(part, at * BYTES)
  return bytes.toString('base64')
}

function read(text: string): readonly number[] {
  const bytes = Buffer.from(text, 'base64')
  return Array.from({ length: Math.floor(bytes.length / BYTES) }, (_, at) => bytes.readFloatLE(at * BYTES))
}

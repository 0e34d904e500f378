/** No longer than the index of every database takes. */
const LONGEST_ID = 1024

/**
 * Words as both databases can keep them: without NUL characters (PostgreSQL refuses them, and nobody reads them) and
 * with halves of characters replaced, as they would be on their way through UTF-8.
 */
export function storable(words: string): string {
  return Buffer.from(words.replaceAll('\u0000', ''), 'utf8').toString('utf8')
}

/**
 * An id as it was given: it may not be changed, or two could become one.
 * @throws when it holds a NUL character, or more than 1,024 bytes.
 */
export function storableId(id: string, of: string): string {
  if (id.includes('\u0000')) {
    throw new Error(`The id of ${of} holds a NUL character, which a database cannot keep. Refuse it at the door.`)
  }
  if (Buffer.byteLength(id, 'utf8') > LONGEST_ID) {
    throw new Error(`The id of ${of} is longer than ${LONGEST_ID} bytes. Refuse it at the door.`)
  }
  return id
}

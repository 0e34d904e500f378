import { describe, expect, it } from 'vitest'
import { inParts } from '../src/desk/in-parts.ts'

describe('words in parts', () => {
  it('are left whole where there is room', () => {
    expect(inParts('  Bonjour. ', 8)).toEqual(['Bonjour.'])
    expect(inParts(' \n ', 8)).toEqual([])
  })

  it.each([
    ['paragraphs', 'Un deux. Trois\n\nquatre cinq', ['Un deux. Trois', 'quatre cinq']],
    ['lines', 'Un deux. Trois\nquatre cinq', ['Un deux. Trois', 'quatre cinq']],
    ['sentences', 'Un deux, trois. Quatre cinq', ['Un deux, trois.', 'Quatre cinq']],
    ['words', 'un deux trois quatre cinq six', ['un deux trois quatre', 'cinq six']],
    ['nothing', 'x'.repeat(45), ['x'.repeat(20), 'x'.repeat(20), 'x'.repeat(5)]],
  ])('are parted between %s', (_, words, parts) => {
    expect(inParts(words, 20)).toEqual(parts)
  })

  it('never part one sign in two', () => {
    const words = `a${'😀'.repeat(9)}`
    const parts = inParts(words, 6)
    expect(parts.join('')).toBe(words)
    for (const part of parts) expect(() => encodeURIComponent(part)).not.toThrow()
  })
})

import { describe, expect, it } from 'vitest'
import type { Language } from '../src/language/languages.ts'
import { sayMoment } from '../src/language/moments.ts'

const ZONE = 'America/Toronto'
/** Monday 23 November 2026, 22 h 30 in Montréal: already Tuesday in UTC. */
const NOW = new Date('2026-11-23T22:30:00-05:00')
const say = (at: string, language: Language, now = NOW) => sayMoment(new Date(`${at}:00-05:00`), now, language, ZONE)

describe('a moment, as people say it', () => {
  it.each([
    ['fr', "aujourd'hui à 23 h", 'demain à 8 h 30', 'lundi 30 novembre à 13 h 05'],
    ['en', 'today at 11:00 p.m.', 'tomorrow at 8:30 a.m.', 'Monday, November 30 at 1:05 p.m.'],
    ['es', 'hoy a las 23:00', 'mañana a las 8:30', 'el lunes 30 de noviembre a las 13:05'],
    ['ar', 'اليوم الساعة 23:00', 'غدًا الساعة 8:30', 'يوم الاثنين 30 نوفمبر الساعة 13:05'],
  ] as const)('in « %s »', (language, today, tomorrow, day) => {
    expect(say('2026-11-23T23:00', language)).toBe(today)
    expect(say('2026-11-24T08:30', language)).toBe(tomorrow)
    expect(say('2026-11-30T13:05', language)).toBe(day)
  })

  it('with the small turns of each language', () => {
    expect(say('2027-01-01T00:00', 'fr')).toBe('vendredi 1er janvier à 0 h')
    expect(say('2027-01-01T00:15', 'en')).toBe('Friday, January 1 at 12:15 a.m.')
    expect(say('2027-01-01T12:00', 'en')).toBe('Friday, January 1 at 12:00 p.m.')
    expect(say('2027-01-01T01:00', 'es')).toBe('el viernes 1 de enero a la 1:00')
    expect(say('2027-01-01T01:00', 'ar')).toBe('يوم الجمعة 1 يناير الساعة 1:00')
  })

  it('names what is past by its day', () => {
    expect(say('2026-11-22T10:00', 'fr')).toBe('dimanche 22 novembre à 10 h')
  })

  it('by the clock of the desk, on the day before the clocks change too', () => {
    const saturday = new Date('2026-10-31T23:30:00-04:00')
    expect(sayMoment(new Date('2026-11-01T08:30:00-05:00'), saturday, 'fr', ZONE)).toBe('demain à 8 h 30')
    expect(sayMoment(new Date('2026-11-02T08:30:00-05:00'), saturday, 'fr', ZONE)).toBe('lundi 2 novembre à 8 h 30')
    expect(sayMoment(NOW, NOW, 'fr', 'Europe/Paris')).toBe("aujourd'hui à 4 h 30")
  })
})

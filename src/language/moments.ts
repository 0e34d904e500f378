import { DateTime } from 'luxon'
import { type Language, LOCALE } from './languages.ts'

/** How a language says a moment: today, tomorrow, or a day by its name; and the time of day. */
interface Saying {
  readonly today: (time: string) => string
  readonly tomorrow: (time: string) => string
  readonly day: (weekday: string, day: number, month: string, time: string) => string
  readonly time: (moment: DateTime) => string
}

const SAYINGS: Readonly<Record<Language, Saying>> = {
  fr: {
    today: (time) => `aujourd'hui à ${time}`,
    tomorrow: (time) => `demain à ${time}`,
    day: (weekday, day, month, time) => `${weekday} ${day === 1 ? '1er' : day} ${month} à ${time}`,
    time: ({ hour, minute }) => (minute === 0 ? `${hour} h` : `${hour} h ${twoDigits(minute)}`),
  },
  en: {
    today: (time) => `today at ${time}`,
    tomorrow: (time) => `tomorrow at ${time}`,
    day: (weekday, day, month, time) => `${weekday}, ${month} ${day} at ${time}`,
    time: ({ hour, minute }) => `${hour % 12 || 12}:${twoDigits(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'}`,
  },
  es: {
    today: (time) => `hoy ${time}`,
    tomorrow: (time) => `mañana ${time}`,
    day: (weekday, day, month, time) => `el ${weekday} ${day} de ${month} ${time}`,
    time: ({ hour, minute }) => `${hour === 1 ? 'a la' : 'a las'} ${hour}:${twoDigits(minute)}`,
  },
  ar: {
    today: (time) => `اليوم الساعة ${time}`,
    tomorrow: (time) => `غدًا الساعة ${time}`,
    day: (weekday, day, month, time) => `يوم ${weekday} ${day} ${month} الساعة ${time}`,
    time: ({ hour, minute }) => `${hour}:${twoDigits(minute)}`,
  },
}

/**
 * A moment as people say it, to stand within a sentence: « aujourd'hui à 13 h », « demain à 8 h 30 », « lundi
 * 30 novembre à 8 h 30 ». Day and time are those of the time zone; figures are those that every text of ours uses.
 */
export function sayMoment(at: Date, now: Date, language: Language, timeZone: string): string {
  const there = DateTime.fromJSDate(at, { zone: timeZone }).reconfigure({
    locale: LOCALE[language],
    numberingSystem: 'latn',
    outputCalendar: 'gregory',
  })
  const today = DateTime.fromJSDate(now, { zone: timeZone })
  const saying = SAYINGS[language]
  const time = saying.time(there)
  if (there.hasSame(today, 'day')) return saying.today(time)
  if (there.hasSame(today.plus({ days: 1 }), 'day')) return saying.tomorrow(time)
  return saying.day(there.weekdayLong ?? '', there.day, there.monthLong ?? '', time)
}

function twoDigits(minute: number): string {
  return String(minute).padStart(2, '0')
}

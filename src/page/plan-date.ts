import { type Language, LOCALE } from '../language/languages.ts'

/** « 23 novembre 2026 », as it is in Québec, in figures that every text of ours uses. */
export function longDate(date: Date, language: Language): string {
  return new Intl.DateTimeFormat(`${LOCALE[language]}-u-ca-gregory-nu-latn`, {
    dateStyle: 'long',
    timeZone: 'America/Toronto',
  }).format(date)
}

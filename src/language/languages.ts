/** The languages that Passerelle speaks; French is the original. */
export const LANGUAGES = ['fr', 'en', 'es', 'ar'] as const
export type Language = (typeof LANGUAGES)[number]

export const ORIGINAL: Language = 'fr'

/** The BCP-47 tag that a reply in this language bears. */
export const LOCALE: Readonly<Record<Language, string>> = { fr: 'fr-CA', en: 'en-CA', es: 'es', ar: 'ar' }

/** What each language calls itself. */
export const OWN_NAME: Readonly<Record<Language, string>> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  ar: 'العربية',
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/** The language of a BCP-47 locale such as `fr-CA`, or nothing where we do not speak it (RFC 5646, 2.1). */
export function languageOfLocale(locale: string | undefined): Language | undefined {
  const primary = locale?.trim().toLowerCase().split(/[-_]/)[0]
  return isLanguage(primary) ? primary : undefined
}

export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

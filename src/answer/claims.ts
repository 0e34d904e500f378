import type { Language } from '../language/languages.ts'
import { forFigures } from './figures.ts'

/**
 * Words that change what a sentence means whatever stands around them: they may be said only where a passage says so.
 * Every pattern holds the words of all our languages, so that a claim is found in an article of another one.
 */
const CLAIMS: readonly (readonly [string, RegExp])[] = [
  [
    'free',
    /\b(gratuit\w*|sans frais|gratis|for free|free of charge|no cost|at no charge|(is|are|course|courses|service|services) free|free (course|courses|service|services|of)|sin costo)\b|مجان|بدون رسوم|دون مقابل/,
  ],
  [
    'duty',
    /\b(obligatoire\w*|oblige\w*|mandatory|compulsory|required|obligatori\w*|requerid\w*|obligad\w*)\b|الزامي|اجباري|مطلوب|مطلوبه|ملزم|يجب/,
  ],
  ['automatic', /\b(automatique\w*|automaticall?y?|automatic\w*|automaticamente)\b|تلقائي/],
  [
    'all',
    /\b(tout le monde|toutes les personnes|tous les (immigrants|diplomes|pays|programmes|ordres)|everyone|everybody|anyone|all (immigrants|people|degrees|countries|orders)|tod[oa]s l[oa]s|cualquier persona)\b|الجميع|كل شخص|جميع/,
  ],
  ['ever', /\b(toujours|jamais|always|never|ever|siempre|nunca|jamas)\b|دايما|ابدا/],
  ['limitless', /\b(illimite\w*|unlimited|ilimitad\w*|sans limite|no limit|sin limite)\b|غير محدود|بلا حدود/],
  [
    'part',
    /\b(la moitie|le tiers|le quart|un tiers|half|a third|a quarter|la mitad|un tercio|double|doble|triple|le triple)\b|نصف|ضعف|ثلث|ربع/,
  ],
  [
    'ended',
    /\b(n'existe plus|est termine\w*|prend fin|aboli\w*|ferme definitivement|no longer exists?|has ended|was abolished|ya no existe|ha terminado|termino|abolid\w*)\b|لم يعد|انتهي|انتهت|الغي|الغيت/,
  ],
  [
    'law',
    /\b(illegal\w*|interdit\w*|amende|infraction|prohibid\w*|ilegal\w*|multa|forbidden|prohibited|fine of|deport\w*|expuls\w*)\b|غير قانوني|ممنوع|محظور|غرامه|ترحيل/,
  ],
  ['new', /\b(depuis peu|recemment|nouvelle loi|new law|recently|recientemente|nueva ley)\b|موخرا|قانون جديد/],
]

/** Ways of saying no, folded. */
const NO: Readonly<Record<Language, RegExp>> = {
  fr: /\b(ne|n')\s?(\S+ ){0,3}?\S*\b(pas|plus|jamais|aucun\w*|ni|rien)\b|\b(aucun\w*|sans|impossible|interdit\w*|non|jamais|pas)\b/,
  en: /\b(not|no|never|none|cannot|can't|don't|doesn't|isn't|aren't|won't|without|impossible|neither|nor)\b/,
  es: /\b(no|nunca|ningun\w*|sin|jamas|imposible|tampoco|ni)\b/,
  ar: /(?<!\p{L})(لا|لم|لن|ليس|ليست|غير|بدون|دون|ما من|مستحيل)(?!\p{L})/u,
}

/** The claims that a text makes, by name. */
export function claimsIn(text: string): ReadonlySet<string> {
  const words = forFigures(text)
  return new Set(CLAIMS.filter(([, pattern]) => pattern.test(words)).map(([name]) => name))
}

export function saysNo(text: string, language: Language): boolean {
  return NO[language].test(forFigures(text))
}

import type { Language } from '../language/languages.ts'
import { fold } from '../language/text.ts'

/** Beginnings and words by which a question leans on what was said before. */
const LEANS: Readonly<Record<Language, RegExp>> = {
  fr: /^(et|ou|mais|alors|pour|dans ce cas|sinon|meme chose|pareil)\b|\b(ca|cela|celui-ci|celle-ci|celui-la|l'obtenir|m'y inscrire|ce programme|cette aide|cette mesure|ce service|ce cours)\b|^(combien|quand|ou|comment|pourquoi|qui|quels? documents?|quel delai|c'est combien|il faut quoi|et apres)( .{0,25})?$/,
  en: /^(and|or|but|so|then|what about|how about|same for|for)\b|\b(it|that|this|them|those|this program|this course)\b|^(how much|when|where|how|why|who|which documents?|how long|what next)( .{0,20})?$/,
  es: /^(y|o|pero|entonces|para|que tal)\b|\b(eso|esto|ese programa|esa ayuda|este curso|lo mismo)\b|^(cuanto|cuando|donde|como|por que|quien|que documentos?|y despues)( .{0,20})?$/,
  ar: /^(و|او|لكن|اذن|ماذا عن|وماذا|وكم|ول)|(هذا|ذلك|هذه|تلك)|^(كم|متى|اين|كيف|لماذا|من)( .{0,20})?$/,
}

/** A question of more words than this stands on its own, whatever it begins with. */
const LONG = 9

/** Whether a question leans on the one before: « et pour les infirmières ? », « combien ça coûte ? ». */
export function followsOn(question: string, language: Language): boolean {
  const words = fold(question)
    .replace(/[?!.¿¡؟]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return words.split(' ').length <= LONG && LEANS[language].test(words)
}

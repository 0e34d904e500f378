import { LANGUAGES, type Language } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { fold } from '../language/text.ts'

/** Words as they are compared with an order: folded, without marks at the ends or courtesies. */
export function asOrder(text: string): string {
  return fold(text)
    .replace(/[.,;:!?¿¡؟«»"()-]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/ (s'il vous plait|svp|stp|please|por favor|من فضلك)$/, '')
}

/** The language in which a message gives an order, by the name of the phrases that give it; nothing where it does not. */
export function toldIn(name: string, text: string, phrases: Phrases): Language | undefined {
  const words = asOrder(text)
  return LANGUAGES.find((each) => phrases.list(name, each).some((way) => asOrder(way) === words))
}

import type { Language } from './languages.ts'

/** Keeps French marks with their words, and hours whole: no line begins with « ? » or « h 30 » (spaces made non-breaking). */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text
    .replace(/ ([?!:;»])/g, '\u00a0$1')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d) h\b(?: (?=\d\d\b))?/g, (hour) => hour.replaceAll(' ', '\u00a0'))
}

import type { Language } from './languages.ts'

/** Keeps French marks with their words: no line begins with « ? » or ends with « « » (spaces made non-breaking). */
export function typeset(text: string, language: Language): string {
  if (language !== 'fr') return text
  return text.replace(/ ([?!:;»])/g, '\u00a0$1').replace(/« /g, '«\u00a0')
}

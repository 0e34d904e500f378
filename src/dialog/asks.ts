import { tokens } from '../language/text.ts'

/** Words that ask, wherever they stand, folded. */
const ASKING = new Set(
  `comment quel quelle quels quelles combien quand pourquoi qui quoi lequel laquelle lesquels lesquelles how what which
  when where who why whose pueden puede cual cuales cuanto cuanta cuantos cuantas كيف هل ماذا لماذا اين متي كم ماهي ماهو`.split(
    /\s+/,
  ),
)

/** Words that ask at the beginning only (« ou » is « or » elsewhere, « como » is "as"), and verbs that are turned around. */
const BEGINNING =
  /^(?:ou|como|que|quien|quienes|donde|cuando|puedo|hay|tengo que|debo|can|could|may|should|do|does|did|is|are|am|ai|ما(?! زل)|من (?:هو|هي)|اي) /
const TURNED =
  /(?:^| )(?:est ce|puis je|peut on|peux je|dois je|doit on|faut il|y a t il|ai je|suis je|pourrais je|devrais je|peut il|peut elle|peuvent ils|peuvent elles|y puedo|como puedo|como hago|can i|could i|should i|do i|am i|is there|are there) /
/** An accent tells « où » from « ou », « cómo » from « como ». */
const ACCENTED = /(?<!\p{L})(?:où|cómo|qué|quién|quiénes|dónde|cuándo|por qué|para qué)(?!\p{L})/u

/** Whether a message asks something, with a question mark or without: it is a question, whatever else it tells. */
export function asksSomething(text: string): boolean {
  if (/[?؟]/.test(text) || ACCENTED.test(text.normalize('NFC').toLowerCase())) return true
  const words = tokens(text)
  const said = `${words.join(' ')} `
  return words.some((word) => ASKING.has(word)) || BEGINNING.test(said) || TURNED.test(said)
}

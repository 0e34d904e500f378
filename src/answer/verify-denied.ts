import { ALIKE, nearness } from './alike.ts'
import { type Clause, isSaying, type Stated } from './clauses.ts'
import type { Fault } from './verified.ts'

/** So much in common is the same subject. */
const SPOKEN_OF = 0.45

/** What the passages deny of the same thing is not affirmed, nor the other way round. */
export function deniedOf(
  part: Clause,
  isFirst: boolean,
  focus: readonly string[],
  stated: readonly Stated[],
): Fault | undefined {
  for (const words of focus.length > 1 ? [focus, [...part.terms]] : [[...part.terms]]) {
    let agrees = 0
    let differs = 0
    let what = ''
    for (const each of stated) {
      for (const statement of [...each.parts, each]) {
        const share = nearness(words, statement)
        const isMixed = statement === each && each.parts.some(({ no }) => no !== each.no)
        if (isMixed) {
          if (part.no && isFirst) agrees = Math.max(agrees, share)
        } else if (statement.no === part.no) {
          if (part.no || !isSaying(statement)) agrees = Math.max(agrees, share)
        } else if (share > differs && !statement.supposes && concerns(statement, part)) {
          differs = share
          what = statement.text
        }
      }
    }
    if (differs >= ALIKE && differs > agrees) return { reason: 'negation', what }
  }
  const verb = part.no ? undefined : POWERS.find((each) => each.test(part.text) && isOnlyDenied(each, part, stated))
  if (verb && !/\b(?:s'il|si|whether|if)\b|(?<!\p{L})هل(?!\p{L})/iu.test(part.text)) return { reason: 'negation' }
  const denied = part.no ? undefined : focus.find((term) => onlyDenied(term, part, focus, stated))
  return denied === undefined ? undefined : { reason: 'negation', what: denied }
}

/** « Sans cette lettre, … » is told of whoever speaks of the letter alone. */
function concerns({ without }: Clause, { terms }: Clause): boolean {
  return without === undefined || [...without].some((term) => terms.has(term))
}

/** What is denied of anything is not affirmed in the same breath: that it exists, that it binds, that it is let in. */
const POWERS: readonly RegExp[] = [
  /(?<!\p{L})(?:existe(?:nt)?|exists?|existen|existan|موجودة?)(?!\p{L})/iu,
  /(?<!\p{L})(?:oblige(?:nt)?|binds?|obliga|obligan|[يت]ُلزم)(?!\p{L})/iu,
  /(?<!\p{L})(?:accept[ée]e?s?|accepted|accepts?|aceptan?|acepta|تُ?قبل|يُ?قبل)(?!\p{L})/iu,
  /(?<!\p{L})(?:continue(?:nt)?|continues?|sigue|يستمر)(?!\p{L})/iu,
]

function isOnlyDenied(verb: RegExp, part: Clause, stated: readonly Stated[]): boolean {
  const spoken = stated
    .flatMap((each) => (each.parts.length > 0 ? each.parts : [each]))
    .filter((each) => verb.test(each.text) && !each.supposes && concerns(each, part))
  return spoken.length > 0 && spoken.every(({ no, text }) => no || /\b(?:si|whether|if)\b|هل/i.test(text))
}

/** Whether the passages speak of something of which a part speaks, and deny it wherever they do. */
function onlyDenied(term: string, part: Clause, focus: readonly string[], stated: readonly Stated[]): boolean {
  const spoken = stated.filter(({ terms }) => terms.has(term))
  const parts = spoken
    .flatMap((each) => (each.parts.length > 0 ? each.parts : [each]))
    .filter((each) => each.terms.has(term))
  const isDenied = parts.length > 0 && parts.every((each) => each.no && !each.supposes && concerns(each, part))
  return isDenied && spoken.some((each) => nearness(focus, each) >= SPOKEN_OF)
}

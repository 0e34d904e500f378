import { PRESENCES, type Presence } from '../../desk/staff.ts'
import { LANGUAGES, type Language } from '../../language/languages.ts'

/** What a counsellor changed of themselves: whether they are there, or the languages they answer in (one at least). */
export function readPresence(fields: URLSearchParams): { presence?: Presence; languages?: readonly Language[] } {
  const presence = PRESENCES.find((each) => each === fields.get('presence'))
  const ticked = fields.getAll('languages')
  const languages = LANGUAGES.filter((each) => ticked.includes(each))
  return { ...(presence ? { presence } : {}), ...(languages.length ? { languages } : {}) }
}

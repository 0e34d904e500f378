import { join } from 'node:path'
import { dialogs } from '../../../dialogs/index.ts'
import { REPLIES_FILE, readCanned } from '../../desk/canned-file.ts'
import { HOURS_FILE, readHours } from '../../desk/hours-file.ts'
import { readShelf } from '../../dialog/shelf.ts'
import { checkContent } from '../../knowledge/check.ts'
import { readContent } from '../../knowledge/content.ts'
import { isError } from '../../knowledge/finding.ts'
import { sayMoment } from '../../language/moments.ts'
import { readPhrases } from '../../language/phrases.ts'
import { fault, look, ok, type Remark } from './remark.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** So many days without anybody at the desk are worth a look. */
const DAYS = 14

/** Whether the words are there: the house's phrases, the dialogs with theirs, and articles without errors. */
export async function examineContent(house: string, now: Date): Promise<readonly Remark[]> {
  return [await examineDialogs(house), await examineArticles(house, now)]
}

async function examineDialogs(house: string): Promise<Remark> {
  try {
    await readPhrases(join(house, 'dialogs/phrases'))
    await readShelf(join(house, 'dialogs'), dialogs)
    return ok(`Les dialogues : ${dialogs.length} se lisent, dans chaque langue.`)
  } catch (error) {
    return fault(`Les dialogues ne se lisent pas : ${sentenceOf(error)} « npm run check » dit le reste.`)
  }
}

async function examineArticles(house: string, now: Date): Promise<Remark> {
  try {
    const content = await readContent(join(house, 'knowledge'))
    const replies = readCanned(join(house, 'knowledge', REPLIES_FILE))
    const findings = [...checkContent(content, now.toISOString().slice(0, 10)), ...replies.findings]
    const errors = findings.filter(isError).length
    return errors
      ? fault(`Les fiches : ${counted(errors, 'faute')} ; « npm run check » dit où, et quoi faire.`)
      : ok(
          `Les fiches : ${content.articles.length} se lisent, sans faute${findings.length ? `, avec ${counted(findings.length, 'avertissement')}` : ''}.`,
        )
  } catch (error) {
    return fault(`Les fiches ne se lisent pas : ${sentenceOf(error)} « npm run check » dit le reste.`)
  }
}

/** Whether the desk's hours can be read, and open it before long. */
export function examineHours(house: string, now: Date): Remark {
  const { made: hours, findings } = readHours(join(house, 'knowledge', HOURS_FILE))
  const [wrong] = findings.filter(isError)
  if (!hours || wrong)
    return fault(
      `Les heures du bureau (knowledge/${HOURS_FILE}) ne se lisent pas${wrong?.place ? ` à ${wrong.place}` : ''} ; « npm run check » dit quoi corriger.`,
    )
  const today = hours.at(now)
  if (today.open) return ok('Les heures du bureau : il est ouvert en ce moment.')
  if (!today.opensAt || today.opensAt.getTime() - now.getTime() > DAYS * DAY_MS)
    return look(
      `Les heures du bureau : il n'ouvre pas d'ici ${DAYS} jours ; si ce n'est pas voulu, corrigez knowledge/${HOURS_FILE}.`,
    )
  return ok(`Les heures du bureau : il ouvre ${sayMoment(today.opensAt, now, 'fr', hours.timeZone)}.`)
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count > 1 ? 's' : ''}`
}

function sentenceOf(error: unknown): string {
  const said = error instanceof Error ? error.message : String(error)
  return /[.!?]$/.test(said) ? said : `${said}.`
}

import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Asked } from './answer/answer.ts'
import type { PlayedQuestion } from './console/library/resources.ts'
import { HOUSE } from './house.ts'
import { detectLanguage } from './language/detect.ts'
import { isLanguage } from './language/languages.ts'

const FOLDER = `${HOUSE}test/plays`

/** What people ask in the project's plays; nothing where this installation came without them. */
export async function questionsOfPlays(folder = FOLDER): Promise<readonly PlayedQuestion[]> {
  const paths = await readdir(folder, { recursive: true }).catch(() => [])
  const plays = paths.filter((path) => path.endsWith('.chat')).sort()
  const read = plays.map(async (path) =>
    questionsOfPlay(path.slice(0, -'.chat'.length).replaceAll(sep, '/'), await readFile(join(folder, path), 'utf8')),
  )
  return (await Promise.all(read)).flat()
}

/** How an answer to a free question ends; a greeting, a dialog or a counsellor answers otherwise. */
const ANSWERS: readonly string[] = ['answered', 'quoted', 'unsure', 'not-found']

/**
 * The free questions of a play: the lines that the assistant looks up in the library there. A choice that was offered is
 * no question, nor is a line of which a part was held back: what was looked up is not what was said.
 */
export function questionsOfPlay(play: string, text: string): PlayedQuestion[] {
  const questions: PlayedQuestion[] = []
  const offered = new Set<string>()
  let choices: readonly string[] = []
  let subject: Asked['subject']
  for (const act of text.replaceAll('\r\n', '\n').split(/^> /m).slice(1)) {
    const [first = '', ...replied] = act.split('\n')
    const said = unescaped(first).trim()
    const replies = replied.flatMap(replyOf)
    const answer = replies.find(({ status }) => ANSWERS.includes(status))
    const chosen = choices[Number(said) - 1]
    const isFree = said !== '' && !/^\d+$/.test(said) && !offered.has(said.toLowerCase())
    if (answer && isFree && !replies.some(({ status }) => status === 'held-back')) {
      const { language } = answer
      questions.push({
        play,
        asked: { question: said, language, ...writing(said, language), ...(subject && { subject }) },
      })
    }
    if (answer && ['answered', 'quoted'].includes(answer.status)) {
      subject = { question: chosen ?? said, articles: answer.articles }
    } else if (replies.some(turnsElsewhere)) subject = undefined
    choices = replied.flatMap((line) => /^ {2}\(\d+\) (.+)$/.exec(line)?.[1] ?? [])
    for (const label of choices) offered.add(label.toLowerCase())
  }
  return questions
}

interface PlayedReply extends Pick<Asked, 'language'> {
  readonly status: string
  readonly articles: readonly string[]
}

function replyOf(line: string): PlayedReply[] {
  const [, language, about = ''] = /^\[(\w\w): ([^\]]+)\]$/.exec(line) ?? []
  if (!isLanguage(language)) return []
  const [status = '', ...articles] = about.split(' · ')
  return [{ language, status, articles: articles.filter((name) => !name.includes('/')) }]
}

/** What is asked next no longer leans on the last answer. */
function turnsElsewhere({ status, articles }: PlayedReply): boolean {
  return status === 'notice' || (status === 'dialog' && articles.length > 0)
}

function writing(said: string, language: Asked['language']): Pick<Asked, 'writtenIn' | 'foreign'> {
  const written = detectLanguage(said)
  if (!written || written === language) return {}
  return written === 'other' ? { foreign: true } : { writtenIn: written }
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/(?<!\\)"/g, '\\"')}"`) as string
  } catch {
    return text
  }
}

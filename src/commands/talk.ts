import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Incoming, Reply } from '../conversation/channel.ts'
import { openHouse } from '../house.ts'
import { LOCALE, languageOfLocale } from '../language/languages.ts'
import { environment, readSettings, WrongSetting } from '../settings.ts'

/** The same conversation in a terminal: a line in, a turn, its replies out. */
async function talk(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { lang: { type: 'string', default: 'fr' } } })
  const language = languageOfLocale(values.lang)
  if (!language) throw new WrongSetting(`--lang must be fr, en, es or ar; it is « ${values.lang} ».`)
  const settings = readSettings(environment())
  const { store, hearing } = await openHouse(settings, ({ error }) => error !== undefined && console.error(error))
  const address = { channel: 'terminal', conversation: randomUUID() }
  const say = async (kind: Incoming['kind'], text: string): Promise<void> => {
    const heard = await hearing.note({
      address,
      activityId: randomUUID(),
      kind,
      text,
      locale: LOCALE[language],
      person: { id: 'terminal' },
      at: new Date(),
    })
    for (const { reply } of await hearing.answersTo(heard)) if (reply) console.log(`\n${shown(reply)}`)
  }
  await say('joined', '')
  const lines = createInterface({
    input: process.stdin,
    terminal: process.stdin.isTTY === true,
    output: process.stdout,
    prompt: '\n> ',
  })
  lines.prompt()
  for await (const line of lines) {
    if (line.trim()) await say('message', line)
    lines.prompt()
  }
  await store.close()
}

/** A reply as a terminal shows it: its text, its sources, its choices by number. */
function shown({ text, citations = [], choices = [] }: Reply): string {
  return [
    text,
    ...citations.map(({ position, title, address }) => `[${position}] ${title} ${address}`),
    ...choices.map(({ label }, index) => `  ${index + 1}. ${label}`),
  ].join('\n')
}

talk(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})

import type { Fault, Help, Model } from '../answer/model.ts'
import { summarise } from '../answer/summarise.ts'
import { translate } from '../answer/translate.ts'
import type { Translation } from '../conversation/channel.ts'
import type { Conversations, News } from '../conversation/conversation.ts'
import type { Library } from '../knowledge/library.ts'
import { detectLanguage } from '../language/detect.ts'
import type { Language } from '../language/languages.ts'
import type { Line } from './brief.ts'
import type { Opened } from './desk.ts'
import { openMachineMemory } from './machine-memory.ts'

/** Whoever reads a conversation: the language of their page, and those that they answer in. */
export interface Reader {
  readonly language: Language
  readonly languages: readonly Language[]
}

/** What a model adds at the desk: always shown as a machine's, and never in the place of what was said. */
export interface Machine {
  /** A conversation with what is ready of a summary and of translations; what is not is begun, and told when it is. */
  over(opened: Opened, reader: Reader): Opened
  /** A counsellor's word in the person's language, where it is written in another one of ours. */
  forPerson(
    words: string,
    to: Language,
    conversation: string,
  ): Promise<{ readonly from: Language; readonly translation: Translation } | undefined>
}

/** With fewer lines a conversation is read sooner than its summary. */
const LINES_TO_SUMMARISE = 4
/** So many of the last lines are translated. */
const LINES_TO_TRANSLATE = 40

export function openMachine(resources: {
  readonly model: Model
  readonly conversations: Pick<Conversations, 'get'>
  readonly news: News
  library(): Library
}): Machine {
  const { model, library } = resources
  const memory = openMachineMemory(resources)

  /** What is ready; where nothing is, it is made behind whoever reads, one thing at a time. */
  const ready = <Value>(
    conversation: string,
    what: string,
    make: (help: Help) => Promise<Value | { readonly because: Fault | 'refuted' }>,
  ): Value | undefined =>
    memory.get(conversation, what, async () => {
      const made = await make(model.help({ conversation }))
      const because = typeof made === 'object' && made !== null && 'because' in made ? made.because : undefined
      if (because === undefined) return { is: 'made', value: made as Value }
      return { is: because === 'refuted' || because === 'refused' || because === 'filtered' ? 'never' : 'not-now' }
    })

  const summaryOf = ({ escalation, conversation, lines }: Opened, language: Language) => {
    const spoken = lines.filter(({ text }) => text.trim()).map(({ from, text }) => ({ from, text }))
    if (spoken.length < LINES_TO_SUMMARISE || escalation.standing.is === 'closed') return undefined
    const what = `summary ${escalation.id} ${language}`
    return ready(conversation.id, what, (help) => summarise(spoken, language, help, library()))?.sentences
  }

  const translated = (of: Opened['conversation'], what: string, text: string, { language, languages }: Reader) => {
    const told = detectLanguage(text)
    const from = told && told !== 'other' ? told : of.language
    if (!text.trim() || from === language || languages.includes(from)) return undefined
    const key = `${what} ${language}`
    return ready(of.id, key, (help) => translate(text, { from, to: language }, help, library()))?.text
  }

  const translatedLine = (line: Line, opened: Opened, reader: Reader): string | undefined => {
    if (line.from === 'assistant') return undefined
    const { translation } = line.reply ?? {}
    if (translation?.language === reader.language) return translation.text
    return translated(opened.conversation, `line ${line.position}`, line.text, reader)
  }

  return {
    over: (opened, reader) => {
      const { conversation, brief, escalation, lines } = opened
      const summary = summaryOf(opened, reader.language)
      const question = translated(conversation, `question ${escalation.id}`, brief.question, reader)
      const message = translated(conversation, `message ${escalation.version}`, brief.message ?? '', reader)
      const late = lines.length - LINES_TO_TRANSLATE
      return {
        ...opened,
        brief: {
          ...brief,
          byMachine: {
            ...(summary ? { summary } : {}),
            ...(question ? { question } : {}),
            ...(message ? { message } : {}),
          },
        },
        lines: lines.map((line, at) => {
          const words = at < late ? undefined : translatedLine(line, opened, reader)
          return words === undefined ? line : { ...line, translated: words }
        }),
      }
    },

    forPerson: async (words, to, conversation) => {
      const from = detectLanguage(words)
      if (!from || from === 'other' || from === to) return undefined
      const told = await translate(words, { from, to }, model.help({ conversation }), library())
      return 'because' in told ? undefined : { from, translation: { language: to, text: told.text } }
    },
  }
}

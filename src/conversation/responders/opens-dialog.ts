import { writtenAs } from '../../answer/asked-in.ts'
import { asksSomething } from '../../dialog/asks.ts'
import { plain } from '../../dialog/ways.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { WELCOME } from '../attestation.ts'
import type { Conversation } from '../conversation.ts'
import { openDialog } from '../dialog-step.ts'
import { readStory } from '../read-story.ts'
import type { Resources, Responder } from '../responder.ts'
import { sayingBack } from '../understood.ts'
import { inLanguageOfFirstWords } from './from-knowledge.ts'
import { spotted } from './in-dialog.ts'

/** Opens a dialog when it is asked for by one of its names, in any of our languages. */
export const opensDialog: Responder = async (said, conversation, resources) => {
  if (said.kind !== 'message') return undefined
  const words = plain(said.text)
  for (const id of resources.shelf.dialogs.keys()) {
    const asked = LANGUAGES.some((language) =>
      resources.shelf.words(id, language).opens.some((way) => plain(way) === words),
    )
    if (asked) return openDialog(id, heard(id, said.text, afresh(id, conversation, resources), resources), resources)
  }
  if (!resources.shelf.dialogs.has(MAIN)) return undefined
  const asksForMain = isAskedFor(said.text, MAIN, resources)
  if (asksSomething(said.text) && !asksForMain) return undefined
  const told = spotted(said.text, MAIN, conversation, resources)
  if (Object.keys(told).length < (asksForMain ? 1 : TOLD_ENOUGH)) {
    const heard = inLanguageOfFirstWords(conversation, writtenAs(said.text, conversation.language, resources.library))
    return readStory(said.text, MAIN, told, heard, resources)
  }
  const knowing = { ...conversation, situation: { ...conversation.situation, ...told } }
  return sayingBack(told, openDialog(MAIN, knowing, resources), conversation, resources)
}

/** Whether a dialog is asked for in the middle of a story, by one of its longer names; what an article surely answers is a question. */
function isAskedFor(text: string, id: string, { shelf, library }: Resources): boolean {
  const words = plain(text)
  return LANGUAGES.some((language) => {
    const ways = shelf.words(id, language).opens.map(plain)
    const named = ways.some((way) => way.trim().split(' ').length >= LONG_NAME && words.includes(way))
    return named && library.search(text, language).certainty !== 'sure'
  })
}

/** Whoever asks for a dialog is asked its own questions again; what all dialogs share stays known. */
function afresh(id: string, conversation: Conversation, { shelf }: Resources): Conversation {
  const own = shelf.words(id, conversation.language).questions
  const situation = Object.fromEntries(Object.entries(conversation.situation).filter(([name]) => !(name in own)))
  return { ...conversation, situation }
}

/** What opens a dialog may already answer its first question: « l'ordre a refusé ma demande ». An attestation is made, never heard. */
function heard(id: string, text: string, conversation: Conversation, resources: Resources): Conversation {
  if (id === WELCOME || EITHER.test(plain(text))) return conversation
  const first = resources.shelf.dialogs.get(id)?.first ?? ''
  const value = spotted(text, id, conversation, resources)[first]
  return value === undefined
    ? conversation
    : { ...conversation, situation: { ...conversation.situation, [first]: value } }
}

/** « RAC ou RCMO » chooses neither. */
const EITHER = / (ou|or|o|او|أو) /

/** The dialog that a person who tells their story is led into. */
export const MAIN = 'my-path'
/** So many words of a dialog's name are not said by accident. */
const LONG_NAME = 3
/** How many answers a story must hold before it is taken for one. */
const TOLD_ENOUGH = 2

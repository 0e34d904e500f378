import { plain } from '../../dialog/understand.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { openDialog } from '../dialog-step.ts'
import type { Responder } from '../responder.ts'
import { spotted } from './in-dialog.ts'

/** Opens a dialog when it is asked for by one of its names, in any of our languages. */
export const opensDialog: Responder = async (said, conversation, resources) => {
  if (said.kind !== 'message') return undefined
  const words = plain(said.text)
  for (const id of resources.shelf.dialogs.keys()) {
    const asked = LANGUAGES.some((language) => resources.shelf.words(id, language).opens.some((way) => plain(way) === words))
    if (asked) return openDialog(id, conversation, resources)
  }
  const first = resources.shelf.dialogs.get(MAIN)
  const told = first ? spotted(said.text, MAIN, conversation, resources) : {}
  if (Object.keys(told).length < TOLD_ENOUGH || /[?؟]/.test(said.text)) return undefined
  return openDialog(MAIN, { ...conversation, situation: { ...conversation.situation, ...told } }, resources)
}

/** The dialog that a person who tells their story is led into. */
export const MAIN = 'my-path'
/** How many answers a story must hold before it is taken for one. */
const TOLD_ENOUGH = 2

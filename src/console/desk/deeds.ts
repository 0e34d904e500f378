import { z } from 'zod'
import type { Desk, Done } from '../../desk/desk.ts'
import { CLOSINGS, type Escalation } from '../../desk/escalation.ts'
import type { Colleague, Counsellor } from '../../desk/staff.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { isThere } from './colleagues.ts'

/** Something that a counsellor does with a request, as a form asks for it. */
export interface Asked {
  readonly desk: Desk
  readonly id: string
  readonly by: Counsellor
  readonly fields: URLSearchParams
  /** For a form that brings no key of its own. */
  readonly newKey: string
  readonly now: Date
}

/** Nothing was done yet: it is meant for a colleague who is not there, and is asked once more. */
export interface Unsure {
  readonly is: 'unsure'
  readonly whom: Counsellor
}

interface Deed {
  readonly focuses: string
  does(asked: Asked): Promise<Done | Unsure>
}

/** A form that was not made by our page, or a colleague who is there no longer. */
export class WrongForm extends Error {}

/** What may be done with a request, by the last part of its address, and where the keyboard is afterwards. */
export const DEEDS: Readonly<Record<string, Deed>> = {
  claim: { focuses: 'reply', does: ({ desk, id, by, now }) => desk.claim(id, by, now) },
  say: {
    focuses: 'reply',
    does: (asked) => asked.desk.say(asked.id, asked.by, textOf(asked), keyOf(asked), asked.now),
  },
  note: {
    focuses: 'note',
    does: (asked) => asked.desk.note(asked.id, asked.by, textOf(asked), keyOf(asked), asked.now),
  },
  'give-back': {
    focuses: 'who',
    does: async (asked) => {
      const colleague = await colleagueOf(asked)
      const isSure = !colleague || isThere(colleague, asked.now) || asked.fields.has('sure')
      if (!isSure) return { is: 'unsure', whom: colleague }
      return asked.desk.giveBack(asked.id, asked.by, asked.now, colleague ? meantFor(colleague) : languageOf(asked))
    },
  },
  'hand-back': { focuses: 'who', does: ({ desk, id, by, now }) => desk.handBack(id, by, now) },
  close: {
    focuses: 'who',
    does: ({ desk, id, by, fields, now }) => {
      const outcome = z.enum(CLOSINGS).safeParse(fields.get('outcome'))
      if (!outcome.success) throw new WrongForm()
      return desk.close(id, by, outcome.data, now)
    },
  },
  'deliver-again': {
    focuses: 'read',
    does: ({ desk, id, by, fields, now }) => {
      const position = z.coerce.number().int().positive().safeParse(fields.get('position'))
      if (!position.success) throw new WrongForm()
      return desk.deliverAgain(id, by, position.data, now)
    },
  },
}

/** What was written; browsers send the ends of lines as two characters. */
export function textOf({ fields }: Pick<Asked, 'fields'>): string {
  return (fields.get('text') ?? '').replace(/\r\n?/g, '\n')
}

function keyOf({ fields, newKey }: Asked): string {
  const key = z.uuid().safeParse(fields.get('key'))
  return key.success ? key.data : newKey
}

/** Whom a transfer is meant for: `colleague:<id>`, `language:es`, or everybody. */
function meantOf({ fields }: Asked): { readonly kind?: string | undefined; readonly value: string } {
  const [, kind, value = ''] = /^(language|colleague):(.+)$/s.exec(fields.get('to') ?? '') ?? []
  return { kind, value }
}

async function colleagueOf(asked: Asked): Promise<Colleague | undefined> {
  const { kind, value } = meantOf(asked)
  if (kind !== 'colleague') return undefined
  const colleague = (await asked.desk.colleagues(asked.now)).find(({ id }) => id === value)
  if (!colleague) throw new WrongForm()
  return colleague
}

function meantFor({ id, name }: Counsellor): Escalation['wanted'] {
  return { counsellor: { id, name } }
}

function languageOf(asked: Asked): Escalation['wanted'] {
  const { kind, value } = meantOf(asked)
  if (kind !== 'language') return undefined
  const language = z.enum(LANGUAGES).safeParse(value)
  if (language.success) return { language: language.data }
  throw new WrongForm()
}

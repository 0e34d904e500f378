import type { Answer } from '../answer/answer.ts'
import { screen } from '../answer/screen.ts'
import type { Language } from '../language/languages.ts'
import type { Citation, Reply } from './channel.ts'
import { houseReply, type Resources } from './responder.ts'

/** So much is looked at in one go: the time that screening takes grows faster than the message. */
const PIECE = 1000
/** How far pieces overlap, so that no phrase is cut in two. */
const OVERLAP = 100

/** Danger or distress anywhere in a message, however long it is: the answer to it. */
export async function emergencyIn(
  text: string,
  language: Language,
  resources: Resources,
): Promise<(Answer & { readonly status: 'emergency' }) | undefined> {
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += PIECE - OVERLAP) {
    const question = text.slice(from, from + PIECE)
    const screened = await screen({ asked: { question, language } }, resources)
    if ('status' in screened && screened.status === 'emergency') return { ...screened, status: 'emergency' }
  }
  return undefined
}

/** The lines to call for whoever is in distress, as the library gives them; nothing where it gives none. */
export function emergencyLines(
  language: Language,
  { library }: Pick<Resources, 'library' | 'phrases'>,
): Reply | undefined {
  const topic = library.scope.emergencies.find(({ kind }) => kind === 'distress')
  if (!topic) return undefined
  const door = library.doorOf(topic, language)
  const citations = door.sources.map(
    ({ position, publisher, title, date, address }): Citation => ({
      position,
      passage: door.id,
      digest: door.digest,
      title: `${publisher} — ${title}${date ? ` (${date})` : ''}`,
      address,
      abstract: door.heading || door.title,
    }),
  )
  return houseReply(door.text, language, { library }, { status: 'emergency', citations })
}

import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { dialogs } from '../dialogs/index.ts'
import type { Model } from './answer/model.ts'
import type { DeskToday } from './conversation/handoff.ts'
import { type Hearing, openReception, type TurnReport } from './conversation/hear.ts'
import type { Resources } from './conversation/responder.ts'
import type { Desk } from './desk/desk.ts'
import type { DeskHours } from './desk/hours.ts'
import { followHours, HOURS_FILE } from './desk/hours-file.ts'
import type { Machine, openMachine } from './desk/machine.ts'
import { openDesk } from './desk/open-desk.ts'
import { placeOf, placeOfNew } from './desk/queue.ts'
import { readShelf, type Shelf } from './dialog/shelf.ts'
import type { Library } from './knowledge/library.ts'
import { type OpenLibrary, openLibrary } from './knowledge/open-library.ts'
import { type Phrases, readPhrases } from './language/phrases.ts'
import type { CallReport, openModel } from './model/open-model.ts'
import { openPlanTokens, PLANS } from './page/plan-token.ts'
import type { Settings } from './settings.ts'
import { openStore, type Store, type StoreSettings } from './store/store.ts'

/** The folder that holds `src/`, `dialogs/` and `knowledge/`. */
export const HOUSE = fileURLToPath(new URL('..', import.meta.url))

/** The floors below the edges, built and ready to hear: what the server, the terminal and the tests share. */
export interface House {
  readonly store: Store
  /** What is read now; a publication puts another in its place, so take it anew each time. */
  readonly library: Library
  readonly reading: OpenLibrary
  readonly phrases: Phrases
  readonly shelf: Shelf
  readonly hearing: Hearing
  readonly desk: Desk
  /** A language model, where one is set. */
  readonly model?: Model
  /** When people answer, as the file says at this moment. */
  hours(now: Date): DeskHours
}

export async function openHouse(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'retentionDays'> &
    Partial<Pick<Settings, 'publicUrl' | 'sessionSecret' | 'model'>> & { readonly hasDesk?: boolean },
  report: (turn: TurnReport) => void,
  now: () => Date = () => new Date(),
  trouble?: StoreSettings['trouble'],
  called: (call: CallReport) => void = () => {},
): Promise<House> {
  const [opened, phrases, shelf] = await Promise.all([
    openStore({
      dataDir: settings.dataDir,
      ...(settings.databaseUrl ? { databaseUrl: settings.databaseUrl } : {}),
      ...(trouble ? { trouble } : {}),
    }),
    readPhrases(`${HOUSE}dialogs/phrases`),
    readShelf(`${HOUSE}dialogs`, dialogs),
  ])
  const reading = await openLibrary({
    ...opened,
    folder: `${HOUSE}knowledge`,
    now,
    trouble: trouble ?? console.error,
    notice: trouble ?? console.error,
  })
  const store = { ...opened, close: () => reading.close().then(opened.close) }
  const library = () => reading.published.library
  const model = settings.model && (await openModelOf(settings.model, { now, report: called, spending: store.spending }))
  const hours = followHours(`${HOUSE}knowledge/${HOURS_FILE}`, trouble ?? console.error)
  const machine = model && (await machineOf({ ...store, model, library }))
  const desk = openDesk({
    ...store,
    words: () => ({ library: library(), phrases, shelf }),
    hours,
    ...(machine ? { machine } : {}),
  })
  const hearing = openReception({
    conversations: store.conversations,
    resources: () => ({
      library: library(),
      phrases,
      shelf,
      retentionDays: settings.retentionDays,
      ...planLinks(settings),
      ...(model ? { model, vectors: store.vectors } : {}),
      ...(settings.hasDesk === false ? {} : { desk: deskToday(hours, store) }),
    }),
    newId: randomUUID,
    now,
    report,
  })
  return {
    store,
    reading,
    get library() {
      return library()
    },
    phrases,
    shelf,
    hearing,
    desk,
    ...(model ? { model } : {}),
    hours,
  }
}

/** Without a model nothing of it is loaded. */
async function openModelOf(...given: Parameters<typeof openModel>): Promise<Model> {
  return (await import('./model/open-model.ts')).openModel(...given)
}

async function machineOf(...given: Parameters<typeof openMachine>): Promise<Machine> {
  return (await import('./desk/machine.ts')).openMachine(...given)
}

/** The desk, as a turn sees it. */
export function deskToday(hours: House['hours'], { escalations }: Pick<Store, 'escalations'>): DeskToday {
  return {
    hours: (at) => hours(at).at(at),
    timeZone: (at) => hours(at).timeZone,
    place: async (conversation) => placeOf(conversation, await escalations.open()),
    placeOfNew: async (reason) => placeOfNew(reason, await escalations.open()),
  }
}

/** The addresses of printable plans, where there is a page to show them. */
function planLinks({
  publicUrl,
  sessionSecret,
}: Partial<Pick<Settings, 'publicUrl' | 'sessionSecret'>>): Pick<Resources, 'planLink'> {
  if (publicUrl === undefined || sessionSecret === undefined) return {}
  const tokens = openPlanTokens(sessionSecret)
  return { planLink: (conversation, now) => `${publicUrl}${PLANS}/${tokens.write(conversation, now)}` }
}

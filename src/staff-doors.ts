import { type Console, openConsole } from './console/console.ts'
import { deskRoutes } from './console/desk/routes.tsx'
import { libraryRoutes } from './console/library/routes.tsx'
import { followCanned, REPLIES_FILE } from './desk/canned-file.ts'
import { HOUSE, type House } from './house.ts'
import { labelledQuestions } from './labelled-questions.ts'
import type { Settings } from './settings.ts'

/** Adds the doors of staff to a server; gives what prints the sign-in links, and what ends the pages that are open. */
export function staffDoors(
  server: Parameters<typeof openConsole>[0],
  house: House,
  settings: Settings,
  around: {
    now(): Date
    onError(error: unknown): void
    trouble(sentence: string): void
    print(line: string): void
  },
): Pick<Console, 'printLinks'> & { close(): void } {
  const { store, shelf, phrases, desk, hours } = house
  const { now, onError, trouble, print } = around
  const common = openConsole(server, { settings, audit: store.escalations.audit, now, onError, print })
  const canned = followCanned(`${HOUSE}knowledge/${REPLIES_FILE}`, trouble)
  const pages = deskRoutes(server, common, {
    desk,
    shelf,
    phrases,
    library: () => house.library,
    canned,
    hours,
    audited: store.escalations.audited,
    news: store.news,
    now,
    onError,
  })
  libraryRoutes(server, common, {
    publications: store.publications,
    drafts: store.drafts,
    gaps: store.gaps,
    usage: store.usage,
    news: store.news,
    reading: house.reading,
    shelf,
    phrases,
    labelled: labelledQuestions,
    timeZone: (at) => hours(at).timeZone,
    secondReader: settings.secondReader,
    now,
    onError,
  })
  return { printLinks: common.printLinks, close: pages.close }
}

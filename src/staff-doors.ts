import { type Console, openConsole } from './console/console.ts'
import { deskRoutes } from './console/desk/routes.tsx'
import { libraryRoutes } from './console/library/routes.tsx'
import { followCanned, REPLIES_FILE } from './desk/canned-file.ts'
import { HOUSE, type House } from './house.ts'
import { fetchPublic } from './knowledge/fetch-public.ts'
import { linksOf } from './knowledge/links.ts'
import { openLinkRounds } from './knowledge/links-round.ts'
import { labelledQuestions } from './labelled-questions.ts'
import { questionsOfPlays } from './questions-of-plays.ts'
import type { Settings } from './settings.ts'
import { translatorOf } from './translator.ts'

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
): Pick<Console, 'printLinks'> & { close(): Promise<void> } {
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
  const links = openLinkRounds(
    { checks: store.linkChecks, links: () => linksOf(house.reading.published.content), fetch: fetchPublic, now },
    onError,
  )
  libraryRoutes(server, common, {
    publications: store.publications,
    drafts: store.drafts,
    gaps: store.gaps,
    usage: store.usage,
    links,
    news: store.news,
    reading: house.reading,
    shelf,
    phrases,
    labelled: labelledQuestions,
    played: questionsOfPlays,
    timeZone: (at) => hours(at).timeZone,
    secondReader: settings.secondReader,
    ...(house.model
      ? { model: house.model, translator: translatorOf({ model: house.model, library: () => house.library }) }
      : {}),
    now,
    onError,
  })
  const close = () => {
    pages.close()
    return links.close()
  }
  return { printLinks: common.printLinks, close }
}

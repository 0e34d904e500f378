import { userInfo } from 'node:os'
import { changed } from '../knowledge/changes.ts'
import { checkContent } from '../knowledge/check.ts'
import { contentOf } from '../knowledge/content.ts'
import { conflictsOf } from '../knowledge/drafts.ts'
import { type Files, readFiles } from '../knowledge/files.ts'
import { showFinding } from '../knowledge/finding.ts'
import { mayPublish } from '../knowledge/may-publish.ts'
import { inOneSentence } from '../knowledge/one-sentence.ts'
import { isMadeOf, titlesOf } from '../knowledge/open-library.ts'
import type { Origin, Publication } from '../knowledge/publication.ts'
import { writeFiles } from '../knowledge/write-files.ts'
import type { Store } from '../store/store.ts'

/** What a command refused, having done nothing: a sentence each. */
export class Refused extends Error {}

/** Publishes the content of a folder, where nothing that is found in it forbids that. */
export async function importFolder(store: Store, folder: string, reason: string, now: Date): Promise<void> {
  const files = readFiles(folder)
  const content = contentOf(files)
  if (content.articles.length === 0) throw new Refused(`The folder ${folder} holds no article: name a content folder.`)
  const latest = await store.publications.latest()
  if (latest && isMadeOf(latest, files)) {
    console.log(`Publication ${latest.number} is made of exactly these files: there is nothing to publish.`)
    return
  }
  const before: Files = latest ? await store.publications.files(latest) : new Map()
  const today = now.toISOString().slice(0, 10)
  const verdict = mayPublish(latest ? checkContent(contentOf(before), today) : [], checkContent(content, today), reason)
  if (verdict.may !== 'publish') {
    const why =
      verdict.may === 'not'
        ? 'Nothing was published: mend this first.'
        : 'Nothing was published: mend this, or say why it may be so with --reason "…".'
    throw new Refused([...verdict.because.map(showFinding), why].join('\n'))
  }
  const made = await publish(
    store,
    latest,
    files,
    'import',
    reason || `Importé de ${folder}`,
    inOneSentence(changed(before, files), titlesOf(content)),
    now,
  )
  console.log(`Publication ${made.number}: ${made.says}`)
  for (const draft of await store.drafts.all()) {
    if (conflictsOf(draft, made.digests).length > 0)
      console.log(`The draft of ${draft.article} changes what was published just now: whoever wrote it is shown both.`)
  }
}

/** Writes what people read into a folder. */
export async function exportFolder({ publications }: Store, folder: string): Promise<void> {
  const latest = await publications.latest()
  if (!latest) throw new Refused('Nothing is published yet: start the house once, or import a folder.')
  const { written, removed } = writeFiles(folder, await publications.files(latest))
  console.log(`Publication ${latest.number} is in ${folder}: ${written} files written, ${removed} taken away.`)
}

/** The newest publications, newest first. */
export async function history({ publications }: Store): Promise<void> {
  for (const { number, at, by, origin, says, reason } of await publications.history(30))
    console.log(
      `${number} · ${at.toISOString().slice(0, 16).replace('T', ' ')} · ${by.name} · ${origin} · ${says}${reason ? ` · ${reason}` : ''}`,
    )
}

/** Publishes once more what an older publication held. */
export async function rollBack(store: Store, number: number, reason: string, now: Date): Promise<void> {
  const [latest, old] = await Promise.all([store.publications.latest(), store.publications.get(number)])
  if (!latest || !old)
    throw new Refused(`There is no publication ${number}. To see which there are: npm run knowledge -- history`)
  const files = await store.publications.files(old)
  if (isMadeOf(latest, files)) {
    console.log(`What people read is what publication ${number} held already: there is nothing to do.`)
    return
  }
  const says = `Retour à la publication ${number}. ${inOneSentence(changed(await store.publications.files(latest), files), titlesOf(contentOf(files)))}`
  const made = await publish(store, latest, files, 'rollback', reason || `Retour à la publication ${number}`, says, now)
  console.log(`Publication ${made.number}: ${made.says}`)
}

async function publish(
  { publications }: Store,
  latest: Publication | undefined,
  files: Files,
  origin: Origin,
  reason: string,
  says: string,
  at: Date,
): Promise<Publication> {
  const by = { id: 'command', name: userInfo().username }
  const made = await publications.publish({ base: latest?.number ?? 0, at, by, origin, reason, says, files })
  if (made.is === 'conflict')
    throw new Refused('Somebody published at this very moment, so nothing was done. Do it again.')
  return made.publication
}

import type { Section } from './article.ts'
import { type Begun, type BroughtFrom, faultOfOrigin, filesOf, harmless, identifierOf } from './begun-article.ts'
import type { Finding } from './finding.ts'
import { lifted } from './lift-facts.ts'
import { isReadable } from './page-limits.ts'
import { type ReadPage, readPage } from './read-page.ts'
import { refused, type TakenIn } from './taken-in.ts'

/** Begins an article from a saved Web page: its main content, by its headings. */
export async function importHtml(html: string, from: BroughtFrom): Promise<TakenIn> {
  const place = `${from.folder}/${from.id}/fr.md`
  const fault = faultOfOrigin(from)
  if (fault) return refused('origin', place, fault, 'Complétez le formulaire.')
  if (!isReadable(html))
    return refused(
      'too-large',
      place,
      'La page est trop grosse ou trop compliquée.',
      'Enregistrez seulement son contenu.',
    )
  let page: ReadPage
  try {
    page = await readPage(html)
  } catch {
    return refused('unreadable', place, 'La page ne peut pas être lue.', 'Copiez son texte dans une nouvelle fiche.')
  }
  return importPage(page, from)
}

/** Begins an article from what was read of a page or a document. */
export function importPage(page: ReadPage, from: BroughtFrom): TakenIn {
  const place = `${from.folder}/${from.id}/fr.md`
  const { facts, sections } = lifted(sectionsOf(page.markdown))
  if (sections.length === 0) {
    return refused(
      'empty',
      place,
      'Il n’y a pas de texte à reprendre dans la page.',
      'Vérifiez que la page a été enregistrée au complet.',
    )
  }
  const title = harmless(from.title || page.title || from.id)
  const publisher = from.publisher || page.publisher || new URL(from.address).host.replace(/^www\./, '')
  const begun: Begun = {
    title,
    summary: summaryOf(sections, title),
    questions: [title, ...sections.map(({ heading }) => heading).filter((heading) => /\?\s*$/.test(heading))],
    sections,
    source: { publisher: harmless(publisher), title, ...(page.date ? { date: page.date } : {}) },
    facts,
  }
  return { files: filesOf(begun, from), findings: findingsOf(page, begun, place) }
}

/** The parts of Markdown by its headings; every heading begins a part, one without words under it is left out. */
function sectionsOf(markdown: string): Section[] {
  const parts: { heading: string; lines: string[] }[] = [{ heading: '', lines: [] }]
  for (const line of markdown.split('\n')) {
    const heading = /^#{1,6}\s+(.+)$/.exec(line)?.[1]
    if (heading) parts.push({ heading: harmless(heading), lines: [] })
    else parts.at(-1)?.lines.push(line.replace(/^-{3,}\s*$/, ''))
  }
  const taken = new Set(['about'])
  return parts.flatMap(({ heading, lines }) => {
    const body = lines.join('\n').trim()
    if (!body) return []
    if (!heading) return [{ id: 'about', heading, body }]
    const id = identifierOf(heading, taken)
    taken.add(id)
    return [{ id, heading, body }]
  })
}

function summaryOf(sections: readonly Section[], title: string): string {
  for (const block of sections.flatMap(({ body }) => body.split(/\n\s*\n/))) {
    const first = /^[^-\d].{10,240}?[.!?](?=\s|$)/s.exec(block)?.[0].replace(/\s+/g, ' ')
    if (first && !first.includes('{{')) return first
  }
  return title.length >= 10 ? title : `${title} (résumé à écrire)`
}

function findingsOf(page: ReadPage, begun: Begun, file: string): Finding[] {
  const findings: Finding[] = []
  const warn = (rule: string, sentence: string, remedy: string) =>
    findings.push({ rule, severity: 'warning', file, sentence, remedy })
  if (!page.hasMain) {
    warn(
      'whole-page',
      'La page ne dit pas où est son contenu : tout a été repris.',
      'Retirez les menus et les mentions du site.',
    )
  }
  if (page.links) {
    warn(
      'links-left',
      `${counted(page.links, 'lien n’a pas été repris', 'liens n’ont pas été repris')} : les mots restent.`,
      'Ajoutez comme sources les pages qui comptent.',
    )
  }
  if (page.images) {
    warn(
      'images-left',
      `${counted(page.images, 'image n’a pas été reprise', 'images n’ont pas été reprises')}.`,
      'S’il le faut, écrivez en mots ce qui s’y trouve.',
    )
  }
  if (begun.questions.length < 5) {
    warn('few-questions', 'Il faut au moins cinq façons de demander.', 'Écrivez celles que les gens emploient.')
  }
  return findings
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}

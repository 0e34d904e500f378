import js2xliff, { type Inline, type Unit } from 'xliff/js2xliff'
import { type Language, LOCALE, ORIGINAL } from '../language/languages.ts'
import type { Article, ArticleText } from './article.ts'
import { numbered } from './xliff-codes.ts'

const NOTES = {
  questions:
    'Une façon de demander par ligne, cinq au moins, comme les gens les disent dans leur langue. Ce ne sont pas des traductions.',
  quotation: 'La citation du plan (« > ») reste en français ; sa traduction la suit, en texte ordinaire.',
}

/**
 * Articles as an XLIFF 2.0 document (OASIS), French to a language: a unit for the title, the summary, each heading and
 * each section, and the phrasings. Tokens are inline codes. French that is not there yet leaves an article out.
 */
export function exportXliff(articles: readonly Article[], language: Exclude<Language, 'fr'>): string {
  const resources: Record<string, Record<string, Unit>> = {}
  for (const article of articles) {
    const french = article.texts[ORIGINAL]
    if (french) resources[`${article.folder}:${article.id}`] = unitsOf(french, article.texts[language])
  }
  const document = { sourceLanguage: LOCALE[ORIGINAL], targetLanguage: LOCALE[language], resources }
  const xml = js2xliff(document, { indent: '' }, (fault) => {
    if (fault) throw fault
  })
  // The writer gives segments no state: it is written on the unit, and moved.
  const stated = xml.replace(/(<unit\b[^>]*?) state="(\w+)"(.*?<segment)/gs, '$1$3 state="$2"')
  const lines = stated.replace(/<(?:\/?(?:file|unit|segment|notes)\b|source|target|note>|\/xliff)/g, '\n$&')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines}\n`
}

function unitsOf(french: ArticleText, other: ArticleText | undefined): Record<string, Unit> {
  const state = stateOf(french, other)
  const unit = (source: string, target: string | undefined, note?: string) => unitOf(source, target, state, note)
  const units: Record<string, Unit> = {
    title: unit(french.title, other?.title),
    summary: unit(french.summary, other?.summary),
  }
  for (const { id, heading, body } of french.sections) {
    const there = other?.sections.find((section) => section.id === id)
    if (heading) units[`heading.${id}`] = unit(heading, there?.heading)
    units[`section.${id}`] = unit(body, there?.body, /^>/m.test(body) ? NOTES.quotation : undefined)
  }
  units.questions = unit(french.questions.join('\n'), other?.questions.join('\n'), NOTES.questions)
  return units
}

type State = 'initial' | 'translated' | 'reviewed'

/** How far a translation has come: a machine's is a beginning, until somebody has read it. */
function stateOf(french: ArticleText, other: ArticleText | undefined): State {
  if (!other || other.machine) return 'initial'
  return other.translates === french.digest ? 'reviewed' : 'translated'
}

function unitOf(source: string, target: string | undefined, state: State, note?: string): Unit {
  const inCodes = numbered()
  return {
    source: whole(inCodes(source)),
    ...(target === undefined ? {} : { target: whole(inCodes(target)) }),
    ...(note ? { note } : {}),
    additionalAttributes: { 'xml:space': 'preserve', canResegment: 'no', ...(target === undefined ? {} : { state }) },
  }
}

function whole(pieces: readonly Inline[]): readonly Inline[] {
  return pieces.length ? pieces : ['']
}

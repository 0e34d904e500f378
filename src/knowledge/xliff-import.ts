import { isLanguage, type Language, languageOfLocale, ORIGINAL } from '../language/languages.ts'
import { type ArticleText, KIND_OF_FOLDER, type Section } from './article.ts'
import { changeText, type Wording } from './change-text.ts'
import { digestOf } from './digest.ts'
import type { Files } from './files.ts'
import type { Finding } from './finding.ts'
import { readText } from './read.ts'
import { refused, type TakenIn } from './taken-in.ts'
import { keysOf } from './xliff-codes.ts'
import { type ReadUnit, readXliff } from './xliff-read.ts'

type Units = ReadonlyMap<string, ReadUnit>

const MOST = 30_000_000
const AGAIN = 'Sortez de nouveau le fichier d’ici et traduisez cette version.'

/**
 * Takes translations in from XLIFF 2: gives the language's files that change, each whole, with the digest of the French
 * that was translated. An article whose tokens did not all come back is left out, with a finding.
 */
export function importXliff(xml: string, files: Files): TakenIn {
  if (xml.length > MOST)
    return refused('too-large', 'xliff', 'Le fichier est trop gros.', 'Partagez-le en plusieurs fichiers.')
  const read = readXliff(xml)
  if ('fault' in read) return refused('unreadable', 'xliff', read.fault, AGAIN)
  const language = languageOfLocale(read.to)
  if (languageOfLocale(read.from) !== ORIGINAL || !isLanguage(language) || language === ORIGINAL) {
    return refused(
      'languages',
      'xliff',
      `Le fichier va de « ${read.from} » à « ${read.to} » : il doit aller du français à une autre langue de la bibliothèque.`,
      AGAIN,
    )
  }
  if (read.files.size === 0) return refused('empty', 'xliff', 'Le fichier ne contient aucune fiche.', AGAIN)
  const taken = new Map<string, string>()
  const findings: Finding[] = []
  for (const [name, units] of read.files) {
    const [folder = '', id = ''] = name.split(':')
    const path = `${folder}/${id}/${language}.md`
    const french = files.get(`${folder}/${id}/${ORIGINAL}.md`)
    const original = french && folder in KIND_OF_FOLDER ? readText(french, ORIGINAL, path, []) : undefined
    if (!original) {
      findings.push(
        finding('unknown-article', 'error', path, undefined, `La fiche « ${name} » n’existe pas ici.`, AGAIN),
      )
      continue
    }
    const text = takeArticle(path, language, units, original, files.get(path), findings)
    if (text !== undefined && text !== files.get(path)) taken.set(path, text)
  }
  return { files: taken, findings }
}

function takeArticle(
  path: string,
  language: Language,
  units: Units,
  original: ArticleText,
  present: string | undefined,
  findings: Finding[],
): string | undefined {
  const faults = [...units].flatMap(([id, unit]) => faultsOf(id, unit, path))
  const there = present === undefined ? undefined : readText(present, language, path, [])
  const untranslated = [...units].filter(([, { source, target }]) => source.trim() && target === undefined)
  for (const [id] of untranslated) {
    faults.push(
      finding(
        'untranslated',
        there ? 'warning' : 'error',
        path,
        placeOf(id),
        'Cette partie n’est pas traduite.',
        there
          ? 'La traduction d’avant reste. Traduisez la partie, puis reprenez le fichier.'
          : 'Traduisez-la, puis reprenez le fichier.',
      ),
    )
  }
  findings.push(...faults)
  if (faults.some(({ severity }) => severity === 'error')) return undefined
  const followed = frenchOf(units, original)
  const follows = readText(changeText(undefined, followed), ORIGINAL, path, [])?.digest
  if (follows !== original.digest) findings.push(...frenchChanged(followed, original, path))
  const wording = wordingOf(units, original, there)
  const isSame = there !== undefined && sameWords(wording, there)
  if (isSame && there.translates !== original.digest) {
    findings.push(
      finding(
        'still-behind',
        'warning',
        path,
        undefined,
        'La traduction revient sans changement, alors que le français avait changé.',
        'Si elle convient au français d’aujourd’hui, marquez-la comme relue.',
      ),
    )
  }
  const translates = untranslated.length || isSame ? there?.translates : follows
  return changeText(present, { ...wording, ...(translates ? { translates } : {}) })
}

function faultsOf(id: string, { source, target, unknownCodes }: ReadUnit, path: string): Finding[] {
  const faults: Finding[] = []
  if (target === undefined) return faults
  const missing = lostKeys(keysOf(source), keysOf(target))
  if (missing.length || unknownCodes.length) {
    const lost = missing.length ? ` Il manque : ${missing.join(' ')}.` : ''
    const strange = unknownCodes.length ? ` Codes inconnus : ${unknownCodes.join(' ')}.` : ''
    const sentence = `Les renvois, les faits et les liens ne sont pas tous revenus.${lost}${strange}`
    faults.push(
      finding(
        'token-lost',
        'error',
        path,
        placeOf(id),
        sentence,
        'Remettez chaque code du français dans la traduction.',
      ),
    )
  }
  if (/^(?:#|---\s*$)/m.test(target) && id !== 'questions') {
    const sentence = 'La traduction contient une ligne qui commence par « # » ou « --- ».'
    faults.push(finding('heading-in-text', 'error', path, placeOf(id), sentence, 'Écrivez la ligne sans ce signe.'))
  }
  return faults
}

/** The codes that did not come back; a link to a page may give way to a link to the same page in the other language. */
function lostKeys(went: readonly string[], back: readonly string[]): string[] {
  const isPage = (key: string) => key.startsWith('source:')
  const lost = went.filter((key) => !back.includes(key))
  const otherPages = back.filter((key) => isPage(key) && !went.includes(key)).length
  const pages = lost.filter(isPage)
  return lost.filter((key) => !isPage(key) || pages.indexOf(key) >= otherPages)
}

/** The French as it stood when the file was taken out. */
function frenchOf(units: Units, original: ArticleText): Wording {
  const sections = sectionIds(units).map(
    (id): Section => ({
      id,
      heading: oneLine(units.get(`heading.${id}`)?.source ?? ''),
      body: trimmed(units.get(`section.${id}`)?.source ?? ''),
    }),
  )
  return {
    title: oneLine(units.get('title')?.source ?? ''),
    summary: oneLine(units.get('summary')?.source ?? ''),
    questions: original.questions,
    sections,
  }
}

function sectionIds(units: Units): string[] {
  return [...units.keys()].flatMap((id) => /^section\.([a-z0-9-]+)$/.exec(id)?.[1] ?? [])
}

/** The translation, in the order of the present French; what the file does not hold stays as it was. */
function wordingOf(units: Units, original: ArticleText, there: ArticleText | undefined): Wording {
  const said = (id: string) => units.get(id)?.target
  const sections = original.sections.flatMap(({ id }): Section[] => {
    const before = there?.sections.find((section) => section.id === id)
    const body = said(`section.${id}`)
    if (body === undefined) return before ? [before] : []
    return [{ id, heading: oneLine(said(`heading.${id}`) ?? before?.heading ?? ''), body: trimmed(body) }]
  })
  const lines = said('questions')
  const questions = lines?.split(/\r?\n/).map(oneLine).filter(Boolean) ?? there?.questions ?? []
  return {
    title: oneLine(said('title') ?? there?.title ?? ''),
    summary: oneLine(said('summary') ?? there?.summary ?? ''),
    questions,
    sections,
  }
}

function sameWords(one: Wording, other: Wording): boolean {
  const words = ({ title, summary, questions, sections }: Wording) =>
    JSON.stringify([title, summary, questions, sections])
  return words(one) === words(other)
}

function frenchChanged(then: Wording, now: ArticleText, path: string): Finding[] {
  const parts = new Set<string>()
  if (digestOf(then.title) !== digestOf(now.title)) parts.add('titre')
  if (digestOf(then.summary) !== digestOf(now.summary)) parts.add('résumé')
  for (const { id } of [...now.sections, ...then.sections]) {
    const [one, other] = [then, now].map(({ sections }) => sections.find((section) => section.id === id))
    if (!one) parts.add(`${id} (nouvelle partie)`)
    else if (!other) parts.add(`${id} (partie retirée)`)
    else if (digestOf(`${one.heading}\n${one.body}`) !== digestOf(`${other.heading}\n${other.body}`)) parts.add(id)
  }
  const where = parts.size ? [...parts].join(', ') : 'ordre des parties'
  const sentence = `Le français a changé depuis que le fichier est sorti : ${where}.`
  return [
    finding(
      'french-changed',
      'warning',
      path,
      undefined,
      sentence,
      'La traduction est prise, mais reste à remettre à jour.',
    ),
  ]
}

function placeOf(unit: string): string {
  return unit.replace(/^(section|heading)\./, '')
}

function oneLine(words: string): string {
  return words.replace(/[^\S\u00a0\u202f]+/g, ' ').trim()
}

function trimmed(words: string): string {
  return words.replace(/\r\n?/g, '\n').trim()
}

function finding(
  rule: string,
  severity: Finding['severity'],
  file: string,
  place: string | undefined,
  sentence: string,
  remedy: string,
): Finding {
  return { rule, severity, file, ...(place ? { place } : {}), sentence, remedy }
}

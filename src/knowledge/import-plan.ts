import { diffWords } from 'diff'
import type { Article } from './article.ts'
import { PLAN_PAGE } from './files.ts'
import type { Finding } from './finding.ts'
import { isReadable } from './page-limits.ts'
import { TOKEN } from './passages.ts'
import { planParts } from './plan-parts.ts'
import { readPage } from './read-page.ts'
import { refused, type TakenIn } from './taken-in.ts'

/** A piece of a wording: in both, only in the one before, or only in the one after. */
export interface WordingPiece {
  readonly is: 'same' | 'before' | 'after'
  readonly words: string
}

/** What became of a measure, its introduction or an action of the plan. */
export interface PlanChange {
  readonly what: 'measure' | 'introduction' | 'action'
  /** `3`, `3.2`; the one that it has now, or had. */
  readonly number: string
  readonly is: 'added' | 'removed' | 'reworded' | 'renumbered'
  readonly before?: string
  readonly after?: string
  /** Where it stood, when it was renumbered. */
  readonly was?: string
  readonly pieces?: readonly WordingPiece[]
  /** Articles about it. */
  readonly articles: readonly string[]
}

/** A quotation of the plan that its page no longer holds. */
export interface LostQuotation {
  readonly article: string
  readonly file: string
  readonly section: string
  readonly quotation: string
  /** How the page words it now, where that can be told. */
  readonly now?: string
}

export interface TakenPlan extends TakenIn {
  readonly changes: readonly PlanChange[]
  /** Paragraphs beside the measures that came and that went. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly quotations: readonly LostQuotation[]
}

/**
 * Takes the plan's page in again, from text or HTML: what was added, removed, reworded or renumbered, and which articles
 * quote words that are gone. Gives the page's file; no article is changed.
 */
export async function importPlan(previous: string, next: string, articles: readonly Article[]): Promise<TakenPlan> {
  const nothing = { changes: [], added: [], removed: [], quotations: [] }
  const no = (rule: string, sentence: string, remedy: string) => ({
    ...refused(rule, PLAN_PAGE, sentence, remedy),
    ...nothing,
  })
  if (!isReadable(next))
    return no('too-large', 'La page est trop grosse ou trop compliquée.', 'Enregistrez seulement son contenu.')
  let text: string
  try {
    text = await planText(next)
  } catch {
    return no('unreadable', 'La page ne peut pas être lue.', 'Copiez son texte.')
  }
  const [before, after] = [planParts(previous), planParts(text)]
  if (after.measures.length === 0) {
    return no(
      'plan-unreadable',
      'Aucune mesure numérotée n’a été reconnue dans la page.',
      'Vérifiez que la page est complète : « 1. Titre », puis ses actions en liste numérotée.',
    )
  }
  const changes = changesBetween(placesOf(before), placesOf(after), new Set(articles.map(({ id }) => id)))
  const quotations = lostQuotations(previous, text, changes, articles)
  return {
    files: text === previous ? new Map() : new Map([[PLAN_PAGE, text]]),
    findings: quotations.map(findingOf),
    changes,
    added: after.others.filter((words) => !before.others.includes(words)),
    removed: before.others.filter((words) => !after.others.includes(words)),
    quotations,
  }
}

/** The page as text, laid out as the one that the house keeps: `1. Titre`, then `  1. action`. */
async function planText(page: string): Promise<string> {
  if (!/<(?:html|body|main|h[1-6]|p|li|div)\b/i.test(page)) return page.replace(/\r\n?/g, '\n')
  const { title, markdown } = await readPage(page)
  const lines = markdown
    .replace(/^[^\S\n]*(\d{1,2}\.) /gm, '  $1 ')
    .replace(/^[^\S\n]*- /gm, '  • ')
    .replace(/^#{1,6} /gm, '')
    .replace(/\\([*`#>.])/g, '$1')
  return `${title ? `${title}\n\n` : ''}${lines}\n`
}

interface Place {
  readonly what: PlanChange['what']
  readonly number: string
  readonly words: string
}

function placesOf({ measures }: ReturnType<typeof planParts>): Place[] {
  return measures.flatMap(({ number, words, introduction, actions }): Place[] => [
    { what: 'measure', number, words },
    { what: 'introduction', number, words: introduction },
    ...actions.map((action): Place => ({ what: 'action', ...action })),
  ])
}

/** What stayed is paired first, then what only moved, then what has the same number; the rest came or went. */
function changesBetween(before: readonly Place[], after: readonly Place[], known: ReadonlySet<string>): PlanChange[] {
  const isAt = (one: Place, other: Place) => one.what === other.what && one.number === other.number
  const stayed = new Set(before.filter((old) => after.some((now) => isAt(old, now) && same(old.words, now.words))))
  const left = new Set(before.filter((old) => old.words && !stayed.has(old)))
  const open = after.filter((now) => now.words && ![...stayed].some((old) => isAt(old, now)))
  const take = (fits: (old: Place) => boolean): Place | undefined => {
    const found = [...left].find(fits)
    if (found) left.delete(found)
    return found
  }
  const from = new Map<Place, Place>()
  const pair = (now: Place, old: Place | undefined) => old && from.set(now, old)
  for (const now of open) {
    pair(
      now,
      now.what === 'introduction' ? undefined : take((old) => old.what === now.what && same(old.words, now.words)),
    )
  }
  for (const now of open)
    if (!from.has(now))
      pair(
        now,
        take((old) => isAt(old, now)),
      )
  const about = ({ what, number }: Place) =>
    [`${what === 'action' ? 'action' : 'measure'}-${number}`].filter((id) => known.has(id))
  const told = open.map((now): PlanChange => {
    const { what, number, words } = now
    const old = from.get(now)
    if (!old) return { what, number, is: 'added', after: words, articles: about(now) }
    if (old.number !== number) {
      return { what, number, is: 'renumbered', was: old.number, after: words, articles: [...about(old), ...about(now)] }
    }
    const pieces = piecesOf(old.words, words)
    return { what, number, is: 'reworded', before: old.words, after: words, pieces, articles: about(now) }
  })
  const gone = [...left].map((old): PlanChange => {
    const { what, number, words } = old
    return { what, number, is: 'removed', before: words, articles: about(old) }
  })
  return [...told, ...gone]
}

/** Wordings without the sign at their end: the last action of a list ends with a full stop, the others with a semicolon. */
function same(one: string, other: string): boolean {
  return asCompared(one) === asCompared(other)
}

function asCompared(words: string): string {
  return asQuoted(words).replace(/\s*[;.,]$/, '')
}

function asQuoted(words: string): string {
  return words
    .replace(/[’]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
}

function piecesOf(before: string, after: string): WordingPiece[] {
  return diffWords(before, after).map(({ value, added, removed }) => ({
    is: added ? 'after' : removed ? 'before' : 'same',
    words: value,
  }))
}

function lostQuotations(
  previous: string,
  next: string,
  changes: readonly PlanChange[],
  articles: readonly Article[],
): LostQuotation[] {
  const [then, now] = [asQuoted(previous), asQuoted(next)]
  return articles.flatMap((article) =>
    Object.values(article.texts).flatMap(({ language, sections }) =>
      sections.flatMap(({ id, body }) =>
        quotationsIn(body)
          .filter((words) => then.includes(asQuoted(words)) && !now.includes(asQuoted(words)))
          .map((quotation): LostQuotation => {
            const change = changes.find(({ before }) => before && asQuoted(before).includes(asCompared(quotation)))
            const file = `${article.folder}/${article.id}/${language}.md`
            return {
              article: article.id,
              file,
              section: id,
              quotation,
              ...(change?.after ? { now: change.after } : {}),
            }
          }),
      ),
    ),
  )
}

function quotationsIn(body: string): string[] {
  return body
    .split('\n')
    .filter((line) => line.startsWith('>'))
    .map((line) => line.replace(/^>\s*/, '').replace(TOKEN, '').trim())
    .filter(Boolean)
}

function findingOf({ file, section, quotation, now }: LostQuotation): Finding {
  return {
    rule: 'quotation-gone',
    severity: 'warning',
    file,
    place: section,
    sentence: `La nouvelle page ne dit plus « ${quotation} ».`,
    remedy: now ? `Elle dit maintenant : « ${now} ».` : 'Retirez la citation, ou citez ce qui la remplace.',
  }
}

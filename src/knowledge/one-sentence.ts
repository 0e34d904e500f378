import type { ArticleChange, Change, Part } from './changes.ts'
import { PLAN_PAGE } from './files.ts'
import { REDIRECTS } from './redirects.ts'

const PART: Readonly<Record<Part, string>> = {
  fr: 'français',
  en: 'anglais',
  es: 'espagnol',
  ar: 'arabe',
  about: 'faits',
}

const BESIDE: Readonly<Record<string, string>> = {
  'glossary.yaml': 'glossaire modifié',
  'scope.yaml': 'sujets hors de notre portée modifiés',
  [PLAN_PAGE]: 'page du plan d’action modifiée',
}

/** So many articles are named; of more, the number is told. */
const MOST_NAMED = 3

/** What changed, as editors read it: « PAFFARC : français et faits modifiés ; 2 fiches retirées ». */
export function inOneSentence({ articles, beside }: Change, title: (article: string) => string = (id) => id): string {
  const moved = articles.filter(({ to }) => to !== undefined)
  const arrived = new Set(moved.map(({ to }) => to))
  const begun = new Set(articles.filter(({ is }) => is === 'new').map(({ article }) => article))
  const fresh = articles.filter(({ is, article }) => is === 'new' && !arrived.has(article))
  const altered = articles.filter(({ is }) => is === 'changed')
  const gone = articles.filter(({ is, to }) => is === 'retired' && to === undefined)
  const said = [
    ...(altered.length > MOST_NAMED
      ? [`${altered.length} fiches modifiées`]
      : altered.map((one) => alteredOne(one, title))),
    ...counted(fresh, title, 'nouvelle fiche', 'nouvelles fiches'),
    ...(moved.length > MOST_NAMED
      ? [`${moved.length} fiches menées ailleurs`]
      : moved.map(({ article, to = '' }) => movedOne(article, to, begun.has(to), title))),
    ...counted(gone, title, 'fiche retirée', 'fiches retirées'),
    ...beside
      .filter((path) => path !== REDIRECTS || !moved.length)
      .map((path) => BESIDE[path] ?? 'redirections modifiées'),
  ].join(' ; ')
  return said ? said.charAt(0).toUpperCase() + said.slice(1) : 'Rien ne change'
}

function alteredOne({ article, parts }: ArticleChange, title: (article: string) => string): string {
  const names = parts.map((part) => PART[part])
  const isMany = names.length > 1 || parts.includes('about')
  return `${title(article)} : ${listed(names)} ${isMany ? 'modifiés' : 'modifié'}`
}

/** Where the title stays, the short names are what tells the two apart. */
function movedOne(from: string, to: string, isRenamed: boolean, title: (article: string) => string): string {
  const [before, after] = [title(from), title(to)]
  if (before !== after) return `« ${before} » mène maintenant à « ${after} »`
  return isRenamed
    ? `nom court changé : ${from} → ${to}`
    : `« ${before} » (${from}) mène maintenant à « ${after} » (${to})`
}

function counted(
  some: readonly ArticleChange[],
  title: (article: string) => string,
  one: string,
  many: string,
): string[] {
  const [only] = some
  if (!only) return []
  return [some.length === 1 ? `${one} : ${title(only.article)}` : `${some.length} ${many}`]
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1)}`
}

import { changeYaml } from './change-yaml.ts'
import { articlePath, type Files } from './files.ts'
import { idNow, REDIRECTS, readRedirects } from './redirects.ts'

/**
 * Content in which an article has another id; the old one leads to it from now on, so nothing that names it need change.
 * @throws a sentence where there is no such article, or the new id is taken.
 */
export function renamed(files: Files, from: string, to: string): Files {
  const own = ownFiles(files, from)
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(to))
    throw new Error(
      `« ${to} » ne peut pas nommer une fiche : écrivez des lettres minuscules, des chiffres et des tirets.`,
    )
  if (hasArticle(files, to)) throw new Error(`La fiche « ${to} » existe déjà. Choisissez un autre identifiant.`)
  const leads = idNow(to, readRedirects(files, []))
  if (leads !== to && leads !== from)
    throw new Error(`« ${to} » mène déjà à la fiche « ${leads} ». Choisissez un autre identifiant.`)
  const after = new Map(files)
  for (const [path, text] of own) {
    after.delete(path)
    const at = articlePath(path)
    after.set(`${at?.folder}/${to}/${at?.name}`, text)
  }
  return redirected(after, from, to)
}

/**
 * Content in which an article has given way to another, which its id leads to from now on. The text of the other stays
 * as it is: what is worth keeping is written there first.
 * @throws a sentence where one of the two does not exist, or they are one.
 */
export function merged(files: Files, from: string, into: string): Files {
  ownFiles(files, into)
  if (from === into) throw new Error('Une fiche ne peut pas être fusionnée avec elle-même. Choisissez-en une autre.')
  return redirected(without(files, from), from, into)
}

/** Content without an article, and without the old ids that led to it. @throws a sentence where there is none. */
export function retired(files: Files, id: string): Files {
  const after = without(files, id)
  const before = readRedirects(files, [])
  const left = [...before].filter(([old]) => idNow(old, before) !== id)
  if (left.length === before.size) return after
  if (left.length === 0) after.delete(REDIRECTS)
  else after.set(REDIRECTS, changeYaml(files.get(REDIRECTS) ?? '', Object.fromEntries(left)))
  return after
}

function without(files: Files, id: string): Map<string, string> {
  const own = ownFiles(files, id)
  return new Map([...files].filter(([path]) => !own.has(path)))
}

function ownFiles(files: Files, id: string): ReadonlyMap<string, string> {
  const own = new Map([...files].filter(([path]) => articlePath(path)?.id === id))
  if (own.size === 0) throw new Error(`La fiche « ${id} » n’existe pas ou n’existe plus. Rechargez la page.`)
  return own
}

function hasArticle(files: Files, id: string): boolean {
  return [...files.keys()].some((path) => articlePath(path)?.id === id)
}

const HEAD = '# Les anciens identifiants de fiches, et la fiche où chacun mène maintenant.\n'

/** With a redirect more; what led to the old id leads to the new one directly, and no redirect hides the new one. */
function redirected(files: Files, from: string, to: string): Files {
  const before = readRedirects(files, [])
  const text = files.get(REDIRECTS)
  const next = [...before]
    .filter(([old]) => old !== to && old !== from)
    .map(([old, its]) => [old, its === from ? to : its] as const)
  const wanted = Object.fromEntries([...next, [from, to]])
  const written = text && before.size ? changeYaml(text, wanted) : `${text ?? HEAD}${from}: ${to}\n`
  return new Map(files).set(REDIRECTS, written)
}

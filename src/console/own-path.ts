/** Pages that one comes to by signing in. */
const WORK = /^\/(desk|library)(\/.*)?$/
/** Pages that have a language of their own to come back to. */
const PAGES = /^\/((desk|library)(\/.*)?|sign-in|signed-out)$/

const LONGEST = 1000

/** A path of the console that was asked for as the place to go on to; nothing where it is any other address. */
export function workPath(asked: unknown): string | undefined {
  return ownPath(asked, WORK)
}

/** The same, also for the pages around signing in. */
export function pagePath(asked: unknown): string | undefined {
  return ownPath(asked, PAGES)
}

/** Read as a browser reads it, so that `//elsewhere`, `/\elsewhere` and `/desk/../x` are seen for what they are. */
function ownPath(asked: unknown, allowed: RegExp): string | undefined {
  if (typeof asked !== 'string' || asked.length > LONGEST || !asked.startsWith('/')) return undefined
  const own = 'http://own.invalid'
  if (!URL.canParse(asked, own)) return undefined
  const { origin, pathname, search } = new URL(asked, own)
  return origin === own && allowed.test(pathname) ? `${pathname}${search}` : undefined
}

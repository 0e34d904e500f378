import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** This folder with its words and styles, also when the code runs from where it was built. */
export const FOLDER = fileURLToPath(new URL('src/console/', houseOf(import.meta.url)))

/** The nearest folder above that holds a package.json. */
function houseOf(address: string): URL {
  const above = new URL('..', address)
  return existsSync(new URL('package.json', above)) || above.pathname === '/' ? above : houseOf(above.href)
}

import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Role } from '../src/desk/staff.ts'
import { type House, openHouse } from '../src/house.ts'
import { open } from '../src/main.ts'
import { readSettings } from '../src/settings.ts'

/** A Monday at ten, and on from there: what a test sees at the desk must not depend on the hour. */
const SHIFT = Date.UTC(2026, 10, 23, 15) - Date.now()
export const inOfficeHours = (): Date => new Date(Date.now() + SHIFT)

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || !address) throw new Error('No port is free.')
  return address.port
}

export function folderForData(): string {
  return mkdtempSync(join(tmpdir(), 'passerelle-'))
}

/** The floors below the edges, on a store of their own. */
export function houseForTests(
  place: string | { readonly dataDir: string; readonly databaseUrl?: string } = folderForData(),
  now?: () => Date,
): Promise<House> {
  const settings = typeof place === 'string' ? { dataDir: place } : place
  return openHouse({ ...settings, retentionDays: 90 }, ({ error }) => error !== undefined && console.error(error), now)
}

/** The whole server on a free port, quiet, with a store of its own. */
export async function serverForTests(
  environment: Readonly<Record<string, string>> = {},
  around: Parameters<typeof open>[1] = {},
) {
  const port = environment.PORT ? Number(environment.PORT) : await freePort()
  const dataDir = environment.DATA_DIR ?? folderForData()
  const settings = readSettings({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...environment })
  const printed: string[] = []
  const house = await open(settings, { now: inOfficeHours, print: (line) => printed.push(line), ...around })
  return {
    ...house,
    /** A one-time sign-in link of a role, as it was printed last. */
    signInLink: (role: Role) => {
      if (!printed.length) house.printLinks()
      return printed.findLast((line) => line.startsWith(`sign-in ${role} `))?.split(' ')[2] ?? ''
    },
    port,
    dataDir,
    url: `http://localhost:${port}`,
  }
}

import { mkdtemp, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Settings } from '../../settings.ts'
import { openStore } from '../../store/store.ts'
import { inTime, networkTrouble } from './ask.ts'
import { fault, look, ok, type Remark } from './remark.ts'

type Place = Pick<Settings, 'dataDir' | 'databaseUrl'>

/** Whether what people say can be kept. Brings the tables to this release, as a start does. */
export async function examineStore(place: Place, withinMs: number): Promise<Remark> {
  const late = place.databaseUrl
    ? fault(
        `DATABASE_URL : PostgreSQL n'a pas répondu en ${withinMs / 1000} s ; voyez s'il tourne et si cette machine peut le joindre.`,
      )
    : fault(
        `DATA_DIR : le magasin ${place.dataDir} n'a pas répondu en ${withinMs / 1000} s ; voyez si un autre processus le tient.`,
      )
  return inTime(place.databaseUrl ? openPostgres(place) : openFolder(place), withinMs, late)
}

async function openPostgres(place: Place): Promise<Remark> {
  try {
    await open(place)
    return ok('DATABASE_URL : PostgreSQL répond, et ses tables sont à jour.')
  } catch (error) {
    return fault(`DATABASE_URL : ${whyNoPostgres(error)}.`)
  }
}

async function openFolder(place: Place): Promise<Remark> {
  try {
    await open(place)
    await rmdir(await mkdtemp(join(place.dataDir, 'doctor-')))
    return ok(`DATA_DIR : le magasin ${place.dataDir} s'ouvre, s'écrit, et ses tables sont à jour.`)
  } catch (error) {
    return fault(`DATA_DIR : ${whyNoFolder(error, place.dataDir)}.`)
  }
}

async function open({ dataDir, databaseUrl }: Place): Promise<void> {
  const store = await openStore({ dataDir, ...(databaseUrl ? { databaseUrl } : {}), trouble: () => {} })
  try {
    await store.ready()
  } finally {
    await store.close()
  }
}

const OF_POSTGRES: Readonly<Record<string, string>> = {
  '28P01': 'PostgreSQL refuse le nom ou le mot de passe ; corrigez-les dans DATABASE_URL',
  '28000': "PostgreSQL n'admet pas ce nom depuis cette machine ; corrigez DATABASE_URL, ou pg_hba.conf",
  '3D000': "PostgreSQL n'a pas de base de ce nom ; créez-la (createdb), ou corrigez la fin de DATABASE_URL",
  '42501': 'PostgreSQL ne laisse pas ce nom créer des tables ; donnez-lui ce droit (grant create on schema public)',
  '53300': "PostgreSQL n'a plus de connexion libre ; fermez-en, ou relevez max_connections",
}

function whyNoPostgres(error: unknown): string {
  for (let each = error; each instanceof Error; each = each.cause) {
    const known = OF_POSTGRES[String((each as NodeJS.ErrnoException).code)]
    if (known) return known
  }
  const network = networkTrouble(error)
  if (network) return `PostgreSQL ne peut pas être joint (${network}) ; voyez s'il tourne, et corrigez l'adresse`
  return otherwise(error)
}

const OF_FOLDERS: Readonly<Record<string, string>> = {
  EACCES: 'ne peut pas être écrit ; donnez ce droit au compte qui lance Passerelle, ou choisissez un autre dossier',
  EPERM: 'ne peut pas être écrit ; donnez ce droit au compte qui lance Passerelle, ou choisissez un autre dossier',
  EROFS: 'est sur un disque en lecture seule ; choisissez un autre dossier',
  ENOSPC: 'est sur un disque plein ; libérez de la place',
  ENOTDIR: "n'est pas un dossier ; choisissez un autre dossier",
  EEXIST: "n'est pas un dossier ; choisissez un autre dossier",
  ENOENT: 'ne peut pas être créé ; choisissez un autre dossier',
  SQLITE_NOTADB: "tient un fichier passerelle.db qui n'est pas une base ; remettez-en une copie, ou déplacez-le",
  SQLITE_CORRUPT: 'tient un fichier passerelle.db abîmé ; remettez-en une copie',
  SQLITE_FULL: 'est sur un disque plein ; libérez de la place',
  SQLITE_READONLY: 'ne peut pas être écrit ; donnez ce droit au compte qui lance Passerelle',
}

function whyNoFolder(error: unknown, dataDir: string): string {
  const known = OF_FOLDERS[String((error as NodeJS.ErrnoException).code)]
  return known ? `${dataDir} ${known}` : otherwise(error)
}

/** The store's own sentence. */
function otherwise(error: unknown): string {
  const sentence = (error instanceof Error ? error.message : String(error)).replace(/\.$/, '')
  if (sentence.includes('a newer release has used it'))
    return "une version plus récente de Passerelle s'est servie de cette base ; relancez celle-là, ou remettez une copie d'avant"
  return `la base ne s'ouvre pas (${sentence})`
}

/** Why the settings could not even be read: without SESSION_SECRET one is kept in DATA_DIR. */
export function noSecretKept(error: unknown, dataDir: string): Remark {
  return fault(`DATA_DIR : ${whyNoFolder(error, dataDir)}.`)
}

/** What several processes must share, and no one process can see. */
export function examineShared({ databaseUrl }: Place, isSecretGiven: boolean): readonly Remark[] {
  if (!databaseUrl) return []
  return [
    isSecretGiven
      ? look(
          "SESSION_SECRET : s'il y a plusieurs processus sur cette base, il doit être le même dans tous ; d'ici, cela ne se voit pas.",
        )
      : look(
          "SESSION_SECRET n'est pas donné : chaque machine garde le sien, et les sessions de l'une ne valent rien pour l'autre ; donnez le même à toutes.",
        ),
  ]
}

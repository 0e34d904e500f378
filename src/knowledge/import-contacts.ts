import { fold } from '../language/text.ts'
import { type BroughtFrom, faultOfOrigin, filesOf, harmless, identifierOf } from './begun-article.ts'
import type { Finding } from './finding.ts'
import { isEmail, phoneOf } from './lift-facts.ts'
import { refused, type TakenIn } from './taken-in.ts'
import type { Plain } from './write-yaml.ts'

const COLUMNS = {
  name: ['nom', 'name', 'organisme', 'organisation', 'ressource', 'bureau'],
  phone: ['telephone', 'tel', 'phone', 'numero de telephone', 'no de telephone'],
  email: ['courriel', 'email', 'e-mail', 'mail', 'adresse courriel'],
  place: ['adresse', 'address', 'adresse postale', 'adresse civique', 'lieu'],
  hours: ['heures', 'heures d ouverture', 'hours', 'horaire', 'horaires'],
} as const
type Column = keyof typeof COLUMNS
type Row = Readonly<Record<Column, string>>

const MOST = 2_000_000
const MOST_ROWS = 1000
const FILE = 'contacts'

/**
 * Begins contact articles from a table (CSV): a name, and a phone, an e-mail, an address or hours. Comma, semicolon or
 * tab; a row that cannot be read is left out, with its number. `taken` are identifiers in use.
 */
export async function importContacts(
  csv: string | Buffer,
  from: Pick<BroughtFrom, 'address' | 'day' | 'publisher' | 'title'>,
  taken: ReadonlySet<string> = new Set(),
): Promise<TakenIn> {
  const fault = faultOfOrigin({ ...from, folder: 'contacts', id: 'x' })
  if (fault) return refused('origin', FILE, fault, 'Complétez le formulaire.')
  if (csv.length > MOST)
    return refused('too-large', FILE, 'Le tableau est trop gros.', 'Partagez-le en plusieurs fichiers.')
  const { parse, CsvError } = await import('csv-parse/sync')
  const text = typeof csv === 'string' ? csv : decoded(csv)
  let lines: { record: string[]; info: { lines: number } }[]
  try {
    lines = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      info: true,
    }) as never
  } catch (error) {
    const line = error instanceof CsvError && typeof error.lines === 'number' ? ` à la ligne ${error.lines}` : ''
    return refused(
      'unreadable',
      FILE,
      `Le tableau ne peut pas être lu${line}.`,
      'Enregistrez-le de nouveau au format CSV.',
    )
  }
  const [head, ...rows] = lines
  const columns = (head?.record ?? []).map(columnOf)
  if (!columns.includes('name')) {
    return refused(
      'no-name-column',
      FILE,
      'Le tableau n’a pas de colonne « nom ».',
      'La première ligne nomme les colonnes : nom, téléphone, courriel, adresse, heures.',
    )
  }
  const findings: Finding[] = []
  const unknown = (head?.record ?? []).filter((name, at) => name && !columns[at])
  if (unknown.length)
    findings.push(
      warning(
        'unknown-column',
        '1',
        `Ces colonnes ne sont pas reprises : ${unknown.join(', ')}.`,
        'Nommez-les nom, téléphone, courriel, adresse ou heures, s’il y a lieu.',
      ),
    )
  if (rows.length > MOST_ROWS)
    findings.push(
      warning(
        'too-many-rows',
        String(MOST_ROWS),
        `Seules les ${MOST_ROWS} premières lignes ont été lues.`,
        'Reprenez le reste dans un autre fichier.',
      ),
    )
  const files = new Map<string, string>()
  const ids = new Set(taken)
  for (const { record, info } of rows.slice(0, MOST_ROWS)) {
    const row = rowOf(record, columns)
    const wrong = faultOf(row)
    if (wrong) {
      findings.push({
        rule: 'bad-row',
        severity: 'error',
        file: FILE,
        place: String(info.lines),
        sentence: `Ligne ${info.lines} : ${wrong}`,
        remedy: 'Corrigez la ligne, puis reprenez le tableau.',
      })
      continue
    }
    const id = identifierOf(row.name, ids)
    ids.add(id)
    for (const [path, words] of contactFiles(row, { ...from, folder: 'contacts', id })) files.set(path, words)
  }
  return { files, findings }
}

function contactFiles(row: Row, from: BroughtFrom): Map<string, string> {
  const name = harmless(row.name)
  const facts: Record<string, Plain> = {}
  const lines: string[] = []
  if (row.phone) {
    facts.phone = { phone: phoneOf(row.phone) }
    lines.push('Téléphone : {{phone}}.')
  }
  if (row.email) {
    facts.email = { email: row.email }
    lines.push('Courriel : {{email}}.')
  }
  if (row.place) {
    facts.place = { place: row.place.replace(/\s+/g, ' ') }
    lines.push('Adresse : {{place}}.')
  }
  if (row.hours) lines.push(`Heures : ${harmless(row.hours).replace(/\.$/, '')}.`)
  return filesOf(
    {
      title: name,
      summary: `Les coordonnées pour joindre : ${name}.`,
      questions: [
        `Comment joindre ${name} ?`,
        `${name} téléphone`,
        `${name} courriel`,
        `${name} adresse`,
        `Où se trouve ${name} ?`,
      ],
      sections: [
        { id: 'about', heading: '', body: `${name} figure parmi les ressources de cette source.` },
        { id: 'contact', heading: `Joindre ${name}`, body: lines.join('\n\n') },
      ],
      source: {
        publisher: harmless(from.publisher || new URL(from.address).host.replace(/^www\./, '')),
        title: harmless(from.title || 'Liste de ressources'),
      },
      facts,
    },
    from,
  )
}

function faultOf({ name, phone, email, place, hours }: Row): string | undefined {
  if (harmless(name).length < 3) return 'il manque le nom.'
  if (!phone && !email && !place && !hours) return `« ${name} » n’a ni téléphone, ni courriel, ni adresse, ni heures.`
  if (phone && !isPhone(phone)) return `« ${phone} » n’est pas un numéro de téléphone.`
  if (email && !isEmail(email)) return `« ${email} » n’est pas une adresse de courriel.`
  if (place && place.length < 5) return `« ${place} » n’est pas une adresse postale.`
  return undefined
}

/** A number of North America, or a short one such as 811. */
function isPhone(words: string): boolean {
  return (
    /^[\d\s().+-]+(?:,?\s*(?:poste|ext\.?)\s*\d{1,6})?$/i.test(words) &&
    /^(?:1? ?\d{3} \d{3}-\d{4}|\d{3})(?:, poste \d+)?$/.test(phoneOf(words))
  )
}

function columnOf(heading: string): Column | undefined {
  const plain = fold(heading)
    .replace(/[^a-z0-9-]+/g, ' ')
    .trim()
  return (Object.keys(COLUMNS) as Column[]).find((column) => (COLUMNS[column] as readonly string[]).includes(plain))
}

function rowOf(record: readonly string[], columns: readonly (Column | undefined)[]): Row {
  const said = (column: Column) => record[columns.indexOf(column)]?.trim() ?? ''
  return { name: said('name'), phone: said('phone'), email: said('email'), place: said('place'), hours: said('hours') }
}

/** The sign that parts the first line most often. */
function delimiterOf(text: string): string {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  const count = (sign: string) => first.split(sign).length
  return [';', ',', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Text as spreadsheets save it: UTF-8, or else Windows-1252. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

function warning(rule: string, place: string, sentence: string, remedy: string): Finding {
  return { rule, severity: 'warning', file: FILE, place, sentence, remedy }
}

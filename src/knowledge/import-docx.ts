import { type BroughtFrom, faultOfOrigin } from './begun-article.ts'
import { importPage } from './import-html.ts'
import { isReadable } from './page-limits.ts'
import { type ReadPage, readPage } from './read-page.ts'
import { refused, type TakenIn } from './taken-in.ts'

const MOST = 10_000_000
const MOST_UNPACKED = 60_000_000

/** Begins an article from a Word document (DOCX), by its headings. Its images are left out. */
export async function importDocx(document: Buffer, from: BroughtFrom): Promise<TakenIn> {
  const place = `${from.folder}/${from.id}/fr.md`
  const fault = faultOfOrigin(from)
  if (fault) return refused('origin', place, fault, 'Complétez le formulaire.')
  const unpacked = unpackedSize(document)
  if (document.length > MOST || (unpacked ?? 0) > MOST_UNPACKED) {
    return tooLarge(place)
  }
  let page: ReadPage
  try {
    if (unpacked === undefined) throw new Error('not a package')
    const { default: mammoth } = await import('mammoth')
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer: document }, { convertImage, externalFileAccess: false })
    if (!isReadable(value)) return tooLarge(place)
    page = await readPage(`<main>${value}</main>`)
  } catch {
    return refused(
      'unreadable',
      place,
      'Le document ne peut pas être lu.',
      'Enregistrez-le dans Word au format .docx, puis reprenez-le.',
    )
  }
  return importPage(page, from)
}

function tooLarge(place: string): TakenIn {
  return refused(
    'too-large',
    place,
    'Le document est trop gros.',
    'Retirez ses images, ou partagez-le en plusieurs documents.',
  )
}

/** How large the files of a ZIP package say they are (its central directory); nothing where it is none. */
function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end < 0 || end + 22 > zip.length) return undefined
  let sum = 0
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > end || zip.readUInt32LE(at) !== 0x02014b50) return undefined
    sum += zip.readUInt32LE(at + 24)
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return sum
}

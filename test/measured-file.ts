import { readFileSync, writeFileSync } from 'node:fs'

const FILE = new URL('./measure/model.md', import.meta.url)

/** A row of a table; what cannot be seen on a page is written as its code. */
export function row(...cells: readonly string[]): string {
  const plain = cells.map((cell) =>
    cell
      .replace(/\p{Cf}/gu, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .replace(/[|<[\]]/g, (sign) => `\\${sign}`),
  )
  return `| ${plain.join(' | ')} |`
}

/** Whether a table of the measures of a model is what its test has just seen; `RECORD=1` writes it there first. */
export function isAsWritten(name: string, heads: readonly string[], rows: readonly string[]): boolean {
  const [begins, ends] = [`<!-- ${name}: begins -->`, `<!-- ${name}: ends -->`]
  const text = readFileSync(FILE, 'utf8')
  const [from, to] = [text.indexOf(begins) + begins.length, text.indexOf(ends)]
  if (to < from) throw new Error(`test/measure/model.md has no place « ${name} »: put its two comments back.`)
  const table = ['', '', row(...heads), row(...heads.map(() => '---')), ...rows, '', ''].join('\n')
  if (process.env.RECORD) writeFileSync(FILE, text.slice(0, from) + table + text.slice(to))
  return readFileSync(FILE, 'utf8').includes(begins + table + ends)
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { dialogs } from '../../dialogs/index.ts'
import { draw } from '../dialog/draw.ts'
import { readShelf } from '../dialog/shelf.ts'
import { HOUSE } from '../house.ts'

/** Draws every dialog as a Mermaid graph, on standard output or as a file each in `--out FOLDER`. */
async function drawAll(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...words], options: { out: { type: 'string' } } })
  const shelf = await readShelf(`${HOUSE}dialogs`, dialogs)
  if (values.out) await mkdir(values.out, { recursive: true })
  for (const dialog of dialogs) {
    const graph = draw(dialog, shelf)
    if (values.out) await writeFile(join(values.out, `${dialog.id}.mmd`), graph)
    else console.log(`%% ${dialog.id}\n${graph}`)
  }
}

await drawAll(process.argv.slice(2))

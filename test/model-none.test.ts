import { execFile } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { HOUSE } from '../src/house.ts'

/** Refuses to load a model client, so that whoever asks for one is seen. */
const REFUSING = `
export const resolve = (specifier, context, next) => {
  if (/^(langchain|@langchain\\/|openai)/.test(specifier)) throw new Error('LOADED ' + specifier)
  return next(specifier, context)
}`
const REGISTER = `
import { register } from 'node:module'
register('data:text/javascript,' + encodeURIComponent(${JSON.stringify(REFUSING)}))`

const ANSWERS = (settings: string) => `
import { answer } from '${HOUSE}src/answer/answer.ts'
import { readContent } from '${HOUSE}src/knowledge/content.ts'
import { buildLibrary } from '${HOUSE}src/knowledge/library.ts'
import { readPhrases } from '${HOUSE}src/language/phrases.ts'
import { openModel } from '${HOUSE}src/model/open-model.ts'
import '${HOUSE}src/main.ts'
const [content, phrases] = await Promise.all([readContent('${HOUSE}knowledge'), readPhrases('${HOUSE}dialogs/phrases')])
const settings = ${settings}
const model = settings ? { model: openModel(settings, { now: () => new Date(), report: () => {} }) } : {}
const resources = { library: buildLibrary(content, 1), phrases, ...model }
const told = await answer({ question: 'Combien verse le PAFFARC ?', language: 'fr' }, resources)
console.log(JSON.stringify({ status: told.status, model: told.model?.ending ?? null }))`

/** Runs words of TypeScript in a process of their own, in which no model client can be loaded. */
async function run(program: string): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-none-'))
  const [hooks, main] = [join(folder, 'hooks.mjs'), join(folder, 'main.mts')]
  writeFileSync(hooks, REGISTER)
  writeFileSync(main, program)
  const tsx = join(HOUSE, 'node_modules/tsx/dist/cli.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, '--import', hooks, main], { cwd: HOUSE })
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null')
}

it('without a model nothing of langchain is loaded, and the answer is as ever', async () => {
  expect(await run(ANSWERS('undefined'))).toEqual({ status: 'quoted', model: null })
})

it('with one it is loaded at the first question; where it cannot be, the passage is quoted', async () => {
  const settings = {
    server: { kind: 'openai', apiKey: 'k', baseUrl: 'http://127.0.0.1:9/v1', model: 'm' },
    budgetMs: 20_000,
  }
  expect(await run(ANSWERS(JSON.stringify(settings)))).toEqual({ status: 'quoted', model: 'broken' })
})

const OPENS = `
import { open } from '${HOUSE}src/main.ts'
import { readSettings } from '${HOUSE}src/settings.ts'
const settings = readSettings({ DATA_DIR: '${mkdtempSync(join(tmpdir(), 'passerelle-none-'))}', PORT: '0', LOG_LEVEL: 'silent' })
const house = await open(settings)
await house.close()
console.log(JSON.stringify({ isOpen: true }))
process.exit(0)`

it('the whole house opens and closes without it', async () => {
  expect(await run(OPENS)).toEqual({ isOpen: true })
})

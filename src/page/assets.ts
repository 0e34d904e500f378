import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { LANGUAGES } from '../language/languages.ts'
import type { Phrases } from '../language/phrases.ts'
import { FOLDER } from './folder.ts'

/** A file that the page is made of, kept in memory in every encoding that browsers take. */
export interface Asset {
  /** Where it is served: its name holds the digest of its content, so that it may be cached for ever. */
  readonly address: string
  readonly type: string
  readonly digest: string
  readonly plain: Buffer
  readonly gzip: Buffer
  readonly brotli: Buffer
}

export interface Assets {
  readonly webChat: Asset
  readonly client: Asset
  readonly style: Asset
  readonly icon: Asset
  readonly embed: Asset
  /** The asset at an address, or nothing. */
  at(address: string): Asset | undefined
}

const SCRIPT = 'text/javascript; charset=utf-8'
const STYLE = 'text/css; charset=utf-8'
const ICON = 'image/svg+xml'

/** Browsers that are still mended: each knows ES2020. */
const TARGET = ['es2020', 'chrome100', 'firefox100', 'safari15']

/** Makes the page's files once: our TypeScript into JavaScript, Web Chat from its package, everything compressed. */
export async function makeAssets(words: Phrases): Promise<Assets> {
  const [webChat, client, style, icon, embed] = await Promise.all([
    readFile(webChatFile()).then((content) => asset('web-chat.js', SCRIPT, content)),
    bundled('client.ts').then((content) => asset('client.js', SCRIPT, content)),
    bundled('page.css').then((content) => asset('page.css', STYLE, content)),
    readFile(here('icon.svg')).then((content) => asset('icon.svg', ICON, content)),
    bundled('embed.ts', { EMBED_WORDS: JSON.stringify(embedWords(words)) }).then((content) =>
      asset('embed.js', SCRIPT, content),
    ),
  ])
  const all = new Map([webChat, client, style, icon].map((each) => [each.address, each]))
  return { webChat, client, style, icon, embed, at: (address) => all.get(address) }
}

/** What the embed script says, in every language: it has no other way of knowing. */
function embedWords(words: Phrases): Record<string, Record<string, string>> {
  const names = ['open', 'close', 'frame']
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      Object.fromEntries(names.map((name) => [name, words.say(`embed.${name}`, language)])),
    ]),
  )
}

async function bundled(file: string, define: Record<string, string> = {}): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [here(file)],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
    define,
  })
  return Buffer.from(outputFiles[0]?.contents ?? [])
}

async function asset(name: string, type: string, plain: Buffer): Promise<Asset> {
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 16)
  const [zipped, brotli] = await Promise.all([promisify(gzip)(plain, { level: 9 }), compressed(plain)])
  return { address: `/page/${name.replace('.', `.${digest}.`)}`, type, digest, plain, gzip: zipped, brotli }
}

/** Quality 9 takes .4 s for Web Chat, 11 takes 7 s to save another tenth. */
function compressed(plain: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(plain, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
  })
}

function here(file: string): string {
  return `${FOLDER}${file}`
}

/** The whole bundle: the smaller one knows no Adaptive Cards and writes Markdown as it stands. */
function webChatFile(): string {
  return createRequire(import.meta.url)
    .resolve('botframework-webchat')
    .replace(/lib[/\\]index\.js$/, 'dist/webchat.js')
}

import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build } from 'esbuild'
import type { Request, Response } from 'restify'

/** A file that pages of the console are made of. */
export interface Asset {
  /** Where it is served: its name holds the digest of its content, so that it may be cached for ever. */
  readonly address: string
  readonly type: string
}

/** The files of the console's pages, kept in memory and served under `/console/`. */
export interface Assets {
  /** Adds a file by its name, `desk.js`; the same content gives the same address. */
  add(name: string, content: Buffer | string): Promise<Asset>
  /** Sends the file that the request asks for; false where there is none. */
  send(request: Request, response: Response): boolean
}

interface Kept extends Asset {
  readonly plain: Buffer
  readonly packed: Buffer
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Browsers that are still mended: each knows ES2020. */
const TARGET = ['es2020', 'chrome100', 'firefox100', 'safari15']

export function openAssets(): Assets {
  const all = new Map<string, Kept>()
  return {
    add: async (name, content) => {
      const type = TYPES[extname(name)]
      if (!type)
        throw new Error(`« ${name} » is no file of a page: its name must end in ${Object.keys(TYPES).join(', ')}.`)
      const plain = Buffer.from(content)
      const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 16)
      const address = `/console/${name.slice(0, -extname(name).length)}.${digest}${extname(name)}`
      if (!all.has(address))
        all.set(address, { address, type, plain, packed: await promisify(gzip)(plain, { level: 9 }) })
      return { address, type }
    },
    send: (request, response) => {
      const asset = all.get(request.getPath())
      if (!asset) return false
      const takesPacked = /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(request.headers['accept-encoding'] ?? '')
      response.writeHead(200, {
        'Content-Type': asset.type,
        'Cache-Control': 'public, max-age=31536000, immutable',
        'Cross-Origin-Resource-Policy': 'same-origin',
        Vary: 'Accept-Encoding',
        ...(takesPacked ? { 'Content-Encoding': 'gzip' } : {}),
      })
      response.end(takesPacked ? asset.packed : asset.plain)
      return true
    },
  }
}

/** A browser's script or a style, whole in one file and small. */
export async function bundled(file: string): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: TARGET,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  })
  return Buffer.from(outputFiles[0]?.contents ?? [])
}

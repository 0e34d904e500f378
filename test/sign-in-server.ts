import { once } from 'node:events'
import pino from 'pino'
import { h } from 'preact'
import { Registry } from 'prom-client'
import { openConsole } from '../src/console/console.ts'
import { formOf } from '../src/console/form.ts'
import type { IssuerSettings } from '../src/console/issuer.ts'
import type { AuditLine } from '../src/desk/escalations.ts'
import { openServer } from '../src/server.ts'
import { freePort } from './open-house.ts'

export interface ConsoleForTests {
  readonly home: string
  readonly printed: string[]
  readonly audited: AuditLine[]
  readonly errors: unknown[]
  /** The link that was last printed for a role. */
  link(role: string): string
  close(): Promise<void>
}

/** The console's common part on a real server, with a page for counsellors, one for editors, and a form. */
export async function consoleForTests(
  more: {
    readonly port?: number
    readonly publicUrl?: string
    readonly production?: boolean
    readonly oidc?: IssuerSettings
    readonly now?: () => Date
    readonly audit?: () => Promise<void>
  } = {},
): Promise<ConsoleForTests> {
  const port = more.port ?? (await freePort())
  const home = more.publicUrl ?? `http://localhost:${port}`
  const [printed, audited, errors] = [[] as string[], [] as AuditLine[], [] as unknown[]]
  const server = openServer({
    log: pino({ level: 'silent' }),
    metrics: new Registry(),
    ready: async () => {},
    upgrade: () => false,
    routes: (routes) => {
      const common = openConsole(routes, {
        settings: {
          publicUrl: home,
          sessionSecret: 'a secret of at least 32 characters',
          production: more.production ?? false,
          ...(more.oidc ? { oidc: more.oidc } : {}),
        },
        audit: more.audit ?? (async (line) => void audited.push(line)),
        now: more.now ?? (() => new Date()),
        onError: (error) => errors.push(error),
        print: (line) => printed.push(line),
      })
      for (const [path, role] of [
        ['/desk', 'counsellor'],
        ['/desk/:id', 'counsellor'],
        ['/library', 'editor'],
      ] as const) {
        routes.get(
          path,
          common.guard(role, async (request, response, visit) => {
            if (request.url?.includes('broken')) throw new Error('a secret of our insides')
            await common.page(response, visit, {
              title: 'A page',
              children: mainOf(`${visit.member.name} (${visit.member.id}) at ${visit.path}`),
            })
          }),
        )
      }
      routes.post(
        '/desk/:id/say',
        common.guard('counsellor', async (request, response, visit) => {
          response.send(200, { said: formOf(request).getAll('text'), by: visit.member.id })
        }),
      )
      common.printLinks()
    },
  })
  server.listen(port)
  await once(server, 'listening')
  return {
    home,
    printed,
    audited,
    errors,
    link: (role) => printed.findLast((line) => line.startsWith(`sign-in ${role} `))?.split(' ')[2] ?? '',
    close: async () => {
      server.server.closeAllConnections?.()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function mainOf(text: string) {
  return h('main', { id: 'main', tabindex: -1 }, h('h1', {}, 'A page'), h('p', {}, text))
}

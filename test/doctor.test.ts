import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createSocket, type Server as Socket } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it } from 'vitest'
import { openAsker } from '../src/commands/doctor/ask.ts'
import { examineBot } from '../src/commands/doctor/bot.ts'
import { examineClock } from '../src/commands/doctor/clock.ts'
import { examineContent, examineHours } from '../src/commands/doctor/content.ts'
import { examineAnswering, examineHub, examineTeams } from '../src/commands/doctor/counsellors.ts'
import { examine } from '../src/commands/doctor/examine.ts'
import { examineModel } from '../src/commands/doctor/model.ts'
import { examinePublicAddress } from '../src/commands/doctor/public-address.ts'
import { shown } from '../src/commands/doctor/remark.ts'
import { examineSignIn } from '../src/commands/doctor/sign-in.ts'
import { examineShared, examineStore } from '../src/commands/doctor/store.ts'
import { HOUSE } from '../src/house.ts'
import { readSettings } from '../src/settings.ts'
import { type Deed, openModelServer } from './model-server.ts'
import { onEveryDatabase, onPostgres, rowsOf } from './on-every-database.ts'
import { folderForData, freePort } from './open-house.ts'
import { issuerFor } from './sign-in-issuer.ts'

/** Long enough for whatever answers on this machine. */
const WITHIN_MS = 10_000
const asker = (withinMs = WITHIN_MS) => openAsker(() => new Date(), withinMs)

const opened: { close(): unknown }[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()))
})

async function listening(server: Socket): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, resolve))
  opened.push({
    close: () => {
      server.close()
      if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections()
    },
  })
  return (server.address() as AddressInfo).port
}

/** A site on this machine that answers as it is told. */
async function site(answer: RequestListener): Promise<string> {
  return `http://localhost:${await listening(createServer(answer))}`
}

const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }

/** Somebody who takes a connection and says nothing. */
async function silent(): Promise<number> {
  const held = new Set<{ destroy(): void }>()
  opened.push({ close: () => Promise.all([...held].map((each) => each.destroy())) })
  return listening(createSocket((socket) => held.add(socket)))
}

const settingsOf = (environment: Record<string, string>) => readSettings({ DATA_DIR: folderForData(), ...environment })

const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://passerelle.exemple.qc.ca',
  MicrosoftAppId: 'the id',
  MicrosoftAppPassword: 'the password',
}

onEveryDatabase('the doctor, asked about the store', ({ fresh, open }) => {
  it('finds it well, and its tables brought to this release', async () => {
    expect(await examineStore(await fresh(), WITHIN_MS)).toEqual({
      is: 'ok',
      says: expect.stringMatching(/tables sont à jour/),
    })
  })

  it('says that a newer release has used it', async () => {
    const settings = await fresh()
    await (await open(settings)).close()
    await rowsOf(settings, "insert into migrations (number, name) values (9999, 'of the future')")
    expect(await examineStore(settings, WITHIN_MS)).toEqual({
      is: 'fault',
      says: expect.stringMatching(/version plus récente/),
    })
  })
})

onPostgres('the doctor, asked about the store', ({ fresh }) => {
  it('says that there is no such database', async () => {
    const { databaseUrl = '' } = await fresh()
    const other = new URL(databaseUrl)
    other.pathname = '/not_there'
    expect(shown(await examineStore({ dataDir: '', databaseUrl: other.href }, WITHIN_MS))).toMatch(/^faute .*createdb/)
  })
})

describe('the doctor, asked about a store that is not there', () => {
  it('says why, and never the password', async () => {
    const databaseUrl = `postgres://passerelle:motdepasse@localhost:${await freePort()}/passerelle`
    const line = shown(await examineStore({ dataDir: '', databaseUrl }, WITHIN_MS))
    expect(line).toMatch(/^faute .*rien n'écoute à cette adresse/)
    expect(line).not.toContain('motdepasse')
  })

  it('does not wait for whoever says nothing', async () => {
    const databaseUrl = `postgres://passerelle:motdepasse@localhost:${await silent()}/passerelle`
    expect(shown(await examineStore({ dataDir: '', databaseUrl }, 200))).toMatch(/^faute .*n'a pas répondu en 0.2 s/)
  })

  it('says that a folder is none', async () => {
    const file = join(folderForData(), 'file')
    writeFileSync(file, '')
    for (const dataDir of [file, join(file, 'below')])
      expect(shown(await examineStore({ dataDir }, WITHIN_MS))).toMatch(/^faute {3}DATA_DIR : .*n'est pas un dossier/)
  })

  it('tells what processes must share where they may be several', () => {
    expect(examineShared({ dataDir: '' }, false)).toEqual([])
    const databaseUrl = 'postgres://localhost/passerelle'
    expect(examineShared({ dataDir: '', databaseUrl }, true)[0]?.says).toMatch(/d'ici, cela ne se voit pas/)
    expect(examineShared({ dataDir: '', databaseUrl }, false)[0]?.says).toMatch(/n'est pas donné/)
  })
})

describe('the doctor, asked about the public address', () => {
  const look = async (publicUrl: string, production = false) =>
    shown(await examinePublicAddress({ publicUrl, production }, asker()))

  it('finds Passerelle there, or somebody else, or nobody', async () => {
    expect(await look(await site(json(200, { alive: true })))).toMatch(/^ok /)
    expect(await look(await site(json(404, {})))).toMatch(/^à voir .*répond 404.*pas Passerelle/)
    expect(await look(await site(json(302, {}, { location: '/' })))).toMatch(/^à voir .*renvoie ailleurs/)
    expect(await look(`http://localhost:${await freePort()}`)).toMatch(/^à voir .*npm start/)
  })

  it('says what is wrong with a certificate', async () => {
    const port = await listening(createSecureServer({ key: KEY, cert: CERTIFICATE }, json(200, { alive: true })))
    expect(await look(`https://localhost:${port}`)).toMatch(/^à voir .*certificat n'est signé par aucune autorité/)
    const plain = await site(json(200, { alive: true }))
    expect(await look(plain.replace('http:', 'https:'))).toMatch(/^à voir .*pas HTTPS/)
  })

  it('wants HTTPS in production', async () => {
    expect(await look('http://passerelle.exemple.qc.ca', true)).toMatch(/^à voir .*https:\/\//)
  })
})

describe('the doctor, asked about sign-in', () => {
  const HOME = 'http://localhost:3978'
  const asked = async (oidc: { issuer: string; clientId: string; clientSecret: string }) =>
    (await examineSignIn({ oidc, publicUrl: HOME }, asker())).map(shown)

  it.each(['client_secret_basic', 'client_secret_post'] as const)(
    'tells a good client from a bad one (%s)',
    async (way) => {
      const { url, clientId, clientSecret, close } = await issuerFor(HOME, { way })
      opened.push({ close })
      expect(await asked({ issuer: url, clientId, clientSecret })).toEqual([
        expect.stringMatching(/^ok .*se décrit sous ce nom/),
        expect.stringMatching(/^ok .*seul le code a été refusé/),
      ])
      const wrong = await asked({ issuer: url, clientId, clientSecret: 'a secret of another one' })
      expect(wrong[1]).toMatch(/^faute .*ne reconnaît pas ce client/)
      expect(wrong.join()).not.toContain('of another one')
      expect((await asked({ issuer: url, clientId: 'nobody', clientSecret }))[1]).toMatch(/^faute /)
      const named = await asked({ issuer: url.replace('localhost', '127.0.0.1'), clientId, clientSecret })
      expect(named).toEqual([expect.stringContaining(`se nomme ${url} ;`)])
    },
  )

  it('says that there is no issuer, or that nobody is there', async () => {
    const client = { clientId: 'passerelle', clientSecret: 'a secret' }
    expect(await asked({ issuer: await site(json(404, {})), ...client })).toEqual([
      expect.stringMatching(/^faute .*pas d'émetteur OpenID Connect/),
    ])
    expect(await asked({ issuer: `http://localhost:${await freePort()}`, ...client })).toEqual([
      expect.stringMatching(/^faute .*ne peut pas être joint \(rien n'écoute/),
    ])
    expect(await asked({ issuer: 'http://connexion.exemple.qc.ca', ...client })).toEqual([
      expect.stringMatching(/^faute .*https:\/\//),
    ])
    expect(await examineSignIn({ publicUrl: HOME }, asker())).toEqual([])
  })

  it.each([
    [
      'invalid_client',
      'AADSTS7000222: The provided client secret keys are expired.',
      /^faute .*a expiré.*Microsoft Entra/,
    ],
    ['unauthorized_client', '', /^faute .*authorization code/],
    ['invalid_request', 'AADSTS9002313: Invalid request.', /^à voir .*« invalid_request »/],
  ])('reads what an issuer answers: %s', async (error, error_description, sentence) => {
    let url = ''
    url = await site((request, response) => {
      const about = { issuer: url, token_endpoint: `${url}/token`, authorization_endpoint: `${url}/begin` }
      const isToken = request.url === '/token'
      return json(isToken ? 400 : 200, isToken ? { error, error_description } : about)(request, response)
    })
    expect((await asked({ issuer: url, clientId: 'passerelle', clientSecret: 'a secret' }))[1]).toMatch(sentence)
  })
})

describe('the doctor, asked about the bot', () => {
  const bot = { appId: 'the id', password: 'the password', type: 'SingleTenant', tenantId: 'the tenant' } as const

  it('asks for a token as the SDK does', async () => {
    const requests: { url: string | undefined; form: URLSearchParams }[] = []
    const login = await site(async (request: IncomingMessage, response) => {
      requests.push({ url: request.url, form: new URLSearchParams(await text(request)) })
      json(200, { access_token: 'a token', token_type: 'Bearer' })(request, response)
    })
    expect((await examineBot({ bot }, asker(), login)).map(shown)).toEqual([expect.stringMatching(/^ok .*un jeton/)])
    await examineBot({ bot: { ...bot, type: 'MultiTenant', tenantId: '' } }, asker(), login)
    expect(requests.map(({ url }) => url)).toEqual([
      '/the%20tenant/oauth2/v2.0/token',
      '/botframework.com/oauth2/v2.0/token',
    ])
    expect(Object.fromEntries(requests[0]?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: 'the id',
      client_secret: 'the password',
      scope: 'https://api.botframework.com/.default',
    })
  })

  it.each([
    ['AADSTS7000222', 401, 'invalid_client', /^faute .*a expiré.*portail Azure.*Certificats et secrets/],
    ['AADSTS7000215', 401, 'invalid_client', /^faute .*valeur du secret/],
    ['AADSTS700016', 400, 'unauthorized_client', /^faute .*ce locataire ne connaît pas/],
    ['AADSTS90002', 400, 'invalid_request', /^faute .*ce locataire n'existe pas/],
    ['AADSTS1', 401, 'invalid_client', /^faute .*les refuse \(AADSTS1\)/],
    ['AADSTS2', 400, 'invalid_scope', /^faute .*refuse de donner un jeton \(AADSTS2\)/],
    ['', 503, 'temporarily_unavailable', /^à voir .*plus tard/],
  ])('says what %s means, and where it is mended', async (code, status, error, sentence) => {
    const login = await site(json(status, { error, error_description: `${code}: of 'the password'. Trace ID: 1` }))
    const lines = (await examineBot({ bot }, asker(), login)).map(shown)
    expect(lines).toEqual([expect.stringMatching(sentence)])
    expect(lines.join()).not.toContain('the password')
  })

  it('says that Microsoft cannot be reached, or that there is nothing to try', async () => {
    const nowhere = `http://localhost:${await freePort()}`
    expect((await examineBot({ bot }, asker(), nowhere)).map(shown)).toEqual([expect.stringMatching(/^faute .*joint/)])
    const late = `http://localhost:${await silent()}`
    expect((await examineBot({ bot }, asker(200), late)).map(shown)).toEqual([expect.stringMatching(/à temps/)])
    const none = { appId: '', password: '', type: 'MultiTenant', tenantId: '' } as const
    expect((await examineBot({ bot: none }, asker(), nowhere)).map(shown)).toEqual([expect.stringMatching(/^ok /)])
    const managed = { ...bot, password: '', type: 'UserAssignedMsi' } as const
    expect((await examineBot({ bot: managed }, asker(), nowhere)).map(shown)).toEqual([
      expect.stringMatching(/^à voir /),
    ])
  })
})

describe('the doctor, asked who could answer', () => {
  it('says plainly where nobody could', () => {
    const lines = (environment: Record<string, string>) => examineAnswering(settingsOf(environment)).map(shown)
    expect(lines({})).toEqual([expect.stringMatching(/^ok .*npm start/)])
    expect(lines(PRODUCTION)).toEqual([expect.stringMatching(/^à voir {2}Personne ne peut répondre aux gens/)])
    expect(lines({ ...PRODUCTION, DESK_TEAMS_CONVERSATION: '19:a@thread.tacv2' })).toEqual([
      expect.stringMatching(/^à voir .*\/desk.*dans Teams/),
    ])
    const oidc = { OIDC_ISSUER: 'https://a.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }
    expect(lines({ ...PRODUCTION, ...oidc })).toEqual([expect.stringMatching(/^ok /)])
  })

  it.each([
    ['19:abc_def-1@thread.tacv2', /^ok /],
    ['https://smba.trafficmanager.net/ca/v3/conversations/19%3Aabc%40thread.tacv2', /^ok /],
    ['https://teams.microsoft.com/l/channel/19%3Aabc%40thread.tacv2/Bureau?groupId=1', /^faute .*lien d'un canal/],
    ['Bureau', /^faute .*19:…@thread\.tacv2/],
    ['a:1xyz', /^faute /],
  ])('knows the name of a channel in Teams: %s', (deskInTeams, sentence) => {
    const { bot } = settingsOf(PRODUCTION)
    expect(examineTeams({ deskInTeams, bot }).map(shown)).toEqual([expect.stringMatching(sentence)])
  })

  it('says that nothing can be posted in Teams without an identity', () => {
    const { bot } = settingsOf({})
    const lines = (deskInTeams: string) => examineTeams({ deskInTeams, bot }).map(shown)
    expect(lines('19:a@thread.tacv2')).toEqual([expect.stringMatching(/^faute .*sans MicrosoftAppId/)])
    expect(lines('http://localhost:4000/v3/conversations/19:a@thread.tacv2')).toEqual([expect.stringMatching(/^ok /)])
  })

  it.each([
    [200, /^ok /],
    [405, /^ok /],
    [401, /^à voir {2}HANDOFF_HUB_SECRET/],
    [404, /^à voir /],
    [500, /^à voir /],
    [308, /^faute .*renvoie ailleurs/],
  ])('asks a contact centre without handing it anything (%i)', async (status, sentence) => {
    const asked: (string | undefined)[] = []
    const hub = await site((request, response) => {
      asked.push(request.method, request.headers.authorization)
      json(status, {})(request, response)
    })
    const lines = (await examineHub({ hub: { url: `${hub}/secret-path`, secret: 'a secret of hubs' } }, asker())).map(
      shown,
    )
    expect(lines).toEqual([expect.stringMatching(sentence)])
    expect(lines.join()).not.toMatch(/secret-path|a secret of hubs/)
    expect(asked).toEqual(['GET', 'Bearer a secret of hubs'])
  })

  it('says that a contact centre cannot be reached', async () => {
    const line = async (url: string) => (await examineHub({ hub: { url, secret: 'a secret' } }, asker())).map(shown)
    expect(await line(`http://localhost:${await freePort()}`)).toEqual([expect.stringMatching(/^faute .*joint/)])
    expect(await line('https://me:hidden@hub.example')).toEqual([expect.stringMatching(/^faute .*HANDOFF_HUB_SECRET/)])
  })
})

describe('the doctor, asked about the model', () => {
  const KEY_OF_MODEL = 'sk-une-cle-de-modele'
  const scripted = async () => {
    const server = await openModelServer()
    opened.push(server)
    return server
  }
  const openai = (url: string) => ({
    OPENAI_BASE_URL: `${url}/v1`,
    OPENAI_API_KEY: KEY_OF_MODEL,
    OPENAI_MODEL: 'un-modele',
    OPENAI_EMBEDDING_MODEL: 'un-autre',
  })
  const azure = (url: string) => ({
    AZURE_OPENAI_ENDPOINT: url,
    AZURE_OPENAI_API_KEY: KEY_OF_MODEL,
    AZURE_OPENAI_DEPLOYMENT: 'un-modele',
    AZURE_OPENAI_API_VERSION: '2024-10-21',
  })
  const look = async (environment: Record<string, string>, withinMs = WITHIN_MS) =>
    (await examineModel(settingsOf(environment), withinMs)).map(shown)

  it('tries what is set, once each, and nothing where nothing is', async () => {
    const server = await scripted()
    server.does(() => ({ says: { well: true } }))
    expect(await look({})).toEqual([])
    expect(await look(openai(server.url))).toEqual([
      expect.stringMatching(/^ok {6}OPENAI_MODEL : le modèle à 127\.0\.0\.1 répond/),
      expect.stringMatching(/^ok {6}OPENAI_EMBEDDING_MODEL : .*vecteur/),
    ])
    expect(server.asked.map(({ path }) => path).sort()).toEqual(['/v1/chat/completions', '/v1/embeddings'])
    expect(await look(azure(server.url))).toEqual([expect.stringMatching(/^ok {6}AZURE_OPENAI_DEPLOYMENT : /)])
    server.does(() => ({ says: 'Bonjour !' }))
    expect(await look(azure(server.url))).toEqual([expect.stringMatching(/^à voir .*pas dans la forme demandée/)])
  })

  it.each([
    [
      { fails: 401, message: `Incorrect API key provided: ${KEY_OF_MODEL}` },
      [/^faute {3}OPENAI_API_KEY : .*refuse la clé/],
    ],
    [{ fails: 403 }, [/^faute {3}OPENAI_MODEL : .*donnez-lui ce droit/, /^faute {3}OPENAI_EMBEDDING_MODEL : /]],
    [
      { fails: 404, code: 'model_not_found', message: 'The model does not exist.' },
      [/^faute {3}OPENAI_MODEL : .*pas de modèle de ce nom/, /^faute {3}OPENAI_EMBEDDING_MODEL : /],
    ],
    [{ fails: 404, message: 'page not found' }, [/^faute {3}OPENAI_BASE_URL : .*\/v1/]],
    [{ fails: 429, code: 'insufficient_quota' }, [/^faute {3}OPENAI_API_KEY : .*épuisé/]],
    [{ fails: 429 }, [/^à voir {2}OPENAI_MODEL : .*plus tard/, /^à voir {2}OPENAI_EMBEDDING_MODEL : /]],
    [{ fails: 503 }, [/^à voir {2}OPENAI_MODEL : .*en panne/, /^à voir {2}OPENAI_EMBEDDING_MODEL : /]],
    [{ fails: 400 }, [/^faute {3}OPENAI_MODEL : /, /^faute {3}OPENAI_EMBEDDING_MODEL : /]],
  ] as const satisfies readonly (readonly [Deed, readonly RegExp[]])[])(
    'says what is wrong, and where it is mended: %j',
    async (deed, sentences) => {
      const server = await scripted()
      server.does(() => deed)
      const lines = await look(openai(server.url))
      expect(lines).toEqual(sentences.map((sentence) => expect.stringMatching(sentence)))
      expect(lines.join()).not.toContain(KEY_OF_MODEL)
    },
  )

  it('tells a deployment that is not there from an address that is none', async () => {
    const server = await scripted()
    server.does(() => ({ fails: 404, code: 'DeploymentNotFound' }))
    expect(await look(azure(server.url))).toEqual([expect.stringMatching(/^faute {3}AZURE_OPENAI_DEPLOYMENT : /)])
    server.does(() => ({ fails: 404, code: '404', message: 'Resource not found' }))
    expect(await look(azure(server.url))).toEqual([expect.stringMatching(/^faute {3}AZURE_OPENAI_ENDPOINT : /)])
  })

  it('says that nobody answers, or not in time, or that it is no model', async () => {
    const server = await scripted()
    server.does(() => ({ silent: true }))
    expect(await look(openai(server.url), 300)).toEqual([
      expect.stringMatching(/^faute {3}OPENAI_MODEL : .*n'a pas répondu en 0.3 s/),
      expect.stringMatching(/^faute {3}OPENAI_EMBEDDING_MODEL : .*n'a pas répondu/),
    ])
    expect(await look(openai(`http://localhost:${await freePort()}`))).toEqual([
      expect.stringMatching(/^faute {3}OPENAI_BASE_URL : .*rien n'écoute à cette adresse/),
    ])
    expect(await look(openai(await site((_request, response) => response.end('<html>'))))).toEqual([
      expect.stringMatching(/^faute {3}OPENAI_BASE_URL : .*ne parle pas comme un modèle/),
    ])
    expect(await look(openai('http://moi:motdepasse@localhost:9'))).toEqual([
      expect.stringMatching(/^faute {3}OPENAI_BASE_URL : .*OPENAI_API_KEY suffit/),
    ])
  })

  it('is among what is tried', async () => {
    const server = await scripted()
    server.does(() => ({ fails: 401, message: KEY_OF_MODEL }))
    const environment = { DATA_DIR: folderForData(), PORT: String(await freePort()), ...openai(server.url) }
    const lines = (await examine(environment, { house: folderForData(), now: () => new Date() })).map(shown)
    expect(lines).toContainEqual(expect.stringMatching(/^faute {3}OPENAI_API_KEY : /))
    expect(lines.join()).not.toContain(KEY_OF_MODEL)
  })
})

describe('the doctor, asked about the clock', () => {
  const at = (there: Date, more: Record<string, string> = {}) =>
    site(json(200, {}, { date: there.toUTCString(), ...more }))

  it.each([
    [0, /^ok /],
    [2, /^à voir .*retarde de 120 s/],
    [12, /^faute .*retarde de 12 min/],
    [-12, /^faute .*avance de 12 min/],
  ])('compares it with whoever answers (%i min)', async (minutes, sentence) => {
    const noon = new Date('2026-11-23T17:00:00Z')
    const { ask, clocks } = openAsker(() => noon, WITHIN_MS)
    await ask(await at(new Date(noon.getTime() + minutes * 60_000)))
    expect(examineClock({ clocks }).map(shown)).toEqual([expect.stringMatching(sentence)])
  })

  it('says nothing where nobody told the time, or a cache did', async () => {
    const { ask, clocks } = openAsker(() => new Date(), WITHIN_MS)
    await ask(await at(new Date(0), { age: '10' }))
    expect(examineClock({ clocks })).toEqual([])
  })
})

describe('the doctor, asked about what staff write', () => {
  const NOON = new Date('2026-11-23T17:00:00Z')

  function houseWith(change: (hours: string) => string): string {
    const house = folderForData()
    mkdirSync(join(house, 'knowledge/desk'), { recursive: true })
    const hours = readFileSync(join(HOUSE, 'knowledge/desk/hours.yaml'), 'utf8')
    writeFileSync(join(house, 'knowledge/desk/hours.yaml'), change(hours))
    return house
  }

  it('says when the desk opens, and that it does not', () => {
    const line = (change: (hours: string) => string, now = NOON) => shown(examineHours(houseWith(change), now))
    const asIs = (hours: string) => hours
    expect(line(asIs, new Date('2026-11-23T15:00:00Z'))).toMatch(/^ok .*ouvert en ce moment/)
    expect(line(asIs, new Date('2026-11-22T15:00:00Z'))).toMatch(/^ok .*il ouvre demain à 8 h 30/)
    expect(line((hours) => hours.replace(/^( {2}\w+day:).*$/gm, '$1 []'))).toMatch(/^à voir .*14 jours/)
    expect(line((hours) => hours.replace('8 h 30 à 12 h', 'le matin'))).toMatch(/^faute .*hours\.yaml.*npm run check/)
    expect(shown(examineHours(folderForData(), NOON))).toMatch(/^faute /)
  })

  it('counts the errors of articles, and says that dialogs cannot be read', async () => {
    const house = folderForData()
    cpSync(join(HOUSE, 'knowledge'), join(house, 'knowledge'), { recursive: true })
    writeFileSync(join(house, 'knowledge/programs/paffarc/fr.md'), '---\ntitle: PAFFARC\n---\n')
    expect((await examineContent(house, NOON)).map(shown)).toEqual([
      expect.stringMatching(/^faute {3}Les dialogues ne se lisent pas/),
      expect.stringMatching(/^faute {3}Les fiches : \d+ fautes? ; « npm run check »/),
    ])
  })
})

describe('the doctor', () => {
  it('says each wrong setting in its sentence, and tries nothing', async () => {
    const environment = { DATA_DIR: folderForData(), PORT: 'many', LOG_LEVEL: 'loud', RETENTION_DAYS: '0' }
    const remarks = await examine(environment, { house: '/nowhere', now: () => new Date() })
    expect(remarks.map(shown)).toEqual([
      expect.stringMatching(/^faute {3}PORT must be/),
      expect.stringMatching(/^faute {3}RETENTION_DAYS must be/),
      expect.stringMatching(/^faute {3}LOG_LEVEL must be/),
    ])
    const file = join(folderForData(), 'file')
    writeFileSync(file, '')
    const noFolder = await examine({ DATA_DIR: join(file, 'var') }, { house: '/nowhere', now: () => new Date() })
    expect(noFolder.map(shown)).toEqual([expect.stringMatching(/^faute {3}DATA_DIR : .*n'est pas un dossier/)])
  })

  it('tries everything at the same time, and says no secret whoever says it first', async () => {
    const secrets = ['base&mot', 'session-'.repeat(4), 'mot-du-robot', 'mot-du-client', 'mot-du-centre-de-contact']
    const login = await site(json(400, { error: secrets[2], error_description: secrets.join(' ') }))
    const issuer = await site(json(200, { issuer: `http://${secrets[3]}.example/` }))
    const environment = {
      ...PRODUCTION,
      DATA_DIR: folderForData(),
      PUBLIC_URL: `http://localhost:${await freePort()}`,
      DATABASE_URL: `postgres://me:${encodeURIComponent(secrets[0] ?? '')}@localhost:${await silent()}/passerelle`,
      SESSION_SECRET: secrets[1],
      MicrosoftAppPassword: secrets[2],
      OIDC_ISSUER: issuer.replace('http://localhost', 'https://localhost'),
      OIDC_CLIENT_ID: 'passerelle',
      OIDC_CLIENT_SECRET: secrets[3],
      HANDOFF_HUB_URL: `http://localhost:${await silent()}/${secrets[4]}`,
      HANDOFF_HUB_SECRET: secrets[4],
    }
    const practice = { house: folderForData(), now: () => new Date(), withinMs: 500, login }
    const lines = (await examine(environment, practice)).map(shown)
    for (const secret of secrets) expect(lines.join('\n')).not.toContain(secret)
    for (const named of ['DATABASE_URL', 'MicrosoftAppId', 'OIDC_ISSUER', 'HANDOFF_HUB_URL'])
      expect(lines.filter((line) => line.startsWith('faute') && line.includes(`${named} :`))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('\n'))).toEqual([])
    const inDevelopment = { ...environment, NODE_ENV: '', OIDC_ISSUER: issuer }
    const other = (await examine(inDevelopment, practice)).map(shown).join('\n')
    expect(other).toContain('se nomme http://•••.example/ ;')
  })

  it('ends with success where nothing is at fault, and without it otherwise', async () => {
    const run = async (environment: Record<string, string>) => {
      const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/doctor.ts'], {
        cwd: HOUSE,
        env: {
          PATH: process.env.PATH ?? '',
          DATA_DIR: folderForData(),
          PORT: String(await freePort()),
          ...environment,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
      return { code, lines: String(said).trim().split('\n') }
    }
    const [well, ill] = await Promise.all([run({}), run({ MicrosoftAppType: 'SingleTennant' })])
    expect(well.lines.filter((line) => !/^(ok|à voir) /.test(line))).toEqual(['Aucune faute.'])
    expect(well.code).toBe(0)
    expect(ill.lines).toEqual([expect.stringMatching(/^faute {3}MicrosoftAppType must be one of/), '1 faute.'])
    expect(ill.code).toBe(1)
  })
})

/** A pair made for these tests, which nobody trusts. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4jDgY7fH0ui6m0c3
3S2Q9R/FEY09x2xpl0iGc2eLNiChRANCAAQm+5skdb0G8Gs0NOv4JnayroP8omr4
P5BddUSu8Hy8EEyJGWQHrUfFo99xYZtkB44VIVL4NiJVkKCR08t/Z5WV
-----END PRIVATE KEY-----`
const CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBljCCATugAwIBAgIUPwKXFSfbiOGp01xuxeI4YL7E98gwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzIzMzQxM1oYDzIxMjYxMDMw
MjMzNDEzWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAQm+5skdb0G8Gs0NOv4JnayroP8omr4P5BddUSu8Hy8EEyJGWQHrUfF
o99xYZtkB44VIVL4NiJVkKCR08t/Z5WVo2kwZzAdBgNVHQ4EFgQUDSCXDiwspvPm
LvLNzGf9iyKz4Y4wHwYDVR0jBBgwFoAUDSCXDiwspvPmLvLNzGf9iyKz4Y4wDwYD
VR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwID
SQAwRgIhAI0mFAg9W02xncZPMbZRhOVMvHLlP83gvV79IBH9XrPcAiEAwAAawGKD
IhHbqePmpx01iV8oU6H5xzGKsKPQbsmfIvE=
-----END CERTIFICATE-----`

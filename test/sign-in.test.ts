import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { identityOf } from '../src/console/issuer.ts'
import { freePort } from './open-house.ts'
import { ByHand, throughIssuer } from './sign-in-by-hand.ts'
import { issuerFor, type TestIssuer } from './sign-in-issuer.ts'
import { type ConsoleForTests, consoleForTests } from './sign-in-server.ts'

const HOUR_MS = 60 * 60 * 1000

describe('signing in at an issuer', () => {
  let issuer: TestIssuer
  let server: ConsoleForTests
  let clock = 0
  const home = () => server.home

  beforeAll(async () => {
    const port = await freePort()
    issuer = await issuerFor(`http://localhost:${port}`)
    server = await consoleForTests({
      port,
      oidc: { ...issuer, issuer: issuer.url },
      now: () => new Date(Date.now() + clock),
    })
  })
  afterAll(async () => {
    await server.close()
    await issuer.close()
  })

  async function signedIn(login: string, to = '/desk'): Promise<{ by: ByHand; led: string | null }> {
    const by = new ByHand()
    const back = await throughIssuer(by, `${home()}/sign-in?to=${encodeURIComponent(to)}`, login)
    const answer = await by.get(back)
    expect(answer.status, await answer.clone().text()).toBe(303)
    return { by, led: answer.headers.get('location') }
  }

  it('leads a counsellor from a page through the issuer back to that page, and out again', async () => {
    const by = new ByHand()
    const first = await by.get(`${home()}/desk/one?mine=1`)
    expect(first.status).toBe(303)
    expect(first.headers.get('location')).toBe('/sign-in?to=%2Fdesk%2Fone%3Fmine%3D1')
    const back = await throughIssuer(by, new URL(first.headers.get('location') ?? '', home()).href, 'maude')
    expect(back).toContain(`${home()}/sign-in/back?code=`)
    const answer = await by.get(back)
    expect(answer.headers.get('location')).toBe('/desk/one?mine=1')
    expect([...by.cookies.keys()].filter((name) => name.startsWith('passerelle'))).toEqual(['passerelle'])
    const page = await by.get(`${home()}/desk/one?mine=1`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Maude (maude) at /desk/one?mine=1')
    expect(page.headers.get('cache-control')).toBe('no-store')

    const out = await by.post(`${home()}/sign-out`, {})
    expect(out.status).toBe(303)
    const end = new URL(out.headers.get('location') ?? '')
    expect(`${end.origin}${end.pathname}`).toBe(`${issuer.url}/session/end`)
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${home()}/signed-out`)
    expect((await by.get(`${home()}/desk`)).status).toBe(303)
    const acts = server.audited.map(({ who, name, act, detail }) => ({ who, name, act, detail }))
    expect(acts).toEqual([
      { who: 'maude', name: 'Maude', act: 'sign-in', detail: 'oidc' },
      { who: 'maude', name: 'Maude', act: 'sign-out', detail: 'oidc' },
    ])
  })

  it('keeps what proves a sign-in from being read: PKCE, state and nonce go out, the verifier does not', async () => {
    const by = new ByHand()
    const asked = new URL((await by.get(`${home()}/sign-in`)).headers.get('location') ?? '')
    expect(Object.fromEntries(asked.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${home()}/sign-in/back`,
      scope: 'openid profile',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
    })
    const [kept = ''] = [...by.cookies.values()].map(({ value }) => value)
    expect(kept.split('.')).toHaveLength(5)
    expect(Buffer.from(kept, 'base64url').toString()).not.toContain(asked.searchParams.get('nonce'))
  })

  it('lets several tabs sign in at once', async () => {
    const by = new ByHand()
    const one = await throughIssuer(by, `${home()}/sign-in?to=/desk/one`, 'maude')
    const two = await throughIssuer(by, `${home()}/sign-in?to=/desk/two`, 'maude')
    expect((await by.get(one)).headers.get('location')).toBe('/desk/one')
    expect((await by.get(two)).headers.get('location')).toBe('/desk/two')
  })

  it('does not pile up sign-ins that were begun and left', async () => {
    const by = new ByHand()
    for (let n = 0; n < 20; n++) await by.get(`${home()}/sign-in`)
    expect(by.cookies.size).toBeLessThanOrEqual(6)
  })

  it('refuses an answer with another state, and one that somebody else began', async () => {
    const by = new ByHand()
    const back = new URL(await throughIssuer(by, `${home()}/sign-in`, 'maude'))
    const state = back.searchParams.get('state') ?? ''
    for (const other of [`${state.slice(0, 20)}${'x'.repeat(23)}`, 'x'.repeat(43), '', '../..']) {
      const wrong = new URL(back)
      wrong.searchParams.set('state', other)
      const one = new ByHand()
      for (const [name, cookie] of by.cookies) one.cookies.set(name, cookie)
      const answer = await one.get(wrong.href)
      expect(answer.status).toBe(400)
      expect(await answer.text()).toContain("Cette connexion n'est plus valable")
      expect(one.cookies.has('passerelle')).toBe(false)
    }
    const stranger = new ByHand()
    expect((await stranger.get(back.href)).status).toBe(400)
    expect(stranger.cookies.has('passerelle')).toBe(false)
  })

  it('refuses an answer that is given twice, also to who kept the cookie', async () => {
    const by = new ByHand()
    const back = await throughIssuer(by, `${home()}/sign-in`, 'maude')
    const before = new Map(by.cookies)
    expect((await by.get(back)).status).toBe(303)
    expect((await by.get(back)).status).toBe(400)
    const thief = new ByHand()
    for (const [name, cookie] of before) thief.cookies.set(name, cookie)
    const again = await thief.get(back)
    expect(again.status).toBe(400)
    expect(await again.text()).toContain("La connexion n'a pas abouti")
    expect(thief.cookies.has('passerelle')).toBe(false)
  })

  it('refuses an answer that comes too late', async () => {
    const by = new ByHand()
    const back = await throughIssuer(by, `${home()}/sign-in`, 'maude')
    clock = 11 * 60 * 1000
    const answer = await by.get(back)
    clock = 0
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('Cette connexion n')
  })

  it('says what the issuer refused without saying its words', async () => {
    const by = new ByHand()
    const asked = new URL((await by.get(`${home()}/sign-in`)).headers.get('location') ?? '')
    const state = asked.searchParams.get('state') ?? ''
    const refused = await by.get(
      `${home()}/sign-in/back?error=access_denied&error_description=%3Cb%3Eno&state=${state}&iss=${issuer.url}`,
    )
    expect(refused.status).toBe(400)
    const text = await refused.text()
    expect(text).toContain("La connexion n'a pas abouti")
    expect(text).not.toMatch(/access_denied|<b>no|node_modules/)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/desk',
    '/desk/../../x',
    '/elsewhere',
    '/sign-in',
    '',
  ])('goes on to the desk where it was asked to go to « %s »', async (to) => {
    expect((await signedIn('maude', to)).led).toBe('/desk')
  })

  it('has no room for who has no role: says which are missing, and offers another account', async () => {
    const by = new ByHand()
    const answer = await by.get(await throughIssuer(by, `${home()}/sign-in`, 'nemo'))
    expect(answer.status).toBe(403)
    const text = await answer.text()
    expect(text).toContain('Vous êtes bien Nemo')
    expect(text).toMatch(/counsellor.+editor.+administrator/)
    expect(text).toContain('href="/sign-in?other=1"')
    expect(by.cookies.has('passerelle')).toBe(false)
    const other = await by.get(`${home()}/sign-in?other=1`)
    expect(new URL(other.headers.get('location') ?? '').searchParams.get('prompt')).toBe('login')
  })

  it('lets editors into the library and not to the desk, and administrators everywhere', async () => {
    const { by: editor, led } = await signedIn('elif', '')
    expect(led).toBe('/library')
    expect((await editor.get(`${home()}/library`)).status).toBe(200)
    const refused = await editor.get(`${home()}/desk`)
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('counsellor')
    const part = await editor.get(`${home()}/desk`, { 'hx-request': 'true' })
    expect(part.status).toBe(403)
    expect(part.headers.get('content-type')).toContain('text/plain')
    const { by: administrator } = await signedIn('ada')
    for (const path of ['/library', '/desk']) expect((await administrator.get(`${home()}${path}`)).status).toBe(200)
  })

  it('ends a session after eight hours without use, and after twelve with', async () => {
    const { by } = await signedIn('maude')
    for (const hours of [0.01, 0.2, 7, 11.9]) {
      clock = hours * HOUR_MS
      const before = by.cookies.get('passerelle')?.value
      expect((await by.get(`${home()}/desk`)).status, `${hours} h`).toBe(200)
      expect(by.cookies.get('passerelle')?.value !== before).toBe(hours > 0.1)
    }
    clock = 12.01 * HOUR_MS
    expect((await by.get(`${home()}/desk`)).status).toBe(303)
    clock = 0
    const { by: idle } = await signedIn('maude')
    clock = 7 * HOUR_MS
    const before = idle.cookies.get('passerelle')?.value
    expect((await idle.get(`${home()}/desk`, { 'hx-request': 'true' })).status).toBe(200)
    expect(idle.cookies.get('passerelle')?.value).toBe(before)
    clock = 8.01 * HOUR_MS
    expect((await idle.get(`${home()}/desk`)).status).toBe(303)
    clock = 0
  })

  it('does not believe a cookie that was changed, or made for something else', async () => {
    const { by } = await signedIn('maude')
    const good = by.cookies.get('passerelle')?.value ?? ''
    const parts = good.split('.')
    const begun = new ByHand()
    await begun.get(`${home()}/sign-in`)
    const [other = ''] = [...begun.cookies.values()].map(({ value }) => value)
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const claims = Buffer.from('{"id":"x","name":"x","roles":["administrator"]}').toString('base64url')
    const changed = parts.with(3, `${parts[3]?.startsWith('A') ? 'B' : 'A'}${parts[3]?.slice(1)}`).join('.')
    for (const value of [changed, other, `${none}.${claims}.`, 'x', '', good.slice(1)]) {
      by.cookies.set('passerelle', { value, path: '/' })
      expect((await by.get(`${home()}/desk`)).status).toBe(303)
    }
    by.cookies.set('passerelle', { value: good, path: '/' })
    expect((await by.get(`${home()}/desk`)).status).toBe(200)
  })

  it('takes a form from its own pages, and from no other site', async () => {
    const { by } = await signedIn('maude')
    const say = (headers: Record<string, string>) => by.post(`${home()}/desk/one/say`, { text: 'é & <' }, headers)
    const taken = await say({})
    expect(taken.status).toBe(200)
    expect(await taken.json()).toEqual({ said: ['é & <'], by: 'maude' })
    expect((await say({ origin: 'null', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
    for (const headers of <Record<string, string>[]>[
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:1' },
      { origin: home(), 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      { origin: 'null', 'sec-fetch-site': 'same-site' },
    ]) {
      const refused = await say(headers)
      expect(refused.status, JSON.stringify(headers)).toBe(403)
      expect(await refused.text()).toContain('Elle a été refusée')
    }
    const bare = await fetch(`${home()}/desk/one/say`, {
      method: 'POST',
      headers: { cookie: `passerelle=${by.cookies.get('passerelle')?.value}` },
      body: new URLSearchParams({ text: 'x' }),
    })
    expect(bare.status).toBe(403)
    expect((await by.post(`${home()}/sign-out`, {}, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await by.get(`${home()}/desk`)).status).toBe(200)
  })

  it('tells who is not signed in what to do: a page, a part of one, a stream, a form, a tab of another application', async () => {
    const by = new ByHand()
    const part = await by.get(`${home()}/desk/one`, {
      'hx-request': 'true',
      'hx-current-url': `${home()}/desk/one?mine=1`,
    })
    expect(part.status).toBe(401)
    expect(part.headers.get('hx-redirect')).toBe('/sign-in?to=%2Fdesk%2Fone%3Fmine%3D1')
    expect(await part.text()).toContain('Reconnectez-vous')
    const stream = await by.get(`${home()}/desk`, { accept: 'text/event-stream' })
    expect(stream.status).toBe(401)
    const form = await by.post(`${home()}/desk/one/say`, { text: 'x' }, { referer: `${home()}/desk/one` })
    expect(form.status).toBe(401)
    expect(await form.text()).toContain('href="/sign-in?to=%2Fdesk%2Fone"')
    const tab = await by.get(`${home()}/desk`, { 'sec-fetch-dest': 'iframe', 'sec-fetch-mode': 'navigate' })
    expect(tab.status).toBe(401)
    expect(await tab.text()).toMatch(/<a [^>]*target="_blank"/)
    expect(tab.headers.get('content-security-policy')).toMatch(/frame-ancestors 'self' https:\/\/teams\.microsoft\.com/)
  })

  it('speaks the language that was chosen, and goes nowhere else for it', async () => {
    const { by } = await signedIn('maude')
    expect(await (await by.get(`${home()}/desk/one?mine=1`)).text()).toContain(
      'href="/console/language?lang=en&amp;to=%2Fdesk%2Fone%3Fmine%3D1"',
    )
    const chosen = await by.get(`${home()}/console/language?lang=en&to=%2Fdesk%2Fone%3Fmine%3D1`)
    expect(chosen.headers.get('location')).toBe('/desk/one?mine=1')
    const page = await (await by.get(`${home()}/desk`)).text()
    expect(page).toContain('<html lang="en-CA">')
    expect(page).toContain('Sign out')
    const elsewhere = await by.get(`${home()}/console/language?lang=xx&to=//evil.example`)
    expect(elsewhere.headers.get('location')).toBe('/desk')
    expect(await (await by.get(`${home()}/desk`)).text()).toContain('<html lang="fr-CA">')
  })

  it('tells nothing of its insides when a page fails', async () => {
    const { by } = await signedIn('maude')
    const broken = await by.get(`${home()}/desk/broken`)
    expect(broken.status).toBe(500)
    const text = await broken.text()
    expect(text).toContain("La page n'a pas pu être servie")
    expect(text).not.toMatch(/our insides|\.ts:\d/)
    expect(String(server.errors.at(-1))).toContain('our insides')
  })
})

describe('an issuer', () => {
  it('may be away when the server starts: a page says so, and the next try finds it', async () => {
    const [port, issuerPort] = [await freePort(), await freePort()]
    const home = `http://localhost:${port}`
    const oidc = {
      issuer: `http://localhost:${issuerPort}`,
      clientId: 'passerelle',
      clientSecret: 'a secret of the issuer: with / and +',
    }
    const server = await consoleForTests({ port, oidc })
    const by = new ByHand()
    const away = await by.get(`${home}/sign-in?to=/desk/one`)
    expect(away.status).toBe(503)
    expect(await away.text()).toMatch(/ne répond pas en ce moment.+href="\/sign-in\?to=%2Fdesk%2Fone"/s)
    const issuer = await issuerFor(home, { port: issuerPort })
    const answer = await by.get(await throughIssuer(by, `${home}/sign-in?to=/desk/one`, 'maude'))
    expect(answer.headers.get('location')).toBe('/desk/one')
    await issuer.close()
    const out = await by.post(`${home}/sign-out`, {})
    expect(out.status).toBe(303)
    expect(by.cookies.has('passerelle')).toBe(false)
    await server.close()
  })

  it('may want its client known by the form, and give the roles with the ID token', async () => {
    const port = await freePort()
    const home = `http://localhost:${port}`
    const issuer = await issuerFor(home, { way: 'client_secret_post', conformIdTokenClaims: false })
    const server = await consoleForTests({ port, oidc: { ...issuer, issuer: issuer.url } })
    const by = new ByHand()
    const answer = await by.get(await throughIssuer(by, `${home}/sign-in`, 'maude'))
    expect(answer.headers.get('location')).toBe('/desk')
    await server.close()
    await issuer.close()
  })

  it('is not asked without HTTPS, unless it is on this machine', async () => {
    const oidc = { issuer: 'http://issuer.invalid', clientId: 'one', clientSecret: 'two' }
    const server = await consoleForTests({ oidc })
    expect((await new ByHand().get(`${server.home}/sign-in`)).status).toBe(503)
    expect(String((server.errors[0] as Error).cause)).toMatch(/HTTPS|https/)
    await server.close()
  })

  it('says who somebody is in several ways', () => {
    expect(identityOf({ sub: 'a', roles: 'editor counsellor', name: ' Ana\n B ' })).toEqual({
      id: 'a',
      name: 'Ana B',
      roles: ['counsellor', 'editor'],
    })
    expect(identityOf({ sub: 'a', roles: ['x', 7, 'administrator'], name: '', preferred_username: 'ana' })).toEqual({
      id: 'a',
      name: 'ana',
      roles: ['administrator'],
    })
    expect(identityOf({ sub: 'a', roles: { counsellor: true } })).toEqual({ id: 'a', roles: [] })
  })
})

describe('local links', () => {
  it('are printed one a line, let one person in each, and are followed by the next', async () => {
    const server = await consoleForTests()
    expect(server.printed.map((line) => line.replace(/token=[\w-]{32}$/, 'token=…'))).toEqual([
      `sign-in counsellor ${server.home}/sign-in/local?token=…`,
      `sign-in editor ${server.home}/sign-in/local?token=…`,
      `sign-in administrator ${server.home}/sign-in/local?token=…`,
    ])
    const link = server.link('counsellor')
    const first = new ByHand()
    const answer = await first.get(link)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/desk')
    expect(await (await first.get(`${server.home}/desk`)).text()).toMatch(/Conseil 1 \(local:counsellor:[\w-]{8}\)/)

    const late = new ByHand()
    const refused = await late.get(link)
    expect(refused.status, String(server.errors)).toBe(403)
    expect(await refused.text()).toContain('Ce lien ne sert plus')
    expect(late.cookies.size).toBe(0)
    expect(server.printed).toHaveLength(4)
    expect(server.link('counsellor')).not.toBe(link)

    const second = new ByHand()
    await second.get(server.link('counsellor'))
    expect(await (await second.get(`${server.home}/desk`)).text()).toMatch(/Conseil 2 \(local:counsellor:[\w-]{8}\)/)
    const editor = new ByHand()
    expect((await editor.get(server.link('editor'))).headers.get('location')).toBe('/library')
    expect((await editor.get(`${server.home}/desk`)).status).toBe(403)
    const out = await first.post(`${server.home}/sign-out`, {})
    expect(out.headers.get('location')).toBe('/signed-out')
    expect(await (await first.get(`${server.home}/signed-out`)).text()).toContain('Vous êtes déconnecté')
    expect(server.audited.map(({ name, act }) => `${act} ${name}`)).toEqual([
      'sign-in Conseil 1',
      'sign-in Conseil 2',
      'sign-in Rédaction 1',
      'sign-out Conseil 1',
    ])
    expect(new Set(server.audited.map(({ who }) => who)).size).toBe(3)
    await server.close()
  })

  it('are spoken of where somebody asks to sign in, and a wrong one opens nothing', async () => {
    const server = await consoleForTests()
    const page = await new ByHand().get(`${server.home}/sign-in?to=/desk`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('sign-in counsellor')
    for (const token of ['', 'x', 'é'.repeat(500), '%00', `${server.link('editor').split('=')[1]}x`]) {
      const answer = await new ByHand().get(`${server.home}/sign-in/local?token=${encodeURIComponent(token)}`)
      expect(answer.status).toBe(403)
    }
    expect((await new ByHand().get(`${server.home}/sign-in/local?token=a&token=b`)).status).toBe(403)
    expect(server.printed).toHaveLength(3)
    await server.close()
  })

  it('are refused in production, and where an issuer is set', async () => {
    const oidc = { issuer: 'http://localhost:1', clientId: 'one', clientSecret: 'two' }
    for (const more of [{ production: true }, { oidc }, { production: true, oidc }]) {
      const server = await consoleForTests(more)
      expect(server.printed).toEqual([])
      expect((await fetch(`${server.home}/sign-in/local?token=x`)).status).toBe(404)
      await server.close()
    }
    const closed = await consoleForTests({ production: true })
    const page = await new ByHand().get(`${closed.home}/sign-in`)
    expect(page.status).toBe(503)
    expect(await page.text()).toContain('OIDC_ISSUER')
    await closed.close()
  })

  it('let nobody in whose sign-in cannot be written down', async () => {
    const server = await consoleForTests({ audit: () => Promise.reject(new Error('the ledger is away')) })
    const by = new ByHand()
    expect((await by.get(server.link('counsellor'))).status).toBe(500)
    expect(by.cookies.has('passerelle')).toBe(false)
    await server.close()
  })
})

describe('cookies', () => {
  it('are for HTTPS alone, and for one host, where people come by HTTPS', async () => {
    const port = await freePort()
    const server = await consoleForTests({ port, publicUrl: 'https://passerelle.example' })
    const near = (address: string) => address.replace('https://passerelle.example', `http://localhost:${port}`)
    const answer = await fetch(near(server.link('counsellor')), { redirect: 'manual' })
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-passerelle=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=28800$/),
    ])
    await server.close()
    const plain = await consoleForTests()
    const unsafe = await fetch(plain.link('counsellor'), { redirect: 'manual' })
    expect(unsafe.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^passerelle=[\w.-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=28800$/),
    ])
    await plain.close()
  })
})

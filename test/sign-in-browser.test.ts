import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { freePort } from './open-house.ts'
import { issuerFor, type TestIssuer } from './sign-in-issuer.ts'
import { type ConsoleForTests, consoleForTests } from './sign-in-server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SHOTS = process.env.SHOTS

describe('signing in, in a browser', () => {
  let issuer: TestIssuer
  let server: ConsoleForTests
  let browser: Browser

  beforeAll(async () => {
    const port = await freePort()
    ;[issuer, browser] = await Promise.all([issuerFor(`http://localhost:${port}`), openBrowser()])
    server = await consoleForTests({ port, oidc: { ...issuer, issuer: issuer.url } })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await issuer.close()
  })

  /** A page in a browser of its own, and what it complains of: its policy, its scripts. */
  async function visit(width: number): Promise<{ page: Page; troubles: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 720 } })
    const page = await context.newPage()
    const troubles: string[] = []
    page.on('pageerror', (error) => troubles.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && page.url().startsWith(server.home)) troubles.push(message.text())
    })
    return { page, troubles }
  }

  async function signIn(page: Page, login: string): Promise<void> {
    await page.goto(`${server.home}/desk/one?mine=1`)
    await page.fill('input[name=login]', login)
    await page.fill('input[name=password]', 'any')
    await page.click('button[type=submit]')
    await page.click('text=Continue')
  }

  async function looksRight(page: Page, name: string): Promise<void> {
    // The policy lets nothing in, so axe comes by the debugger.
    await page.evaluate(AXE)
    const found = await page.evaluate(() =>
      (window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }).axe.run(),
    )
    expect(found.violations.map(({ id }) => id)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true })
      await page.screenshot({ path: `${SHOTS}/sign-in-${name}.png`, fullPage: true })
    }
  }

  it.each([320, 1280])('leads in through the issuer, and out through it, at %i pixels', async (width) => {
    const { page, troubles } = await visit(width)
    await signIn(page, 'maude')
    await page.waitForURL(`${server.home}/desk/one?mine=1`)
    expect(await page.textContent('body')).toContain('Maude (maude)')
    await looksRight(page, `frame-fr-${width}`)
    expect(await page.getByRole('link', { name: 'Bureau' }).getAttribute('aria-current')).toBe('true')
    expect(await page.getByRole('link', { name: 'Bibliothèque' }).count()).toBe(0)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main')

    await page.click('text=English')
    await page.waitForURL(`${server.home}/desk/one?mine=1`)
    expect(await page.getAttribute('html', 'lang')).toBe('en-CA')
    await looksRight(page, `frame-en-${width}`)

    await page.click('text=Sign out')
    await page.click('button[value=yes]')
    await page.waitForURL(`${server.home}/signed-out*`)
    expect(await page.textContent('h1')).toBe('You are signed out')
    await looksRight(page, `signed-out-${width}`)
    await page.goto(`${server.home}/desk`)
    expect(page.url()).toContain(`${issuer.url}/interaction/`)
    expect(troubles).toEqual([])
    await page.context().close()
  })

  it('says on a page that a role is missing, and that a page is not for a role', async () => {
    const { page } = await visit(320)
    await signIn(page, 'nemo')
    await page.waitForURL(`${server.home}/sign-in/back*`)
    expect(await page.textContent('h1')).toBe("Votre compte n'a pas de rôle ici")
    await looksRight(page, 'no-role')
    await page.click('text=Se connecter avec un autre compte')
    await page.fill('input[name=login]', 'elif')
    await page.fill('input[name=password]', 'any')
    await page.click('button[type=submit]')
    await page.click('text=Continue')
    await page.waitForURL(`${server.home}/library`)
    await page.goto(`${server.home}/desk`)
    expect(await page.textContent('h1')).toBe("Cette page n'est pas pour votre rôle")
    await looksRight(page, 'wrong-role')
    await page.context().close()
  })
})

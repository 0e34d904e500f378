import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openBrowser } from './browser.ts'
import { deskForTests } from './desk-page-server.ts'

describe('the desk, while its server stops and starts', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it('keeps what one writes, and hears again without a reload', async () => {
    const before = await deskForTests()
    const { id } = await before.asks('Comment faire reconnaître mon diplôme?')
    const page = await browser.newPage()
    await page.goto(before.link())
    await page.goto(`${before.url}/desk/${id}`)
    await page.getByRole('button', { name: 'Prendre en charge' }).click()
    await page.getByLabel('Votre réponse').fill('Une réponse en cours')
    await before.close()

    // Sent while nobody hears it: it comes back into the box.
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect.poll(() => page.locator('#trouble').innerText()).toContain("L'envoi n'a pas abouti")
    expect(await page.getByLabel('Votre réponse').inputValue()).toBe('Une réponse en cours')

    const after = await deskForTests({ PORT: before.port, DATA_DIR: before.dataDir })
    await after.asks('Qui peut m’aider?')
    await expect.poll(() => page.title(), { timeout: 20_000 }).toMatch(/^\(1\) /)
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect.poll(() => page.locator('.line.counsellor').last().innerText()).toContain('Une réponse en cours')
    expect(await page.locator('#trouble').isHidden()).toBe(true)
    await page.close()
    await after.close()
  })

  it('ends its streams when it stops, and keeps them open until then', async () => {
    const desk = await deskForTests()
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(desk.link())
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const streams = await Promise.all(
      ['/desk/live', '/desk/live', '/desk/live?of=nothing'].map((path) =>
        fetch(`${desk.url}${path}`, { headers: { Cookie: cookie, Accept: 'text/event-stream' } }),
      ),
    )
    for (const { status, headers } of streams) {
      expect(status).toBe(200)
      expect(headers.get('content-type')).toContain('text/event-stream')
    }
    const heard = streams.map(() => '')
    const ended = streams.map(async ({ body }, at) => {
      for await (const chunk of body ?? []) heard[at] += Buffer.from(chunk).toString()
    })
    await desk.asks('Qui peut m’aider?')
    // Once at its beginning, and again for the request.
    const times = () => heard.map((text) => text.match(/event: inbox\n/g)?.length ?? 0)
    await expect.poll(() => Math.min(...times())).toBeGreaterThan(1)
    await context.close()
    await desk.close()
    await Promise.all(ended)
    for (const text of heard) {
      expect(text).toMatch(/^retry: 2000\n\n/)
      expect(text).not.toContain('event: conversation')
    }
  })
})

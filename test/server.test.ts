import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { HOUSE } from '../src/house.ts'
import { folderForData, freePort, houseForTests, serverForTests } from './open-house.ts'

describe('the server', () => {
  it('says that it is alive and ready, and counts turns', async () => {
    const server = await serverForTests()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
    await fetch(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'one',
        channelId: 'emulator',
        deliveryMode: 'expectReplies',
        from: { id: 'someone' },
        recipient: { id: 'bot' },
        conversation: { id: 'metrics' },
        text: 'bonjour',
      }),
    })
    const metrics = await (await fetch(`${server.url}/metrics`)).text()
    expect(metrics).toMatch(/passerelle_turns_total\{channel="other",status="notice"\} 1/)
    expect(metrics).toMatch(/passerelle_publication 1/)
    await server.close()
  })

  it('answers an unknown address, an unknown method and a broken query with JSON that tells nothing of its insides', async () => {
    const server = await serverForTests()
    for (const [path, method, status] of [
      ['/nothing', 'GET', 404],
      ['/healthz', 'DELETE', 405],
      ['/%E0%A4%A', 'GET', 400],
      ['/v3/directline/conversations/%00/activities', 'GET', 401],
    ] as const) {
      const answer = await fetch(`${server.url}${path}`, { method })
      expect(answer.status, path).toBeGreaterThanOrEqual(400)
      expect(answer.status, path).toBeLessThan(500)
      const text = await answer.text()
      if (status === 404) expect(JSON.parse(text)).toEqual({ error: { code: 'NotFound', message: expect.any(String) } })
      expect(text).not.toMatch(/node_modules|\.ts:\d/)
    }
    await server.close()
  })

  it('is not ready once its store is gone', async () => {
    const house = await houseForTests()
    await house.store.ready()
    await house.store.close()
    await expect(house.store.ready()).rejects.toThrow()
  })

  it('finishes what it has acknowledged before it stops', async () => {
    const server = await serverForTests()
    const granted = (await (
      await fetch(`${server.url}/chat/token`, { method: 'POST', headers: { origin: server.url } })
    ).json()) as { token: string; conversationId: string }
    const call = (path: string, body: unknown) =>
      fetch(`${server.url}/v3/directline/conversations${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${granted.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    await call('', { locale: 'fr-CA' })
    const acknowledged = []
    for (let n = 0; n < 10; n++) {
      acknowledged.push(
        (await call(`/${granted.conversationId}/activities`, { type: 'message', text: 'bonjour' })).status,
      )
    }
    await server.close()
    expect(acknowledged).toEqual(Array(10).fill(200))
    const again = await houseForTests(server.dataDir)
    expect(await again.store.conversations.unanswered()).toEqual([])
    await again.store.close()
  })
})

describe('the process', () => {
  const start = (environment: Record<string, string>) =>
    spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
      cwd: HOUSE,
      env: { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })

  it('prints where to chat, and stops on SIGTERM with success', async () => {
    const port = await freePort()
    const child = start({ PORT: String(port), DATA_DIR: folderForData() })
    let said = ''
    child.stdout.on('data', (data) => {
      said += data
    })
    while (!said.includes('chat ') && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 50))
    expect(said).toContain(`chat http://localhost:${port}`)
    expect((await fetch(`http://localhost:${port}/readyz`)).status).toBe(200)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  it('refuses to start with a sentence that names the wrong setting', async () => {
    const child = start({ DATA_DIR: folderForData(), MicrosoftAppType: 'SingleTennant' })
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
    })
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(said.trim()).toBe(
      'MicrosoftAppType must be one of MultiTenant, SingleTenant, UserAssignedMsi; it is « SingleTennant ».',
    )
  })
})

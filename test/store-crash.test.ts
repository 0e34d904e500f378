import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { onEveryDatabase } from './on-every-database.ts'
import { startStoreProcess } from './store-processes.ts'
import { fresh } from './store-samples.ts'

/** How often the writers are killed. */
const KILLS = 3

onEveryDatabase('what the store has acknowledged', ({ fresh: freshSettings, open }) => {
  it('survives kill -9, from two processes that write at once', { timeout: 180_000 }, async () => {
    const settings = await freshSettings()
    const { id } = await (await open(settings)).conversations.open(fresh())
    const acknowledged: string[] = []
    for (let kills = 0; kills < KILLS; kills += 1) {
      const writers = [startStoreProcess('write', settings, id), startStoreProcess('write', settings, id)]
      await Promise.all(writers.map((writer) => writer.until((_, count) => count > 20)))
      await pause(Math.random() * 100)
      await Promise.all(writers.map((writer) => writer.kill()))
      acknowledged.push(...writers.flatMap(({ lines }) => lines.filter((line) => /^(heard|saved) /.test(line))))
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS * 2 * 18)

    const { conversations } = await open(settings)
    const entries = await conversations.entries(id)
    const kept = new Set(
      entries.map(({ position, text, from }) => `${from === 'person' ? 'heard' : 'saved'} ${position} ${text}`),
    )
    expect(acknowledged.filter((line) => !kept.has(line))).toEqual([])

    // Nothing half-written either: no gap, no question both answered and left, no turn without its version.
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, index) => index + 1))
    const answers = entries.flatMap((entry) => (entry.answers === undefined ? [] : [entry.answers]))
    expect(new Set(answers).size).toBe(answers.length)
    const asked = entries.filter(({ from }) => from === 'person').map(({ position }) => position)
    const left = (await conversations.unanswered(id)).map(({ position }) => position)
    expect([...answers, ...left].sort((a, b) => a - b)).toEqual(asked)
    expect((await conversations.get(id))?.version).toBe(answers.length)
  })

  it('is whole where an escalation, its conversation, lines, deliveries and audit belong together', {
    timeout: 180_000,
  }, async () => {
    const settings = await freshSettings()
    await open(settings)
    const said: string[] = []
    for (let kills = 0; kills < KILLS; kills += 1) {
      const writers = [startStoreProcess('help', settings), startStoreProcess('help', settings)]
      await Promise.all(writers.map((writer) => writer.until((_, count) => count > 20)))
      await pause(Math.random() * 100)
      await Promise.all(writers.map((writer) => writer.kill()))
      said.push(...writers.flatMap(({ lines }) => lines))
    }
    const linesOf = (what: string) => said.filter((line) => line.startsWith(`${what} `)).map((line) => line.split(' '))

    const { conversations, escalations, deliveries } = await open(settings)
    for (const [, id = ''] of linesOf('opened')) {
      const conversation = await conversations.get(id)
      const [escalation, ...more] = await escalations.of(id)
      expect(more).toEqual([])
      const standing = escalation?.standing.is ?? 'closed'
      expect(conversation?.handling.by).toBe(
        { waiting: 'nobody-yet', held: 'counsellor', closed: 'assistant' }[standing],
      )
      const words = (await conversations.entries(id)).filter(({ from }) => from === 'counsellor')
      const version = escalation?.version ?? 0
      expect(words.map(({ text }) => text)).toEqual(Array.from({ length: version }, (_, step) => `version ${step + 1}`))
      expect((await deliveries.of(id)).map(({ position }) => position)).toEqual(words.map(({ position }) => position))
      expect(await escalations.audited(99, `of ${id}`)).toHaveLength(version)
    }
    expect(linesOf('asked').length).toBeGreaterThan(KILLS)
    for (const [, id = ''] of linesOf('asked')) expect(await escalations.of(id)).toHaveLength(1)
    for (const [, id, version] of linesOf('stepped')) {
      expect((await escalations.get(`of ${id}`))?.version).toBeGreaterThanOrEqual(Number(version))
    }
  })
})

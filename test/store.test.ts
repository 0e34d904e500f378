import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Conversation } from '../src/conversation/conversation.ts'
import { onEveryDatabase } from './on-every-database.ts'
import { fresh, minutesLater, NOON, reply, said } from './store-samples.ts'

onEveryDatabase('the ledger of conversations', ({ dialect, open, fresh: freshSettings }) => {
  it('gives back everything that is remembered', async () => {
    const { conversations } = await open()
    const whole: Omit<Conversation, 'version'> = fresh({
      language: 'ar',
      languageFrom: 'chosen',
      handling: { by: 'counsellor', name: 'Maude', since: minutesLater(1) },
      offers: [
        { label: 'Les ordres', to: 'passage', article: 'ordres', section: 'liste' },
        { label: 'Une personne', to: 'person', reason: 'unsure' },
        { label: 'English', to: 'language', language: 'en' },
        { label: 'Oui', to: 'words', words: 'oui' },
      ],
      subject: { question: 'quel ordre ?', articles: ['ordres'] },
      situation: { trade: 'infirmière', where: 'abroad' },
      dialog: { id: 'nearest-step', asked: 'where', confirming: ['a', 'b'], unclear: 1 },
      lastAsked: 'quel ordre ?',
      asking: {
        reason: 'not-found',
        question: 'quel ordre ?',
        asks: 'question',
        agreed: { to: 'summary', wording: 'Un résumé', language: 'ar', at: minutesLater(2) },
        passedOver: true,
      },
      leaving: 'call-back',
      asksRating: { endedAt: minutesLater(3) },
      unsureInARow: 2,
      welcomed: true,
      person: { id: 'p-2', name: 'Ángela 👩🏽‍⚕️' },
      wayBack: { serviceUrl: 'https://exemple.qc.ca', deep: [1, { a: null }] },
    })
    const opened = await conversations.open(whole)
    expect(opened).toEqual({ ...whole, version: 0 })
    expect(await conversations.get(whole.id)).toEqual(opened)
    expect(await conversations.find(whole.address)).toEqual(opened)
    expect(await conversations.get('nobody')).toBeUndefined()
    expect(await conversations.find({ channel: 'directline', conversation: 'nowhere' })).toBeUndefined()
    expect(await conversations.find({ ...whole.address, channel: 'msteams' })).toBeUndefined()
  })

  it('opens one conversation for those who open the same address at once', async () => {
    const { conversations } = await open()
    const address = fresh().address
    const opened = await Promise.all(Array.from({ length: 20 }, () => conversations.open(fresh({ address }))))
    expect(new Set(opened.map(({ id }) => id)).size).toBe(1)
    expect(await conversations.find(address)).toEqual(opened[0])
    expect(await conversations.open(fresh({ address }))).toEqual(opened[0])
  })

  it('opens a conversation after a position where it is told to', async () => {
    const { conversations } = await open()
    const { id } = await conversations.open(fresh(), 7)
    expect((await conversations.hear(id, said('bonjour'))).position).toBe(8)
  })

  it('hears the same activity once', async () => {
    const { conversations } = await open()
    const { id } = await conversations.open(fresh())
    const words = said('Bonjour', { clientId: 'c-1', value: { pick: [1, 'é'] }, locale: 'fr-CA', redacted: true })
    const first = await conversations.hear(id, words)
    expect(first).toEqual({ ...words, conversation: id, position: 1, answered: false })
    expect(await conversations.hear(id, { ...words, text: 'changed on the way' })).toEqual(first)
    const again = await Promise.all(Array.from({ length: 10 }, () => conversations.hear(id, words)))
    expect(again).toEqual(Array.from({ length: 10 }, () => first))

    const at = (await conversations.get(id)) as Conversation
    await conversations.save({ conversation: at, answers: 1, entries: [reply('Bonjour !', { answers: 1 })] })
    expect((await conversations.hear(id, words)).answered).toBe(true)
    expect((await conversations.hear(id, said('next'))).position).toBe(3)
    expect(await conversations.unanswered(id)).toHaveLength(1)
  })

  it('hears one activity once when it comes many times at once, and leaves no gap', async () => {
    const { conversations } = await open()
    const { id } = await conversations.open(fresh())
    const words = said('Bonjour')
    const heard = await Promise.all(Array.from({ length: 20 }, () => conversations.hear(id, words)))
    expect(heard.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, () => 1))
    expect((await conversations.hear(id, said('next'))).position).toBe(2)
    const elsewhere = await conversations.open(fresh())
    expect((await conversations.hear(elsewhere.id, words)).position).toBe(1)
  })

  it('gives 50 things heard at once 50 successive positions', async () => {
    const { conversations } = await open()
    const { id } = await conversations.open(fresh())
    const words = Array.from({ length: 50 }, (_, index) => said(`words ${index}`))
    const heard = await Promise.all(words.map((each) => conversations.hear(id, each)))
    const positions = heard.map(({ position }) => position).sort((a, b) => a - b)
    expect(positions).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    const entries = await conversations.entries(id)
    expect(entries.map(({ position }) => position)).toEqual(positions)
    for (const { position, text } of heard) expect(entries[position - 1]?.text).toBe(text)
  })

  it('refuses to hear in a conversation that is not there', async () => {
    const { conversations } = await open()
    await expect(conversations.hear('nobody', said('Bonjour'))).rejects.toThrow(/There is no conversation nobody/)
  })

  it('saves a turn whole, and shows its entries in order', async () => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh())
    await conversations.hear(opened.id, said('', { kind: 'joined' }))
    const question = await conversations.hear(opened.id, said('Quel ordre ?', { clientId: 'c-9', at: minutesLater(1) }))
    const turned: Conversation = {
      ...opened,
      language: 'en',
      handling: { by: 'nobody-yet', reason: 'asked', since: minutesLater(2) },
      lastHeardAt: minutesLater(1),
    }
    const whole = reply('Celui-ci.', {
      answers: question.position,
      reply: {
        text: 'Celui-ci.',
        language: 'fr',
        status: 'quoted',
        articles: ['ordres'],
        publication: 3,
        choices: [{ label: 'Oui', says: 'oui' }],
        citations: [
          { position: 1, passage: 'ordres#liste@fr', digest: 'd', title: 't', address: 'https://a', abstract: '' },
        ],
        byModel: true,
      },
    })
    const saved = await conversations.save({
      conversation: turned,
      answers: question.position,
      entries: [
        whole,
        reply('Autre chose ?', { at: minutesLater(3) }),
        { from: 'counsellor', at: NOON, text: 'Ici Maude' },
      ],
    })
    expect(saved).toEqual({
      is: 'saved',
      entries: [
        { ...whole, position: 3 },
        { ...reply('Autre chose ?', { at: minutesLater(3) }), position: 4 },
        { from: 'counsellor', at: NOON, text: 'Ici Maude', position: 5 },
      ],
    })
    expect(await conversations.get(opened.id)).toEqual({ ...turned, version: 1 })
    const entries = await conversations.entries(opened.id)
    expect(entries[0]).toEqual({
      position: 2,
      from: 'person',
      at: minutesLater(1),
      text: 'Quel ordre ?',
      activityId: question.activityId,
      clientId: 'c-9',
    })
    expect(entries.slice(1)).toEqual(saved.is === 'saved' && saved.entries)
    expect((await conversations.entries(opened.id, 3)).map(({ position }) => position)).toEqual([4, 5])
    expect(await conversations.entries(opened.id, 5)).toEqual([])
    // The arrival is left to be answered, and was not answered by this turn.
    expect((await conversations.unanswered()).map(({ kind, position }) => [kind, position])).toEqual([['joined', 1]])
  })

  it('saves nothing over a newer version', async () => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh())
    const { position } = await conversations.hear(opened.id, said('Bonjour'))
    expect((await conversations.save({ conversation: opened, entries: [reply('un')] })).is).toBe('saved')
    const before = await conversations.get(opened.id)
    const stale = { conversation: { ...opened, language: 'es' as const }, answers: position, entries: [reply('deux')] }
    expect(await conversations.save(stale)).toEqual({ is: 'conflict' })
    expect(await conversations.get(opened.id)).toEqual(before)
    expect((await conversations.entries(opened.id)).map(({ text }) => text)).toEqual(['Bonjour', 'un'])
    expect(await conversations.unanswered(opened.id)).toHaveLength(1)
    expect((await conversations.hear(opened.id, said('next'))).position).toBe(3)
  })

  it('answers a thing heard once', async () => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh())
    const { position } = await conversations.hear(opened.id, said('Bonjour'))
    const answer = (conversation: Conversation) =>
      conversations.save({ conversation, answers: position, entries: [reply('Bonjour !', { answers: position })] })
    expect((await answer(opened)).is).toBe('saved')
    expect(await answer(opened)).toEqual({ is: 'answered' })
    expect(await answer((await conversations.get(opened.id)) as Conversation)).toEqual({ is: 'answered' })
    expect(await conversations.entries(opened.id)).toHaveLength(2)
    expect((await conversations.get(opened.id))?.version).toBe(1)
  })

  it('answers a thing heard once when many answer it at once, and lets one of many turns through', async () => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh())
    const { position } = await conversations.hear(opened.id, said('Bonjour'))
    const save = (answers?: number) =>
      conversations.save({ conversation: opened, entries: [reply('Bonjour !')], ...(answers ? { answers } : {}) })
    const kinds = (await Promise.all(Array.from({ length: 12 }, () => save(position)))).map(({ is }) => is)
    expect(kinds.filter((is) => is === 'saved')).toHaveLength(1)
    expect(kinds.filter((is) => is === 'answered')).toHaveLength(11)

    const current = (await conversations.get(opened.id)) as Conversation
    const others = await Promise.all(
      Array.from({ length: 12 }, () => conversations.save({ conversation: current, entries: [reply('deux')] })),
    )
    expect(others.filter(({ is }) => is === 'saved')).toHaveLength(1)
    expect(others.filter(({ is }) => is === 'conflict')).toHaveLength(11)
    expect((await conversations.entries(opened.id)).map(({ position }) => position)).toEqual([1, 2, 3])
  })

  it('refuses a turn that answers what was never heard, and writes nothing of it', async () => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh())
    const turn = { conversation: opened, answers: 9, entries: [reply('?')] }
    await expect(conversations.save(turn)).rejects.toThrow(/Nothing was heard at position 9/)
    expect(await conversations.get(opened.id)).toEqual(opened)
    expect(await conversations.entries(opened.id)).toEqual([])
  })

  it('finds what a stop has left, oldest first', async () => {
    const settings = await freshSettings()
    const { conversations } = await open(settings)
    const [one, other] = [await conversations.open(fresh()), await conversations.open(fresh())]
    await conversations.hear(one.id, said('third', { at: minutesLater(3) }))
    await conversations.hear(one.id, said('fourth, by a clock that was wrong', { at: minutesLater(0) }))
    await conversations.hear(other.id, said('', { at: minutesLater(1), kind: 'joined' }))
    await conversations.hear(other.id, said('second', { at: minutesLater(2) }))
    const answered = await conversations.hear(other.id, said('answered', { at: minutesLater(1) }))
    await conversations.save({ conversation: other, answers: answered.position, entries: [] })

    const after = await open(settings)
    const left = await after.conversations.unanswered()
    expect(left.map(({ text }) => text)).toEqual(['', 'second', 'third', 'fourth, by a clock that was wrong'])
    expect(left.every((heard) => !heard.answered)).toBe(true)
    expect((await after.conversations.unanswered(other.id)).map(({ position }) => position)).toEqual([1, 2])
    expect(await after.conversations.unanswered('nobody')).toEqual([])
  })

  it('erases a conversation and nothing else', async () => {
    const { conversations } = await open()
    const [gone, kept] = [await conversations.open(fresh()), await conversations.open(fresh())]
    for (const { id } of [gone, kept]) {
      await conversations.hear(id, said('', { kind: 'joined' }))
      await conversations.hear(id, said('Bonjour'))
    }
    await conversations.save({ conversation: gone, answers: 2, entries: [reply('Bonjour !')] })
    expect(await conversations.erase(gone.id)).toEqual({
      conversations: 1,
      entries: 3,
      deliveries: 0,
      escalations: 0,
      notes: 0,
      gaps: 0,
      feedback: 0,
      addresses: 1,
    })
    expect(await conversations.get(gone.id)).toBeUndefined()
    expect(await conversations.find(gone.address)).toBeUndefined()
    expect(await conversations.entries(gone.id)).toEqual([])
    expect(await conversations.unanswered(gone.id)).toEqual([])
    expect(await conversations.erase(gone.id)).toEqual({
      conversations: 0,
      entries: 0,
      deliveries: 0,
      escalations: 0,
      notes: 0,
      gaps: 0,
      feedback: 0,
      addresses: 0,
    })
    expect(await conversations.get(kept.id)).toEqual(kept)
    expect(await conversations.entries(kept.id)).toHaveLength(1)
    // A turn that was under way finds nobody to save for; the person may come back to the same address.
    const late = { conversation: { ...gone, version: 1 }, entries: [reply('late')] }
    expect(await conversations.save(late)).toEqual({ is: 'conflict' })
    expect(await conversations.open(fresh({ address: gone.address }))).toMatchObject({ version: 0 })
  })

  it('erases while others write, and leaves no line behind', async () => {
    const { conversations } = await open()
    for (let round = 0; round < 10; round += 1) {
      const { id, address } = await conversations.open(fresh())
      const writing = Array.from({ length: 6 }, (_, index) =>
        conversations.hear(id, said(`words ${index}`)).then(
          () => 'heard',
          (error: Error) => error.message,
        ),
      )
      const saving = conversations.save({
        conversation: { ...fresh(), id, address, version: 0 },
        entries: [reply('un')],
      })
      await Promise.all([...writing, saving, conversations.erase(id), conversations.open(fresh({ address }))])
      for (const outcome of await Promise.all(writing)) expect(outcome).toMatch(/^heard$|There is no conversation/)
      expect(await conversations.entries(id)).toEqual([])
      expect(await conversations.get(id)).toBeUndefined()
    }
  })

  it('finds the conversations that have been quiet', async () => {
    const { conversations } = await open()
    const ids: string[] = []
    for (const minutes of [0, 1, 2, 3]) {
      ids.push((await conversations.open(fresh({ lastHeardAt: minutesLater(minutes) }))).id)
    }
    expect(await conversations.quietSince(minutesLater(2), 10)).toEqual(ids.slice(0, 2))
    expect(await conversations.quietSince(minutesLater(9), 3)).toEqual(ids.slice(0, 3))
    // Being heard counts, answered or not; an older thing heard late does not turn the clock back.
    await conversations.hear(ids[0] ?? '', said('encore là', { at: minutesLater(8) }))
    await conversations.hear(ids[0] ?? '', said('plus tôt', { at: minutesLater(5) }))
    expect((await conversations.get(ids[0] ?? ''))?.lastHeardAt).toEqual(minutesLater(8))
    expect(await conversations.quietSince(minutesLater(2), 10)).toEqual(ids.slice(1, 2))
  })

  it.each([
    ['Arabic and what goes with it', 'مرحبا، أريد الاعتراف بشهادتي ‏(2026)‎'],
    ['characters beyond the first plane', '👩🏽‍⚕️ 𝒳 é e\u0301 \u200b'],
    ['quotes, backslashes and a NUL that is only spelled', `'"\\u0000 \\ ;-- %s $1 ?`],
    ['a million characters', 'é'.repeat(1_000_000)],
    ['nothing', ''],
  ])('keeps words as they are: %s', async (_name, words) => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh({ person: { id: 'p', name: words } }))
    const { position } = await conversations.hear(opened.id, said(words, { value: { words } }))
    const answer = reply(words, {
      reply: { ...(reply(words).reply as NonNullable<ReturnType<typeof reply>['reply']>) },
    })
    await conversations.save({ conversation: opened, answers: position, entries: [answer] })
    const [asked, answered] = await conversations.entries(opened.id)
    expect(asked?.text === words).toBe(true)
    expect(answered?.text === words && answered.reply?.text === words).toBe(true)
    expect((await conversations.get(opened.id))?.person.name === words).toBe(true)
  })

  it('leaves NUL characters and halves of characters out of words, and refuses them in ids', async () => {
    const { conversations } = await open()
    const opened = await conversations.open(fresh())
    const heard = await conversations.hear(
      opened.id,
      said('a\u0000b \ud83d!', { value: { nul: '\u0000' }, locale: 'fr\u0000' }),
    )
    expect(heard).toMatchObject({ text: 'ab \ufffd!', value: { nul: '\u0000' }, locale: 'fr' })
    const saved = await conversations.save({ conversation: opened, answers: 1, entries: [reply('c\u0000d')] })
    expect(await conversations.entries(opened.id)).toMatchObject([{ text: 'ab \ufffd!' }, { text: 'cd' }])
    expect(saved.is === 'saved' && saved.entries[0]?.text).toBe('cd')
    expect(await conversations.hear(opened.id, said('', { activityId: heard.activityId }))).toEqual({
      ...heard,
      answered: true,
    })

    for (const id of ['a\u0000b', 'é'.repeat(600)]) {
      await expect(conversations.hear(opened.id, said('x', { activityId: id }))).rejects.toThrow(
        /Refuse it at the door/,
      )
      await expect(conversations.find({ channel: 'directline', conversation: id })).rejects.toThrow(/at the door/)
      await expect(conversations.open(fresh({ address: { channel: id, conversation: 'c' } }))).rejects.toThrow(
        /at the door/,
      )
      await expect(conversations.get(id)).rejects.toThrow(/at the door/)
    }
    expect(await conversations.entries(opened.id)).toHaveLength(2)
    expect(await conversations.hear(opened.id, said('x', { activityId: 'é'.repeat(512) }))).toMatchObject({
      position: 3,
    })
  })

  it('answers that it is ready, until it is closed', async () => {
    const store = await open()
    await store.ready()
    await Promise.all([store.close(), store.close()])
    await store.close()
    await expect(store.ready()).rejects.toThrow()
    await expect(store.conversations.get('x')).rejects.toThrow()
  })

  it('finishes what is under way before it closes', async () => {
    const settings = await freshSettings()
    const store = await open(settings)
    const { id } = await store.conversations.open(fresh())
    const writing = Array.from({ length: 8 }, (_, index) => store.conversations.hear(id, said(`words ${index}`)))
    await new Promise((later) => setImmediate(later))
    await Promise.all([store.close(), ...writing])
    const { conversations } = await open(settings)
    expect(await conversations.entries(id)).toHaveLength(writing.length)
  })

  if (dialect === 'sqlite') {
    it('keeps its file to its owner, and erased words out of it', async () => {
      const settings = await freshSettings()
      const store = await open(settings)
      const opened = await store.conversations.open(fresh({ situation: { trade: 'SECRET-TRADE' } }))
      await store.conversations.hear(opened.id, said(`SECRET-WORDS ${'x'.repeat(10_000)} SECRET-END`))
      const file = join(settings.dataDir, 'passerelle.db')
      const onDisk = () => ['', '-wal'].map((part) => readFileSync(file + part, 'latin1')).join('')
      for (const secret of ['SECRET-TRADE', 'SECRET-WORDS', 'SECRET-END']) expect(onDisk()).toContain(secret)
      await store.conversations.erase(opened.id)
      expect(onDisk()).not.toMatch(/SECRET/)
      expect(onDisk()).not.toContain(opened.id)
      for (const part of ['', '-wal', '-shm']) expect(statSync(file + part).mode & 0o077).toBe(0)
    })
  }
})

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { expect, it, vi } from 'vitest'
import type { Conversation } from '../src/conversation/conversation.ts'
import type { DeskOrder, HandoffRequest } from '../src/conversation/handoff.ts'
import { claim, close, type Escalation, giveBack, inOrder, say, told } from '../src/desk/escalation.ts'
import { MIGRATIONS } from '../src/store/migrations.ts'
import type { Store } from '../src/store/store.ts'
import { onEveryDatabase, onPostgres, rowsOf } from './on-every-database.ts'
import {
  auditLine,
  fresh,
  IDRISS,
  MAUDE,
  minutesLater,
  NOON,
  reply,
  request,
  said,
  taken,
  word,
} from './store-samples.ts'

onEveryDatabase('the ledger of escalations', ({ fresh: freshSettings, open }) => {
  it('takes a request with the turn that makes it, and gives all of it back', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store, {
      request: { reason: 'distress', language: 'ar', agreed: { ...request().agreed, to: 'question' }, situation: {} },
      at: minutesLater(3),
    })
    expect(escalation).toEqual({
      id: escalation.id,
      conversation: conversation.id,
      standing: { is: 'waiting' },
      ...request({ reason: 'distress', language: 'ar', situation: {} }),
      agreed: { ...request().agreed, to: 'question' },
      // The person's own words « une personne » were at 1, and come before the request.
      after: 1,
      askedAt: minutesLater(3),
      told: {},
      version: 0,
    })
    expect(await store.escalations.openOf(conversation.id)).toEqual(escalation)
    expect(await store.escalations.of(conversation.id)).toEqual([escalation])
    expect(await store.escalations.get('nobody')).toBeUndefined()
    expect(await store.escalations.openOf('nobody')).toBeUndefined()
  })

  it('gives back everything that may be known of an escalation', async () => {
    const store = await open()
    const { escalation } = await asks(store)
    let current = escalation
    const save = async (next: Escalation) => {
      const saved = await store.escalations.save({ escalation: next })
      if (saved.is !== 'saved') throw new Error(saved.is)
      current = saved.escalation
      expect(current).toEqual({ ...next, version: next.version + 1 })
      expect(await store.escalations.get(next.id)).toEqual(current)
    }
    await save(taken(told(current, { place: 2, at: minutesLater(1), lateAt: minutesLater(2) })))
    await save({ ...current, message: 'Rappelez-moi.\nMerci \u0000!', callBack: '514 555-0123', language: 'es' })
    await save(taken(claim(current, MAUDE, minutesLater(3))))
    await save({
      ...current,
      standing: {
        is: 'held',
        by: MAUDE,
        since: minutesLater(3),
        lastWordAt: minutesLater(4),
        personSince: minutesLater(5),
        personAt: minutesLater(6),
        remindedAt: minutesLater(7),
      },
    })
    await save(taken(giveBack(current, MAUDE, minutesLater(7), { counsellor: IDRISS })))
    await save({ ...current, wanted: { language: 'ar' } })
    await save(taken(claim(current, IDRISS, minutesLater(8))))
    await save(taken(close(current, IDRISS, 'referred', minutesLater(9))))
    await save({ ...current, rating: 'partly' })
    expect(current.firstHeldAt).toEqual(minutesLater(3))
    expect(await store.escalations.open()).toEqual([])
  })

  it('lets one of twenty counsellors have a conversation, whoever is asked', async () => {
    const settings = await freshSettings()
    const stores = [await open(settings), await open(settings)] as const
    const { conversation, escalation } = await asks(stores[0])
    const tries = await Promise.all(
      Array.from({ length: 20 }, (_, index) => {
        const by = { id: `c-${index}`, name: `Conseillère ${index}` }
        return (stores[index % 2] ?? stores[0]).escalations.save({
          escalation: taken(claim(escalation, by, NOON)),
          conversation: { ...conversation, handling: { by: 'counsellor', name: by.name, since: NOON } },
          entries: [word(`${by.name} vous répond.`, { from: 'assistant' })],
          audit: auditLine({ who: by.id, name: by.name, escalation: escalation.id }),
        })
      }),
    )
    const won = tries.flatMap((each) => (each.is === 'saved' ? [each] : []))
    expect(won).toHaveLength(1)
    expect(tries.filter(({ is }) => is === 'conflict')).toHaveLength(19)
    const held = await stores[1].escalations.get(escalation.id)
    expect(held).toEqual(won[0]?.escalation)
    // What the person, the audit and the conversation were told is of the same one.
    const name = held?.standing.is === 'held' ? held.standing.by.name : ''
    expect(await stores[0].conversations.get(conversation.id)).toMatchObject({
      version: 2,
      handling: { by: 'counsellor', name },
    })
    const lines = await stores[0].conversations.entries(conversation.id, 2)
    expect(lines.map(({ text }) => text)).toEqual([`${name} vous répond.`])
    expect((await stores[0].escalations.audited(9)).map((line) => line.name)).toEqual([name])
    expect(await stores[0].deliveries.of(conversation.id)).toHaveLength(1)
  })

  it('writes nothing where either the escalation or the conversation was changed first', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    const desk = vi.fn()
    store.news.follow('desk', desk)
    store.news.follow('deliveries', desk)
    store.news.follow(conversation.id, desk)
    const before = await everythingOf(store, conversation.id)
    const whole = {
      escalation: taken(claim(escalation, MAUDE, NOON)),
      conversation: { ...conversation, welcomed: true },
      entries: [word('Bonjour')],
      audit: auditLine(),
    }
    const late: (typeof whole)[] = [
      { ...whole, conversation: { ...conversation, version: conversation.version + 1 } },
      { ...whole, conversation: { ...conversation, version: conversation.version - 1 } },
      { ...whole, escalation: { ...whole.escalation, version: 7 } },
      { ...whole, escalation: { ...whole.escalation, id: randomUUID() } },
    ]
    for (const each of late) expect(await store.escalations.save(each)).toEqual({ is: 'conflict' })
    const { conversation: _, ...without } = whole
    const stale = { ...without, escalation: { ...whole.escalation, version: 7 } }
    expect(await store.escalations.save(stale)).toEqual({ is: 'conflict' })
    expect(await everythingOf(store, conversation.id)).toEqual(before)
    expect(desk).not.toHaveBeenCalled()

    expect(await store.escalations.save(whole)).toMatchObject({ is: 'saved', entries: [{ position: 3 }] })
    expect(desk).toHaveBeenCalledTimes(3)
  })

  it('says a word once, however often and at once it is sent', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    const held = await claims(store, escalation)
    const entries = [word('Bonjour', { activityId: 'key-1' })]
    const change = { escalation: taken(say(held, MAUDE, NOON)), entries, audit: auditLine({ act: 'say' }) }
    const sent = await Promise.all(Array.from({ length: 10 }, () => store.escalations.save(change)))
    expect(sent.filter(({ is }) => is === 'saved')).toHaveLength(1)
    const now = await current(store, escalation.id)
    const before = await everythingOf(store, conversation.id)
    const again = { ...change, escalation: taken(say(now, MAUDE, NOON)) }
    expect(await store.escalations.save(again)).toEqual({ is: 'said-before' })
    const turn = await store.conversations.get(conversation.id)
    expect(await store.escalations.save({ ...again, conversation: turn as Conversation })).toEqual({
      is: 'said-before',
    })
    const twice = { ...again, entries: [word('un', { activityId: 'k' }), word('deux', { activityId: 'k' })] }
    expect(await store.escalations.save(twice)).toEqual({ is: 'said-before' })
    expect(await everythingOf(store, conversation.id)).toEqual(before)
    // The same key in another conversation is another word.
    const other = await asks(store)
    const there = { ...change, escalation: taken(say(await claims(store, other.escalation), MAUDE, NOON)) }
    expect(await store.escalations.save(there)).toMatchObject({ is: 'saved' })
  })

  it('keeps words in their places while the person goes on writing', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    let held = await claims(store, escalation)
    for (const round of [1, 2, 3]) {
      const [heard, saved] = await Promise.all([
        store.conversations.hear(conversation.id, said(`question ${round}`)),
        store.escalations.save({
          escalation: taken(say(held, MAUDE, minutesLater(round))),
          conversation: (await store.conversations.get(conversation.id)) as Conversation,
          entries: [word(`réponse ${round}`)],
        }),
      ])
      if (saved.is !== 'saved') throw new Error(saved.is)
      held = saved.escalation
      expect(new Set([heard.position, saved.entries[0]?.position])).toEqual(new Set([1 + 2 * round, 2 + 2 * round]))
    }
    const lines = await store.conversations.entries(conversation.id)
    expect(lines.map(({ position }) => position)).toEqual(lines.map((_, index) => index + 1))
    expect((await store.conversations.unanswered(conversation.id)).map(({ text }) => text)).toEqual([
      'question 1',
      'question 2',
      'question 3',
    ])
    expect((await store.deliveries.of(conversation.id)).map(({ position }) => position)).toEqual(
      lines.filter(({ from }) => from === 'counsellor').map(({ position }) => position),
    )
  })

  it('keeps one open request of a conversation, the first', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    const again = await turnWith(store, conversation.id, { does: 'request', id: randomUUID(), request: request() })
    expect(again.is).toBe('saved')
    expect(await store.escalations.of(conversation.id)).toEqual([escalation])
    const held = await claims(store, escalation)
    await turnWith(store, conversation.id, { does: 'request', id: randomUUID(), request: request() })
    expect(await store.escalations.of(conversation.id)).toEqual([held])

    await store.escalations.save({ escalation: taken(close(held, MAUDE, 'answered', minutesLater(1))) })
    const id = randomUUID()
    await turnWith(store, conversation.id, { does: 'request', id, request: request() })
    expect((await store.escalations.of(conversation.id)).map((each) => each.id)).toEqual([escalation.id, id])
    expect((await store.escalations.openOf(conversation.id))?.id).toBe(id)
  })

  it('makes one request of many turns at once', async () => {
    const store = await open()
    const { conversation } = await asks(store, { order: undefined })
    const turns = Array.from({ length: 12 }, () =>
      store.conversations.save({
        conversation,
        entries: [],
        desk: { does: 'request', id: randomUUID(), request: request() },
      }),
    )
    expect((await Promise.all(turns)).filter(({ is }) => is === 'saved')).toHaveLength(1)
    expect(await store.escalations.open()).toHaveLength(1)
  })

  it('writes a request nowhere where its turn is not saved', async () => {
    const store = await open()
    const { conversation } = await asks(store, { order: undefined })
    const heard = await store.conversations.hear(conversation.id, said('une personne'))
    const desk: DeskOrder = { does: 'request', id: randomUUID(), request: request() }
    const turn = { conversation, answers: heard.position, entries: [reply('?')], desk }
    const stale = { ...turn, conversation: { ...conversation, version: 7 } }
    expect(await store.conversations.save(stale)).toEqual({ is: 'conflict' })
    await expect(store.conversations.save({ ...turn, answers: 99 })).rejects.toThrow(/Nothing was heard/)
    expect(await store.escalations.open()).toEqual([])
    expect(await store.conversations.save(turn)).toMatchObject({ is: 'saved' })
    expect(await store.conversations.save(turn)).toEqual({ is: 'answered' })
    expect(await store.escalations.open()).toMatchObject([{ id: desk.id, after: heard.position }])
  })

  it('does what a person asks of their request, with the turn in which they do', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    const desk = vi.fn()
    store.news.follow('desk', desk)
    const order = async (desk: DeskOrder, minutes: number) => {
      await turnWith(store, conversation.id, desk, minutesLater(minutes))
      return current(store, escalation.id)
    }
    expect(await order({ does: 'leave', message: 'Je travaille le matin.' }, 1)).toMatchObject({ version: 1 })
    expect(await order({ does: 'leave', message: 'Merci', callBack: '514 555-0123' }, 2)).toMatchObject({
      message: 'Je travaille le matin.\nMerci',
      callBack: '514 555-0123',
    })
    expect(await order({ does: 'raise' }, 3)).toMatchObject({ reason: 'distress', askedAt: escalation.askedAt })
    expect(await order({ does: 'language', language: 'ar' }, 4)).toMatchObject({ language: 'ar', reason: 'distress' })
    await claims(store, await current(store, escalation.id))
    expect((await order({ does: 'wrote' }, 5)).standing).toMatchObject({ personSince: NOON, personAt: minutesLater(5) })
    expect(await order({ does: 'rate', rating: 'yes' }, 6)).not.toHaveProperty('rating')
    expect((await order({ does: 'withdraw' }, 7)).standing).toEqual({
      is: 'closed',
      at: minutesLater(7),
      by: MAUDE,
      outcome: 'withdrawn',
    })
    const rated = await order({ does: 'rate', rating: 'partly' }, 8)
    expect(rated.rating).toBe('partly')
    expect(desk).toHaveBeenCalledTimes(9)
    // Nothing is open, and nothing left to rate: the turn is saved, and the escalation stays as it was.
    for (const nothing of [
      { does: 'withdraw' },
      { does: 'leave', message: 'trop tard' },
      { does: 'raise' },
      { does: 'language', language: 'es' },
      { does: 'wrote' },
      { does: 'rate', rating: 'no' },
    ] as const) {
      expect(await order(nothing, 9)).toEqual(rated)
    }
    expect((await store.conversations.get(conversation.id))?.version).toBe(15)
  })

  it('rates the help that ended last', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    await turnWith(store, conversation.id, { does: 'withdraw' }, minutesLater(1))
    const id = randomUUID()
    await turnWith(store, conversation.id, { does: 'request', id, request: request() })
    await turnWith(store, conversation.id, { does: 'withdraw' }, minutesLater(2))
    await turnWith(store, conversation.id, { does: 'rate', rating: 'yes' })
    expect(await current(store, id)).toMatchObject({ rating: 'yes' })
    expect(await current(store, escalation.id)).not.toHaveProperty('rating')
  })

  it('takes a turn again whose escalation was changed by staff at the same time', async () => {
    const store = await open()
    for (let round = 0; round < 10; round += 1) {
      const id = randomUUID()
      const { conversation: one, escalation: waiting } = await asks(store)
      const [turn, claimed] = await Promise.all([
        store.conversations.save({ conversation: one, entries: [reply(id)], desk: { does: 'withdraw' } }),
        store.escalations.save({ escalation: taken(claim(waiting, MAUDE, NOON)) }),
      ])
      const now = await current(store, waiting.id)
      const lines = (await store.conversations.entries(one.id)).filter(({ text }) => text === id)
      // A turn is saved with what it asks, or not at all.
      expect(lines).toHaveLength(turn.is === 'saved' ? 1 : 0)
      expect(now.standing.is).toBe(turn.is === 'saved' ? 'closed' : 'held')
      expect(now.version).toBe(Number(turn.is === 'saved') + Number(claimed.is === 'saved'))
      // One of the two always goes on.
      expect([turn.is, claimed.is]).toContain('saved')
    }
  })

  it('gives the queue in its order, and what was asked since a moment', async () => {
    const store = await open()
    const asked = [
      await asks(store, { at: minutesLater(3) }),
      await asks(store, { at: minutesLater(1) }),
      await asks(store, { at: minutesLater(4), request: { reason: 'distress' } }),
      await asks(store, { at: minutesLater(2) }),
      await asks(store, { at: minutesLater(5), request: { reason: 'distress' } }),
      await asks(store, { at: minutesLater(2) }),
    ].map(({ escalation }) => escalation)
    const queue = await store.escalations.open()
    expect(queue).toEqual([...asked].sort(inOrder))
    expect(queue.slice(0, 4).map(({ askedAt }) => askedAt)).toEqual([4, 5, 1, 2].map(minutesLater))
    // Whoever is claimed and given back has their place still; whoever is closed has none.
    const first = queue[2] as Escalation
    const held = await claims(store, first)
    expect((await store.escalations.open()).map(({ id }) => id)).toEqual(queue.map(({ id }) => id))
    await store.escalations.save({ escalation: taken(giveBack(held, MAUDE, minutesLater(7))) })
    expect((await store.escalations.open())[2]?.id).toBe(first.id)
    const last = await claims(store, queue[5] as Escalation)
    await store.escalations.save({ escalation: taken(close(last, MAUDE, 'answered', minutesLater(9))) })
    expect((await store.escalations.open()).map(({ id }) => id)).toEqual(queue.slice(0, 5).map(({ id }) => id))
    const since = await store.escalations.since(minutesLater(3))
    expect(since.map(({ askedAt }) => askedAt)).toEqual([3, 4, 5].map(minutesLater))
    expect(since[0]?.standing.is).toBe('closed')
  })

  it('keeps a note once, with its line of the audit, and tells colleagues', async () => {
    const store = await open()
    const { conversation, escalation } = await asks(store)
    const calls: string[] = []
    for (const subject of ['desk', conversation.id]) store.news.follow(subject, () => calls.push(subject))
    const note = {
      id: 'key-1',
      conversation: conversation.id,
      escalation: escalation.id,
      by: MAUDE.id,
      name: MAUDE.name,
      at: minutesLater(2),
      text: 'Parle mieux l’espagnol. \u{1F44D}',
    }
    const line = auditLine({ act: 'note', escalation: escalation.id })
    await Promise.all([1, 2, 3].map(() => store.escalations.note(note, line)))
    await store.escalations.note({ ...note, text: 'autre chose' }, line)
    await store.escalations.note({ ...note, id: 'key-0', at: minutesLater(1), text: 'avant' }, line)
    expect(await store.escalations.notes(conversation.id)).toEqual([
      { ...note, id: 'key-0', at: minutesLater(1), text: 'avant' },
      note,
    ])
    expect(await store.escalations.audited(9)).toEqual([line, line])
    expect(calls).toEqual([conversation.id, 'desk', conversation.id, 'desk'])
    // The same key beside another conversation is another note; the person never hears of any.
    const other = await asks(store)
    await store.escalations.note({ ...note, conversation: other.conversation.id }, line)
    expect(await store.escalations.notes(other.conversation.id)).toHaveLength(1)
    expect(await store.conversations.entries(conversation.id)).toHaveLength(2)
    await expect(store.escalations.note({ ...note, conversation: 'nobody' }, line)).rejects.toThrow(/it was erased/)
    expect(await store.escalations.audited(9)).toHaveLength(3)
  })

  it('keeps the audit newest first, in order within one moment, and forgets what is old', async () => {
    const store = await open()
    const lines = [
      auditLine({ act: 'sign-in' }),
      auditLine({ act: 'view', escalation: 'e-1', detail: 'résumé' }),
      auditLine({ act: 'claim', escalation: 'e-1', at: minutesLater(1) }),
      auditLine({ act: 'claim', escalation: 'e-2', at: minutesLater(1), who: 'passerelle', name: 'Passerelle' }),
      ...Array.from({ length: 12 }, (_, index) =>
        auditLine({ act: 'say', escalation: 'e-2', at: minutesLater(2), detail: `${index}` }),
      ),
    ]
    for (const line of lines) await store.escalations.audit(line)
    const newestFirst = [...lines].reverse()
    expect(await store.escalations.audited(99)).toEqual(newestFirst)
    expect(await store.escalations.audited(5)).toEqual(newestFirst.slice(0, 5))
    expect(await store.escalations.audited(9, 'e-1')).toEqual([lines[2], lines[1]])
    expect(await store.escalations.forgetAudit(minutesLater(1))).toBe(2)
    expect(await store.escalations.forgetAudit(minutesLater(1))).toBe(0)
    expect(await store.escalations.audited(99)).toEqual(newestFirst.slice(0, -2))
  })

  it('erases what was asked and noted with the conversation; the audit stays, and names no conversation', async () => {
    const settings = await freshSettings()
    const store = await open(settings)
    const { conversation, escalation } = await asks(store)
    const other = await asks(store)
    const held = await claims(store, escalation)
    const line = auditLine({ act: 'say', escalation: escalation.id })
    await store.escalations.save({
      escalation: taken(say(held, MAUDE, NOON)),
      entries: [word('un'), word('deux')],
      audit: line,
    })
    await store.escalations.note(
      {
        id: 'n',
        conversation: conversation.id,
        escalation: escalation.id,
        by: MAUDE.id,
        name: 'Maude',
        at: NOON,
        text: 'x',
      },
      line,
    )
    const desk = vi.fn()
    store.news.follow('desk', desk)
    expect(await store.conversations.erase(conversation.id)).toMatchObject({
      conversations: 1,
      entries: 4,
      deliveries: 2,
      escalations: 1,
      notes: 1,
      addresses: 1,
    })
    expect(desk).toHaveBeenCalledTimes(1)
    expect(await store.escalations.get(escalation.id)).toBeUndefined()
    expect(await store.escalations.notes(conversation.id)).toEqual([])
    expect(await store.deliveries.of(conversation.id)).toEqual([])
    expect(await store.escalations.open()).toEqual([other.escalation])
    const late = { escalation: taken(say(held, MAUDE, NOON)), entries: [word('trop tard')] }
    expect(await store.escalations.save(late)).toEqual({ is: 'conflict' })
    expect(await store.conversations.entries(conversation.id)).toEqual([])

    expect(await store.escalations.audited(9, escalation.id)).toEqual([line, line])
    expect(JSON.stringify(await rowsOf(settings, 'select * from audit'))).not.toContain(conversation.id)
  })

  it('leaves nothing behind an eraser who comes while staff write', async () => {
    const store = await open()
    for (let round = 0; round < 10; round += 1) {
      const { conversation, escalation } = await asks(store)
      const held = await claims(store, escalation)
      const note = {
        id: 'n',
        conversation: conversation.id,
        escalation: escalation.id,
        by: MAUDE.id,
        name: 'Maude',
        at: NOON,
        text: 'x',
      }
      await Promise.all([
        store.escalations.save({ escalation: taken(say(held, MAUDE, NOON)), entries: [word('un')] }),
        store.escalations.note(note, auditLine()).catch(() => {}),
        store.conversations.save({ conversation, entries: [], desk: { does: 'leave', message: 'm' } }),
        store.conversations.erase(conversation.id),
        store.deliveries.take('directline', minutesLater(9), 9),
      ])
      expect(await everythingOf(store, conversation.id)).toMatchObject({
        conversation: undefined,
        entries: [],
        escalations: [],
        notes: [],
        deliveries: [],
      })
    }
  })

  it('reads what another release has written with the default that shows the least', async () => {
    const settings = await freshSettings()
    const store = await open(settings)
    const { escalation } = await asks(store)
    const stateIs = (state: unknown) => rowsOf(settings, `update escalations set state = '${JSON.stringify(state)}'`)
    await stateIs({})
    expect(await store.escalations.get(escalation.id)).toEqual({
      id: escalation.id,
      conversation: escalation.conversation,
      standing: { is: 'waiting' },
      reason: 'asked',
      language: 'fr',
      question: '',
      agreed: { to: 'question', wording: '', language: 'fr', at: new Date(0) },
      situation: {},
      after: Number.MAX_SAFE_INTEGER,
      askedAt: NOON,
      told: {},
      version: 0,
    })
    await stateIs({
      ...JSON.parse(JSON.stringify(escalation)),
      standing: { is: 'parked' },
      agreed: { ...escalation.agreed, to: 'all but the names' },
      wanted: { language: 'tlh' },
      mood: 'sunny',
    })
    const read = await current(store, escalation.id)
    expect(read).toMatchObject({ standing: { is: 'waiting' }, agreed: { to: 'question', at: NOON }, mood: 'sunny' })
    expect(read).not.toHaveProperty('wanted', expect.anything())
    // What only a newer release knows is written back.
    await store.escalations.save({ escalation: read })
    const [row] = await rowsOf(settings, 'select state from escalations')
    expect(JSON.parse(String(row?.state))).toMatchObject({ mood: 'sunny' })
  })

  it('comes to a database of the release before with what was there', async () => {
    const settings = await freshSettings()
    const before = await open(settings)
    const conversation = await before.conversations.open(fresh())
    await before.close()
    const since = MIGRATIONS.slice(1).flatMap(({ statements }) => statements)
    const tables = since.flatMap((statement) => /create table (\w+)/.exec(statement)?.[1] ?? [])
    for (const table of tables) await rowsOf(settings, `drop table ${table}`)
    await rowsOf(settings, 'delete from migrations where number > 1')
    const store = await open(settings)
    expect(await rowsOf(settings, 'select * from migrations')).toHaveLength(MIGRATIONS.length)
    expect(await store.conversations.get(conversation.id)).toEqual(conversation)
    await turnWith(store, conversation.id, { does: 'request', id: 'e-1', request: request() })
    expect(await store.escalations.open()).toMatchObject([{ id: 'e-1' }])
  })
})

onPostgres('a note that is written while its conversation is being erased', ({ fresh: freshSettings, open }) => {
  it('waits for the eraser, and is not left behind', async () => {
    const settings = await freshSettings()
    const store = await open(settings)
    const { conversation, escalation } = await asks(store)
    const eraser = new pg.Client({ connectionString: settings.databaseUrl })
    await eraser.connect()
    await eraser.query('begin')
    await eraser.query('delete from conversations')
    const by = { by: MAUDE.id, name: MAUDE.name, at: NOON, text: 'x' }
    const noting = store.escalations
      .note({ id: 'n', conversation: conversation.id, escalation: escalation.id, ...by }, auditLine({ act: 'note' }))
      .then(
        () => 'noted',
        (error: Error) => error.message,
      )
    await vi.waitFor(async () => {
      const waiting = await rowsOf(
        settings,
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
      expect(waiting).toHaveLength(1)
    }, 10_000)
    await eraser.query('delete from notes')
    await eraser.query('commit')
    await eraser.end()
    expect(await noting).toMatch(/it was erased/)
    expect(await rowsOf(settings, 'select * from notes')).toEqual([])
    expect(await store.escalations.audited(9)).toEqual([])
  })
})

/** A conversation in which « une personne » was said, and the request made that it led to. */
async function asks(
  store: Store,
  asked: { at?: Date; request?: Partial<HandoffRequest>; order?: undefined } = {},
): Promise<{ conversation: Conversation; escalation: Escalation }> {
  const { at = NOON } = asked
  const opened = await store.conversations.open(fresh({ lastHeardAt: at }))
  const heard = await store.conversations.hear(opened.id, said('une personne', { at }))
  const id = randomUUID()
  await store.conversations.save({
    conversation: { ...opened, handling: { by: 'nobody-yet', reason: 'asked', since: at } },
    answers: heard.position,
    entries: [reply('Votre demande est enregistrée.', { answers: heard.position })],
    ...('order' in asked ? {} : { desk: { does: 'request', id, request: request(asked.request) } }),
  })
  const conversation = (await store.conversations.get(opened.id)) as Conversation
  return { conversation, escalation: (await store.escalations.get(id)) as Escalation }
}

/** One more turn of a conversation, which answers nothing. */
async function turnWith(store: Store, id: string, desk: DeskOrder, at: Date = NOON) {
  const conversation = (await store.conversations.get(id)) as Conversation
  return store.conversations.save({ conversation: { ...conversation, lastHeardAt: at }, entries: [], desk })
}

async function claims(store: Store, escalation: Escalation): Promise<Escalation> {
  const saved = await store.escalations.save({ escalation: taken(claim(escalation, MAUDE, NOON)) })
  if (saved.is !== 'saved') throw new Error(saved.is)
  return saved.escalation
}

async function current(store: Store, id: string): Promise<Escalation> {
  const found = await store.escalations.get(id)
  if (!found) throw new Error(`${id} is not there`)
  return found
}

async function everythingOf(store: Store, id: string) {
  return {
    conversation: await store.conversations.get(id),
    entries: await store.conversations.entries(id),
    escalations: await store.escalations.of(id),
    notes: await store.escalations.notes(id),
    deliveries: await store.deliveries.of(id),
    audit: await store.escalations.audited(99),
  }
}

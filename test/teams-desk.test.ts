import { randomUUID } from 'node:crypto'
import { AdaptiveCard } from 'adaptivecards'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDelivery } from '../src/channel/deliver.ts'
import { openCounsellors } from '../src/channel/teams/counsellors/open.ts'
import type { Escalation } from '../src/desk/escalation.ts'
import {
  type Asked,
  type ChannelHouse,
  channelHouse,
  clockForTests,
  type Loopback,
  loopback,
  request,
  until,
} from './channel-house.ts'
import { folderForData } from './open-house.ts'

const DESK = '19:desk@thread.tacv2'
const WEB = { id: 'maude', name: 'Maude' }
const JEANNE = { id: '29:jeanne', aadObjectId: 'aad-jeanne', name: 'Jeanne' }
const PAUL = { id: '29:paul', aadObjectId: 'aad-paul', name: 'Paul' }
const clock = clockForTests()

let teams: Loopback
let person: Loopback
let here: ChannelHouse
let closing: (() => Promise<void>)[] = []
beforeAll(async () => {
  teams = await loopback()
  person = await loopback()
  here = await openHere()
})
afterAll(async () => {
  await closeHere()
  await teams.close()
  await person.close()
})

const dataDir = folderForData()
async function openHere(): Promise<ChannelHouse> {
  // Two of them, as in two processes: what they do outside must not be done twice.
  let counsellors: readonly ReturnType<typeof openCounsellors>[] = []
  const opened = await channelHouse({
    now: clock.now,
    dataDir,
    counsellors: (house, { voice }) => {
      const open = () =>
        openCounsellors({
          ...house.store,
          conversation: `${teams.url}/v3/conversations/${DESK}`,
          appId: '',
          publicUrl: 'https://passerelle.example',
          desk: house.desk,
          voice,
          now: clock.now,
          onError: (error) => void troubles.push(error),
          everyMs: 50,
        })
      counsellors = [open(), open()]
      return counsellors[0]
    },
  })
  const delivery = openDelivery({
    ...opened.house.store,
    voice: opened.teams.voice,
    now: clock.now,
    onError: (error) => void troubles.push(error),
    everyMs: 50,
  })
  closing = [
    async () => void (await Promise.all(counsellors.map((each) => each.close()))),
    delivery.close,
    opened.close,
  ]
  return opened
}
const troubles: unknown[] = []
async function closeHere() {
  for (const close of closing) await close()
}

type Card = {
  version: string
  fallbackText: string
  body: { type: string; text?: string; inlines?: { text: string }[]; facts?: { title: string; value: string }[] }[]
  actions: {
    type: string
    title: string
    verb?: string
    data?: object
    url?: string
    fallback?: { type: string; data: object }
  }[]
}
const cardIn = ({ body }: Asked) => (body.attachments as { content: Card }[] | undefined)?.[0]?.content
const buttons = (card: Card | undefined) => card?.actions.map(({ title }) => title)
const wordsOf = (card: Card | undefined) =>
  (card?.body ?? [])
    .flatMap(({ text, inlines, facts }) => [
      text,
      ...(inlines ?? []).map((run) => run.text),
      ...(facts ?? []).map(({ title, value }) => `${title}: ${value}`),
    ])
    .join('\n')
    .replaceAll('\u00a0', ' ')

/** A person who has asked for somebody, and whose card was posted. */
async function posted(more: { question?: string; shares?: string } = {}) {
  const id = `c-${randomUUID()}`
  const wayBack = {
    channelId: 'emulator',
    serviceUrl: person.url,
    conversation: { id },
    bot: { id: 'bot', name: 'Passerelle' },
    user: { id: 'someone' },
  }
  const escalation = await request(
    here.house,
    { channel: 'emulator', conversation: id, wayBack },
    { now: clock.now, ...more },
  )
  const [asked] = await teams.until(
    (each) => each.method === 'POST' && JSON.stringify(each.body).includes(escalation.id),
  )
  if (!asked) throw new Error('No card was posted.')
  const root = `posted-${teams.asked.indexOf(asked) + 1}`
  await until(async () => here.house.store.postings.byActivity('teams', root))
  return { escalation, asked, card: cardIn(asked), root, id }
}

const activity = (more: Record<string, unknown>) => ({
  id: randomUUID(),
  channelId: 'msteams',
  serviceUrl: teams.url,
  recipient: { id: 'bot', name: 'Passerelle' },
  ...more,
})
const thread = (root: string) => ({ id: `${DESK};messageid=${root}`, isGroup: true, conversationType: 'channel' })

async function press(from: object, root: string, verb: string, data: object) {
  const answer = await here.post(
    activity({
      type: 'invoke',
      name: 'adaptiveCard/action',
      from,
      conversation: thread(root),
      replyToId: root,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    }),
  )
  return { status: answer.status, body: (await answer.json()) as { statusCode: number; type: string; value: unknown } }
}
const write = (from: object, root: string, text: string, more: Record<string, unknown> = {}) =>
  here.post(activity({ type: 'message', from, conversation: thread(root), text, ...more }))

const inThread = (root: string) => (asked: Asked) => asked.path.includes(`${DESK};messageid=${root}/activities`)
const updates = (root: string, title: string) => (asked: Asked) =>
  asked.method === 'PUT' && asked.path.endsWith(`/activities/${root}`) && wordsOf(cardIn(asked)).includes(title)
const stands = (escalation: Escalation) =>
  here.house.store.escalations.get(escalation.id).then((found) => found?.standing)

describe('a request in the counsellors’ channel', () => {
  it('is posted as a card with its reason, language and brief, and buttons that every client has', async () => {
    const { card, escalation, asked } = await posted({
      question: 'Combien coûte une [évaluation](http://mal.example) ?',
    })
    expect(asked.path).toBe(`/v3/conversations/${DESK}/activities`)
    expect(card?.version).toBe('1.5')
    expect(buttons(card)).toEqual(['Prendre en charge', 'Ouvrir dans le bureau'])
    expect(card?.actions[0]).toMatchObject({
      type: 'Action.Execute',
      verb: 'claim',
      data: { escalation: escalation.id },
      fallback: { type: 'Action.Submit', data: { verb: 'claim', escalation: escalation.id } },
    })
    expect(card?.actions[1]?.url).toBe(`https://passerelle.example/desk/${escalation.id}`)
    const words = wordsOf(card)
    for (const each of ['La personne demande', 'français', 'Toute la conversation', 'En attente', 'Combien coûte'])
      expect(words).toContain(each)
    // A person's words are no Markdown: nothing of theirs becomes a link.
    expect(card?.body.find(({ type }) => type === 'RichTextBlock')?.inlines?.[0]?.text).toContain('[évaluation](http')
    const checked = new AdaptiveCard()
    checked.parse(card)
    expect(checked.validateProperties().validationEvents).toEqual([])
    expect(JSON.stringify(asked.body).length).toBeLessThan(50_000)
  })

  it('is taken by a button once, whoever presses it again, and the card changes for everyone', async () => {
    const { escalation, root } = await posted()
    const first = await press(JEANNE, root, 'claim', { escalation: escalation.id })
    expect(first).toMatchObject({
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' },
    })
    const card = first.body.value as Card
    expect(wordsOf(card)).toContain('Prise en charge par Jeanne')
    expect(buttons(card)).toEqual(['Clore', "Remettre à l'assistant", 'Rendre à la file', 'Ouvrir dans le bureau'])
    const again = await press(JEANNE, root, 'claim', { escalation: escalation.id })
    expect(again.body.value).toEqual(first.body.value)
    expect(await stands(escalation)).toMatchObject({ is: 'held', by: { id: 'teams:aad-jeanne', name: 'Jeanne' } })
    const [updated] = await teams.until(updates(root, 'Prise en charge par Jeanne'))
    expect(cardIn(updated as Asked)).toEqual(card)
    const other = await press(PAUL, root, 'claim', { escalation: escalation.id })
    expect(other.body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Jeanne a déjà pris cette conversation.',
    })
  })

  it('is taken by Action.Submit where a client knows no other, and who comes second reads it in the thread', async () => {
    const { escalation, root } = await posted()
    const value = { verb: 'claim', escalation: escalation.id }
    expect((await write(JEANNE, root, '', { value, replyToId: root })).status).toBe(200)
    expect(await stands(escalation)).toMatchObject({ is: 'held', by: { name: 'Jeanne' } })
    await write(PAUL, root, '', { value, replyToId: root })
    const [told] = await teams.until(
      (asked) => inThread(root)(asked) && /Jeanne a déjà pris/.test(String(asked.body.text)),
    )
    expect(told?.body).toMatchObject({ type: 'message' })
  })

  it('changes when it is taken, given back and closed on the desk’s page', async () => {
    const { escalation, root } = await posted()
    await here.house.desk.claim(escalation.id, WEB, clock.now())
    const [taken] = await teams.until(updates(root, 'Prise en charge par Maude'))
    expect(buttons(cardIn(taken as Asked))).toEqual(['Ouvrir dans le bureau'])
    await here.house.desk.giveBack(escalation.id, WEB, clock.now(), { language: 'es' })
    const [waits] = await teams.until(updates(root, 'En attente de quelqu’un qui parle espagnol'))
    expect(buttons(cardIn(waits as Asked))).toContain('Prendre en charge')
    await here.house.desk.claim(escalation.id, WEB, clock.now())
    await here.house.desk.close(escalation.id, WEB, 'answered', clock.now())
    const [closed] = await teams.until(updates(root, 'Close par Maude : réponse donnée'))
    const card = cardIn(closed as Asked)
    expect(card?.actions).toEqual([])
    expect(wordsOf(card)).not.toContain('PAFFARC')
  })
})

describe('the thread of a request', () => {
  const heard = (id: string, text: string) => (asked: Asked) =>
    asked.path === `/v3/conversations/${id}/activities` && String(asked.body.text).includes(text)

  it('carries the words of whoever holds it to the person, once, and the person’s words back, in order', async () => {
    const { escalation, root, id } = await posted()
    await press(JEANNE, root, 'claim', { escalation: escalation.id })
    const word = activity({
      type: 'message',
      from: JEANNE,
      conversation: thread(root),
      text: '<at>Passerelle</at> Bonjour, je vous lis.',
    })
    await Promise.all([here.post(word), here.post(word)])
    await here.post(word)
    const [told] = await person.until(heard(id, 'je vous lis'))
    expect(told?.body).toMatchObject({
      text: '**Jeanne**\n\nBonjour, je vous lis.',
      from: { name: 'Jeanne' },
      channelData: { passerelle: { status: 'counsellor' } },
    })
    for (const text of ['un', 'deux', 'trois', 'quatre']) await here.says(person.url, id, text)
    const relayed = await teams.until(
      (asked) => inThread(root)(asked) && /^La personne/.test(String(asked.body.text)),
      4,
    )
    expect(relayed.map(({ body }) => body.text)).toEqual(
      ['un', 'deux', 'trois', 'quatre'].map((text) => `La personne\u00a0: ${text}`),
    )
    expect(relayed[0]?.body.textFormat).toBe('plain')
    expect(person.asked.filter(heard(id, 'je vous lis'))).toHaveLength(1)
  })

  it('refuses the words of whoever does not hold it, with a sentence, and the person reads nothing', async () => {
    const { escalation, root, id } = await posted()
    await write(PAUL, root, 'Personne ne me lira')
    await teams.until((asked) => inThread(root)(asked) && /choisissez d’abord/.test(String(asked.body.text)))
    await press(JEANNE, root, 'claim', { escalation: escalation.id })
    await write(PAUL, root, 'Moi non plus')
    await teams.until((asked) => inThread(root)(asked) && /prise en charge par Jeanne/.test(String(asked.body.text)))
    await write(JEANNE, root, 'Voici la suite.')
    await person.until(heard(id, 'Voici la suite'))
    expect(person.asked.some(({ body }) => /me lira|non plus/.test(String(body.text)))).toBe(false)
    await write(JEANNE, root, '', {
      attachments: [{ contentType: 'image/png', contentUrl: 'https://x.example/a.png' }],
    })
    await teams.until((asked) => inThread(root)(asked) && /Seul le texte/.test(String(asked.body.text)))
    await write(JEANNE, root, 'Bonjour {prénom}')
    await teams.until((asked) => inThread(root)(asked) && /accolades/.test(String(asked.body.text)))
  })

  it.each([
    ['/clore', 'answered'],
    ['/remettre', 'handed-back'],
  ])('ends with %s, and says so', async (command, outcome) => {
    const { escalation, root } = await posted()
    await write(JEANNE, root, '/prendre')
    expect(await stands(escalation)).toMatchObject({ is: 'held' })
    await teams.until(updates(root, 'Prise en charge par Jeanne'))
    await write(JEANNE, root, `<at>Passerelle</at> ${command}`)
    expect(await stands(escalation)).toMatchObject({ is: 'closed', outcome, by: { name: 'Jeanne' } })
    await teams.until((asked) => inThread(root)(asked) && /La conversation est close/.test(String(asked.body.text)))
    await write(JEANNE, root, 'Encore un mot')
    await teams.until((asked) => inThread(root)(asked) && /est close\. Votre message/.test(String(asked.body.text)))
  })

  it('ends by its buttons, with the outcome that was chosen; goes back to the queue by another', async () => {
    const { escalation, root } = await posted()
    await press(JEANNE, root, 'claim', { escalation: escalation.id })
    await press(JEANNE, root, 'give-back', { escalation: escalation.id })
    expect(await stands(escalation)).toMatchObject({ is: 'waiting' })
    await press(PAUL, root, 'claim', { escalation: escalation.id })
    const refused = await press(JEANNE, root, 'close', { escalation: escalation.id })
    expect(refused.body.value).toContain('Paul')
    await press(PAUL, root, 'close', { escalation: escalation.id, outcome: 'referred' })
    expect(await stands(escalation)).toMatchObject({ is: 'closed', outcome: 'referred' })
    await teams.until(updates(root, 'Close par Paul : personne dirigée ailleurs'))
  })

  it('is not the counter: nothing said in the channel opens a conversation or reaches an assistant', async () => {
    const before = teams.asked.length
    const stray = randomUUID()
    for (const more of [
      { type: 'message', text: 'bonjour', conversation: { id: DESK } },
      { type: 'message', text: 'bonjour', conversation: thread(stray) },
      { type: 'conversationUpdate', membersAdded: [{ id: 'new' }], conversation: { id: DESK } },
      { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], conversation: thread(stray) },
    ])
      expect((await here.post(activity({ from: PAUL, ...more }))).status).toBe(200)
    for (const conversation of [DESK, thread(stray).id])
      expect(await here.house.store.conversations.find({ channel: 'msteams', conversation })).toBeUndefined()
    expect(teams.asked.slice(before).filter(({ path }) => path.includes(stray))).toEqual([])
  })

  it('answers a button that it does not know, or that is malformed, with an error of its own', async () => {
    const { root } = await posted()
    for (const data of [{}, { escalation: '' }, { escalation: 7 }]) {
      const { status, body } = await press(PAUL, root, 'claim', data)
      expect({ status, statusCode: body.statusCode }).toEqual({ status: 200, statusCode: 400 })
    }
    expect((await press(PAUL, root, 'dance', { escalation: 'x' })).body.statusCode).toBe(400)
    expect((await press(PAUL, root, 'claim', { escalation: 'x' })).body.value).toContain('n’existe plus')
    const unknown = await here.post(
      activity({ type: 'invoke', name: 'task/fetch', from: PAUL, conversation: thread(root) }),
    )
    expect(unknown.status).toBe(501)
  })
})

describe('what goes wrong outside', () => {
  it('is tried again: a card that Teams refused is posted later, once', async () => {
    teams.answers(502, 502)
    const id = `c-${randomUUID()}`
    const escalation = await request(here.house, { channel: 'emulator', conversation: id }, { now: clock.now })
    const mine = (asked: Asked) => asked.method === 'POST' && JSON.stringify(asked.body).includes(escalation.id)
    const failed = (times: number) =>
      until(async () =>
        (await here.house.store.postings.left('teams')).some(
          (posting) => posting.escalation === escalation.id && posting.tries === times,
        ),
      )
    await failed(1)
    clock.pass(5_000)
    await failed(2)
    clock.pass(15_000)
    await teams.until(mine, 3)
    await until(
      async () =>
        (await here.house.store.postings.left('teams')).find((posting) => posting.escalation === escalation.id)
          ?.activity,
    )
    clock.pass(60_000)
    await here.house.desk.claim(escalation.id, WEB, clock.now())
    await teams.until(
      (asked) => asked.method === 'PUT' && JSON.stringify(asked.body).includes('Prise en charge par Maude'),
    )
    expect(teams.asked.filter(mine)).toHaveLength(3)
  })

  it('and a restart neither posts a card twice nor loses a word', async () => {
    const { escalation, root, id } = await posted()
    await press(JEANNE, root, 'claim', { escalation: escalation.id })
    await here.says(person.url, id, 'avant')
    await teams.until((asked) => inThread(root)(asked) && /avant/.test(String(asked.body.text)))
    const [, , ...stopped] = closing
    await closing[0]?.()
    await here.says(person.url, id, 'pendant')
    await closing[1]?.()
    for (const close of stopped) await close()
    here = await openHere()
    await here.says(person.url, id, 'après')
    await teams.until((asked) => inThread(root)(asked) && /après/.test(String(asked.body.text)))
    const words = teams.asked.filter(inThread(root)).map(({ body }) => String(body.text))
    expect(words.filter((text) => /La personne/.test(text)).map((text) => text.split(' ').at(-1))).toEqual([
      'avant',
      'pendant',
      'après',
    ])
    expect(
      teams.asked.filter(
        (asked) => asked.method === 'POST' && JSON.stringify(asked.body).includes(`"${escalation.id}"`),
      ),
    ).toHaveLength(1)
  })

  it('what a person has erased is taken away from the channel as well', async () => {
    const { escalation, root, id } = await posted()
    await press(JEANNE, root, 'claim', { escalation: escalation.id })
    await here.says(person.url, id, 'à oublier')
    const [relayed] = await teams.until((asked) => inThread(root)(asked) && /oublier/.test(String(asked.body.text)))
    const word = `posted-${teams.asked.indexOf(relayed as Asked) + 1}`
    await here.house.store.conversations.erase(escalation.conversation)
    await teams.until(({ method, path }) => method === 'DELETE' && path.endsWith(`/activities/${word}`))
    await teams.until(({ method, path }) => method === 'DELETE' && path.endsWith(`/activities/${root}`))
    await until(async () => !(await here.house.store.postings.byActivity('teams', root)))
  })
})

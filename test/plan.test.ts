import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import restify, { type Server } from 'restify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dialogs } from '../dialogs/index.ts'
import { renderReply } from '../src/channel/render.ts'
import type { Reply } from '../src/conversation/channel.ts'
import type { Conversation } from '../src/conversation/conversation.ts'
import { planReply } from '../src/conversation/plan-reply.ts'
import type { Outcome, Resources, Said } from '../src/conversation/responder.ts'
import { takeTurn } from '../src/conversation/take-turn.ts'
import { articlesOf, makePlan } from '../src/dialog/plan.ts'
import { readShelf } from '../src/dialog/shelf.ts'
import type { Situation } from '../src/dialog/situation.ts'
import { HOUSE, type House, openHouse } from '../src/house.ts'
import type { Content } from '../src/knowledge/content.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { LANGUAGES, type Language } from '../src/language/languages.ts'
import { readPhrases } from '../src/language/phrases.ts'
import { open } from '../src/main.ts'
import { planRoutes } from '../src/page/plan-routes.ts'
import { openPlanTokens, PLAN_DAYS } from '../src/page/plan-token.ts'
import { readSettings } from '../src/settings.ts'
import { readRemembered, readReply, writeRemembered, writeReply } from '../src/store/remembered.ts'
import { openBrowser } from './browser.ts'
import { freePort } from './open-house.ts'

/** The package's own module cannot be imported by Node; its bundle says the same. */
const { AdaptiveCard, SerializationContext, Versions } = createRequire(import.meta.url)(
  'adaptivecards/dist/adaptivecards.js',
) as typeof import('adaptivecards')

const SECRET = 'a secret of thirty-two letters or more'
const NOW = new Date('2026-11-23T15:00:00Z')
const DAY_MS = 24 * 60 * 60 * 1000
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A nurse who has just arrived, and an engineer who was already evaluated: what they said, by question. */
const NURSE: Situation = {
  who: 'person',
  where: 'quebec',
  status: 'resident',
  trade: 'nurse',
  trained: 'elsewhere',
  progress: 'nothing',
  french: 'some',
  money: 'fees',
}
const ENGINEER: Situation = { ...NURSE, trade: 'engineer', status: 'protected', progress: 'evaluated', money: 'living' }
const ELECTRICIAN: Situation = { ...NURSE, trade: 'electrician' }
const EMPLOYER: Situation = { who: 'employer' }

const [content, phrases, shelf] = await Promise.all([
  readContent(`${HOUSE}knowledge`),
  readPhrases(`${HOUSE}dialogs/phrases`),
  readShelf(`${HOUSE}dialogs`, dialogs),
])
const library = buildLibrary(content, 1)
const tokens = openPlanTokens(SECRET)

function resourcesWith(other: Partial<Resources> = {}): Resources {
  const planLink = (id: string, now: Date) => `https://exemple.qc.ca/plan/${tokens.write(id, now)}`
  return { library, phrases, shelf, retentionDays: 90, planLink, ...other }
}

function conversation(situation: Situation, language: Language = 'fr'): Conversation {
  return {
    id: 'conversation-1',
    address: { channel: 'test', conversation: 'place-1' },
    language,
    languageFrom: 'chosen',
    handling: { by: 'assistant' },
    offers: [],
    situation: { attestation: 'yes', ...situation },
    unsureInARow: 0,
    welcomed: true,
    person: { id: 'person-4711', name: 'Amal Haddad' },
    startedAt: NOW,
    lastHeardAt: NOW,
    version: 1,
  }
}

/** The plan of a situation, as it is told in the conversation. */
function told(
  situation: Situation,
  language: Language = 'fr',
  resources = resourcesWith(),
): Outcome & { reply: Reply } {
  const plan = makePlan(resources.library, shelf.occupations.derive(situation))
  const outcome = planReply(plan, 'my-path', conversation(situation, language), resources)
  const [reply] = outcome.replies
  if (!reply) throw new Error('A plan must be a reply.')
  return { ...outcome, reply }
}

describe('the token of a printable plan', () => {
  it('opens its conversation until its time is over, to the millisecond', () => {
    const token = tokens.write('conversation-1', NOW)
    const expires = new Date(NOW.getTime() + PLAN_DAYS * DAY_MS)
    expect(tokens.read(token, NOW)).toEqual({ is: 'good', conversation: 'conversation-1', made: NOW, expires })
    expect(tokens.read(token, new Date(expires.getTime() - 1)).is).toBe('good')
    expect(tokens.read(token, expires)).toEqual({ is: 'expired', conversation: 'conversation-1' })
  })

  it('is wrong as soon as one letter of it is another', () => {
    const token = tokens.write('conversation-1', NOW)
    const others = [...token].map(
      (letter, at) => token.slice(0, at) + (letter === 'A' ? 'B' : 'A') + token.slice(at + 1),
    )
    // The last letter of a signature holds two spare bits: another spelling of the same bytes is refused as well.
    const spare = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map(
      (letter) => token.slice(0, -1) + letter,
    )
    for (const other of [...others, ...spare])
      if (other !== token) expect(tokens.read(other, NOW), other).toEqual({ is: 'wrong' })
  })

  it('cannot be made with another secret, nor be taken from another conversation or time', () => {
    const [id, expiry, signature] = tokens.write('conversation-1', NOW).split('.')
    const [otherId, otherExpiry] = tokens.write('conversation-2', new Date(NOW.getTime() + 1)).split('.')
    expect(openPlanTokens(`${SECRET}!`).read(`${id}.${expiry}.${signature}`, NOW)).toEqual({ is: 'wrong' })
    expect(tokens.read(`${otherId}.${expiry}.${signature}`, NOW)).toEqual({ is: 'wrong' })
    expect(tokens.read(`${id}.${otherExpiry}.${signature}`, NOW)).toEqual({ is: 'wrong' })
    for (const text of ['', '.', '..', 'nope', `${id}.${expiry}`, `${id}.${expiry}.${signature}.x`, 'a'.repeat(5000)]) {
      expect(tokens.read(text, NOW), text.slice(0, 40)).toEqual({ is: 'wrong' })
    }
  })
})

describe('a plan in the conversation', () => {
  it('names at most five steps of a stage, each with its answers and whom to reach', () => {
    const { reply } = told(NURSE)
    const plan = makePlan(library, shelf.occupations.derive(NURSE))
    expect(Math.max(...Object.values(plan.steps).map((steps) => steps.length))).toBeGreaterThan(3)
    for (const stage of reply.text.split(/^\*\*(?=Maintenant|Ensuite|Plus tard)/m).slice(1)) {
      expect(stage.match(/^\d+\. /gm)?.length).toBeLessThanOrEqual(5)
    }
    expect(reply.text).toContain('*Parce que : français « Je parle un peu français ».*')
    expect(reply.text).toContain("Qui joindre : L'OIIQ, [site de l'OIIQ](https://www.oiiq.org/")
    expect(reply.text).toContain("n'est pas une décision")
  })

  it('leads to its printable page, where there is one', () => {
    const link = /\]\(https:\/\/exemple\.qc\.ca\/plan\/([^)]+)\)/.exec(told(NURSE).reply.text)?.[1] ?? ''
    expect(tokens.read(link, NOW)).toMatchObject({ is: 'good', conversation: 'conversation-1', made: NOW })
    expect(told(NURSE, 'fr', resourcesWith({ planLink: undefined })).reply.text).not.toContain('/plan/')
  })

  it('does not tell a person of programs for others: another role, another trade', () => {
    const titles = ['regulators-program', 'nursing-assistant-support'].map(
      (id) => library.articles.get(id)?.texts.fr?.title ?? id,
    )
    const { ruledOut } = makePlan(library, shelf.occupations.derive(NURSE))
    expect(ruledOut.map(({ article }) => article)).toEqual(
      expect.arrayContaining(['regulators-program', 'nursing-assistant-support']),
    )
    const { text } = told(NURSE).reply
    for (const title of titles) expect(text).not.toContain(title)
    expect(text).toContain(
      "Le PAFFARC, aide financière pour la formation d'appoint (besoin d'argent « Payer les frais ou les examens »)",
    )
  })

  it('puts who decides about a trade before the counters for everybody', () => {
    for (const situation of [NURSE, ELECTRICIAN, ENGINEER]) {
      const plan = makePlan(library, shelf.occupations.derive(situation))
      for (const steps of Object.values(plan.steps)) {
        const contacts = steps
          .map(({ article }) => article)
          .filter((id) => library.articles.get(id)?.kind === 'contact')
        const ranks = contacts.map((id) =>
          ['qualifications-quebec', 'accompagnement-quebec', 'services-quebec', 'mifi'].indexOf(id),
        )
        expect(ranks).toEqual([...ranks].sort((one, other) => one - other))
      }
    }
    const now = makePlan(library, shelf.occupations.derive(ELECTRICIAN)).steps.now.map(({ article }) => article)
    expect(now).toContain('ccq')
    expect(now.indexOf('ccq')).toBeLessThan(now.indexOf('qualifications-quebec'))
  })
})

describe('a plan in Teams', () => {
  const situations = [NURSE, ENGINEER, ELECTRICIAN, EMPLOYER, { ...NURSE, progress: 'skipped', money: 'skipped' }]
  const cases = LANGUAGES.flatMap((language) => situations.map((situation, at) => [language, at, situation] as const))

  it.each(cases)(
    'is a card that the library reads without complaint, and small (%s, %i)',
    (language, _at, situation) => {
      const activity = renderReply(told(situation, language).reply, 'msteams')
      expect(Buffer.byteLength(JSON.stringify(activity))).toBeLessThan(25_000)
      const [attachment] = activity.attachments ?? []
      expect(attachment?.contentType).toBe('application/vnd.microsoft.card.adaptive')
      const context = new SerializationContext(Versions.v1_5)
      const card = new AdaptiveCard()
      // The library tests « lang » by a pattern that remembers where it stopped, and so refuses every second card.
      const { regEx } = AdaptiveCard.langProperty
      if (regEx) regEx.lastIndex = 0
      card.parse(attachment?.content, context)
      expect(card.validateProperties().validationEvents.map(({ message }) => message)).toEqual([])
      expect(Array.from({ length: context.eventCount }, (_, index) => context.getEventAt(index).message)).toEqual([])
      expect(card.version.compareTo(Versions.v1_5)).toBeLessThanOrEqual(0)
      expect(attachment?.content.fallbackText.length).toBeGreaterThan(50)
      expect(attachment?.content.rtl).toBe(language === 'ar')
    },
  )

  it('holds a container for each stage, with the steps, their reasons and their sources', () => {
    const { reply } = told(NURSE)
    const [attachment] = renderReply(reply, 'msteams').attachments ?? []
    const headings = ['Maintenant', 'Ensuite', 'Plus tard']
    const containers: { type: string; items: { text: string }[] }[] = attachment?.content.body
    const stages = containers.filter(
      ({ type, items }) => type === 'Container' && headings.includes(items[0]?.text ?? ''),
    )
    expect(stages.map(({ items }) => items[0]?.text)).toEqual(headings)
    const text = JSON.stringify(stages[0]).replaceAll('\u00a0', ' ')
    expect(text).toContain("2 · L'OIIQ, l'ordre des infirmières et infirmiers")
    expect(text).toContain('Parce que : métier « infirmi')
    expect(text).toContain('](https://www.oiiq.org/')
    expect(JSON.stringify(containers)).toContain("n'est pas une décision")
  })

  it('opens the printable page, and says a first step as if it had been typed', () => {
    const { reply } = told(NURSE)
    const activity = renderReply(reply, 'msteams')
    const actions: Record<string, unknown>[] = activity.attachments?.[0]?.content.actions
    expect(actions[0]).toMatchObject({
      type: 'Action.OpenUrl',
      url: expect.stringContaining('https://exemple.qc.ca/plan/'),
    })
    const first = reply.choices?.[0]?.label
    expect(actions[1]).toMatchObject({ title: first, data: { msteams: { type: 'imBack', value: first } } })
    expect(activity.text).toBeUndefined()
  })

  it('is a text elsewhere', () => {
    const { reply } = told(NURSE)
    const activity = renderReply(reply, 'directline')
    expect(activity.attachments).toBeUndefined()
    expect(activity.text).toContain('**Maintenant**')
  })

  it('is kept with its reply', () => {
    const { reply } = told(ENGINEER, 'ar')
    expect(readReply(writeReply(reply))).toEqual(reply)
  })
})

describe('what changed in a plan', () => {
  const made = new Map<string, Library>()

  /** A library in which these articles have other words or figures, or are gone. */
  function changed(changes: { titles?: string[]; facts?: string[]; gone?: string[] }): Library {
    const known = made.get(JSON.stringify(changes))
    if (known) return known
    const { titles = [], facts = [], gone = [] } = changes
    const articles = content.articles
      .filter(({ id }) => !gone.includes(id))
      .map((article) => {
        const { fr } = article.texts
        if (titles.includes(article.id) && fr)
          return { ...article, texts: { ...article.texts, fr: { ...fr, title: `${fr.title} (revu)` } } }
        if (!facts.includes(article.id)) return article
        const all = Object.entries(article.about.facts ?? {})
        const dialled = all.map(
          ([name, fact]) => [name, 'phone' in fact ? { ...fact, phone: '514 555-0199' } : fact] as const,
        )
        return { ...article, about: { ...article.about, facts: Object.fromEntries(dialled) } }
      })
    const other = buildLibrary({ ...content, articles } satisfies Content, 2)
    made.set(JSON.stringify(changes), other)
    return other
  }

  const says = (text: string): Said => ({
    address: { channel: 'test', conversation: 'place-1' },
    activityId: text,
    kind: 'message',
    text,
    person: { id: 'person-4711' },
    at: NOW,
    redacted: false,
  })
  const seen = (language: Language = 'fr') => told(NURSE, language).conversation
  const NOTICE = 'Des fiches de votre plan ont changé'

  it('is told once, before the next answer, by the titles of the articles', async () => {
    const resources = resourcesWith({ library: changed({ titles: ['order-oiiq'] }) })
    const first = await takeTurn(says('merci'), seen(), resources)
    expect(first.replies).toHaveLength(2)
    expect(first.replies[0]?.text).toContain(NOTICE)
    expect(first.replies[0]?.text).toContain("- L'OIIQ, l'ordre des infirmières et infirmiers (revu)")
    expect(first.replies[0]?.text.match(/^- /gm)).toHaveLength(1)
    expect(first.replies[1]?.text).toBe(phrases.say('you-are-welcome', 'fr'))
    const second = await takeTurn(says('merci'), first.conversation, resources)
    expect(second.replies.map(({ text }) => text)).toEqual([phrases.say('you-are-welcome', 'fr')])
  })

  it.each(LANGUAGES)('offers the plan again in words that are understood (%s)', async (language) => {
    const resources = resourcesWith({ library: changed({ titles: ['order-oiiq'] }) })
    const first = await takeTurn(says('...?!? 1'), seen(language), resources)
    const again = first.replies[0]?.choices?.[0]?.label ?? ''
    expect(phrases.list('told.plan', language).map((way) => way.toLowerCase())).toContain(again.toLowerCase())
    expect(first.replies[0]?.text.toLowerCase()).toContain(again.toLowerCase())
    const plan = await takeTurn(says(again), first.conversation, resources)
    expect(plan.replies.at(-1)?.plan).toBeDefined()
  })

  it('is told of a figure that changed without the words around it', async () => {
    const outcome = await takeTurn(says('merci'), seen(), resourcesWith({ library: changed({ facts: ['oqlf'] }) }))
    expect(outcome.replies[0]?.text).toContain('- La preuve de français pour un ordre professionnel')
  })

  it('is told of articles that are gone', async () => {
    const resources = resourcesWith({ library: changed({ gone: ['recognition-loans'] }) })
    const outcome = await takeTurn(says('merci'), seen(), resources)
    expect(outcome.replies[0]?.text).toContain(phrases.say('plan.gone', 'fr', { gone: 1 }))
    expect((await takeTurn(says('merci'), outcome.conversation, resources)).replies).toHaveLength(1)
  })

  it('names five articles at most, and says how many more', async () => {
    const all = articlesOf(makePlan(library, shelf.occupations.derive(NURSE)))
    const outcome = await takeTurn(says('merci'), seen(), resourcesWith({ library: changed({ titles: all }) }))
    expect(outcome.replies[0]?.text.match(/^- /gm)).toHaveLength(6)
    expect(outcome.replies[0]?.text).toContain(`(${all.length - 5})`)
  })

  it('says nothing of another publication that leaves the plan as it was', async () => {
    const outside = [...library.articles.keys()].filter(
      (id) => !articlesOf(makePlan(library, shelf.occupations.derive(NURSE))).includes(id),
    )
    const outcome = await takeTurn(
      says('merci'),
      seen(),
      resourcesWith({ library: changed({ titles: outside.slice(0, 20) }) }),
    )
    expect(outcome.replies).toHaveLength(1)
  })

  it('waits while a counsellor speaks, while danger is answered, and is nothing to who is forgotten', async () => {
    const resources = resourcesWith({ library: changed({ titles: ['order-oiiq'] }) })
    const held = { ...seen(), handling: { by: 'counsellor', name: 'Maude', since: NOW } } as const
    expect((await takeTurn(says('merci'), held, resources)).replies).toEqual([])
    const danger = await takeTurn(says('je veux me tuer'), seen(), resources)
    expect(danger.replies[0]?.status).toBe('emergency')
    expect((await takeTurn(says('merci'), danger.conversation, resources)).replies[0]?.text).toContain(NOTICE)
    const forgotten = await takeTurn(says('effacer mes données'), seen(), resources)
    expect(forgotten.replies.map(({ text }) => text)).toEqual([phrases.say('forgotten', 'fr')])
  })

  it('is remembered across releases: one that knew no plan, and one whose plan is broken', () => {
    const written = seen()
    expect(readRemembered(writeRemembered(written)).plan).toEqual(written.plan)
    const { plan: _, ...without } = written
    expect(readRemembered(writeRemembered(without)).plan).toBeUndefined()
    const broken = JSON.stringify({ ...JSON.parse(writeRemembered(written)), plan: { dialog: 7 } })
    expect(readRemembered(broken)).toMatchObject({ plan: undefined, situation: written.situation })
  })
})

describe('the printable page', () => {
  let server: Server
  let home: string
  let browser: Browser
  let kept: Conversation | undefined
  let now: Date
  const errors: unknown[] = []

  beforeAll(async () => {
    server = restify.createServer()
    server.use(restify.plugins.queryParser({ mapParams: false }))
    planRoutes(server, {
      settings: { publicUrl: 'http://localhost', retentionDays: 90 },
      phrases,
      shelf,
      tokens,
      library: () => library,
      conversation: async (id) => (id === kept?.id ? kept : undefined),
      now: () => now,
      onError: (error) => errors.push(error),
    })
    await new Promise<void>((resolve) => server.listen(0, resolve))
    home = `http://localhost:${(server.address() as AddressInfo).port}`
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    expect(errors).toEqual([])
  })
  beforeEach(() => {
    kept = conversation(NURSE)
    now = NOW
  })

  const address = (query = '') => `${home}/plan/${tokens.write('conversation-1', NOW)}${query}`
  async function visit(query = ''): Promise<{ html: string; response: Response }> {
    const response = await fetch(address(query))
    return { response, html: (await response.text()).replaceAll('\u00a0', ' ').replaceAll('&#39;', "'") }
  }

  it('is for its reader alone: not kept, not listed, not told of, nothing but its own runs', async () => {
    const { response } = await visit()
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/frame-ancestors 'self'(;|$)/)
    expect(policy).not.toMatch(/unsafe/)
    expect((await fetch(address(), { method: 'HEAD' })).status).toBe(200)
  })

  it('shows the whole plan: answers, every step with reason, preparation, people and sources, and what is not in it', async () => {
    const { html } = await visit()
    const text = html
      .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
    expect(html).toContain('<html lang="fr-CA" dir="ltr">')
    expect(text).toContain('Mon plan Plan établi le 23 novembre 2026')
    expect(text).toContain("jusqu'au 23 décembre 2026")
    expect(text).toContain("Ce plan n'est pas une décision.")
    expect(text).toMatch(
      /statut J'ai la résidence permanente métier infirmi\S+ ou infirmi\S+ études J'ai étudié dans un autre pays/,
    )
    const plan = makePlan(library, shelf.occupations.derive(NURSE))
    const titles = articlesOf(plan).map((id) => library.articles.get(id)?.texts.fr?.title ?? id)
    expect([...html.matchAll(/<h3>([^<]+)<\/h3>/g)].map(([, title]) => title?.replaceAll('&amp;', '&'))).toEqual(titles)
    expect(text).toContain('Selon vos réponses : français « Je parle un peu français »')
    expect(text).toContain('À préparer La demande d')
    expect(text).toContain("Que faire Lisez la page de l'OIIQ pour les diplômes hors Canada")
    expect(html).toContain('href="tel:+15148649191"')
    expect(html).toContain('<span class="address">https://qualificationsquebec.com</span>')
    expect(text).toContain('Sources consultées le 23 novembre 2026.')
    expect(text).toContain('(2023-05-29)')
    expect(text).toMatch(
      /Ce qui ne semble pas vous concerner.*besoin d'argent « Payer les frais ou les examens ».*Le PAFFARC/,
    )
    expect(text).toMatch(/Ce que nous ne pouvons pas dire sans réponse Réponse qui manque : forme de cours/)
    expect(text).not.toContain('Version française')
  })

  it('numbers every reference, and every number is a source', async () => {
    const { html } = await visit('?lang=ar')
    const cited = [...html.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => number)
    const listed = [...html.matchAll(/<li id="source-(\d+)"/g)].map(([, number]) => number)
    expect(cited.length).toBeGreaterThan(30)
    expect(new Set(cited)).toEqual(new Set(listed))
    expect(html).not.toMatch(/\[\d+\](?!<\/a>)/)
    expect(html).not.toMatch(/\]\(|\*\*|\{\{|\[\^/)
  })

  it('is in Arabic from right to left, then in French, and says which one is the original', async () => {
    kept = conversation(NURSE, 'ar')
    const { html } = await visit()
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toMatch(/<article id="plan-ar"[^>]* lang="ar" dir="rtl">/)
    expect(html).toMatch(/<article id="plan-fr"[^>]* lang="fr-CA" dir="ltr">/)
    expect(html.indexOf('plan-ar')).toBeLessThan(html.indexOf('id="plan-fr"'))
    expect(html).toContain('هذه ترجمة غير رسمية')
    expect(html).toContain('هذه الخطة ليست قرارًا')
    expect(html).toContain("Ce plan n'est pas une décision.")
    expect(html).toContain('23 نوفمبر 2026')
    expect(html.match(/<ol class="steps">/g)).toHaveLength(6)
  })

  it('is in another of our languages where the address asks for it', async () => {
    const { html } = await visit('?lang=en')
    expect(html).toContain('<html lang="en-CA" dir="ltr">')
    expect(html).toContain('This is an unofficial translation')
    expect((await visit('?lang=xx')).html).toContain('<html lang="fr-CA"')
  })

  it('tells of answers that were not given, and makes no tag of a value', async () => {
    kept = conversation({ ...NURSE, money: 'skipped', trade: '<b onclick="x">chef</b>' })
    const { html } = await visit()
    expect(html).toContain('<dd>Je préfère ne pas répondre</dd>')
    expect(html).not.toContain('<b onclick')
    expect(html).toContain('&lt;b onclick')
  })

  it('is the plan of the conversation: what was said before a change of place is stale there as well', async () => {
    kept = conversation({ ...NURSE, where: 'abroad' })
    const { html } = await visit()
    expect(html).toContain("<dd>Je suis à l'étranger</dd>")
    expect(html).not.toContain("J'ai la résidence permanente")
  })

  it('closes with the conversation, where that is kept for less long', async () => {
    const soon = new Date(NOW.getTime() - 80 * DAY_MS)
    kept = { ...conversation(NURSE), startedAt: soon, lastHeardAt: soon }
    expect((await visit()).html).toContain("jusqu'au 3 décembre 2026")
  })

  it('says politely, in French and in the language that is known, that there is nothing', async () => {
    const wrong = await fetch(`${home}/plan/nope`, { headers: { 'Accept-Language': 'de, ar;q=0.8' } })
    expect(wrong.status).toBe(404)
    expect(wrong.headers.get('x-robots-tag')).toBe('noindex, nofollow')
    const text = await wrong.text()
    expect(text).toContain('هذا العنوان لا يفتح أي خطة')
    expect(text).toContain('Cette adresse n')
    expect(text).toContain('href="/?lang=ar"')
    expect(text).toContain('514 864-9191')
    for (const path of ['/plan', '/plan/', '/plan/a/b']) expect((await fetch(home + path)).status, path).toBe(404)

    now = new Date(NOW.getTime() + PLAN_DAYS * DAY_MS)
    kept = conversation(NURSE, 'es')
    const expired = await visit()
    expect(expired.response.status).toBe(410)
    expect(expired.html).toContain('Este enlace ha caducado')
    expect(expired.html).toContain('pendant 30 jours')
    expect(expired.html).not.toContain('OIIQ')
  })

  it('shows nothing once the conversation is erased, nor of what is said at its place afterwards', async () => {
    kept = undefined
    const erased = await visit()
    expect(erased.response.status).toBe(410)
    expect(erased.html).toContain('ont été effacées')
    kept = { ...conversation(NURSE), startedAt: new Date(NOW.getTime() + 1) }
    expect((await visit()).response.status).toBe(410)
    kept = { ...conversation({}), situation: {} }
    expect((await visit()).response.status).toBe(410)
  })

  it.each(['fr', 'ar'] as const)(
    'fits a phone, has nothing that axe objects to, and prints without what is for screens (%s)',
    async (language) => {
      kept = conversation(ENGINEER, language)
      const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
      const troubles: string[] = []
      page.on('console', (message) => troubles.push(message.text()))
      // The frame's style is another route's: what is looked at here is this page's own.
      await page.route('**/page/*', (route) =>
        route.fulfill({ contentType: 'text/css', body: readFileSync(`${HOUSE}src/page/page.css`, 'utf8') }),
      )
      await page.goto(address())
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
      expect(await page.locator('#print').isVisible()).toBe(true)
      await page.evaluate(AXE)
      const objections = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run(options: object): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }> }
        }
        const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
        return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
      })
      expect(objections).toEqual([])
      const shown = (selector: string) => page.locator(selector).first().isVisible()
      expect([await shown('header'), await shown('.address')]).toEqual([true, false])
      await page.emulateMedia({ media: 'print' })
      expect([await shown('header'), await shown('footer'), await shown('#print'), await shown('.address')]).toEqual([
        false,
        false,
        false,
        true,
      ])
      expect(await shown('.steps')).toBe(true)
      expect(troubles).toEqual([])
      await page.close()
    },
  )
})

describe('the whole way: from « mon plan » to paper, and to nothing', () => {
  let dataDir: string
  let server: Awaited<ReturnType<typeof open>>
  let house: House
  let activity = 0
  const place = { channel: 'test', conversation: 'place-1' }

  beforeAll(async () => {
    const port = await freePort()
    dataDir = mkdtempSync(join(tmpdir(), 'passerelle-plan-'))
    const settings = readSettings({
      PORT: String(port),
      PUBLIC_URL: `http://localhost:${port}`,
      DATA_DIR: dataDir,
      LOG_LEVEL: 'silent',
      SESSION_SECRET: SECRET,
    })
    ;[server, house] = await Promise.all([
      open(settings),
      openHouse(settings, ({ error }) => error !== undefined && console.error(error)),
    ])
  })
  afterAll(async () => {
    await house?.store.close()
    await server?.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function say(text: string): Promise<Reply[]> {
    activity += 1
    const person = { id: 'person-4711', name: 'Amal Haddad' }
    const heard = await house.hearing.note({
      address: place,
      activityId: `${activity}`,
      kind: 'message',
      text,
      person,
      at: new Date(),
      locale: 'fr-CA',
    })
    return (await house.hearing.answersTo(heard)).flatMap(({ reply }) => reply ?? [])
  }
  async function know(situation: Situation): Promise<void> {
    const found = await house.store.conversations.find(place)
    if (!found) throw new Error('Say something first.')
    await house.store.conversations.save({ conversation: { ...found, situation }, entries: [] })
  }
  const linkIn = (replies: readonly Reply[]) =>
    /\]\((http[^)]+\/plan\/[^)]+)\)/.exec(replies.at(-1)?.text ?? '')?.[1] ?? ''

  it('opens the link of the reply, shows nothing of the person but their answers, and closes when they are erased', async () => {
    await say('Bonjour')
    await know(NURSE)
    const replies = await say('mon plan')
    const link = linkIn(replies)
    expect(link).toContain('/plan/')
    const page = await fetch(link)
    expect(page.status).toBe(200)
    const html = await page.text()
    expect(html).toContain('OIIQ')
    for (const secret of ['Amal', 'Haddad', 'person-4711', 'place-1', 'Bonjour'])
      expect(html, secret).not.toContain(secret)
    expect((await house.store.conversations.find(place))?.plan?.digests).toHaveProperty('order-oiiq')

    await say('effacer mes données')
    expect((await fetch(link)).status).toBe(410)
    await know(ENGINEER)
    const anew = linkIn(await say('mon plan'))
    expect((await fetch(anew)).status).toBe(200)
    const old = await fetch(link)
    expect(old.status).toBe(410)
    expect(await old.text()).not.toContain('OIQ')
  })
})

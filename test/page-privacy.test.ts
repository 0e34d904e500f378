import { afterEach, describe, expect, it } from 'vitest'
import { serverForTests } from './open-house.ts'

describe('the privacy page', () => {
  let server: Awaited<ReturnType<typeof serverForTests>> | undefined
  afterEach(() => server?.close())
  const PRODUCTION = {
    NODE_ENV: 'production',
    SESSION_SECRET: 'x'.repeat(32),
    PUBLIC_URL: 'https://passerelle.exemple.qc.ca',
    MicrosoftAppId: 'the id',
    MicrosoftAppPassword: 'the password',
  }
  const PERSON = { fr: 'Quand vous demandez', en: 'When you ask for', es: 'Cuando pide', ar: 'عندما تطلبون' }
  const read = async (language = 'fr') =>
    (await fetch(`${server?.url}/confidentialite?lang=${language}`))
      .text()
      .then((html) => html.replaceAll('&#39;', "'"))

  it('says what a counsellor sees, and what is left after an erasure', async () => {
    server = await serverForTests()
    for (const [language, words] of Object.entries(PERSON)) expect(await read(language)).toContain(words)
    const html = await read()
    expect(html).toContain('Seules restent les lignes du registre')
    expect(html).not.toMatch(/canal de (Microsoft )?Teams|centre de contact/)
  })

  it.each([
    ['in Teams', { DESK_TEAMS_CONVERSATION: '19:a@thread.tacv2' }, /retire les copies/, /centre de contact/],
    [
      'in a contact centre',
      { HANDOFF_HUB_URL: 'http://localhost:9', HANDOFF_HUB_SECRET: 'a secret of hubs' },
      /garde ce qu'il a reçu/,
      /retire les copies/,
    ],
    ['nowhere', {}, /Confidentialité/, /Quand vous demandez|registre|retire les copies|centre de contact/],
  ])('says where people answer: %s', async (_where, environment, said, unsaid) => {
    server = await serverForTests({ ...PRODUCTION, ...environment })
    const html = await read()
    expect(html).toMatch(said)
    expect(html).not.toMatch(unsaid)
  })
})

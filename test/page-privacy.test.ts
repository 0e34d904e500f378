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

  const SENT = { fr: 'modèle de langue', en: 'language model', es: 'modelo de lenguaje', ar: 'نموذجًا لغويًا' }
  it.each([
    ['at OpenAI', { OPENAI_API_KEY: 'sk-secret-key', OPENAI_MODEL: 'm' }, 'api.openai.com'],
    [
      'at an address',
      { OPENAI_BASE_URL: 'https://me:sk-secret-key@modeles.exemple.qc.ca:8443/sk-secret-key', OPENAI_MODEL: 'm' },
      'modeles.exemple.qc.ca',
    ],
    [
      'at Azure',
      {
        AZURE_OPENAI_ENDPOINT: 'https://bureau.openai.azure.com/',
        AZURE_OPENAI_API_KEY: 'sk-secret-key',
        AZURE_OPENAI_DEPLOYMENT: 'm',
        AZURE_OPENAI_API_VERSION: '2024-10-21',
      },
      'bureau.openai.azure.com',
    ],
  ])('says that a model reads what people write: %s', async (_where, environment, host) => {
    server = await serverForTests({ ...PRODUCTION, ...environment })
    for (const [language, words] of Object.entries(SENT)) {
      const html = await read(language)
      expect(html).toContain(words)
      expect(html).toContain(host)
      expect(html).not.toMatch(/sk-secret-key|8443|\{host\}/)
    }
    const html = await read()
    for (const said of [
      'hors du Québec',
      'lui sont envoyées',
      'est retiré',
      'le dit toujours',
      'parler à une personne',
    ])
      expect(html).toContain(said)
    expect(html).not.toContain('un résumé ou une traduction')
  })

  it('says what a model adds where people answer, and nothing of a model where none is set', async () => {
    server = await serverForTests({ OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_MODEL: 'm' })
    expect(await read()).toContain('un résumé ou une traduction')
    await server.close()
    server = await serverForTests()
    for (const [language, words] of Object.entries(SENT)) {
      expect(await read(language)).not.toContain(words)
      expect(await read(language)).not.toContain('api.openai.com')
    }
  })
})

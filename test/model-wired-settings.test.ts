import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readModel, readSettings, WrongSetting } from '../src/settings.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'passerelle-settings-'))
const read = (environment: Record<string, string>) => readSettings({ DATA_DIR, ...environment }).model
const AZURE = {
  AZURE_OPENAI_ENDPOINT: 'https://x.openai.azure.com',
  AZURE_OPENAI_API_KEY: 'key',
  AZURE_OPENAI_DEPLOYMENT: 'ours',
  AZURE_OPENAI_API_VERSION: '2024-10-21',
}

describe('the settings of a model', () => {
  it('name none, unless they do', () => {
    expect(read({})).toBeUndefined()
    expect(readModel({})).toBeUndefined()
  })

  it('name OpenAI, a server of our own without a key, or Azure, which goes first', () => {
    expect(read({ OPENAI_API_KEY: 'key', OPENAI_MODEL: 'm' })).toEqual({
      server: { kind: 'openai', apiKey: 'key', model: 'm' },
      budgetMs: 10_000,
    })
    expect(
      read({ OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1', OPENAI_MODEL: 'm', OPENAI_EMBEDDING_MODEL: 'e' }),
    ).toEqual({
      server: { kind: 'openai', apiKey: 'none', baseUrl: 'http://127.0.0.1:8000/v1', model: 'm' },
      embedding: 'e',
      budgetMs: 10_000,
    })
    expect(
      read({ ...AZURE, OPENAI_API_KEY: 'key', OPENAI_MODEL: 'm', AZURE_OPENAI_EMBEDDING_DEPLOYMENT: 'e' }),
    ).toMatchObject({ server: { kind: 'azure', deployment: 'ours' }, embedding: 'e' })
  })

  it('hold prices and a ceiling', () => {
    const prices = { MODEL_PRICE_INPUT: '0.15', MODEL_PRICE_OUTPUT: '0,60' }
    expect(readModel({ ...AZURE, ...prices, MODEL_DAILY_MONEY: '5', MODEL_DAILY_TOKENS: '1000000' })).toMatchObject({
      prices: { input: 0.15, output: 0.6 },
      ceiling: { money: 5, tokens: 1_000_000 },
    })
  })

  it.each([
    ['OPENAI_MODEL', { OPENAI_API_KEY: 'key' }],
    ['OPENAI_MODEL', { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' }],
    ['OPENAI_BASE_URL', { OPENAI_BASE_URL: 'localhost:8000', OPENAI_MODEL: 'm' }],
    ['OPENAI_API_KEY or OPENAI_BASE_URL', { OPENAI_MODEL: 'm' }],
    ['AZURE_OPENAI_API_KEY', { ...AZURE, AZURE_OPENAI_API_KEY: '' }],
    ['AZURE_OPENAI_DEPLOYMENT', { ...AZURE, AZURE_OPENAI_DEPLOYMENT: '' }],
    ['AZURE_OPENAI_API_VERSION', { ...AZURE, AZURE_OPENAI_API_VERSION: '' }],
    ['AZURE_OPENAI_ENDPOINT', { AZURE_OPENAI_API_KEY: 'key' }],
    ['MODEL_PRICE_OUTPUT', { ...AZURE, MODEL_PRICE_INPUT: '1' }],
    ['MODEL_PRICE_INPUT', { ...AZURE, MODEL_PRICE_OUTPUT: '1' }],
    ['MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT', { ...AZURE, MODEL_DAILY_MONEY: '5' }],
    ['MODEL_DAILY_TOKENS', { ...AZURE, MODEL_DAILY_TOKENS: 'many' }],
  ])('are refused with a sentence that begins with %s', (name, environment) => {
    expect(() => read(environment as Record<string, string>)).toThrow(WrongSetting)
    expect(() => read(environment as Record<string, string>)).toThrow(new RegExp(`^${name} (is|are|must)`))
  })
})

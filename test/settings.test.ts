import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../src/settings.ts'

const DATA_DIR = mkdtempSync(join(tmpdir(), 'passerelle-settings-'))
const read = (environment: Record<string, string>) => readSettings({ DATA_DIR, ...environment })
const PRODUCTION = {
  NODE_ENV: 'production',
  SESSION_SECRET: 'x'.repeat(32),
  PUBLIC_URL: 'https://passerelle.example',
  MicrosoftAppId: 'id',
  MicrosoftAppPassword: 'password',
}

describe('settings', () => {
  it('are not needed at all', () => {
    expect(read({})).toMatchObject({
      port: 3978,
      publicUrl: 'http://localhost:3978',
      retentionDays: 90,
      production: false,
    })
  })

  it('keep one secret from start to start', () => {
    expect(read({}).sessionSecret).toBe(read({}).sessionSecret)
    expect(read({}).sessionSecret).toHaveLength(64)
  })

  it('take an empty value as none', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({ port: 3978 })
  })

  it('are enough for production', () => {
    expect(read(PRODUCTION).production).toBe(true)
  })

  it.each([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '70000' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://' }],
    ['MicrosoftAppType', { MicrosoftAppType: 'SingleTennant' }],
    ['MicrosoftAppPassword', { MicrosoftAppId: 'id' }],
    [
      'MicrosoftAppPassword',
      {
        MicrosoftAppId: 'id',
        MicrosoftAppType: 'UserAssignedMsi',
        MicrosoftAppPassword: 'x',
        MicrosoftAppTenantId: 't',
      },
    ],
    ['MicrosoftAppTenantId', { MicrosoftAppId: 'id', MicrosoftAppPassword: 'x', MicrosoftAppType: 'singletenant' }],
    ['MicrosoftAppId', { MicrosoftAppPassword: 'x' }],
    ['MicrosoftAppId', { ...PRODUCTION, MicrosoftAppId: '', MicrosoftAppPassword: '' }],
    ['SESSION_SECRET', { ...PRODUCTION, SESSION_SECRET: '' }],
    ['SESSION_SECRET', { SESSION_SECRET: 'short' }],
    ['PUBLIC_URL', { ...PRODUCTION, PUBLIC_URL: '' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'not an address' }],
    ['ALLOWED_ORIGINS', { ALLOWED_ORIGINS: 'https://a.example/path' }],
    ['DIRECT_LINE_SECRET', { DIRECT_LINE_SECRET: 'short' }],
    ['RETENTION_DAYS', { RETENTION_DAYS: '0' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
  ])('refuse a wrong %s with a sentence that names it', (name, environment) => {
    expect(() => read(environment)).toThrow(new RegExp(`^[^]*${name}[^]*\\.`))
  })
})

import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDesk } from '../src/desk/check-desk.ts'
import { quebecHolidays } from '../src/desk/holidays.ts'
import { followHours, readHours } from '../src/desk/hours-file.ts'
import { HOUSE } from '../src/house.ts'

const OURS = `${HOUSE}knowledge/desk/hours.yaml`
const MINUTE = 60_000
const HOUR = 60 * MINUTE

let folder: string
let path: string
let written = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'desk-hours-'))
  path = join(folder, 'hours.yaml')
})
afterAll(() => rm(folder, { recursive: true }))

/** Writes the file anew, each time with a later date of change, whatever the clock of the disk is able to tell. */
async function write(text: string): Promise<void> {
  await writeFile(path, text)
  written += 1
  await utimes(path, 1_800_000_000 + written, 1_800_000_000 + written)
}

/** Our own file, with some of its lines changed. */
async function changed(...changes: readonly (readonly [string, string])[]): Promise<string> {
  let text = await readFile(OURS, 'utf8')
  for (const [from, to] of changes) {
    expect(text).toContain(from)
    text = text.replace(from, () => to)
  }
  return text
}

/** The desk as our file has it, or with changes. */
async function desk(...changes: readonly (readonly [string, string])[]) {
  await write(await changed(...changes))
  const { made, findings } = readHours(path)
  expect(findings).toEqual([])
  if (!made) throw new Error('The file gives no hours.')
  return made
}

/** A moment by the desk's clock in winter (UTC−5) or in summer (UTC−4). */
const winter = (at: string) => new Date(`${at}:00-05:00`)
const summer = (at: string) => new Date(`${at}:00-04:00`)
const closedUntil = (opensAt: Date) => ({ open: false, opensAt })
const openUntil = (closesAt: Date) => ({ open: true, closesAt })

describe('the hours of the week', () => {
  // 23 November 2026 is a Monday.
  it.each([
    ['before opening', '2026-11-23T07:59', closedUntil(winter('2026-11-23T08:30'))],
    ['at the minute of opening', '2026-11-23T08:30', openUntil(winter('2026-11-23T12:00'))],
    ['in the morning', '2026-11-23T11:59', openUntil(winter('2026-11-23T12:00'))],
    ['at lunch', '2026-11-23T12:00', closedUntil(winter('2026-11-23T13:00'))],
    ['in the afternoon', '2026-11-23T13:00', openUntil(winter('2026-11-23T16:30'))],
    ['in the evening', '2026-11-23T16:30', closedUntil(winter('2026-11-24T08:30'))],
    ['on Friday evening', '2026-11-27T18:00', closedUntil(winter('2026-11-30T08:30'))],
    ['at the weekend', '2026-11-29T10:00', closedUntil(winter('2026-11-30T08:30'))],
  ])('%s', async (_when, at, then) => {
    expect((await desk()).at(winter(at))).toEqual(then)
  })

  it('are those of the desk, wherever the person is', async () => {
    const there = await desk(['timeZone: America/Toronto', 'timeZone: Europe/Paris'])
    expect(there.timeZone).toBe('Europe/Paris')
    expect(there.at(new Date('2026-11-23T07:30:00Z'))).toEqual(openUntil(new Date('2026-11-23T11:00:00Z')))
  })

  it('may pass midnight', async () => {
    const night = await desk(
      ['monday: [8 h 30 à 12 h, 13 h à 16 h 30]', 'monday: [20:00-24:00]'],
      ['tuesday: [8 h 30 à 12 h, 13 h à 16 h 30]', 'tuesday: [0 h à 2 h, 8 h à 12 h]'],
    )
    expect(night.at(winter('2026-11-23T23:00'))).toEqual(openUntil(winter('2026-11-24T02:00')))
    expect(night.at(winter('2026-11-24T01:00'))).toEqual(openUntil(winter('2026-11-24T02:00')))
    expect(night.openBetween(winter('2026-11-23T12:00'), winter('2026-11-24T09:00'))).toBe(7 * HOUR)
  })

  it('are unknown where nobody ever answers', async () => {
    const never = await desk(
      ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map(
        (day) => [`${day}: [8 h 30 à 12 h, 13 h à 16 h 30]`, `${day}: []`] as const,
      ),
    )
    expect(never.at(winter('2026-11-23T10:00'))).toEqual({ open: false })
    expect(never.openBetween(winter('2026-11-23T10:00'), winter('2027-03-01T10:00'))).toBe(0)
  })
})

describe('holidays and closed days', () => {
  it('are the public holidays that public bodies of Québec keep', () => {
    expect([...quebecHolidays(2027)]).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-24',
      '2027-06-24',
      '2027-07-01',
      '2027-09-06',
      '2027-10-11',
      '2027-12-25',
    ])
  })

  it('move the two that fall on a Sunday to the Monday', () => {
    expect([...quebecHolidays(2029)].filter((day) => /-0[67]-/.test(day))).toEqual([
      '2029-06-24',
      '2029-06-25',
      '2029-07-01',
      '2029-07-02',
    ])
  })

  it('close the desk until the next day that it opens', async () => {
    const ours = await desk()
    expect(ours.at(summer('2027-06-24T10:00'))).toEqual(closedUntil(summer('2027-06-25T08:30')))
    // Good Friday, a weekend and Easter Monday.
    expect(ours.at(summer('2027-03-25T17:00'))).toEqual(closedUntil(summer('2027-03-30T08:30')))
    // Days that have no year: 31 December is a Thursday, 1 January a Friday, 2 January a Saturday.
    expect(ours.at(winter('2026-12-30T17:00'))).toEqual(closedUntil(winter('2027-01-04T08:30')))
  })

  it('are days like others where the file says so', async () => {
    const ours = await desk(['holidays: Québec', 'holidays: none'])
    expect(ours.at(summer('2027-06-24T10:00')).open).toBe(true)
  })

  it('may be one day, or several, across the year as well', async () => {
    const ours = await desk([
      'closed:\n',
      'closed:\n  - { label: Formation, date: 2026-11-24 }\n  - { label: Déménagement, from: 2026-12-01, to: 2026-12-03 }\n  - { label: Congé, from: 12-23, to: 01-05 }\n',
    ])
    expect(ours.at(winter('2026-11-23T17:00'))).toEqual(closedUntil(winter('2026-11-25T08:30')))
    expect(ours.at(winter('2027-11-24T10:00')).open).toBe(true)
    expect(ours.at(winter('2026-12-02T10:00'))).toEqual(closedUntil(winter('2026-12-04T08:30')))
    expect(ours.at(winter('2026-12-23T09:00'))).toEqual(closedUntil(winter('2027-01-06T08:30')))
    expect(ours.at(winter('2028-01-05T09:00'))).toEqual(closedUntil(winter('2028-01-06T08:30')))
  })

  it('give way to an exceptional opening, at hours of its own or those of the week', async () => {
    const ours = await desk([
      'open: []',
      'open:\n  - { label: Samedi des métiers, date: 2026-11-28, hours: [9 h à 12 h] }\n  - { label: Travaillé, date: 2027-03-29 }',
    ])
    expect(ours.at(winter('2026-11-27T18:00'))).toEqual(closedUntil(winter('2026-11-28T09:00')))
    expect(ours.at(winter('2026-11-28T11:00'))).toEqual(openUntil(winter('2026-11-28T12:00')))
    expect(ours.at(summer('2027-03-25T17:00'))).toEqual(closedUntil(summer('2027-03-29T08:30')))
  })
})

describe('when the clocks change', () => {
  it('the desk opens at the same hour of the clock', async () => {
    const ours = await desk()
    expect(ours.at(winter('2026-03-06T17:00'))).toEqual(closedUntil(summer('2026-03-09T08:30')))
    expect(ours.at(summer('2026-10-30T17:00'))).toEqual(closedUntil(winter('2026-11-02T08:30')))
  })

  it('a day without its hour, or with one twice, is counted as it was lived', async () => {
    const ours = await desk(['sunday: []', 'sunday: [0 h à 24 h]'], ['saturday: []', 'saturday: [1 h à 3 h]'])
    expect(ours.openBetween(winter('2026-03-08T00:00'), summer('2026-03-09T00:00'))).toBe(23 * HOUR)
    expect(ours.openBetween(summer('2026-11-01T00:00'), winter('2026-11-02T00:00'))).toBe(25 * HOUR)
    expect(ours.at(winter('2026-03-08T01:30'))).toEqual(openUntil(summer('2026-03-09T00:00')))
  })

  it('what lies within the hour that is skipped does not exist', async () => {
    const sunday = async (hours: string) =>
      (await desk(['sunday: []', `sunday: ${hours}`])).openBetween(
        winter('2026-03-08T00:00'),
        summer('2026-03-09T00:00'),
      )
    expect(await sunday('[2 h à 3 h]')).toBe(0)
    expect(await sunday('[2 h 15 à 2 h 45, 3 h à 4 h]')).toBe(HOUR)
    expect(await sunday('[1 h 30 à 2 h 30]')).toBe(30 * MINUTE)
  })
})

describe('open hours between two moments', () => {
  it('pass over lunch, nights and weekends', async () => {
    const ours = await desk()
    const between = (from: string, to: string) => ours.openBetween(winter(from), winter(to))
    expect(between('2026-11-23T11:50', '2026-11-23T13:05')).toBe(15 * MINUTE)
    expect(between('2026-11-27T16:20', '2026-11-30T08:40')).toBe(20 * MINUTE)
    expect(between('2026-11-23T00:00', '2026-11-30T00:00')).toBe(35 * HOUR)
    expect(between('2026-11-28T09:00', '2026-11-29T20:00')).toBe(0)
  })

  it('are none where the end comes first', async () => {
    expect((await desk()).openBetween(winter('2026-11-24T10:00'), winter('2026-11-23T10:00'))).toBe(0)
  })

  it('come with the patience that staff wrote', async () => {
    expect((await desk()).patience).toEqual({ pickUp: 15, remind: 5, takeBack: 10, quiet: 60 })
    expect((await desk(['pickUp: 15', 'pickUp: 20'])).patience.pickUp).toBe(20)
  })
})

describe('a file that is wrong', () => {
  it.each([
    [
      'an hour',
      'friday: [8 h 30 à 12 h,',
      'friday: [8 h 30 à 26 h,',
      'week.friday',
      /holds a time that no clock shows/,
    ],
    ['an interval', 'friday: [8 h 30 à 12 h,', 'friday: [le matin,', 'week.friday', /« le matin » is no interval/],
    ['the order', 'friday: [8 h 30 à 12 h,', 'friday: [12 h à 8 h 30,', 'week.friday', /ends before it begins/],
    ['an overlap', 'friday: [8 h 30 à 12 h,', 'friday: [8 h 30 à 14 h,', 'week.friday', /before the one above it ends/],
    ['missing brackets', 'saturday: []', 'saturday: 9 h à 12 h', 'week.saturday', /stand between brackets/],
    ['a day of the week', 'saturday: []', 'samedi: []', 'week.samedi', /Unrecognized key/],
    ['the time zone', 'America/Toronto\n\n', 'America/Laval\n\n', 'timeZone', /no time zone « America\/Laval »/],
    ['the holidays', 'holidays: Québec', 'holidays: France', 'holidays', /write Québec, or none/],
    ['a date', 'date: 12-24', 'date: 2027-02-30', 'closed.date', /« 2027-02-30 » is no day/],
    ['a date without zeros', 'date: 12-24', 'date: 12-4', 'closed.date', /« 12-4 » is no day/],
    ['both forms', 'date: 12-24', 'date: 12-24, from: 12-20, to: 12-24', 'closed', /not all three/],
    ['half a span', 'date: 12-24', 'from: 12-24', 'closed', /both « from » and « to »/],
    ['a span that ends first', 'date: 12-24', 'from: 2027-05-02, to: 2027-05-01', 'closed', /« to » comes before/],
    ['no label', 'label: Veille de Noël, ', '', 'closed.label', /say in a few words why/],
    ['the patience', 'pickUp: 15', 'pickUp: un quart d’heure', 'patience.pickUp', /whole number of minutes/],
    ['no patience', '  remind: 5\n', '', 'patience.remind', /whole number of minutes/],
    ['the indents', 'saturday: []', '\tsaturday: []', '', /cannot be read/],
  ])('names the line and the field: %s', async (_what, from, to, field, sentence) => {
    const text = await changed([from, to])
    await write(text)
    const { made, findings } = readHours(path)
    expect(made).toBeUndefined()
    expect(findings).toHaveLength(1)
    const [finding] = findings
    expect(finding).toMatchObject({ severity: 'error' })
    expect(finding?.sentence).toMatch(sentence)
    const [, line, named = ''] = /^line (\d+)(?:, (.+))?$/.exec(finding?.place ?? '') ?? []
    expect(named).toBe(field)
    const shown = to === '' ? undefined : text.split('\n')[Number(line) - 1]
    if (shown !== undefined) expect(shown).toContain(to.split('\n')[0])
  })

  it('names what is closed in a list of several lines', async () => {
    const text = await changed([
      '  - { label: Veille de Noël, date: 12-24 }',
      '  - label: Veille de Noël\n    date: hier',
    ])
    await write(text)
    const at = text.split('\n').indexOf('    date: hier') + 1
    expect(readHours(path).findings.map(({ place }) => place)).toEqual([`line ${at}, closed.date`])
  })

  it('is told by the check; ours has nothing to tell', async () => {
    expect(await checkDesk(`${HOUSE}knowledge`)).toEqual([])
    const findings = await checkDesk(join(folder, 'nowhere'))
    expect(findings.map(({ rule, file }) => [rule, file])).toEqual([
      ['missing', 'desk/hours.yaml'],
      ['missing', 'desk/replies.yaml'],
    ])
  })
})

describe('a file that is followed', () => {
  const monday = winter('2026-11-23T10:00')
  const later = (seconds: number) => new Date(monday.getTime() + seconds * 1000)

  it('is taken as it is now, without a restart; a wrong one keeps the old and is told once', async () => {
    const told: string[] = []
    await write(await changed())
    const hours = followHours(path, (sentence) => told.push(sentence))
    expect(hours(monday).at(monday).open).toBe(true)

    await write(await changed(['monday: [8 h 30 à 12 h, 13 h à 16 h 30]', 'monday: []']))
    expect(hours(later(1)).at(monday).open).toBe(true)
    expect(hours(later(4)).at(monday).open).toBe(false)
    expect(told).toEqual([])

    await write(await changed(['monday: [8 h 30 à 12 h, 13 h à 16 h 30]', 'monday: [8 h à midi]']))
    for (const seconds of [8, 12, 16]) expect(hours(later(seconds)).at(monday).open).toBe(false)
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/line \d+, week\.monday.*« 8 h à midi » is no interval/)
    expect(told[0]).toContain('stays in use')

    await rm(path)
    for (const seconds of [20, 24]) expect(hours(later(seconds)).at(monday).open).toBe(false)
    expect(told).toHaveLength(2)

    await write(await changed())
    expect(hours(later(28)).at(monday).open).toBe(true)
    expect(told).toHaveLength(2)
  })

  it('that was never right promises nothing, until it is mended', async () => {
    const told: string[] = []
    await write('week: demain')
    const hours = followHours(path, (sentence) => told.push(sentence))
    expect(hours(monday).at(monday)).toEqual({ open: false })
    expect(told).toHaveLength(1)
    await write(await changed())
    expect(hours(later(4)).at(monday).open).toBe(true)
  })
})

import { expect, it, vi } from 'vitest'
import { onEveryDatabase } from './on-every-database.ts'
import { IDRISS, MAUDE, minutesLater } from './store-samples.ts'

onEveryDatabase('who is at the desk', ({ open }) => {
  it('begins as available in French, and stays as they say', async () => {
    const { staff, news } = await open()
    const desk = vi.fn()
    news.follow('desk', desk)
    expect(await staff.all()).toEqual([])
    const maude = { ...MAUDE, presence: 'available', languages: ['fr'], seenAt: minutesLater(1) }
    expect(await staff.seen(MAUDE, minutesLater(1))).toEqual(maude)
    await staff.seen(IDRISS, minutesLater(1))
    expect(desk).toHaveBeenCalledTimes(2)

    await staff.set(MAUDE.id, { presence: 'away' })
    await staff.set(MAUDE.id, { languages: ['fr', 'es', 'ar'] })
    await staff.set(MAUDE.id, {})
    expect(desk).toHaveBeenCalledTimes(4)
    const now = { ...maude, name: 'Maude B.', presence: 'away', languages: ['fr', 'es', 'ar'] }
    expect(await staff.seen({ ...MAUDE, name: 'Maude B.' }, minutesLater(3))).toEqual({
      ...now,
      seenAt: minutesLater(3),
    })
    // Noted late by another process.
    await staff.seen({ ...MAUDE, name: 'Maude B.' }, minutesLater(2))
    expect(desk).toHaveBeenCalledTimes(4)
    expect(await staff.all()).toEqual([
      { ...IDRISS, presence: 'available', languages: ['fr'], seenAt: minutesLater(1) },
      { ...now, seenAt: minutesLater(3) },
    ])
    await expect(staff.set('nobody', { presence: 'away' })).rejects.toThrow(/Nobody at the desk has the id nobody/)
  })

  it('is there once when seen many times at once', async () => {
    const { staff } = await open()
    await Promise.all(Array.from({ length: 12 }, (_, index) => staff.seen(MAUDE, minutesLater(index))))
    expect(await staff.all()).toMatchObject([{ ...MAUDE, seenAt: minutesLater(11) }])
  })
})

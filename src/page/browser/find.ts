import { forgetOnDevice, onDevice } from './device.ts'
import { keep, recall } from './kept.ts'
import { type Way, wayBack } from './tokens.ts'

/** A conversation found again: the tab's own, or the one that the device keeps while an answer is awaited. */
export type Found =
  | {
      readonly is: 'tab' | 'device'
      readonly way: Way & { is: 'open' }
      /** The page's language when it was last shown. */
      readonly language: string
    }
  /** There is none; `lost` where the person had one. */
  | { readonly is: 'none'; readonly lost: boolean }
  | { readonly is: 'unreachable' }

/** Finds the conversation that a page shows; what opens nothing any more is forgotten. */
export async function find(language: string): Promise<Found> {
  const kept = recall()
  const mine = kept && (kept.spoken || kept.language === language) ? kept : undefined
  if (mine) {
    const way = await wayBack(mine.conversation, mine.token)
    if (way.is === 'open') return { is: 'tab', way, language: mine.language }
    if (way.is !== 'gone') return { is: 'unreachable' }
  }
  keep(undefined)
  const device = onDevice()
  if (!device) return { is: 'none', lost: mine?.spoken ?? false }
  const way = await wayBack(device.conversation, device.token)
  if (way.is === 'open') {
    keep({ conversation: device.conversation, token: way.token, language: device.language, spoken: true })
    return { is: 'device', way, language: device.language }
  }
  if (way.is !== 'gone') return { is: 'unreachable' }
  forgetOnDevice(device.conversation)
  return { is: 'none', lost: true }
}

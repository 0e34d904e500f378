import { addUsage, NO_USAGE, type Usage } from './model.ts'

/** What was spent in a day; several processes that share a store share its ceiling. */
export interface Spending {
  of(day: string): Promise<Usage>
  add(day: string, usage: Usage): Promise<void>
}

/** Spending that is remembered by this process alone, and only of the last day. */
export function spendingInMemory(): Spending {
  let known = { day: '', usage: NO_USAGE }
  return {
    of: async (day) => (known.day === day ? known.usage : NO_USAGE),
    add: async (day, usage) => {
      known = { day, usage: known.day === day ? addUsage(known.usage, usage) : usage }
    },
  }
}

import { HOUSE } from '../house.ts'
import { environment } from '../settings.ts'
import { examine } from './doctor/examine.ts'
import { shown } from './doctor/remark.ts'

/** Tries what the settings name and says of each how it is; exit 1 where one is at fault. */
async function doctor(): Promise<void> {
  const remarks = await examine(environment(), { house: HOUSE, now: () => new Date() })
  for (const remark of remarks) console.log(shown(remark))
  const faults = remarks.filter(({ is }) => is === 'fault').length
  console.log(faults === 0 ? 'Aucune faute.' : faults === 1 ? '1 faute.' : `${faults} fautes.`)
  // What did not answer in time may still hold a connection open.
  process.exit(faults ? 1 : 0)
}

await doctor()

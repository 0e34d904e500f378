import type { Finding } from '../knowledge/finding.ts'
import { readYaml } from '../knowledge/read.ts'
import { followFile } from './follow-file.ts'
import { type DeskHours, openHours } from './hours.ts'
import { hoursShape } from './hours-shape.ts'
import { type FileRead, readStaffFile, withLines } from './staff-file.ts'

/** Where the hours are kept, below the content folder. */
export const HOURS_FILE = 'desk/hours.yaml'

/** Before a file could be read at all: nobody answers, and nothing is known of when somebody will. */
const NEVER: DeskHours = openHours({
  timeZone: 'America/Toronto',
  week: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  holidays: 'none',
  closed: [],
  open: [],
  patience: { pickUp: 15, remind: 5, takeBack: 10, quiet: 60 },
})

/** Reads the desk's hours; a file that is wrong gives no hours, and findings that name the line. */
export function readHours(path: string): FileRead<DeskHours> {
  const { file, text, findings } = readStaffFile(path)
  if (text === undefined) return { findings }
  const wrong: Finding[] = []
  const read = readYaml(text, hoursShape, file, wrong)
  return { ...(read ? { made: openHours(read) } : {}), findings: withLines(wrong, text) }
}

/**
 * Gives the desk's hours as the file has them at a moment; a change is taken without a restart, and a wrong file leaves
 * the last good hours in use. `trouble` is told what is wrong, once for each change.
 */
export function followHours(path: string, trouble: (sentence: string) => void): (now: Date) => DeskHours {
  return followFile(path, readHours, NEVER, trouble)
}

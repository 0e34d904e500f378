import { join } from 'node:path'
import type { Finding } from '../knowledge/finding.ts'
import { REPLIES_FILE, readCanned } from './canned-file.ts'
import { HOURS_FILE, readHours } from './hours-file.ts'

/** The findings of what staff keep for the desk, in a content folder: the hours and the replies. */
export async function checkDesk(folder: string): Promise<Finding[]> {
  const hours = readHours(join(folder, HOURS_FILE))
  const replies = readCanned(join(folder, REPLIES_FILE))
  return [...hours.findings, ...replies.findings]
}

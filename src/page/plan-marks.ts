import { ORIGINAL } from '../language/languages.ts'
import { typeset } from '../language/typography.ts'

/** What holds no text to read, whole; or text between two tags. */
const TEXT = /<(style|script)\b[\s\S]*?<\/\1>|>[^<]+</g

/** A page whose French marks (« … », : ; ! ?) stay on the line of their word. */
export function withMarksJoined(html: string): string {
  return html.replace(TEXT, (text, hidden: string | undefined) => (hidden ? text : typeset(text, ORIGINAL)))
}

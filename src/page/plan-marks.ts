/** What holds no text to read, whole; or text between two tags. */
const TEXT = /<(style|script)\b[\s\S]*?<\/\1>|>[^<]+</g

/** Keeps the marks that French sets apart by a space (« … », : ; ! ?) on the line of their word. */
export function withMarksJoined(html: string): string {
  return html.replace(TEXT, (text, hidden: string | undefined) =>
    hidden ? text : text.replace(/« /g, '«\u00a0').replace(/ (?=[»:;?!])/g, '\u00a0'),
  )
}

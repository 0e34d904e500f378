import type { ScriptWords } from '../said-by-script.tsx'

let read: ScriptWords | undefined

/** The sentences that the page gave its script. */
export function words(): ScriptWords {
  read ??= JSON.parse(document.getElementById('script-words')?.textContent ?? '{}') as ScriptWords
  return read
}

import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'

/** The sentences that the page's script says: it has no other way of knowing them. */
export interface ScriptWords {
  readonly locale: string
  /** The desk's clock when the page was drawn, in milliseconds: browsers' own are often wrong. */
  readonly now: number
  readonly newRequest: string
  readonly newWord: string
  readonly typing: string
  readonly toFill: string
  readonly fillFirst: string
  readonly notSent: string
  readonly lost: string
  readonly back: string
  readonly soundOn: string
  readonly soundOff: string
}

export function SaidByScript({ drawing: { language, now, say } }: { drawing: Drawing }): JSX.Element {
  const words: ScriptWords = {
    locale: LOCALE[language],
    now: now.getTime(),
    newRequest: say('script.new-request'),
    newWord: say('script.new-word'),
    typing: say('script.typing'),
    toFill: say('script.to-fill'),
    fillFirst: say('script.fill-first'),
    notSent: say('script.not-sent'),
    lost: say('script.lost'),
    back: say('script.back'),
    soundOn: say('script.sound-on'),
    soundOff: say('script.sound-off'),
  }
  // As JSON, with no « < » left that could end the element.
  const text = JSON.stringify(words).replace(/</g, '\\u003c')
  return <script type="application/json" id="script-words" dangerouslySetInnerHTML={{ __html: text }} />
}

import './htmx.ts'
import 'htmx-ext-sse'
import { keepTime } from './clock.ts'
import { markWhatToFill } from './fill.ts'
import { offerInsertion } from './insert.ts'
import { listenToKeys } from './keys.ts'
import { watchLine } from './line.ts'
import { keepWhatIsTheirs } from './morph.ts'
import { keepPlace } from './place.ts'
import { offerSound } from './sound.ts'
import { listenToTyping } from './typing.ts'
import { tellWhatIsNew } from './whats-new.ts'
import { keepWriting } from './writing.ts'

/** The desk works without this; with it, it is live and needs no mouse. */
document.documentElement.classList.add('scripted')
keepWhatIsTheirs()
keepTime()
offerSound()
tellWhatIsNew()
markWhatToFill()
keepWriting()
offerInsertion()
listenToTyping()
keepPlace()
listenToKeys()
watchLine()
document.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.form?.hasAttribute('data-sends-itself')) target.form.requestSubmit()
})

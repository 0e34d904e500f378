import '../../desk/browser/htmx.ts'
import '@github/markdown-toolbar-element'
import { offerInsertion } from './insert.ts'
import { keepDraft } from './saving.ts'

/** The library works without this; with it, a draft is kept as one writes, and tokens are put where the cursor is. */
document.documentElement.classList.add('scripted')
offerInsertion()
keepDraft()

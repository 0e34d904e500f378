import { dialog, goTo, show } from '../../src/dialog/define.ts'
import { choice, yesNo } from '../../src/dialog/kinds.ts'

/** The good-faith attestation of the Charter of the French language, then what the person needs. Nothing hangs on the attestation. */
export const welcome = dialog('welcome', {
  attestation: yesNo().then('need'),
  need: choice('path', 'french', 'money', 'contacts', 'question').by({
    path: goTo('my-path'),
    french: goTo('french'),
    money: goTo('money'),
    contacts: goTo('contacts'),
    question: show('regulated-professions', 'comparative-evaluation', 'qualifications-quebec', 'mifi'),
    skipped: show('regulated-professions', 'comparative-evaluation', 'qualifications-quebec', 'mifi'),
  }),
})

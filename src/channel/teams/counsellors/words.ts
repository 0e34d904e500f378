import type { Consent, EscalationReason } from '../../../conversation/handoff.ts'
import type { OutcomeOfHelp } from '../../../desk/escalation.ts'
import type { Language } from '../../../language/languages.ts'

/** What counsellors read in Teams. Their working language is French. */
export const REASONS: Readonly<Record<EscalationReason, string>> = {
  asked: 'La personne demande quelqu’un',
  dialog: 'Au bout d’un parcours de questions',
  'not-found': 'Rien trouvé dans les fiches',
  unsure: 'L’assistant n’était pas certain',
  distress: 'Détresse ou danger',
}

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  fr: 'français',
  en: 'anglais',
  es: 'espagnol',
  ar: 'arabe',
}

export const CONSENTS_GIVEN: Readonly<Record<Consent, string>> = {
  everything: 'Toute la conversation',
  summary: 'Un résumé seulement',
  question: 'La question seulement',
}

export const OUTCOMES_SAID: Readonly<Record<OutcomeOfHelp, string>> = {
  answered: 'réponse donnée',
  referred: 'personne dirigée ailleurs',
  'handed-back': 'remise à l’assistant',
  'no-answer': 'sans réponse',
  withdrawn: 'la personne n’attend plus',
  failed: 'le bureau n’a pas pu être joint',
}

/** Labels of buttons; those of the desk's own page are the same. */
export const BUTTONS = {
  claim: 'Prendre en charge',
  close: 'Clore',
  'hand-back': "Remettre à l'assistant",
  'give-back': 'Rendre à la file',
  open: 'Ouvrir dans le bureau',
} as const

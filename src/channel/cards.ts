import type { Attachment } from 'botbuilder'
import type { Choice } from '../conversation/channel.ts'
import { direction, type Language } from '../language/languages.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'

/** Choices as buttons of an Adaptive Card 1.5, for Teams: each says its label, as if the person had typed it. */
export function choicesCard(choices: readonly Choice[], language: Language): Attachment {
  return {
    contentType: CARD,
    content: {
      type: 'AdaptiveCard',
      $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
      version: '1.5',
      lang: language,
      rtl: direction(language) === 'rtl',
      fallbackText: choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n'),
      body: [],
      actions: choices.map(({ label, says }) => ({
        type: 'Action.Submit',
        title: label,
        data: { says: says ?? label, msteams: { type: 'imBack', value: says ?? label } },
      })),
    },
  }
}

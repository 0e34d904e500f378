import { LANGUAGES, languageOfLocale, OWN_NAME } from '../../language/languages.ts'
import { houseReply, offering, type Responder } from '../responder.ts'

/** Who arrives is welcomed once, in the language that the channel tells; an arrival is never a question. */
export const welcomes: Responder = async (said, conversation, resources) => {
  if (said.kind !== 'joined') return undefined
  if (conversation.welcomed) return { replies: [], conversation }
  const language =
    conversation.languageFrom === 'chosen'
      ? conversation.language
      : (languageOfLocale(said.locale) ?? conversation.language)
  const { phrases, retentionDays } = resources
  const { conversation: next, choices } = offering({ ...conversation, language, welcomed: true }, [
    ...phrases.list('welcome.examples', language).map((words) => ({ label: words, to: 'words' as const, words })),
    ...LANGUAGES.filter((other) => other !== language).map((other) => ({
      label: OWN_NAME[other],
      to: 'language' as const,
      language: other,
    })),
  ])
  const text = phrases.say('welcome.text', language, { days: retentionDays })
  return { conversation: next, replies: [houseReply(text, language, resources, { choices })] }
}

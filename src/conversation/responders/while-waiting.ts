import { asksSomething } from '../../dialog/asks.ts'
import { REGION_NAMES, regionIn } from '../../language/regions.ts'
import type { Conversation } from '../conversation.ts'
import { offeringChoices, says } from '../request.ts'
import { houseReply, type Outcome, offering, type Resources, type Responder, type Said } from '../responder.ts'
import { asOrder, toldIn } from '../told.ts'
import { isOrder } from './does-as-told.ts'
import { fromKnowledge } from './from-knowledge.ts'
import { offerPicked } from './picks-offer.ts'

/** The longest way to be reached that is taken, in characters. */
const LONGEST_CALL_BACK = 200
/** The most words of an answer that names a place: « je suis à Trois-Rivières ». */
const LONGEST_PLACE = 6

/** While a request waits: its place, its end, what the person leaves with it. Everything else goes on as ever. */
export const whileWaiting: Responder = async (said, conversation, resources) => {
  if (conversation.handling.by !== 'nobody-yet' || said.kind !== 'message') return undefined
  const offer = offerPicked(said.text, conversation.offers)
  const words = offer?.to === 'words' ? offer.words : said.text
  const told = (name: string) => toldIn(name, words, resources.phrases) !== undefined
  if (told('told.cancel-request') || told('choose.cancel')) {
    const byNumber = offer !== undefined && offer.label === words && asOrder(said.text) !== asOrder(words)
    return byNumber ? confirmsCancelling(conversation, resources) : withdraws(conversation, resources)
  }
  if (told('told.place') || told('told.person') || told('choose.place')) return tellsPlace(conversation, resources)
  if (told('choose.call-back')) return asksCallBack(conversation, resources)
  if (told('choose.region')) return asksRegion(conversation, resources)
  if (told('choose.nothing-more')) return nothingMore(conversation, resources)
  if (told('choose.leave-message')) return asksMessage(conversation, resources)
  if (!conversation.leaving) return undefined
  if (told('told.leave') || told('told.share.none')) return nothingMore(conversation, resources)
  // A name of a region is offered as words: it is what is asked for.
  if ((offer && conversation.leaving !== 'region') || isOrder(said.text, resources)) return undefined
  if (conversation.leaving === 'message') return takesMessage(said, conversation, resources)
  if (conversation.leaving === 'region') return takesRegion(words, conversation, resources)
  return takesCallBack(said, conversation, resources)
}

/** A number may be meant for another list: what it would end is asked once. */
function confirmsCancelling(conversation: Conversation, resources: Resources): Outcome {
  const { language } = conversation
  const { phrases } = resources
  const { conversation: next, choices } = offering(conversation, [
    { label: phrases.say('rate.yes', language), to: 'words', words: phrases.say('choose.cancel', language) },
    { label: phrases.say('rate.no', language), to: 'words', words: phrases.say('choose.nothing-more', language) },
  ])
  const text = phrases.say('desk.cancel-sure', language)
  const more = { status: 'handoff', answering: 'nobody-yet', choices } as const
  return { conversation: next, replies: [houseReply(text, language, resources, more)] }
}

function withdraws({ leaving: _, ...conversation }: Conversation, resources: Resources): Outcome {
  const next: Conversation = { ...conversation, handling: { by: 'assistant' }, offers: [] }
  return { conversation: next, desk: { does: 'withdraw' }, replies: [says('desk.withdrawn', next, resources)] }
}

async function tellsPlace(conversation: Conversation, resources: Resources): Promise<Outcome> {
  const place = await resources.desk?.place(conversation.id)
  const more = ['leave-message', 'call-back', 'region', 'cancel']
  return {
    conversation,
    replies: [
      place === undefined
        ? says('desk.waiting', conversation, resources, more)
        : says('desk.place', conversation, resources, more, { place }),
    ],
  }
}

function asksCallBack(conversation: Conversation, resources: Resources): Outcome {
  return {
    conversation: { ...conversation, leaving: 'call-back' },
    replies: [says('desk.your-call-back', conversation, resources, ['nothing-more'])],
  }
}

function nothingMore({ leaving: _, ...conversation }: Conversation, resources: Resources): Outcome {
  return { conversation, replies: [says('desk.nothing-more', conversation, resources, ['place', 'cancel'])] }
}

function asksMessage(conversation: Conversation, resources: Resources): Outcome {
  return {
    conversation: { ...conversation, leaving: 'message' },
    replies: [says('desk.your-message', conversation, resources, ['nothing-more', 'cancel'])],
  }
}

/** What is left for people, unless it is a question that the library surely answers: a message may still follow it. */
async function takesMessage(said: Said, before: Conversation, resources: Resources): Promise<Outcome> {
  if (toldIn('told.share.yes', said.text, resources.phrases)) return asksMessage(before, resources)
  const answered = await surelyAnswered(said, before, resources)
  if (answered)
    return {
      ...answered,
      replies: [says('desk.not-the-message', answered.conversation, resources), ...answered.replies],
    }
  const { leaving: _, ...conversation } = before
  return {
    conversation,
    desk: { does: 'leave', message: said.text },
    replies: [says('desk.message-taken', conversation, resources, ['call-back', 'place', 'cancel'])],
  }
}

async function surelyAnswered(said: Said, conversation: Conversation, resources: Resources) {
  if (!asksSomething(said.text)) return undefined
  if (resources.library.search(said.text, conversation.language).certainty !== 'sure') return undefined
  const answered = await fromKnowledge(said, conversation, resources)
  const status = answered?.replies.at(-1)?.status
  return status === 'quoted' || status === 'answered' ? answered : undefined
}

function asksRegion(conversation: Conversation, resources: Resources): Outcome {
  return {
    conversation: { ...conversation, leaving: 'region' },
    replies: [says('desk.your-region', conversation, resources, ['nothing-more'])],
  }
}

/**
 * One of Québec's regions, by its name or a town's. Where it is not known, the names are shown, once. Anything longer
 * is something else, and is answered as ever.
 */
function takesRegion(words: string, conversation: Conversation, resources: Resources): Outcome | undefined {
  const { leaving: _, ...rest } = conversation
  if (words.includes('?') || words.trim().split(/\s+/).length > LONGEST_PLACE) return undefined
  const region = regionIn(words)
  if (region) {
    const reply = says('desk.region-taken', rest, resources, ['place', 'cancel'], {
      region: REGION_NAMES.get(region) ?? '',
    })
    return { conversation: rest, desk: { does: 'leave', region }, replies: [reply] }
  }
  const { language } = conversation
  const nothing = resources.phrases.say('choose.nothing-more', language)
  const isJustAsked = conversation.offers.map(({ label }) => label).join() === nothing
  if (!isJustAsked) return undefined
  const names = [...REGION_NAMES.values()]
  const choices = [...names, nothing].map((label) => ({ label }))
  const text = resources.phrases.say('desk.which-region', language)
  const reply = houseReply(text, language, resources, { status: 'handoff', answering: 'nobody-yet', choices })
  return { conversation: offeringChoices(conversation, reply), replies: [reply] }
}

/** A telephone number or an e-mail, by how it looks; anything else is asked for again, with a way out. */
function takesCallBack(said: Said, conversation: Conversation, resources: Resources): Outcome {
  const callBack = said.text.trim()
  const reachable = /\S@\S+\.\S/.test(callBack) || callBack.replace(/\D/g, '').length >= 7
  if (!reachable || callBack.length > LONGEST_CALL_BACK) {
    const text = resources.phrases.say('desk.no-call-back', conversation.language)
    const choices = [{ label: resources.phrases.say('choose.nothing-more', conversation.language) }]
    return {
      conversation,
      replies: [houseReply(text, conversation.language, resources, { status: 'handoff', choices })],
    }
  }
  const { leaving: _, ...rest } = conversation
  return {
    conversation: rest,
    desk: { does: 'leave', callBack },
    replies: [says('desk.call-back-taken', rest, resources, ['place', 'cancel'])],
  }
}

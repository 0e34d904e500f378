import { createHash } from 'node:crypto'
import type { Activity } from 'botbuilder'
import type { Desk, Opened } from '../../../desk/desk.ts'
import type { Escalation } from '../../../desk/escalation.ts'
import { typeset } from '../../../language/typography.ts'
import type { Outside } from '../../in-line.ts'
import type { Posting } from '../../postings.ts'
import { NotSent, type Voice } from '../../voice.ts'
import { type Element, requestCard } from './card.ts'
import type { TheirChannel } from './channel-of-theirs.ts'
import { isFromTeams, TEAMS } from './counsellor.ts'
import { noticesOf, shownOf } from './notices.ts'
import { LANGUAGE_NAMES } from './words.ts'

export interface PostingResources {
  readonly desk: Pick<Desk, 'open'>
  readonly voice: Voice
  readonly channel: TheirChannel
  readonly publicUrl: string
  now(): Date
}

/** Keeps the counsellors' channel in Teams in line: a card for each request, and in its thread what the person says. */
export function postingInTeams(resources: PostingResources): Outside {
  const { desk, voice, channel, now } = resources
  return {
    place: 'teams',
    mayChange: ({ standing }) => standing.is === 'held' && isFromTeams(standing.by),
    tend: async (posting, escalation, keep) => {
      const opened = await desk.open(escalation.id, TEAMS, 'fr', now())
      if (!opened) return posting
      const isOver = opened.escalation.standing.is === 'closed'
      if (isOver && !posting.activity) return { ...posting, ended: true }
      const shown = await show(posting, opened, resources, keep)
      if (shown !== posting) await keep(shown)
      const relayed = await relay(shown, opened, resources, keep)
      return { ...relayed, ended: isOver }
    },
    clear: async ({ activity, words }) => {
      for (const word of words) await voice.takeBack(channel.thread(activity), word)
      if (activity) await voice.takeBack(channel.wayBack, activity)
    },
  }
}

/** Posts the card, or puts it in the place of what it showed; then tells the thread what the card cannot. */
async function show(
  posting: Posting,
  opened: Opened,
  { voice, channel, publicUrl }: PostingResources,
  keep: (done: Posting) => Promise<void>,
): Promise<Posting> {
  const card = requestCard(opened, publicUrl)
  const before = shownOf(posting.shown)
  const { notices, now } = noticesOf(before, opened, digestOf(card))
  if (JSON.stringify(before) === JSON.stringify(now)) return posting
  let { activity } = posting
  if (!activity) activity = await voice.send(channel.wayBack, cardActivity(card, opened.escalation))
  else if (before.card !== now.card)
    await voice.replace(channel.wayBack, activity, cardActivity(card, opened.escalation)).catch(async (error) => {
      // Somebody took the card away: it is posted anew at the next try.
      if (error instanceof NotSent && error.forGood) await keep({ ...posting, activity: '', shown: '' })
      throw error
    })
  const carded: Posting = { ...posting, activity, shown: JSON.stringify({ ...before, card: now.card }) }
  await keep(carded)
  const said: string[] = []
  for (const notice of notices) said.push(await voice.send(channel.thread(activity), plainText(notice)))
  return { ...carded, shown: JSON.stringify(now), words: [...carded.words, ...said] }
}

/** Brings the person's words into the thread, in order, while whoever holds the conversation answers there. */
async function relay(
  posting: Posting,
  { escalation, lines }: Opened,
  { voice, channel }: PostingResources,
  keep: (done: Posting) => Promise<void>,
): Promise<Posting> {
  const { standing, after, language } = escalation
  if (standing.is !== 'held' || !isFromTeams(standing.by)) return posting
  let done = posting
  const from = language === 'fr' ? 'La personne' : `La personne (${LANGUAGE_NAMES[language]})`
  for (const line of lines) {
    if (line.from !== 'person' || line.position <= Math.max(done.relayed, after)) continue
    const id = await voice.send(channel.thread(posting.activity), plainText(`${from} : ${line.text || NO_WORDS}`))
    done = { ...done, relayed: line.position, words: [...done.words, id] }
    await keep(done)
  }
  return done
}

/** In the place of words, where a person sent a file or a picture. */
const NO_WORDS = '(message sans texte ; les fichiers et les images ne sont pas reçus ici)'

function cardActivity(card: Element, { language }: Escalation): Partial<Activity> {
  return {
    type: 'message',
    locale: 'fr-CA',
    summary: `Demande d’aide (${LANGUAGE_NAMES[language]})`,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  }
}

function plainText(text: string): Partial<Activity> {
  return { type: 'message', textFormat: 'plain', locale: 'fr-CA', text: typeset(text, 'fr') }
}

function digestOf(card: Element): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 22)
}

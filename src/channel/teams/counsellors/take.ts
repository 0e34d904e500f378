import { randomUUID } from 'node:crypto'
import { type Activity, ActivityTypes, type InvokeResponse } from 'botbuilder'
import type { Desk, Done } from '../../../desk/desk.ts'
import type { Counsellor } from '../../../desk/staff.ts'
import { typeset } from '../../../language/typography.ts'
import type { Postings } from '../../postings.ts'
import { type Act, actExecuted, actSubmitted, actTyped, wordsIn } from './act.ts'
import { requestCard } from './card.ts'
import type { TheirChannel } from './channel-of-theirs.ts'
import { counsellorOf, TEAMS } from './counsellor.ts'
import type { Counsellors, Taken } from './counsellors.ts'
import { whyNot } from './refusals.ts'

export interface TakingResources {
  readonly desk: Pick<Desk, 'open' | 'claim' | 'say' | 'giveBack' | 'handBack' | 'close'>
  readonly postings: Pick<Postings, 'byActivity'>
  readonly channel: TheirChannel
  readonly publicUrl: string
  now(): Date
  onError(error: unknown): void
}

const CARD = 'application/vnd.microsoft.card.adaptive'
const MESSAGE = 'application/vnd.microsoft.activity.message'
const ERROR = 'application/vnd.microsoft.error'

/** Takes what counsellors do in their channel of Teams: buttons, words that stand for them, replies to the person. */
export function takingInTeams(resources: TakingResources): Counsellors {
  const { channel, onError } = resources
  return {
    isTheirs: channel.isHere,
    take: async (activity) => {
      const isButton = activity.type === ActivityTypes.Invoke
      if (!isButton && activity.type !== ActivityTypes.Message) return {}
      try {
        return await (isButton ? pressed(activity, resources) : written(activity, resources))
      } catch (error) {
        onError(error)
        return isButton
          ? answered(500, ERROR, { code: 'ServiceError', message: FAILED })
          : { say: typeset(`${FAILED} Votre message n’a peut-être pas été transmis.`, 'fr') }
      }
    },
  }
}

const FAILED = 'Cela n’a pas pu être fait. Essayez de nouveau.'

/** A button of Action.Execute: answered with the card as it stands now, or with a sentence. */
async function pressed(activity: Partial<Activity>, resources: TakingResources): Promise<Taken> {
  if (activity.name !== 'adaptiveCard/action') return {}
  const act = actExecuted(activity.value)
  if (!act)
    return answered(400, ERROR, { code: 'BadRequest', message: 'Ce bouton n’est plus connu. Ouvrez le bureau.' })
  const done = await actOn(act.escalation, act, counsellorOf(activity), resources)
  if (done.is === 'refused') return answered(200, MESSAGE, typeset(whyNot(done.because, false), 'fr'))
  const opened = await resources.desk.open(act.escalation, TEAMS, 'fr', resources.now())
  return opened
    ? answered(200, CARD, requestCard(opened, resources.publicUrl))
    : answered(200, MESSAGE, typeset(whyNot({ why: 'unknown' }, false), 'fr'))
}

/** A message: a button of Action.Submit, a word that stands for one, or a reply to the person. */
async function written(activity: Partial<Activity>, resources: TakingResources): Promise<Taken> {
  const { desk, postings, channel, now } = resources
  const by = counsellorOf(activity)
  const submitted = actSubmitted(activity.value)
  if (submitted) return told(await actOn(submitted.escalation, submitted, by, resources), false)
  const root = channel.rootOf(activity)
  const posting = root ? await postings.byActivity('teams', root) : undefined
  if (!posting) return {}
  const text = wordsIn(activity)
  const act = actTyped(text)
  if (act) return told(await actOn(posting.escalation, act, by, resources), false)
  return told(await desk.say(posting.escalation, by, text, activity.id ?? randomUUID(), now()), true)
}

function actOn(
  escalation: string,
  { does, outcome }: Act,
  by: Counsellor,
  { desk, now }: TakingResources,
): Promise<Done> {
  switch (does) {
    case 'claim':
      return desk.claim(escalation, by, now())
    case 'close':
      return desk.close(escalation, by, outcome, now())
    case 'hand-back':
      return desk.handBack(escalation, by, now())
    case 'give-back':
      return desk.giveBack(escalation, by, now())
  }
}

/** What was done is shown by the card, for everyone; only a refusal is said. */
function told(done: Done, isWord: boolean): Taken {
  return done.is === 'refused' ? { say: typeset(whyNot(done.because, isWord), 'fr') } : {}
}

/** The answer to a button, in the request itself (Universal Actions). */
function answered(statusCode: number, type: string, value: unknown): { readonly invoke: InvokeResponse } {
  return { invoke: { status: 200, body: { statusCode, type, value } } }
}

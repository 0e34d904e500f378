import type { Activity, CloudAdapter, ConversationReference } from 'botbuilder'
import { z } from 'zod'
import { NotSent, type Voice } from '../voice.ts'
import { type Identity, mayReach } from './adapter.ts'
import { troubleOf } from './trouble.ts'

const account = z.looseObject({ id: z.string() })
/** The part of a ConversationReference that we rely on. */
const referenceShape = z.looseObject({
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  conversation: account,
  bot: account.optional(),
  user: account.optional(),
})

/** The part of the SDK's client of a channel that we rely on. */
interface Connector {
  readonly client: { readonly pipeline: { removePolicy(which: { name: string }): void } }
  readonly conversations: {
    sendToConversation(conversation: string, activity: Partial<Activity>): Promise<{ id?: string } | undefined>
    updateActivity(conversation: string, id: string, activity: Partial<Activity>): Promise<unknown>
    deleteActivity(conversation: string, id: string): Promise<unknown>
  }
}

/** How long an attempt may take with its sign-in, in milliseconds; one request alone has `patience`. */
const DEADLINE_MS = 15_000

/** A voice on the Bot Framework's channels, through the same adapter as the door. */
export function voiceOf(adapter: CloudAdapter, identity: Identity): Voice {
  /** Does one thing at a channel; the SDK's own retries are taken away, for whoever calls tries again at their pace. */
  const at = async <Thing>(
    wayBack: unknown,
    act: (connector: Connector, reference: Partial<ConversationReference>) => Promise<Thing>,
  ): Promise<Thing> => {
    const reference = referenceOf(wayBack, identity)
    let outcome: { readonly thing: Thing } | { readonly error: unknown } | undefined
    const speaking = adapter.continueConversationAsync(identity.appId, reference, async (context) => {
      const connector = context.turnState.get<Connector>(adapter.ConnectorClientKey)
      connector.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' })
      outcome = await act(connector, reference).then(
        (thing) => ({ thing }),
        (error: unknown) => ({ error }),
      )
    })
    await within(DEADLINE_MS, speaking).catch((error: unknown) => {
      outcome ??= { error }
    })
    if (outcome && 'thing' in outcome) return outcome.thing
    throw troubleOf(outcome?.error)
  }

  return {
    send: (wayBack, activity) =>
      at(wayBack, async ({ conversations }, reference) => {
        const { id } = (await conversations.sendToConversation(idOf(reference), addressed(activity, reference))) ?? {}
        return id ?? ''
      }),
    replace: (wayBack, id, activity) =>
      at(wayBack, async ({ conversations }, reference) => {
        await conversations.updateActivity(idOf(reference), id, { ...addressed(activity, reference), id })
      }),
    takeBack: (wayBack, id) =>
      at(wayBack, async ({ conversations }, reference) => {
        await conversations.deleteActivity(idOf(reference), id)
      }).catch((error: unknown) => {
        if (!(error instanceof NotSent && error.forGood)) throw error
      }),
  }
}

function referenceOf(wayBack: unknown, identity: Identity): Partial<ConversationReference> {
  const read = referenceShape.safeParse(wayBack)
  if (!read.success) throw new NotSent("Aucun chemin de retour n'est connu vers cette conversation.", true)
  if (!mayReach(read.data.serviceUrl, identity))
    throw new NotSent(
      "Sans MicrosoftAppId, seul un émulateur sur cette machine peut être joint : c'est un autre.",
      true,
    )
  return read.data as unknown as Partial<ConversationReference>
}

function idOf({ conversation }: Partial<ConversationReference>): string {
  return conversation?.id ?? ''
}

/** An activity with its address. Whoever is shown as speaking keeps their name, under the bot's own id. */
function addressed(activity: Partial<Activity>, reference: Partial<ConversationReference>): Partial<Activity> {
  const { channelId, serviceUrl, conversation, bot, user } = reference
  const name = activity.from?.name
  return {
    ...activity,
    ...(channelId ? { channelId } : {}),
    ...(serviceUrl ? { serviceUrl } : {}),
    ...(conversation ? { conversation } : {}),
    ...(bot ? { from: { ...bot, ...(name ? { name } : {}) } } : {}),
    ...(user ? { recipient: user } : {}),
  }
}

async function within<Thing>(ms: number, work: Promise<Thing>): Promise<Thing> {
  let late: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, fail) => {
    late = setTimeout(() => fail(new NotSent("Le canal n'a pas répondu à temps.", false)), ms)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(late)
  }
}

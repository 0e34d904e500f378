import type { Conversations, Deliveries, News } from '../conversation/conversation.ts'
import type { Hearing } from '../conversation/hear.ts'
import type { Desk } from '../desk/desk.ts'
import type { Escalations } from '../desk/escalations.ts'
import { makeBot } from './bot.ts'
import { openDelivery } from './deliver.ts'
import { openHub } from './hub/open.ts'
import type { HubAddress } from './hub/post-to-hub.ts'
import type { HubDesk } from './hub.ts'
import type { Postings } from './postings.ts'
import { openShowTyping } from './show-typing.ts'
import type { Identity } from './teams/adapter.ts'
import { openCounsellors } from './teams/counsellors/open.ts'
import { type Door, openTeams } from './teams/door.ts'

export interface ChannelsResources {
  readonly identity: Identity
  readonly hearing: Hearing
  readonly desk: Desk
  /** The desk by the person's address, for hubs. */
  readonly hub: HubDesk
  readonly store: {
    readonly conversations: Conversations
    readonly deliveries: Deliveries
    readonly escalations: Escalations
    readonly postings: Postings
    readonly news: News
  }
  readonly publicUrl: string
  /** `DESK_TEAMS_CONVERSATION`: where counsellors work in Teams. */
  readonly counsellorsAt?: string
  /** An outside hub that takes our desk's place. */
  readonly outsideHub?: HubAddress
  newId(): string
  now(): Date
  onError(error: unknown): void
}

/**
 * Everything of the Bot Framework's channels: the door of `POST /api/messages`, what reaches people apart from any turn,
 * the counsellors in Teams, the way to an outside hub. Loads the SDK; our own page does without.
 */
export function openChannels(resources: ChannelsResources): { readonly door: Door; close(): Promise<void> } {
  const { identity, hearing, hub, store, counsellorsAt, outsideHub, now, newId, onError } = resources
  const { door, voice } = openTeams(identity, onError)
  const shared = { ...store, voice, now, onError }
  const counsellors = counsellorsAt
    ? openCounsellors({
        ...shared,
        desk: resources.desk,
        publicUrl: resources.publicUrl,
        conversation: counsellorsAt,
        appId: identity.appId,
      })
    : undefined
  const open = [
    openDelivery(shared),
    openShowTyping(shared),
    ...(counsellors ? [counsellors] : []),
    ...(outsideHub ? [openHub({ ...shared, hub, address: outsideHub })] : []),
  ]
  const bot = makeBot(hearing, now, newId, {
    conversations: store.conversations,
    news: store.news,
    hub,
    onError,
    ...(counsellors ? { counsellors } : {}),
  })
  return {
    door: door(bot),
    close: async () => {
      await Promise.all(open.map((each) => each.close()))
    },
  }
}

import type { Activity } from 'botbuilder'

/** Where Teams takes what is said apart from any turn, unless the setting names another service. */
const SERVICE = 'https://smba.trafficmanager.net/teams'

/** The counsellors' channel in Teams, as `DESK_TEAMS_CONVERSATION` names it. */
export interface TheirChannel {
  /** The way to the channel itself: what is sent there begins a thread. */
  readonly wayBack: unknown
  /** The way into the thread that an activity began. */
  thread(activity: string): unknown
  /** Whether an activity comes from the channel, or from a thread in it. */
  isHere(activity: Partial<Activity>): boolean
  /** The activity that began the thread in which another one came. */
  rootOf(activity: Partial<Activity>): string | undefined
}

/** @param setting a conversation's id (`19:…@thread.tacv2`), or its full address (`https://…/v3/conversations/<id>`). */
export function channelOfTheirs(setting: string, appId: string): TheirChannel {
  const address = /^(https?:\/\/.+?)\/v3\/conversations\/([^/?#]+)/.exec(setting.trim())
  const serviceUrl = address?.[1] ?? SERVICE
  const id = withoutThread(address?.[2] ? decodeURIComponent(address[2]) : setting.trim())
  const wayTo = (conversation: string): unknown => ({
    channelId: 'msteams',
    serviceUrl,
    bot: { id: appId ? `28:${appId}` : 'passerelle', name: 'Passerelle' },
    conversation: { id: conversation, isGroup: true, conversationType: 'channel' },
  })
  return {
    wayBack: wayTo(id),
    thread: (activity) => wayTo(`${id};messageid=${activity}`),
    isHere: ({ channelId, conversation }) =>
      channelId === 'msteams' && conversation !== undefined && withoutThread(conversation.id ?? '') === id,
    rootOf: ({ conversation, replyToId }) => /;messageid=([^;]+)/.exec(conversation?.id ?? '')?.[1] ?? replyToId,
  }
}

function withoutThread(conversation: string): string {
  return conversation.split(';')[0] ?? ''
}

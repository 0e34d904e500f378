import type { Drawn } from './element.ts'

/** The part of Web Chat 4.18 that we use (its bundle puts it on the window), and of Direct Line underneath it. */
export interface WebChat {
  createDirectLine(options: DirectLineOptions): DirectLine
  createStore(initial: object, ...middleware: readonly Middleware[]): Store
  renderWebChat(properties: object, element: HTMLElement): void
  renderMarkdown: RenderMarkdown
  /** To be called while something of Web Chat is drawn, and nowhere else. */
  readonly hooks: {
    useLocalizer(): (name: string, ...words: readonly string[]) => string
    useMarkAllAsAcknowledged(): () => void
    useScrollTo(): (position: { readonly scrollTop: number }, options: { readonly behavior: 'smooth' }) => void
    useScrollToEnd(): () => void
  }
}

export interface DirectLineOptions {
  readonly domain: string
  readonly token: string
  /** Joins that conversation instead of opening one. */
  readonly conversationId?: string
  readonly webSocket: boolean
  readonly conversationStartProperties: { readonly locale: string }
}

export interface DirectLine {
  readonly connectionStatus$: { subscribe(listener: (status: number) => void): unknown }
  /** Both change while it lives: the token is refreshed at half its life. */
  readonly conversationId?: string
  readonly token?: string
  end(): void
}

/** DirectLineJS, ConnectionStatus. */
export const STATUS = { online: 2, expired: 3, failed: 4 } as const

export interface Store {
  dispatch(action: Action): unknown
}
export interface Action {
  readonly type: string
  readonly payload?: {
    readonly activity?: Activity
    readonly text?: string
    readonly method?: string
    readonly sendTypingIndicator?: boolean
  }
}
export interface Activity {
  readonly type?: string
  readonly text?: string
  readonly textFormat?: string
  readonly from?: { readonly role?: string; readonly name?: string }
  readonly replyToId?: string
  readonly suggestedActions?: { readonly actions?: readonly { readonly title?: string }[] }
  /** What our channel says of a reply. */
  readonly channelData?: {
    readonly passerelle?: {
      readonly status?: string
      readonly answering?: 'assistant' | 'nobody-yet' | 'counsellor'
    }
  }
}
export type Middleware = () => (next: (action: Action) => unknown) => (action: Action) => unknown

export type RenderMarkdown = (
  markdown: string,
  options: object,
  links: { readonly containerClassName?: string },
) => string

/** How Web Chat draws, by its own middleware: each may draw otherwise, or leave it to the next. */
type Draws<Asked, Options extends readonly unknown[]> = () => (
  next: (asked: Asked) => false | ((...options: Options) => Drawn),
) => (asked: Asked) => false | ((...options: Options) => Drawn)
export type ActivityMiddleware = Draws<
  { readonly activity: Activity },
  readonly [attachments: unknown, options?: { readonly showCallout?: boolean }]
>
export type AvatarMiddleware = Draws<{ readonly activity: Activity }, readonly []>

interface Groups {
  readonly sender: readonly (readonly Activity[])[]
  readonly status: readonly (readonly Activity[])[]
}
interface Ungrouped {
  readonly activities: readonly Activity[]
}
export type GroupMiddleware = () => (next: (asked: Ungrouped) => Groups) => (asked: Ungrouped) => Groups

interface Typing {
  readonly visible: boolean
  readonly activeTyping: Readonly<Record<string, { readonly name?: string; readonly role?: string }>>
}
export type TypingMiddleware = () => (next: (typing: Typing) => Drawn) => (typing: Typing) => Drawn

declare global {
  interface Window {
    readonly WebChat: WebChat
  }
}

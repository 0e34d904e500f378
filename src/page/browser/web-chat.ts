/** The part of Web Chat 4.18 that we use (its bundle puts it on the window), and of Direct Line underneath it. */
export interface WebChat {
  createDirectLine(options: DirectLineOptions): DirectLine
  createStore(initial: object, ...middleware: readonly Middleware[]): Store
  renderWebChat(properties: object, element: HTMLElement): void
  renderMarkdown: RenderMarkdown
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
  readonly payload?: { readonly activity?: Activity; readonly text?: string; readonly method?: string }
}
export interface Activity {
  readonly type?: string
  readonly text?: string
  readonly from?: { readonly role?: string }
  readonly suggestedActions?: { readonly actions?: readonly { readonly title?: string }[] }
}
export type Middleware = () => (next: (action: Action) => unknown) => (action: Action) => unknown

export type RenderMarkdown = (markdown: string, options: object, links: object) => string

declare global {
  interface Window {
    readonly WebChat: WebChat
  }
}

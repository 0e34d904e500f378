import htmx from 'htmx.org'

/** The extensions look for it here. */
Object.assign(window, { htmx })

/** What htmx tells of a request and of what it put in its place. */
export interface HtmxDetail {
  readonly elt: Element
  readonly target?: Element
  readonly xhr: XMLHttpRequest
  readonly successful?: boolean
  readonly requestConfig?: { readonly verb: string; readonly path: string; readonly elt: Element }
}

/** Calls the listener at each event of htmx of that name. */
export function onHtmx(name: string, listener: (detail: HtmxDetail, event: Event) => void): void {
  document.addEventListener(`htmx:${name}`, (event) => listener((event as CustomEvent<HtmxDetail>).detail, event))
}

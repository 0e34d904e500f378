/** What we use of packages that bring no types of their own. */
declare module 'htmx.org' {
  const htmx: {
    process(element: Element): void
    trigger(element: Element, event: string): void
  }
  export default htmx
}
declare module 'htmx-ext-sse'

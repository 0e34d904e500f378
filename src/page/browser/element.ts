/** What Web Chat draws: an element of the React that its bundle keeps to itself. */
export interface Element {
  readonly $$typeof: symbol
  readonly type: unknown
  readonly key: string | null
  readonly ref: null
  readonly props: Readonly<Record<string, unknown>>
  readonly _owner: null
}
export type Drawn = Element | string | false | null | undefined | readonly Drawn[]

/**
 * An element for Web Chat to draw. Its bundle gives no `createElement`; React takes the plain object that Babel writes
 * in its place (react-inline-elements).
 */
export function element(
  type: unknown,
  { key = null, ...props }: { readonly key?: string | null; readonly [name: string]: unknown },
  ...children: readonly Drawn[]
): Element {
  const drawn = children.length ? { ...props, children: children.length === 1 ? children[0] : children } : props
  return { $$typeof: Symbol.for('react.element'), type, key, ref: null, props: drawn, _owner: null }
}

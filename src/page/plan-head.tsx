import type { JSX } from 'preact'

/** What pages about a plan have in their head: a style of their own, and that no index takes them. */
export function PlanHead({ style, nonce }: { style: string; nonce: string }): JSX.Element {
  const ours = <style nonce={nonce} dangerouslySetInnerHTML={{ __html: style }} />
  return (
    <>
      <meta name="robots" content="noindex, nofollow" />
      {ours}
    </>
  )
}

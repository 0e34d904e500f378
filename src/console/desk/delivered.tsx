import type { JSX } from 'preact'
import type { Delivery } from '../../conversation/conversation.ts'
import type { Drawing } from './drawing.ts'
import { queryOf } from './wish.ts'

/** How a word to the person stands: on its way, there, or given up, with the way to try again. */
export function Delivered(props: { delivery: Delivery; escalation: string; drawing: Drawing }): JSX.Element {
  const { delivery, escalation, drawing } = props
  const { say, wish } = drawing
  if (delivery.is !== 'failed') return <p class={`delivery ${delivery.is}`}>{say(`delivery.${delivery.is}`)}</p>
  const address = `/desk/${escalation}/deliver-again${queryOf(wish)}`
  return (
    <form class="delivery failed" method="post" action={address} hx-post={address}>
      <p>
        <strong>{say('delivery.failed')}</strong> {delivery.trouble}
      </p>
      <input type="hidden" name="position" value={delivery.position} />
      <button type="submit" class="light">
        {say('delivery.again')}
      </button>
    </form>
  )
}

import type { Activity } from 'botbuilder'
import { NotSent } from '../voice.ts'

/** How long the hub may take to answer, in milliseconds. */
const ATTEMPT_MS = 5_000

export interface HubAddress {
  /** `HANDOFF_HUB_URL`: where activities are posted. */
  readonly url: string
  /** `HANDOFF_HUB_SECRET`: borne both ways. */
  readonly secret: string
}

/**
 * Posts an activity to the hub; its id lets the hub know one that comes again.
 * @throws NotSent
 */
export async function postToHub(activity: Partial<Activity>, { url, secret }: HubAddress): Promise<void> {
  let status: number
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify(activity),
      // The secret goes nowhere else.
      redirect: 'error',
      signal: AbortSignal.timeout(ATTEMPT_MS),
    })
    await answer.body?.cancel()
    status = answer.status
  } catch {
    throw new NotSent("Le centre de contact n'a pas pu être joint.", false)
  }
  if (status < 200 || status > 299)
    throw new NotSent(`Le centre de contact n'a pas pris le message (${status}).`, false)
}

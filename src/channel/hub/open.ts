import { type InLineResources, keepInLine } from '../in-line.ts'
import { bringingToHub, type HubOutResources } from './out.ts'

/** Opens the way to an outside hub, which takes our desk's place; `hubDoor` is the way back. */
export function openHub(resources: HubOutResources & InLineResources): { close(): Promise<void> } {
  return keepInLine(bringingToHub(resources), resources)
}

import type { ComponentChildren, JSX } from 'preact'
import { Differences } from './difference-part.tsx'
import type { Drawing } from './drawing.ts'
import type { Held } from './held.ts'
import { Moment } from './moment.tsx'

/** Whose draft would be replaced and by what, and the button that does it; `children` are what the form sends besides. */
export function HeldPart(props: {
  readonly held: Held
  readonly action: string
  readonly drawing: Drawing
  readonly children: ComponentChildren
}): JSX.Element {
  const { held, action, drawing, children } = props
  const { say } = drawing
  const { by, at, version } = held.draft
  return (
    <>
      <p>
        {say('held.text', { name: by.name })} <Moment at={at} drawing={drawing} />
      </p>
      <Differences differences={held.differences} drawing={drawing} />
      <form method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name="version" value={version} />
        {children}
        <button type="submit" class="light">
          {say('held.replace', { name: by.name })}
        </button>
      </form>
    </>
  )
}

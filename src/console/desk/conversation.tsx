import type { JSX } from 'preact'
import type { CannedReply } from '../../desk/canned.ts'
import type { Opened } from '../../desk/desk.ts'
import type { Colleague } from '../../desk/staff.ts'
import { auditOf } from './audit.tsx'
import { BriefPart } from './brief.tsx'
import type { Drawing } from './drawing.ts'
import { Earlier } from './earlier.tsx'
import { Notes } from './notes.tsx'
import type { Refused } from './refusal.ts'
import { ReplyBox } from './reply.tsx'
import { StandingPart } from './standing.tsx'
import { Transcript } from './transcript.tsx'
import { WaysOn } from './ways-on.tsx'
import { isHeldBy } from './wish.ts'

export interface ConversationProps {
  readonly opened: Opened
  readonly drawing: Drawing
  readonly colleagues: readonly Colleague[]
  readonly replies: readonly CannedReply[]
  /** For the forms of this drawing: one for the reply, one for the note. */
  readonly keys: { readonly reply: string; readonly note: string }
  readonly refused?: Refused
}

/** One conversation: how it stands, the brief, what was said, notes; and the reply, for whoever holds it. */
export function ConversationPart(props: ConversationProps): JSX.Element {
  const { opened, drawing, colleagues, replies, keys, refused } = props
  const mine = isHeldBy(opened.escalation, drawing.member.id)
  const draftOf = (act: string) => (refused?.act === act && refused.text ? { draft: refused.text } : {})
  return (
    <>
      <StandingPart opened={opened} drawing={drawing} colleagues={colleagues} {...(refused ? { refused } : {})} />
      <div id="about" class="about">
        <BriefPart opened={opened} drawing={drawing} />
        <Earlier opened={opened} drawing={drawing} />
        <Notes opened={opened} drawing={drawing} noteKey={keys.note} {...draftOf('note')} />
        {drawing.mayAudit ? (
          <p id="audited">
            <a href={auditOf(opened.escalation.id)}>{drawing.say('audit.of-request')}</a>
          </p>
        ) : null}
      </div>
      <Transcript opened={opened} drawing={drawing} />
      {mine ? (
        <div id="mine" class="mine">
          <ReplyBox opened={opened} drawing={drawing} replies={replies} replyKey={keys.reply} {...draftOf('say')} />
          <WaysOn opened={opened} drawing={drawing} colleagues={colleagues} />
        </div>
      ) : null}
    </>
  )
}

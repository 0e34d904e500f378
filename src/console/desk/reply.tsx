import type { JSX } from 'preact'
import type { CannedReply } from '../../desk/canned.ts'
import type { Opened } from '../../desk/desk.ts'
import { type Drawing, languageName } from './drawing.ts'
import { LibrarySearch } from './library-search.tsx'
import { ReadyReplies } from './ready-replies.tsx'
import { queryOf } from './wish.ts'

interface Props {
  readonly opened: Opened
  readonly drawing: Drawing
  readonly replies: readonly CannedReply[]
  /** One form, one word, however often it is sent. */
  readonly replyKey: string
  /** What was written in a form that was refused. */
  readonly draft?: string
}

/** Where whoever holds the conversation answers the person. */
export function ReplyBox({ opened, drawing, replies, replyKey, draft }: Props): JSX.Element {
  const { say, wish } = drawing
  const spoken = opened.conversation.language
  const address = `/desk/${opened.escalation.id}/say${queryOf(wish)}`
  return (
    <section id="answer" class="answer" aria-labelledby="answer-heading">
      <h3 id="answer-heading" class="unseen">
        {say('reply.heading')}
      </h3>
      <div class="panels">
        <ReadyReplies replies={replies} spoken={spoken} drawing={drawing} />
        <LibrarySearch spoken={spoken} drawing={drawing} />
      </div>
      <form
        id="say"
        method="post"
        action={address}
        hx-post={address}
        data-writes="reply"
        data-typing={`/desk/${opened.escalation.id}/typing`}
      >
        <div class="label">
          <label for="reply">{say('reply.label')}</label>
          <span id="reply-language" class="quiet">
            {say('reply.language', { language: languageName(spoken, drawing) })}
            {opened.brief.byMachine && spoken !== drawing.language ? ` ${say('reply.by-machine')}` : ''}
          </span>
        </div>
        <p id="to-fill" class="to-fill" role="status" data-kept hidden />
        <textarea
          id="reply"
          name="text"
          rows={3}
          maxlength={4000}
          required
          dir="auto"
          aria-describedby="reply-language to-fill"
          data-kept
        >
          {draft}
        </textarea>
        <input id="reply-key" type="hidden" name="key" value={replyKey} data-kept />
        <div class="send">
          <button type="submit">{say('reply.send')}</button>
          <span class="quiet needs-script keyboard">{say('reply.keys')}</span>
        </div>
      </form>
    </section>
  )
}

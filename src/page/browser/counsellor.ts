import { element } from './element.ts'
import { counsellorOf, initialsOf, naming, type SpeakerWords } from './speaker.ts'
import type { Activity, ActivityMiddleware, AvatarMiddleware, GroupMiddleware } from './web-chat.ts'

/** How a counsellor's words are shown: theirs, by name, and not to be taken for the assistant's. */
export function showingCounsellors(words: Pick<SpeakerWords, 'person'>): {
  readonly activityMiddleware: ActivityMiddleware
  readonly avatarMiddleware: AvatarMiddleware
  readonly groupActivitiesMiddleware: GroupMiddleware
} {
  return {
    activityMiddleware: () => (next) => (asked) => {
      const draw = next(asked)
      const name = counsellorOf(asked.activity)
      if (!draw || name === undefined) return draw
      return (attachments, options) =>
        element(
          'div',
          { className: 'counsellor' },
          options?.showCallout &&
            element(
              'p',
              { key: 'name', className: 'counsellor-name', 'aria-hidden': true },
              naming(words.person, name),
            ),
          element('div', { key: 'words' }, draw(attachments, options)),
        )
    },
    avatarMiddleware: () => (next) => (asked) => {
      const name = counsellorOf(asked.activity)
      if (name === undefined) return next(asked)
      return () => element('div', { className: 'counsellor-avatar', 'aria-hidden': true }, initialsOf(name))
    },
    groupActivitiesMiddleware: () => (next) => (asked) => {
      const { sender, status } = next(asked)
      return { sender: sender.flatMap(bySpeaker), status }
    },
  }
}

/** A run of one side, cut where another speaks for it. */
function bySpeaker(run: readonly Activity[]): readonly (readonly Activity[])[] {
  const runs: Activity[][] = []
  for (const activity of run) {
    const last = runs.at(-1)
    if (last?.[0] && counsellorOf(last[0]) === counsellorOf(activity)) last.push(activity)
    else runs.push([activity])
  }
  return runs
}

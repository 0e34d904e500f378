import type { JSX } from 'preact'
import type { Drawing } from './drawing.ts'

const KEYS = [
  { keys: ['j', 'k', '↓', '↑'], does: 'move' },
  { keys: ['Enter'], does: 'open' },
  { keys: ['c'], does: 'claim' },
  { keys: ['r'], does: 'reply' },
  { keys: ['n'], does: 'note' },
  { keys: ['Ctrl', 'Enter'], does: 'send', together: true },
  { keys: ['/'], does: 'library' },
  { keys: ['Alt', 'R'], does: 'library', together: true },
  { keys: ['Alt', 'P'], does: 'ready', together: true },
  { keys: ['?'], does: 'keys' },
] as const

/** What the keyboard does here, a key away. */
export function Keys({ drawing: { say } }: { drawing: Pick<Drawing, 'say'> }): JSX.Element {
  return (
    <dialog id="keys" aria-labelledby="keys-heading">
      <h2 id="keys-heading">{say('keys.heading')}</h2>
      <dl>
        {KEYS.map(({ keys, does, ...more }) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key, at) => (
                <span key={key}>
                  {at ? ('together' in more ? ' + ' : ' ') : ''}
                  <kbd>{key === 'Enter' ? say('keys.enter') : key}</kbd>
                </span>
              ))}
            </dt>
            <dd>{say(`keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <label class="tick">
        <input type="checkbox" id="letter-keys" checked />
        {say('keys.letters')}
      </label>
      <form method="dialog">
        <button type="submit" class="light">
          {say('keys.close')}
        </button>
      </form>
    </dialog>
  )
}

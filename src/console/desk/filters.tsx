import type { JSX } from 'preact'
import type { InboxItem } from '../../desk/desk.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import { queryOf, REASONS, SHOWN, wishedFor } from './wish.ts'

/** What may be wished for, with how many there are of each: links and a form, so that the address says it all. */
export function Filters({ items, drawing }: { items: readonly InboxItem[]; drawing: Drawing }): JSX.Element {
  const { wish, say, member } = drawing
  const count = (show: (typeof SHOWN)[number]) => wishedFor(items, { ...wish, show }, member.id).length
  return (
    <nav class="filters" aria-label={say('filters.heading')}>
      <ul>
        {SHOWN.map((show) => (
          <li key={show}>
            <a href={`/desk${queryOf({ ...wish, show })}`} aria-current={show === wish.show ? 'page' : undefined}>
              {say(`filters.${show}`, { count: count(show) })}
            </a>
          </li>
        ))}
      </ul>
      <form method="get" action="/desk" data-sends-itself>
        {wish.show === 'all' ? null : <input type="hidden" name="show" value={wish.show} />}
        <Choice
          name="language"
          drawing={drawing}
          chosen={wish.language}
          options={LANGUAGES.map((each) => ({ value: each, label: languageName(each, drawing) }))}
        />
        <Choice
          name="reason"
          drawing={drawing}
          chosen={wish.reason}
          options={REASONS.map((each) => ({ value: each, label: say(`reason.${each}`) }))}
        />
        <button type="submit" class="light without-script">
          {say('filters.apply')}
        </button>
      </form>
    </nav>
  )
}

interface ChoiceProps {
  readonly name: 'language' | 'reason'
  readonly chosen: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly drawing: Drawing
}

function Choice({ name, chosen, options, drawing: { say } }: ChoiceProps): JSX.Element {
  return (
    <div>
      <label for={`wish-${name}`} class="unseen">
        {say(`filters.${name}`)}
      </label>
      <select id={`wish-${name}`} name={name}>
        <option value="" selected={!chosen}>
          {say(`filters.any-${name}`)}
        </option>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

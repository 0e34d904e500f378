import type { JSX } from 'preact'
import type { InboxItem } from '../../desk/desk.ts'
import { SKIPPED } from '../../dialog/situation.ts'
import { LANGUAGES } from '../../language/languages.ts'
import { REGION_NAMES } from '../../language/regions.ts'
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
        <Choice name="trade" drawing={drawing} chosen={wish.trade} options={tradesOf(items, drawing)} />
        <Choice name="region" drawing={drawing} chosen={wish.region} options={regionsOf(items, drawing)} />
        <button type="submit" class="light without-script">
          {say('filters.apply')}
        </button>
      </form>
    </nav>
  )
}

type Option = ChoiceProps['options'][number]

/** The trades of those who are there, and the one that is wished for. */
function tradesOf(items: readonly InboxItem[], { wish, inWords }: Drawing): readonly Option[] {
  const trades = [...items.map(({ escalation }) => escalation.situation.trade), wish.trade]
  return distinct(trades.filter((trade) => trade !== SKIPPED))
    .map((value) => ({ value, label: inWords({ trade: value })[0]?.answer ?? value }))
    .sort((one, other) => one.label.localeCompare(other.label))
}

function regionsOf(items: readonly InboxItem[], { wish }: Drawing): readonly Option[] {
  return distinct([...items.map(({ escalation }) => escalation.region), wish.region])
    .sort()
    .map((value) => ({ value, label: REGION_NAMES.get(value) ?? value }))
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.flatMap((value) => value ?? []))]
}

interface ChoiceProps {
  readonly name: 'language' | 'reason' | 'trade' | 'region'
  readonly chosen: string | undefined
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly drawing: Drawing
}

/** A list to choose from; none where there is nothing to choose. */
function Choice({ name, chosen, options, drawing: { say } }: ChoiceProps): JSX.Element | null {
  if (options.length === 0) return null
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

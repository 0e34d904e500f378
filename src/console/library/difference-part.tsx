import { type Change, diffWordsWithSpace } from 'diff'
import type { JSX } from 'preact'
import { direction, LOCALE, ORIGINAL } from '../../language/languages.ts'
import type { Difference } from './differences.ts'
import { type Drawing, languageName } from './drawing.ts'

/** What changed, field by field: words that went, and words that came. */
export function Differences(props: { differences: readonly Difference[]; drawing: Drawing }): JSX.Element {
  const { differences, drawing } = props
  if (differences.length === 0) return <p class="quiet">{drawing.say('difference.none')}</p>
  return (
    <dl class="differences">
      {differences.map((difference) => (
        <div key={`${difference.path} ${difference.way.join('.')}`}>
          <dt>{nameOf(difference, drawing)}</dt>
          <dd lang={LOCALE[difference.language ?? ORIGINAL]} dir={direction(difference.language ?? ORIGINAL)}>
            <Words before={difference.before} after={difference.after} drawing={drawing} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A short text, such as a number, reads better whole. */
const SHORT = 60

function partsOf(before: string, after: string): readonly Pick<Change, 'value' | 'added' | 'removed'>[] {
  if (before.length > SHORT || after.length > SHORT) return diffWordsWithSpace(before, after)
  return [
    { value: before, added: false, removed: true },
    { value: after, added: true, removed: false },
  ].filter(({ value }) => value)
}

export function Words(props: { before: string; after: string; drawing: Drawing }): JSX.Element {
  const { before, after, drawing } = props
  return (
    <p class="as-written">
      {partsOf(before, after).map(({ value, added, removed }, at) => {
        if (added) {
          return (
            <ins key={`${at}`}>
              <span class="unseen">{drawing.say('difference.added')} </span>
              {value}
            </ins>
          )
        }
        if (removed) {
          return (
            <del key={`${at}`}>
              <span class="unseen">{drawing.say('difference.removed')} </span>
              {value}
            </del>
          )
        }
        return <span key={`${at}`}>{value}</span>
      })}
    </p>
  )
}

/** Where a change stands, in words: « Français · À qui cela s'adresse », « Faits · phone · Téléphone ». */
function nameOf({ path, way, language }: Difference, drawing: Drawing): string {
  const { say, says } = drawing
  const [first = '', second, third] = way
  if (!first) return path
  if (language) {
    const field =
      first === 'section' || first === 'heading' ? sectionName(second ?? '', drawing) : say(`field.${first}.label`)
    return `${languageName(language, drawing)} · ${field}${first === 'heading' ? ` (${say('field.heading.label').toLowerCase()})` : ''}`
  }
  const field = says(`field.${first}.label`) ? say(`field.${first}.label`) : say(`part.${first}`)
  const last = third && says(`field.${third}.label`) ? say(`field.${third}.label`) : third
  return [field, second, last].filter(Boolean).join(' · ')
}

export function sectionName(id: string, { say, says }: Pick<Drawing, 'say' | 'says'>): string {
  return says(`section.${id}`) ? say(`section.${id}`) : id
}

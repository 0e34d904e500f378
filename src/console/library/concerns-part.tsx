import type { JSX } from 'preact'
import { STAGES } from '../../knowledge/concern.ts'
import { type EditableAbout, valueAt } from '../../knowledge/edit-about.ts'
import { LOCALE, ORIGINAL } from '../../language/languages.ts'
import { type CaseForm, type ExampleForm, OUTCOMES, pairsOf, readConcerns } from './concerns-form.ts'
import type { Drawing } from './drawing.ts'
import type { Opened } from './opened.ts'
import type { Question } from './questions-asked.ts'

interface Props {
  readonly opened: Opened
  readonly about: EditableAbout
  readonly questions: readonly Question[]
  readonly drawing: Drawing
}

/** Whom the article could concern, as sentences: « concerne maintenant si … et sauf si … ». */
export function ConcernsPart({ about, questions, drawing }: Props): JSX.Element {
  const { say } = drawing
  const { cases, examples } = readConcerns(valueAt(about, ['concerns']))
  return (
    <>
      <p>{say('concerns.explained')}</p>
      <input type="hidden" name="concerns" value="drawn" />
      {cases.map((each, at) => (
        <CasePart key={`${at}`} each={each} at={at} questions={questions} drawing={drawing} />
      ))}
      <details class="new" open={cases.length === 0}>
        <summary>{say('concerns.add-case')}</summary>
        <CaseFields
          name="new.case"
          each={{ stage: 'later', when: [], unless: [] }}
          questions={questions}
          drawing={drawing}
        />
        <button type="submit" class="light" name="then" value="stay">
          {say('concerns.add-case-now')}
        </button>
      </details>
      <h2>{say('concerns.examples')}</h2>
      <p>{say('concerns.examples-explained')}</p>
      {examples.map((example, at) => (
        <fieldset key={`${at}`} class="example">
          <legend>{say('concerns.example', { number: at + 1 })}</legend>
          <ExampleFields name={`example.${at}`} example={example} questions={questions} drawing={drawing} />
          <label class="tick">
            <input type="checkbox" name="remove" value={`example.${at}`} />
            {say('concerns.remove-example')}
          </label>
        </fieldset>
      ))}
      <details class="new">
        <summary>{say('concerns.add-example')}</summary>
        <ExampleFields
          name="new.example"
          example={{ situation: [], concerned: 'now', because: '' }}
          questions={questions}
          drawing={drawing}
        />
        <button type="submit" class="light" name="then" value="stay">
          {say('concerns.add-example-now')}
        </button>
      </details>
    </>
  )
}

interface CaseProps {
  readonly each: CaseForm
  readonly questions: readonly Question[]
  readonly drawing: Drawing
}

function CasePart({ each, at, ...rest }: CaseProps & { readonly at: number }): JSX.Element {
  const { say } = rest.drawing
  return (
    <fieldset class="case">
      <legend>{say('concerns.case', { number: at + 1 })}</legend>
      <p class="as-sentence" lang={LOCALE[ORIGINAL]}>
        {caseInWords(each, rest.questions, rest.drawing)}
      </p>
      <CaseFields name={`case.${at}`} each={each} {...rest} />
      <p class="row">
        <label class="tick">
          <input type="checkbox" name="remove" value={`case.${at}`} />
          {say('concerns.remove-case')}
        </label>
        {at > 0 ? (
          <button type="submit" class="plain" name="then" value={`up.${at}`}>
            {say('concerns.up')}
          </button>
        ) : null}
      </p>
    </fieldset>
  )
}

function CaseFields({ name, each, questions, drawing }: CaseProps & { readonly name: string }): JSX.Element {
  const { say } = drawing
  return (
    <>
      <label class="field">
        <span>{say('concerns.stage')}</span>
        <select name={`${name}.stage`}>
          {STAGES.map((stage) => (
            <option key={stage} value={stage} selected={stage === each.stage}>
              {say(`stage.${stage}`)}
            </option>
          ))}
        </select>
      </label>
      <Pairs
        name={`${name}.when`}
        legend={say('concerns.when')}
        pairs={each.when}
        questions={questions}
        drawing={drawing}
      />
      <Pairs
        name={`${name}.unless`}
        legend={say('concerns.unless')}
        pairs={each.unless}
        questions={questions}
        drawing={drawing}
      />
    </>
  )
}

function ExampleFields(props: {
  name: string
  example: ExampleForm
  questions: readonly Question[]
  drawing: Drawing
}): JSX.Element {
  const { name, example, questions, drawing } = props
  const { say } = drawing
  return (
    <>
      <Pairs
        name={`${name}.situation`}
        legend={say('concerns.situation')}
        pairs={example.situation}
        questions={questions}
        drawing={drawing}
        withUnsaid
      />
      <p class="row">
        <label>
          <span>{say('concerns.concerned')}</span>
          <select name={`${name}.concerned`}>
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome} selected={outcome === example.concerned}>
                {say(`outcome.${outcome}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{say('concerns.because')}</span>
          <select name={`${name}.because`}>
            <option value="">{say('concerns.any')}</option>
            {questions.map((question) => (
              <option key={question.name} value={question.name} selected={question.name === example.because}>
                {question.label}
              </option>
            ))}
          </select>
        </label>
      </p>
    </>
  )
}

interface PairsProps {
  readonly name: string
  readonly legend: string
  readonly pairs: readonly string[]
  readonly questions: readonly Question[]
  readonly drawing: Drawing
  /** A person may not have said. */
  readonly withUnsaid?: boolean
}

/** Answers that count: each is kept while it is ticked; one more is chosen from the list. */
function Pairs({ name, legend, pairs, questions, drawing, withUnsaid }: PairsProps): JSX.Element {
  const { say } = drawing
  return (
    <fieldset class="pairs">
      <legend>{legend}</legend>
      {pairs.length ? null : <span class="quiet">{say('concerns.nothing')} </span>}
      {pairs.map((pair) => (
        <label key={pair} class="tick">
          <input type="checkbox" name={name} value={pair} checked />
          {pairInWords(pair, questions, drawing)}
        </label>
      ))}
      <select name={name} aria-label={`${legend} : ${say('concerns.add')}`}>
        <option value="">{say('concerns.add')}</option>
        {questions.map((question) => (
          <optgroup key={question.name} label={question.label}>
            {[...question.options, ...(withUnsaid ? [{ value: 'skipped', label: say('concerns.unsaid') }] : [])].map(
              ({ value, label }) => (
                <option key={value} value={`${question.name}=${value}`}>
                  {label}
                </option>
              ),
            )}
          </optgroup>
        ))}
      </select>
    </fieldset>
  )
}

function pairInWords(pair: string, questions: readonly Question[], { say }: Drawing): string {
  const [name = '', value = ''] = pair.split('=')
  const question = questions.find((each) => each.name === name)
  const unsaid = value === 'skipped' ? say('concerns.unsaid') : undefined
  const label = unsaid ?? question?.options.find((option) => option.value === value)?.label ?? value
  return `${question?.label ?? name} : ${label}`
}

/** A case as one sentence. */
function caseInWords({ stage, when, unless }: CaseForm, questions: readonly Question[], drawing: Drawing): string {
  const { say } = drawing
  const told = (pairs: readonly string[], joint: string) =>
    pairsOf(pairs)
      .map(({ name, values }) => {
        const question = questions.find((each) => each.name === name)
        const labels = values.map((value) => question?.options.find((each) => each.value === value)?.label ?? value)
        return `${question?.label ?? name} : ${labels.join(` ${say('concerns.or')} `)}`
      })
      .join(` ${joint} `)
  const start = when.length
    ? say('concerns.if', { stage: say(`stage.${stage}`).toLowerCase(), when: told(when, say('concerns.and')) })
    : say('concerns.always', { stage: say(`stage.${stage}`).toLowerCase() })
  return unless.length ? `${start} ${say('concerns.except', { unless: told(unless, say('concerns.or')) })}` : start
}

import type { ModelEnding, ModelNote } from '../answer/answer.ts'
import type { Help, Model, Usage } from '../answer/model.ts'
import type { Resources } from './responder.ts'

/** What a turn used: times by step and, where there is a model, what it had to do with the answer. Never what was said. */
export interface TurnUse {
  /** Milliseconds by step of an answer. */
  readonly steps?: Readonly<Record<string, number>>
  readonly model?: {
    readonly ending?: ModelEnding
    /** Sentences that were kept, and that were dropped, by reason. */
    readonly kept?: number
    readonly dropped?: Readonly<Record<string, number>>
    readonly usage: Usage
  }
}

/** Watches one turn, however often it is taken: its steps are timed, and all of it shares one help of the model. */
export interface TurnWatch {
  over(resources: Resources): Resources
  used(): TurnUse
}

export function watchTurn(now: () => Date): TurnWatch {
  const steps: Record<string, number> = {}
  let help: Help | undefined
  let note: ModelNote | undefined
  const timed = async <Result>(step: string, run: () => Promise<Result>): Promise<Result> => {
    const began = now().getTime()
    try {
      return await run()
    } finally {
      steps[step] = (steps[step] ?? 0) + now().getTime() - began
    }
  }
  const oneHelp = (model: Model): Model => ({
    ...model,
    help: (turn) => {
      help ??= model.help(turn)
      return help
    },
  })
  return {
    over: (resources) => ({
      ...resources,
      ...(resources.model ? { model: oneHelp(resources.model) } : {}),
      timed,
      noted: (given) => {
        note = given
      },
    }),
    used: () => ({
      ...(Object.keys(steps).length ? { steps } : {}),
      ...(help ? { model: { ...(note ? countsOf(note) : {}), usage: help.spent() } } : {}),
    }),
  }
}

function countsOf({ ending, kept, dropped }: ModelNote) {
  const reasons: Record<string, number> = {}
  for (const { reason } of dropped) reasons[reason] = (reasons[reason] ?? 0) + 1
  return { ending, kept, dropped: reasons }
}

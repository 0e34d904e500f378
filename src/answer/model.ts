import type { z } from 'zod'

/** What a model is asked to do. */
export type Purpose =
  | 'rephrase'
  | 'judge'
  | 'compose'
  | 'embed'
  | 'translate'
  | 'summarise'
  | 'read-situation'
  | 'measure'

/** Why a model gave nothing that can be used. */
export const FAULTS = [
  /** The time of the turn was over. */
  'slow',
  'unreachable',
  /** Too many at once, and no time to wait. */
  'busy',
  /** The server failed. */
  'broken',
  /** The words stopped before their end. */
  'cut',
  /** What came is not of the shape that was asked for. */
  'wrong-shape',
  'refused',
  /** A filter of the provider held the question or the answer back. */
  'filtered',
  /** The key, the address or the name of the model is wrong. */
  'denied',
  /** It failed too often lately and is left alone for a while. */
  'resting',
  /** The day's ceiling is reached. */
  'spent',
] as const
export type Fault = (typeof FAULTS)[number]

/** What a call cost: tokens, and money where prices are known. */
export interface Usage {
  readonly input: number
  readonly output: number
  readonly cost: number
}
export const NO_USAGE: Usage = { input: 0, output: 0, cost: 0 }

export function addUsage(one: Usage, other: Usage): Usage {
  return { input: one.input + other.input, output: one.output + other.output, cost: one.cost + other.cost }
}

export type Told<Value> =
  | { readonly is: 'told'; readonly value: Value }
  | { readonly is: 'silent'; readonly because: Fault }

/** One thing that a model is asked: our instructions, the material they speak of, and the shape of what comes back. */
export interface Wish<Value> {
  readonly purpose: Purpose
  readonly instructions: string
  /** Whatever others wrote: material to read, never instructions. Personal numbers are out of it already. */
  readonly material: string
  readonly shape: z.ZodType<Value>
}

/** A model's help for one turn: its time and its cost are counted together. Nothing here ever throws. */
export interface Help {
  ask<Value>(wish: Wish<Value>): Promise<Told<Value>>
  /** Where an embedding model is set: one vector for each text. */
  embed?(texts: readonly string[]): Promise<Told<readonly (readonly number[])[]>>
  /** What this turn has cost so far. */
  spent(): Usage
}

/** A language model, or none. */
export interface Model {
  readonly name: string
  /** The embedding model, where one is set: vectors of different models are not compared. */
  readonly embeds?: string
  /** Opens the help for one turn; when the signal aborts, so does everything under way. */
  help(turn?: { readonly conversation?: string; readonly signal?: AbortSignal }): Help
}

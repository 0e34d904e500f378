import { z } from 'zod'
import { isLanguage } from '../../language/languages.ts'

/** How a field of a shape is asked for in a form. */
export interface Field {
  readonly name: string
  readonly kind: 'line' | 'day' | 'date' | 'address' | 'email' | 'choice' | 'choices' | 'yes-no' | 'articles' | 'words'
  readonly isOptional: boolean
  /** The values to choose from. */
  readonly options: readonly string[]
}

/** The fields of a shape that a form asks for one by one, in the order of the shape; what holds others is left out. */
export function fieldsOf(shape: z.ZodObject): readonly Field[] {
  return Object.entries(shape.shape).flatMap(([name, given]) => {
    const isOptional = given instanceof z.ZodOptional
    const inner = isOptional ? given.unwrap() : given
    const kind = kindOf(inner)
    return kind ? [{ name, kind, isOptional, options: optionsOf(inner) }] : []
  })
}

function kindOf(shape: unknown): Field['kind'] | undefined {
  if (shape instanceof z.ZodEnum) return 'choice'
  if (shape instanceof z.ZodBoolean) return 'yes-no'
  if (shape instanceof z.ZodArray) return shape.element instanceof z.ZodEnum ? 'choices' : 'articles'
  if (shape instanceof z.ZodURL) return 'address'
  if (shape instanceof z.ZodEmail) return 'email'
  if (shape instanceof z.ZodObject) return Object.keys(shape.shape).every(isLanguage) ? 'words' : undefined
  if (!(shape instanceof z.ZodString || shape instanceof z.ZodUnion)) return undefined
  if (accepts(shape, 'x y z, x y z') || !accepts(shape, '2026-01-31')) return 'line'
  if (!accepts(shape, '2026')) return 'day'
  return accepts(shape, '514 864-9191') ? 'line' : 'date'
}

function optionsOf(shape: unknown): readonly string[] {
  const inner = shape instanceof z.ZodArray ? shape.element : shape
  return inner instanceof z.ZodEnum ? inner.options.map(String) : []
}

function accepts(shape: z.ZodType, value: string): boolean {
  return shape.safeParse(value).success
}

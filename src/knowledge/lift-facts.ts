import { z } from 'zod'
import type { Section } from './article.ts'
import type { Plain } from './write-yaml.ts'

const PHONE = /(?<![\d-])(?:1[\s.-])?\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4}(?:[\s,]+(?:poste|ext\.?)\s*\d{1,6})?(?!\d)/gi
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** Takes telephone numbers and e-mail addresses out of texts: each is a fact once, and a token where it stood. */
export function lifted(sections: readonly Section[]): {
  readonly sections: readonly Section[]
  readonly facts: Readonly<Record<string, Plain>>
} {
  const facts: Record<string, Plain> = {}
  const names = new Map<string, string>()
  const token = (kind: 'phone' | 'email', value: string): string => {
    const same = names.get(value)
    if (same) return `{{${same}}}`
    const nth = Object.keys(facts).filter((name) => name.startsWith(kind)).length + 1
    const name = nth === 1 ? kind : `${kind}-${nth}`
    names.set(value, name)
    facts[name] = { [kind]: value }
    return `{{${name}}}`
  }
  const lift = (body: string) =>
    body
      .replace(EMAIL, (email) => {
        const address = email.replace(/\.$/, '')
        return isEmail(address) ? token('email', address) + email.slice(address.length) : email
      })
      .replace(PHONE, (phone) => token('phone', phoneOf(phone)))
  return { sections: sections.map((section) => ({ ...section, body: lift(section.body) })), facts }
}

/** A number as the house writes it: « 514 555-1234, poste 2 ». */
export function phoneOf(words: string): string {
  const [number = '', extension] = words.split(/poste|ext\.?/i)
  const digits = number.replace(/\D/g, '')
  const [, one, area, first, last] = /^(1)?(\d{3})(\d{3})(\d{4})$/.exec(digits) ?? []
  const written = last ? `${one ? '1 ' : ''}${area} ${first}-${last}` : digits
  return extension ? `${written}, poste ${extension.replace(/\D/g, '')}` : written
}

export function isEmail(words: string): boolean {
  return z.email().safeParse(words).success
}

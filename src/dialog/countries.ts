import { LANGUAGES } from '../language/languages.ts'
import { tokens, typosBetween } from '../language/text.ts'

/** Regions that are no country: the European Union, the United Nations, « région inconnue » and their like. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
/** What France calls itself elsewhere: diplomas from there are French. */
const FRENCH = new Set(['FX', 'GP', 'MQ', 'RE', 'GF', 'YT', 'PM', 'BL', 'MF', 'NC', 'PF', 'WF'])
/** A longer message tells a story; its countries may be anything. */
const SHORT = 8

/** The countries (ISO 3166 codes) that a short answer names, in any of our languages: « au Cameroun », "I studied in India". */
export function countriesIn(answer: string): string[] {
  const said = tokens(answer)
  if (said.length === 0 || said.length > SHORT) return []
  const found = said.flatMap((word, at) =>
    [word, word.replace(/^[بل](?=ال)/, '')].flatMap((first) =>
      (NAMES.get(first) ?? []).filter(({ rest }) => rest.every((each, ahead) => said[at + 1 + ahead] === each)),
    ),
  )
  if (found.length) return [...new Set(found.map(({ code }) => code))]
  const last = said.at(-1) ?? ''
  if (last.length < 5) return []
  const near = [...NAMES].filter(([name]) => typosBetween(name, last, 1) <= 1).flatMap(([, named]) => named)
  return [...new Set(near.filter(({ rest }) => rest.length === 0).map(({ code }) => code))]
}

/** The names of countries by their first word. */
const NAMES: ReadonlyMap<string, readonly { readonly rest: readonly string[]; readonly code: string }[]> =
  namesOfCountries()

function namesOfCountries(): Map<string, { rest: readonly string[]; code: string }[]> {
  const names = new Map<string, { rest: readonly string[]; code: string }[]>()
  for (const language of LANGUAGES) {
    const shown = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes()) {
      const name = shown.of(code)
      if (!name || NO_COUNTRY.has(code)) continue
      // « Congo-Kinshasa », « Myanmar (Birmanie) »: people say the first part.
      for (const way of new Set([name, name.replace(/ *\(.*| *-.*(?<=^congo-.*)/i, '')])) {
        const [first, ...rest] = tokens(way)
        if (first && first.length > 2)
          names.set(first, [...(names.get(first) ?? []), { rest, code: FRENCH.has(code) ? 'FR' : code }])
      }
    }
  }
  return names
}

function codes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((first) => letters.map((second) => first + second))
}

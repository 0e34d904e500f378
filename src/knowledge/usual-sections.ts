/** What a person looks for in every article after its beginning, in this order, with the French heading it usually has. */
export const USUAL_SECTIONS: readonly { readonly id: string; readonly heading: string }[] = [
  { id: 'who', heading: "À qui cela s'adresse" },
  { id: 'next', heading: 'Que faire maintenant' },
  { id: 'contact', heading: 'Qui joindre' },
  { id: 'since', heading: 'Ce qui a changé depuis le plan' },
]

/** What stands where nothing is written yet: it has no source, so it cannot be published. */
export const TO_WRITE = 'À écrire.'

/** The usual sections that stand behind one of that name; nothing where it is none of them. */
export function usualBehind(id: string): readonly string[] | undefined {
  const at = USUAL_SECTIONS.findIndex((usual) => usual.id === id)
  return at < 0 ? undefined : USUAL_SECTIONS.slice(at + 1).map((usual) => usual.id)
}

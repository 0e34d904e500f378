/** The spoken syllables of a French word, told from its spelling; a word has at least one. Elisions join their word. */
export function syllables(word: string): number {
  const parts = word
    .normalize('NFC')
    .toLowerCase()
    .split(/[-\s]+/)
  return parts.reduce((sum, part) => sum + syllablesOfPart(part.replace(/[^a-zà-ÿœ]/g, '')), 0) || 1
}

function syllablesOfPart(word: string): number {
  if (!word) return 0
  return Math.max(1, glides(withoutSilentEnd(withoutSilentLetters(word), isNasalEnt(word))).match(NUCLEUS)?.length ?? 0)
}

const VOWEL = 'aàâeéèêëiîïoôuùûüyœ'
/** Letters that sound as one vowel. */
const NUCLEUS = /eau|œu|e[uû]|o[uùûiî]|a[iîu]|ei|[aàâäeéèêëiîïoôöuùûüyœæ]/g

function withoutSilentLetters(word: string): string {
  return word
    .replace(new RegExp(`qu(?=[${VOWEL}])`, 'g'), 'q')
    .replace(/gu(?=[eéèêiîy])/g, 'g')
    .replace(/ge(?=[aâoô])/g, 'g')
    .replace(/aoû/g, 'oû')
    .replace(/eo(?=i)/g, 'o')
    .replace(/ea(?!u)/g, 'a')
}

/** Takes off the final e that is not heard, with the s or the nt of verbs behind it, where another vowel remains. */
function withoutSilentEnd(word: string, isNasal: boolean): string {
  const inner = word.replace(/(?<=ai|oi|ou|[iué])ement(s?)$/, 'ment$1')
  if (/[ao]ient$/.test(inner)) return inner.replace(/ent$/, '')
  const end = /ent$/.test(inner) ? (isNasal ? undefined : /ent$/) : /es?$/
  const shorter = end ? inner.replace(end, '') : inner
  return new RegExp(`[${VOWEL}]`).test(shorter) ? shorter : inner
}

/** Turns the vowels that are heard as consonants into consonants: na-tion, tra-vail, moi-tié, nuit. */
function glides(word: string): string {
  return word
    .replace(/(?<=[aeouéœ])ill/g, 'j')
    .replace(/(?<=[aeouéœ])ils?$/, 'j')
    .replace(/ue(?=j)/g, 'e')
    .replace(/ill(?=[aeéèêiou])/g, 'ij')
    .replace(new RegExp(`(?:^|(?<=[aeou]))y(?=[${VOWEL}])`, 'g'), 'j')
    .replace(/(?<![aeo])u(?=i)/g, 'w')
    .replace(/(?<![bcdfgkptv][lr])(?<![aeouéœ])i(?=[aàâeéèêoôuœ])/g, 'j')
    .replace(/(?<![bcdfgkptv][lr])ou(?=[aâeéèêi])/g, 'w')
    .replace(/(?<![bcdfgkptv][lr])(?<![aeoœ])u(?=[aâeéèêo])/g, 'w')
}

/** Whether « -ent » is heard (souvent, moment), or only says that several do something (parlent). */
function isNasalEnt(word: string): boolean {
  if (/ment$/.test(word)) return !VERBS_IN_MENT.has(word)
  return /(^|[^a])[tv]ient$/.test(word) || HEARD.has(word)
}

const VERBS_IN_MENT = wordsOf(`
  aiment affirment allument animent assument calment charment confirment consomment consument déforment dorment endorment
  enferment entament estiment expriment ferment forment fument impriment infirment informent nomment présument proclament
  programment réclament réforment reforment renferment résument suppriment surnomment transforment`)

const HEARD = wordsOf(`
  absent accent accident adhérent adolescent afférent agent apparent argent ascendent avent cent client coefficient
  cohérent compétent concurrent confident conscient consent conséquent content contingent continent convalescent couvent
  décent déficient dent différent diligent dissident divergent efficient éloquent émergent éminent équivalent évident
  excellent expédient fervent fréquent imminent impatient impertinent imprudent incident incohérent incompétent
  inconscient inconvénient indifférent indulgent ingrédient inhérent innocent insolent intelligent intermittent latent
  lent mécontent négligent occident opulent orient paravent parent patient permanent pertinent polyvalent précédent
  présent président prudent quotient récent récipient récurrent référent régent résident résilient ressent sent serpent
  somnolent souvent subséquent talent torrent transparent turbulent urgent vent violent virulent`)

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/))
}

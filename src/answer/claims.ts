import type { Language } from '../language/languages.ts'
import { forFigures } from './figures.ts'

/**
 * Words that change what a sentence means whatever stands around them: they may be said only where a passage says so,
 * in these words or in those of the third place. Every pattern holds the words of all our languages, so that a claim is
 * found in an article of another one.
 */
const CLAIMS: readonly (readonly [string, RegExp, RegExp?])[] = [
  [
    'free',
    /\b(gratuit\w*|sans frais|gratis|for free|free of charge|no cost|at no charge|costs? nothing|ne coute rien|no cuesta nada|(is|are|course|courses|service|services) free|free (course|courses|service|services|of)|sin costo)\b|مجان|بدون رسوم|دون مقابل/,
  ],
  [
    'paid',
    /\b(payante?s?|de pago|for a fee|paid (exam|service|course)\w*|pas gratuit\w*|not free)\b|مدفوع|برسوم|بمقابل|ليس مجاني/,
  ],
  [
    'duty',
    /\b(obligatoire\w*|oblige\w*|mandatory|compulsory|required|requis\w*|obligatori\w*|requerid\w*|obligad\w*|doi(t|vent)|must|deben?)\b|الزامي|اجباري|مطلوب|مطلوبه|ملزم|يجب/,
    /\b(demand(e|ent|ait|aient|ee?s?)|exig\w+|faut|faudra|conditions?|necessaires?|besoin|asks?|asked|require\w*|needs?|needed|have to|has to|pid[ei]\w*|hace falta|hay que|condicion\w*|requisitos?|tienen? que|necesari[oa]s?|prescri\w+|declare\w*|joignez|send|add|envie|agregue|traduire|translated)\b|تطلب|يطلب|يتطلب|تشترط|يشترط|شرط|شروط|تلزم|يلزم|تفرض|على من|عليه|لا تعطي|لا تمنح/,
  ],
  [
    'optional',
    /\b(facultati\w*|optionnel\w*|optional\w*|voluntary|opcional\w*|facultativ\w*|au choix)\b|اختياري/,
    /\b(volontaire\w*|voluntari\w*)\b/,
  ],
  [
    'enough',
    /\b(il (vous )?suffit|suffi(t|sent)|all you need|is enough|are enough|suffices?|bastan?|es suficiente)\b|يكفي|تكفي|كافي/,
    /\benough\b/,
  ],
  ['automatic', /\b(automatique\w*|automaticall?y?|automatic\w*|automaticamente)\b|تلقائي/],
  [
    'all',
    /\b(tout le monde|toutes? (les|ces|personne)|tous (les|ces)|n'importe (qui|quel\w*)|everyone|everybody|anyone|all (the |these |of )?(immigrants|people|persons|holders|degrees|countries|orders|proofs|professions|trades|workers|establishments)|tod[oa]s (l[oa]s|est[oa]s)|para todos|cualquier persona|ambos|both)\b|الجميع|كل شخص|جميع/,
    /\b(toutes (vos|les) |tous les (30|trente|jours|ans)|tout|every|any|each|todos sus|cada|a whole|les deux|deux)\b|كل/,
  ],
  [
    'unconditional',
    /\b(sans (aucune )?conditions?|inconditionnel\w*|unconditional\w*|(without|no) (any )?conditions?|no strings|sin (ninguna )?condicion(es)?|incondicional\w*)\b|(بلا|دون|بدون|من غير) (اي )?(شرط|شروط)/,
  ],
  [
    'whatever',
    /\b(peu importe|quel(le)?s? que soi(t|ent)|regardless|no matter (what|which|who|where)|whatever|sea cual sea|sin importar)\b|مهما|بغض النظر/,
  ],
  [
    'ever',
    /\b((?<!exist\w{0,4} |est |sont |continue )toujours|jamais|always|never|ever|siempre|nunca|jamas)\b|دايما|ابدا/,
  ],
  [
    'whole',
    /\b(tout le|toute la|en entier|entiere?(ment)?|the (whole|entire)|all of the|todo el|toda la|enter[oa]|por completo)\b|بالكامل|باكمل/,
    /\b(entire|whole|complete?|full)\b|كامل/,
  ],
  [
    'only',
    /\b(seulement|uniquement|exclusivement|only|exclusively|solo|solamente|unicamente)\b|(?<!\p{L})فقط(?!\p{L})/u,
    /\b(seule?s?|unique\w*|single|one|unic[oa]|un seul|ne .{1,30} qu(e|'))\b|(?<!\p{L})(وحد(ه|ها|هم)|واحده?|لا .{1,60} الا)(?!\p{L})/u,
  ],
  [
    'same',
    /\b(le|la|les|la|the|el|los|las) (memes?|same|mism[oa]s?)\b|\bidenti(que|cal|co)\w*|(?<!\p{L})نفس/u,
    /\b(memes?|same|mism[oa]s?)\b/,
  ],
  ['yourself', /\b(vous-memes?|yourself|yourselves|usted mism[oa])\b|بنفسكم?/],
  ['limitless', /\b(illimite\w*|unlimited|ilimitad\w*|sans limite|no limit|sin limite)\b|غير محدود|بلا حدود/],
  [
    'part',
    /\b(la moitie|le tiers|le quart|un tiers|half|a third|a quarter|(one|two|three|four) in (two|three|four|five|six|ten)|(une?|deux|trois|quatre) personnes? sur|la mitad|un tercio|double|doble|triple|le triple)\b|نصف|ضعف|ثلث|ربع/,
  ],
  [
    'ended',
    /\b(n'existe plus|est termine\w*|prend fin|aboli\w*|ferme definitivement|no longer exists?|has ended|was abolished|ya no existe|ha terminado|termino|abolid\w*)\b|لم يعد|انتهي|انتهت|الغي|الغيت/,
    /\b(a(urait)? pris fin|ended|is over|ya termino|n'y aurait plus|fin de|end of|fin del?)\b/,
  ],
  [
    'law',
    /\b(illegal\w*|interdit\w*|amende|infraction|prohibid\w*|ilegal\w*|multa|forbidden|prohibited|fine of|deport\w*|expuls\w*)\b|غير قانوني|ممنوع|محظور|غرامه|ترحيل/,
  ],
  [
    'new',
    /\b(depuis peu|recemment|nouve(au|aux|l|lle|lles)|recente?s?|new|newly|recent|recently|recientes?|recientemente|nuev[oa]s?)\b|موخرا|(?<!\p{L}|من )جديد/u,
  ],
  [
    'refused',
    /\b(refuse\w*|refus|rejete\w*|rejected|denied|turned down|rechaz\w+|denegad\w+|niega\w*)\b|رفض|يرفض|ترفض|مرفوض/,
    /\b(refusal|negativa|le dicen que no)\b/,
  ],
  ['unpaid', /\b(non (remunere|paye)\w*|unpaid|no (remunerad|pagad)\w*)\b|غير (مدفوع|ماجور)/],
  ['working days', /\b(ouvrables?|working days?|business days?|habiles|laborables)\b|يوم عمل|ايام عمل/],
  [
    'official',
    /(?<!\b(non|un|not|no|pas) ?)\b(officiel(le)?(ment)?s?|official(ly)?|oficial(es|mente)?)\b|(?<!غير )رسمي/,
  ],
  [
    'near',
    /\b(pres d(e|u|es)|a cote d(e|u|es)|en face d(e|u|es)|near|next to|across from|cerca de|al lado de|frente a)\b|بالقرب من|بجانب/,
  ],
  // Who is spoken of: none of them comes from elsewhere.
  ['a university', /\b(universit\w*|universidad\w*)\b|جامع/],
  [
    'an employer',
    /\b(employeu\w*|employers?|empleador\w*|patron\w*)\b|صاحب (ال)?عمل|اصحاب العمل|رب العمل/,
    /\b(entreprises?|business\w*|empresas?|personnel|staff)\b|شرك/,
  ],
  [
    'the government',
    /\b(gouvernement\w*|government\w*|gobierno\w*)\b|حكوم/,
    /\b(ministe\w*|ministry|ministerio|mifi|meq|quebec\.ca)\b|وزار/,
  ],
  ['a court', /\b(tribuna(l|ux|les)|courts?|judge|juge|juez)\b|محكم/],
  ['a bank', /\b(banques?|banks?|bancos?|banco)\b|(?<!\p{L})(ال)?(بنك|بنوك|مصرف)/u, /\bcaisse\b/],
  ['a lawyer', /\b(avocate?s?|lawyers?|abogad[oa]s?|notaires?|notar(y|ies|ios?))\b|محام|موثق/],
  ['the police', /\b(police|policia)\b|شرطه/],
  ['federal', /\b(federa(l|le|ux|les)|ottawa|provincia(l|le|ux)|municipa(l|le|ux))\b|فدرالي|فيدرالي/],
  ['english', /\b(en anglais|in english|en ingles)\b|بالانجليزيه/, /\b(anglais\w*|english|ingles\w*)\b|انجليزي/],
  ['spring', /\b(printemps|in (the )?spring|spring of|primavera)\b|الربيع/],
  ['summer', /\b(l'ete|d'ete|summer|verano)\b|الصيف/],
  ['autumn', /\b(automne|autumn|in the fall|fall of|otono)\b|الخريف/, /\bfall\b/],
  ['winter', /\b(hiver|winter|invierno)\b|الشتاء/],
  [
    'ease',
    /\b(plus (facile|simple|rapide)\w*|sans (probleme|difficulte)s?|easier|easily|faster|quicker|no problem|mas (facil|rapido)\w*|facilmente|sin problema)\b|بسهوله|اسهل|اسرع/,
    /\bplus court\b/,
  ],
]

/** What sounds like a no and denies nothing. */
const NO_DENIAL =
  /\b(sans (aucuns? )?frais|sin (costo|cargo)|non (officiel(le)?s?|remunere\w*|confirme\w*)|unofficial|unpaid|toll-free|no oficial|no remunerad\w+|dicen que no|not only|non seulement|no solo|qui n'est (pas|ni) en \w+( ni en \w+)?|que no esta en \w+( ni en \w+)?|((that|which) )?(is |are )?(not|isn't|aren't) in (french|english)( or (in )?english)?)\b|(?<!\p{L})لا [^.،]{1,60} الا(?!\p{L})|(?<!\p{L})(غير (رسمي|مدفوع)\p{L}*|دون مقابل|بدون رسوم)/gu

/** Ways of saying no, folded; to leave out and to exempt is to say no. */
const NO: Readonly<Record<Language, RegExp>> = {
  fr: /\b(ne|n')\s?(\S+ ){0,3}?\S*\b(pas|plus|jamais|aucun\w*|ni|rien)\b|\b(aucun\w*|sans|impossible|interdit\w*|non|jamais|pas|ni|sauf|exclu\w*|dispense\w*|exempte\w*|different\w* de|rien)\b|\ba (confirmer|verifier)\b/,
  en: /\b(not|no|never|none|nothing|nobody|cannot|can't|don't|doesn't|isn't|aren't|won't|without|impossible|neither|nor|except|excluded|excluding|exempt\w*|different from|to be (confirmed|checked))\b|\b\w+n't\b|\b(tuition|fee|exam)-free\b|\bfree of tuition\b/,
  es: /\b(no|nunca|ningun\w*|nada|nadie|sin|jamas|imposible|tampoco|ni|salvo|excepto|excluid\w*|exent\w*|distint\w* de|por (confirmar|verificar))\b/,
  ar: /(?<!\p{L})[وف]?(لا|لم|لن|ليس|ليست|لست|غير|بدون|دون|بلا|ما من|مستحيل|الا|باستثناء|معفون|معفي)(?!\p{L})/u,
}

/** The claims that a text makes, by name; what carries a claim may say it in other words. */
export function claimsIn(text: string, carries = false): ReadonlySet<string> {
  const words = forFigures(text)
  const has = (pattern: RegExp | undefined) => pattern?.test(words) ?? false
  return new Set(
    CLAIMS.filter(([, says, alsoCarries]) => has(says) || (carries && has(alsoCarries))).map(([name]) => name),
  )
}

/** Whether a text says a no anywhere, « tuition-free » among its ways. */
export function holdsNo(text: string, language: Language): boolean {
  return (
    saysNo(text, language) || /-free\b|\bhors\b|\boutside\b|\bfuera\b|(?<!\p{L})خارج(?!\p{L})/u.test(forFigures(text))
  )
}

export function saysNo(text: string, language: Language): boolean {
  return NO[language].test(forFigures(text).replace(NO_DENIAL, ' '))
}

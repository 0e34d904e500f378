import { forFigures } from './figures.ts'

/** Words of which one excludes the other, in all our languages. */
const OPPOSITES: readonly (readonly [string, RegExp, RegExp])[] = [
  [
    'before or after',
    /\b(avant (de|d'|le|la|les|l'|un|votre|que)|before|antes de)\b|(?<!\p{L})قبل(?!\p{L})/u,
    /\b(apres|after|despues de|une fois)\b|(?<!\p{L})بعد(?!\p{L})/u,
  ],
  [
    'all or some',
    /\b(tou(s|tes) les|all|every|any|tod[oa]s l[oa]s)\b|(?<!\p{L})(كل|جميع)(?!\p{L})/u,
    /\b(certaine?s?|quelques|some|certain|algun[oa]s?|ciert[oa]s|seule?|single|one|solo|un seul)\b|(?<!\p{L})(بعض|واحده?)(?!\p{L})/u,
  ],
  [
    'inside or outside',
    /\b(au|du|in|from|en|de) (canada|quebec)\b|(?<!\p{L})[في]? ?(في|من) (كندا|كيبيك)(?!\p{L})/u,
    /\b(hors|outside|abroad|etranger|exterieur|fuera|extranjero)\b|(?<!\p{L})[بو]?(ال)?خارج(?!\p{L})/u,
  ],
  [
    'online or by mail',
    /\b(en ligne|par internet|online|en linea|por internet)\b|عبر الانترنت|علي الانترنت/,
    /\b(par la poste|papier|by mail|on paper|por correo( postal)?|en papel)\b|بالبريد|ورقي/,
  ],
  [
    'accepted or refused',
    /\b(accepte\w*|accorde\w*|admis\w*|accepted|granted|approved|aceptad\w*|aceptan|concedid\w*)\b|تقبل|مقبول/,
    /\b(refuse\w*|rejete\w*|refused|rejected|denied|rechazad\w*|rechazan)\b|ترفض|مرفوض/,
  ],
  [
    'part or full time',
    /\b(temps (plein|complet)|full-time|full time|tiempo completo)\b|دوام كامل/,
    /\b(temps partiel|part-time|part time|tiempo parcial)\b|دوام جزيي/,
  ],
  [
    'more or less',
    /\b(plus d[e']|more than|over|mas de)\b|(?<!\p{L})اكثر من(?!\p{L})/u,
    /\b(moins d[e']|less than|fewer than|under|menos de)\b|(?<!\p{L})اقل من(?!\p{L})/u,
  ],
  [
    'the same or different',
    /\b(memes?|same|mism[oa]s?|identi\w+)\b|(?<!\p{L})نفس/u,
    /\b(differ\w*|varie\w*|vari(es|an)|distint\w*)\b|تختلف|يختلف|مختلف/,
  ],
  [
    'old or recent',
    /\b(recente?s?|recent|recientes?|actuel(le)?s?|current|up to date|a jour|actuales?)\b|حديث/,
    /\b(ancienne?s?|vieux|vieille|old|older|outdated|antigu[oa]s?|viej[oa]s?)\b|قديم/,
  ],
  [
    'begun or ended',
    /\b(commence\w*|debut\w*|nouveau|starts?|begins?|new|empiez\w*|nuev\w*)\b|بدا|جديد/,
    /\b(fin|prend fin|termin\w*|ends?|ended|over)\b|نهايه|انته/,
  ],
  [
    'French or English',
    /\b(en anglais|in english|en ingles)\b|بالانجليزيه/,
    /\b(en francais|in french|en frances)\b|بالفرنسيه/,
  ],
]

/** The pair of which a text says one word and the statements nearest to it only the other, by name. */
export function oppositeIn(text: string, statements: readonly string[]): string | undefined {
  const said = forFigures(text)
  const theirs = statements.map(forFigures)
  const turned = (one: RegExp, other: RegExp) =>
    one.test(said) &&
    !other.test(said) &&
    theirs.some((each) => other.test(each)) &&
    !theirs.some((each) => one.test(each))
  return OPPOSITES.find(([, one, other]) => turned(one, other) || turned(other, one))?.[0]
}

import { eng, fra, spa } from 'stopword'
import type { Language } from './languages.ts'

/**
 * Words, folded, that say nothing of what a question is about. The lists of the `stopword` package (its Arabic one
 * takes words of content such as « year » and « visit », so Arabic has its own) and what people put around a question.
 */
const AROUND: Readonly<Record<Language, string>> = {
  fr: `comment quand combien pourquoi quoi qui ou est-ce koi faut faudrait peut peux puis puisse peuvent pouvoir pourrais
    pourrait dois doit devoir devrais fais fait faire existe exister trouver y t il quelle quelles lequel laquelle
    lesquels laquelle se passe si veux veut voudrais vouloir etre tres plus moins aussi cela ca tous toutes tout toute
    entre afin dont lors cas avoir comme lorsque chez autre autres deja encore alors donc car sur cest jai svp bonjour salut merci
    allo bonsoir plait aimerais aimerait savoir dire dites quelqu quelque quelques chose vraiment bien
    peu beaucoup apres avant pendant depuis jusqu puisqu lorsqu moi meme ici bas va vais aller`,
  en: `why how when where what which who whom whose do does did is there can could may should would will shall need want get one
    another find happens if someone exist don doesn isn aren won ll ve re im please hello hi hey thanks thank tell know
    like let us yes ok okay really just so any anyone anybody thing things got going gonna wanna`,
  es: `como cuando cuanto cuanta cuantos cuantas donde que quien quienes cual cuales puedo puede pueden podria hay es son esta ser
    estar hacer hago tengo tiene tener debo debe deber necesito quiero quisiera si soy he ha favor hola gracias buenas buenos tardes
    dias me mis saber decir alguien algo mas muy ya yo usted ustedes hace todavia`,
  ar: `ما ماذا هل كيف متى اين أين من كم لماذا هي هو التي الذي الذين في على الى إلى عن مع يمكن يمكنني يمكنك يجب ان أن إن
    او أو كان كانت هناك هذا هذه ذلك تلك لا لم لن قد كل بعض اي أي أية اذا إذا لكن ثم حتى هم هن انا أنا نحن انت أنت به بها
    له لها لك لي فيه فيها منه منها عليه عليها عند بعد قبل بين ليس غير كما حيث اثناء أثناء خلال مثل ايضا أيضا يتم تم بشكل دون لدى لديك
    لدي عندي عندما نفس اليه إليها وهو وهي يكون تكون ممن مما اريد أريد ارغب أرغب احتاج أحتاج استطيع أستطيع مرحبا حالك حالكم شكرا السلام
    عليكم فضلك رجاء ماهو ماهي هنا الان الآن`,
}

const LISTS: Readonly<Record<Language, readonly string[]>> = { fr: fra, en: eng, es: spa, ar: [] }

function listed(language: Language): ReadonlySet<string> {
  const words = [...LISTS[language], ...AROUND[language].split(/\s+/)]
  return new Set(words.flatMap((word) => plain(word).split(/[^\p{L}\p{N}]+/u)).filter(Boolean))
}

/** As `fold` of text.ts folds a single word of these lists. */
function plain(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
}

export const STOP_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: listed('fr'),
  en: listed('en'),
  es: listed('es'),
  ar: listed('ar'),
}

/** Words, folded, by which a question tells what it wants to know of its subject. */
export const QUESTION_WORDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(['combien', 'quand', 'ou', 'qui', 'comment', 'pourquoi']),
  en: new Set(['much', 'long', 'when', 'where', 'who', 'how', 'why']),
  es: new Set(['cuanto', 'cuanta', 'cuantos', 'cuando', 'donde', 'quien', 'como']),
  ar: new Set(['كم', 'متي', 'اين', 'من', 'كيف', 'لماذا']),
}

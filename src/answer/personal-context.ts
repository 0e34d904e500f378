import { endsSentence, listOf, type Word, wordsBefore } from './personal-words.ts'

/** What the words around a number say that it is. */
export type Context = 'phone' | 'social-insurance' | 'passport' | 'account' | 'file' | 'thing' | 'public' | undefined

const SOCIAL_INSURANCE = listOf('nas sin ssn nss sociale social assurance insurance الضمان التأمين تأمين ضمان')

const PHONE =
  listOf(`tel telephone telephoner telephonez phone phones cell cellulaire cellphone cellular mobile movil celular telefono fono fax whatsapp
  whats viber telegram appeler appelez appelle rappeler rappelez call calls text texto textez texter joindre joignable
  contacter reach llamar llame llamame llamarme marcar contactar contact هاتف هاتفي جوال جوالي موبايل واتساب اتصل اتصلوا تلفون تليفون محمول`)

const PASSPORT = listOf('passeport passeports passport passports pasaporte pasaportes جواز جوازي باسبور')

const ACCOUNT = listOf(
  `account acct accounts compte comptes cuenta cuentas حساب حسابي iban transit swift clabe bancaire bank banque banco بنك`,
)

/** Words that need no « number » beside them: what follows them is a number of somebody. */
const FILE =
  listOf(`dossier file uci iuc matricule cedula dni nie cin nif rut rfc curp cuil expediente folio ملف ملفي nii nit nip pin
  otp id verificacion verification identifiant reference ref referencia confirmation`)

/** Words after or before which a number is somebody's where « number », « is » or `:` stands with them. */
const CALLED_BY_NUMBER =
  listOf(`code codigo رمز كود client cliente customer permis permiso licence license permit application demande solicitud
  carte card tarjeta بطاقة certificat certificate certificado csq caq registration inscription student etudiant estudiante employee employe
  membre member case cas caso رخصة طلب طلبي id identification identite identity identidad هوية الهوية patient password
  passe numero number رقم رقمي mon my mi`)

const NUMBER = listOf('number num numero nro رقم رقمي')
const DESIGNATION = listOf('number numbers num numero numeros no nos nro nr n is est es was رقم رقمي هو')

/** Things that are numbered, however long the number. */
const THING =
  listOf(`serial serie series product products produit produits producto productos model models modele modeles modelo isbn issn doi
  barcode barras barres upc ean lot part piece pieza recall recalled version تسلسلي منتج موديل`)

/** Lists, forms and laws that everybody may see; their numbers are short. */
const PUBLIC =
  listOf(`neq cnp noc naics scian programme program programa cours course curso formulaire form formulario mesure measure medida
  action article articulo section loi law ley bill decret reglement chapitre chapter page مادة قانون برنامج نموذج استمارة`)

/** How many words before a number, and after it, may tell what it is. */
const BEFORE = 6
const AFTER = 4

/** What a number that begins at word `from` and ends at word `to` is, by the words around it. */
export function contextOf(words: readonly Word[], from: number, to: number): Context {
  const before = wordsBefore(words, from, BEFORE)
  if (before.some(({ plain }) => THING.has(plain)) || wordsAfter(words, to).some(({ plain }) => NAMED_AFTER.has(plain)))
    return 'thing'
  for (const { plain } of before) {
    if (PASSPORT.has(plain)) return 'passport'
    if (SOCIAL_INSURANCE.has(plain) && plain !== 'sin') return 'social-insurance'
    if (PHONE.has(plain)) return 'phone'
  }
  if (before.some(({ plain, text }) => plain === 'sin' && text !== 'sin')) return 'social-insurance'
  if (before.slice(0, 4).some(({ plain }) => PUBLIC.has(plain))) return 'public'
  const long = (words[from]?.text.length ?? 0) >= 6
  if (long && ACCOUNT.has(before[0]?.plain ?? '')) return 'account'
  const near = before.slice(0, 5)
  const designated = isDesignated(words, from, near)
  if (designated && near.some(({ plain }) => ACCOUNT.has(plain))) return 'account'
  if (before.slice(0, 4).some(({ plain }) => FILE.has(plain))) return 'file'
  if (designated && near.some(({ plain }) => CALLED_BY_NUMBER.has(plain) && !DESIGNATION.has(plain))) return 'file'
  return long && before.slice(0, 3).some(({ plain }) => NUMBER.has(plain)) ? 'file' : undefined
}

/** Things that are named after their number as well: « is 9876 a valid serial? ». */
const NAMED_AFTER = listOf(
  'serial serie product produit producto model modele modelo isbn barcode recall recalled تسلسلي منتج',
)

function wordsAfter(words: readonly Word[], to: number): Word[] {
  const near: Word[] = []
  for (let at = to + 1; at <= to + AFTER && at < words.length; at++) {
    const word = words[at]
    if (!word || endsSentence(word.gap, words[at - 1])) break
    near.push(word)
  }
  return near
}

function isDesignated(words: readonly Word[], from: number, near: readonly Word[]): boolean {
  if (near.some(({ plain }) => DESIGNATION.has(plain))) return true
  return near.some((_, back) => /[:#=°º]/.test(words[from - back]?.gap ?? ''))
}

/** What is counted: a number beside one of these is a quantity. */
const COUNTED =
  listOf(`dollar dollars dolar dolares euro euros peso pesos cad usd eur mad dzd tnd xof fcfa dirham dirhams dinar dinars franc francs
  roupies rupees soles reais دولار دولارا دولارات درهم دينار جنيه ليرة يورو heure heures hour hours hora horas h ساعة jour jours day days dia
  dias يوم mois month months mes meses شهر an ans annee annees year years ano anos سنة سنوات personne personnes people personas شخص habitants
  pages page km kilometres miles mots words palabras كلمة credits creditos points puntos نقطة million millions millon millones مليون milliard
  milliards billion thousand mille mil ألف immigrants immigrantes etudiants students estudiantes travailleurs workers emplois jobs m k`)

/** Whether a number counts something, such as money, hours or people. */
export function isQuantity(message: string, words: readonly Word[], from: number, to: number): boolean {
  const first = words[from]
  const last = words[to]
  const next = words[to + 1]
  if (!first || !last) return false
  const ahead = message.slice(last.end, last.end + 3)
  if (
    /^[\s\u00a0\u202f]?[$€£¥%¢]/.test(ahead) ||
    /[$€£¥][\s\u00a0]?$/.test(message.slice(Math.max(0, first.start - 2), first.start))
  )
    return true
  if (next && /^ ?(de )?$/.test(next.gap) && COUNTED.has(next.plain)) return true
  if (next?.plain === 'de' && COUNTED.has(words[to + 2]?.plain ?? '')) return true
  return /^(cad|usd|eur)$/.test(words[from - 1]?.plain ?? '')
}

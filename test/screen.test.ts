import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answer, Work } from '../src/answer/answer.ts'
import { screen } from '../src/answer/screen.ts'
import type { Article } from '../src/knowledge/article.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { passagesOf, TOKEN } from '../src/knowledge/passages.ts'
import type { Scope, Topic } from '../src/knowledge/scope.ts'
import { detectLanguage } from '../src/language/detect.ts'
import { isLanguage, LANGUAGES, type Language } from '../src/language/languages.ts'
import { type Phrases, readPhrases } from '../src/language/phrases.ts'

/** Ours, though most hold a word of another topic: a status, an emergency ward, a deadline that kills. */
const OURS = `
  fr | Je suis résident permanent, quelles aides pour ma formation d'appoint ?
  fr | mon permis de travail fermé me permet-il de faire un stage ?
  fr | Les travailleurs temporaires ont-ils droit au PAFFARC ?
  fr | Faut-il être citoyen pour devenir membre d'un ordre ?
  fr | Je suis demandeur d'asile, puis-je suivre des cours de français ?
  fr | Faut-il un visa pour passer l'examen de l'OIIQ ?
  fr | J'ai un visa d'études, est-ce que je peux faire évaluer mon diplôme ?
  fr | Je suis réfugié, je suis soudeur, par où commencer ?
  fr | infirmière aux urgences en Tunisie, je veux exercer au Québec
  fr | médecin d'urgence diplômé en France
  fr | C'est urgent, quand vais-je recevoir ma décision de l'ordre ?
  fr | je meurs d'envie de travailler comme dentiste
  fr | Est-ce que le PAFFARC est imposable ?
  fr | Je reçois de l'aide sociale, puis-je avoir le PAFFARC ?
  fr | Est-ce que le stage est payé, ou sans salaire ?
  fr | Comment devenir médecin de famille au Québec avec un diplôme étranger ?
  fr | Je suis avocat au Sénégal, comment être reconnu au Barreau ?
  fr | Mon diplôme de l'Ontario est-il reconnu au Québec ?
  fr | numéro du ministère de l'Immigration
  fr | pompier formé en Algérie, sécurité incendie
  fr | Je suis ambulancière, est-ce réglementé ?
  fr | travailleuse sociale spécialisée en violence conjugale, équivalence
  fr | cuisinier, est-ce un métier réglementé ?
  fr | Combien coûte la demande à l'OIQ, taxes comprises ?
  en | Can temporary workers get PAFFARC?
  en | I have an open work permit, can I take the bridging program?
  en | I am on a study permit, can my diploma be evaluated?
  en | My wife is a permanent resident and a pharmacist from Syria, where does she start?
  en | the deadline is killing me, when does the order answer?
  en | emergency room nurse from Manila
  en | Do I need to be a citizen to join the order of engineers?
  en | Is WES accepted by the OIIQ?
  en | I was fired up to become an electrician, how do I get my card?
  en | I live in Toronto and I am a licensed nurse, how do I work in Montreal?
  en | Are asylum seekers allowed to take French courses?
  en | I'm a real estate appraiser, is it regulated?
  en | I am a hotel chef from Morocco, do I need a certificate?
  en | driver of heavy trucks, is the trade regulated?
  en | Can I get money for daycare while I follow the bridging training?
  en | help me get my diploma recognized please
  es | Tengo permiso de trabajo cerrado, ¿puedo hacer la formación complementaria?
  es | ¿Los residentes permanentes pueden recibir el PAFFARC?
  es | soy médica de urgencias, como ejerzo en Quebec
  es | soy refugiado y enfermero, cómo convalido mi título
  es | primeros auxilios, ¿cuenta para la orden de enfermeras?
  es | soy abogada en Perú, quiero ser abogada en Quebec
  es | necesito ayuda con mi evaluación comparativa
  ar | أنا مقيم دائم وأريد مساعدة مالية لتدريب تكميلي
  ar | لدي تصريح عمل، هل يمكنني دراسة الفرنسية مجانا؟
  ar | أنا لاجئ ومهندس، كيف أعادل شهادتي؟
  ar | طبيب طوارئ من مصر كيف أمارس المهنة
  ar | هل تعترف النقابة بشهادتي
  fr | je suis en attente de ma résidence permanente et je veux commencer une mise à niveau en soins infirmiers
  fr | ai-je besoin d'un permis de travail pour le stage d'adaptation
  fr | mon employeur me parraine pour un permis restrictif
  fr | Est-ce que la garderie est remboursée pendant la formation ?
  fr | mon mari est ingénieur, on arrive en janvier avec un visa de travail, que doit-il faire pour exercer ?
  fr | peut-on apprendre le français gratuitement avec un visa visiteur
  fr | je suis comptable, quel salaire puis-je déclarer pour le prêt ?
  fr | j'ai la citoyenneté canadienne mais mon diplôme vient d'Haïti
  fr | où trouver un employeur pour un permis restrictif de médecin
  fr | Puis-je louer un local pour pratiquer la massothérapie ?
  fr | technicienne en santé animale, comment travailler ici
  fr | J'ai étudié en Ontario, ça change quoi pour l'OIIQ ?
  fr | éducatrice qui cherche à faire reconnaître son expérience en garderie
  fr | professeur de conduite automobile, métier réglementé ?
  fr | chauffeur d'autobus scolaire
  fr | Est-ce que mon assurance professionnelle est obligatoire pour l'ordre ?
  en | I'm waiting for my PR, can I already apply to the order?
  en | are refugees eligible for the recognition loans
  en | i have a work visa and a degree in dentistry, what are the steps
  en | is the internship paid or do I need savings for rent
  en | can my employer sponsor me for a restrictive permit
  en | chef from Lebanon wants red seal
  en | does the order of social workers accept experience with domestic violence victims
  en | I was a firefighter in Colombia, is it recognized
  en | paramedic from Jordan
  en | does the ministry of immigration evaluate diplomas
  en | How do I become a tax accountant CPA here with my Indian degree
  en | language level for nurses, B2?
  en | is real estate broker regulated in Quebec
  es | mi esposo es electricista y tiene permiso de trabajo, cómo obtiene la tarjeta de la CCQ
  es | estoy pidiendo la residencia, puedo hacer la evaluación comparativa mientras tanto
  es | soy chef, necesito licencia
  es | paramédico colombiano
  es | me ayudan con el pago del alquiler durante el curso puente
  es | ¿los solicitantes de asilo pueden estudiar francés?
  ar | أنا سائق شاحنة هل مهنتي منظمة
  ar | هل أحتاج إلى الجنسية للانضمام إلى النقابة
  ar | زوجي مسعف من سوريا كيف يعمل في كيبيك
  ar | هل يمكن للاجئين الحصول على قرض الاعتراف
  fr | Mon dossier est mort, que faire ?
  fr | je suis mort de fatigue après le stage
  fr | le feu vert de l'ordre, c'est quand ?
  fr | infirmière en soins intensifs, arrêt respiratoire et réanimation : formation requise ?
  fr | j'ai été agressivement refusé par l'ordre
  fr | urgence : date limite du PAFFARC demain
  fr | L'ordre me menace de fermer mon dossier
  fr | je travaille à l'urgence de l'hôpital
  fr | J'ai perdu mon diplôme dans un incendie, comment le faire reconnaître ?
  fr | mon diplôme a brûlé pendant la guerre
  fr | psychologue spécialisée en prévention du suicide
  fr | je lutte contre le temps
  fr | la formation me tue, trop de travail
  fr | ce délai va me tuer
  en | this process is killing me
  en | I'm dying to work as a nurse
  en | I died laughing
  en | the exam beat me twice
  en | my application is dead
  en | suicide prevention counsellor, is it regulated?
  en | fire protection engineer from Dubai
  en | hit by a refusal letter from the order
  en | the office is not responding to my emails about my diploma
  en | my degree was lost in a fire
  en | burned out by the wait
  es | me muero por trabajar como dentista
  es | este trámite me está matando
  es | perdí mi título en un incendio
  es | trabajé en urgencias y ambulancias
  es | el colegio no me responde
  ar | أموت شوقا للعمل كممرضة
  ar | هذه الإجراءات تقتلني
  ar | ممرضة طوارئ واسعاف
  ar | فقدت شهادتي في حريق`

/** Complaints in the words of an emergency: a file that does not move, a job market to break into. No alarm. */
const COMPLAINTS = `
  fr | mon dossier ne bouge plus depuis six mois
  fr | je veux en finir avec ces démarches
  fr | j'ai juste envie d'en finir avec les papiers de l'ordre
  fr | je ne suis plus capable de vivre de mon salaire
  fr | au secours, je ne comprends pas ce formulaire
  fr | ai-je besoin d'un certificat de police pour l'ordre ?
  en | I am not moving to Quebec until my diploma is recognized
  en | breaking into the job market as an engineer
  en | my application is not moving
  en | do I need a police check for the nursing order?
  es | mi expediente no se mueve desde hace meses
  es | quiero acabar con todo el papeleo
  ar | ملفي لا يتحرك منذ أشهر
  ar | أريد أن أنهي دراستي في كيبيك
  ar | كيف أقدم طعن في قرار النقابة`

/** Other doors answer these. */
const ELSEWHERE = `
  fr | combien de temps pour avoir la résidence permanente
  fr | Mon visa expire le mois prochain, que faire ?
  fr | comment amener ma mère au Canada
  fr | renouvellement du permis de travail, c'est long ?
  fr | Quelle est la cote CRS minimale cette année
  fr | Mon CAQ a été refusé
  fr | tirage Arrima du mois
  fr | quel salaire pour un soudeur à Québec
  fr | je cherche un logement abordable pour ma famille
  fr | Mon propriétaire veut augmenter mon loyer
  fr | comment avoir la carte soleil
  fr | j'ai mal au dos depuis trois jours
  fr | échanger mon permis de conduire marocain
  fr | comment remplir ma déclaration de revenus
  fr | où inscrire ma fille à la maternelle
  fr | ouvrir un compte bancaire
  fr | envoyer de l'argent en Haïti
  fr | Peux-tu corriger mon CV ?
  fr | quelles offres d'emploi à Sherbrooke
  fr | mon patron m'a congédié sans raison
  fr | je veux divorcer
  fr | devenir enseignant en Alberta
  fr | raconte-moi une blague
  fr | quel temps fait-il demain
  fr | Puis-je travailler en Europe avec mon permis québécois ?
  fr | test de citoyenneté questions
  en | how long does permanent residency take
  en | my study permit expires soon, how do I extend it?
  en | can I bring my parents to Canada
  en | what is the minimum CRS score
  en | How much do welders earn in Quebec?
  en | cheap apartment near Concordia
  en | my landlord is increasing the rent
  en | how do I get a medicare card
  en | where do I find a family doctor
  en | swap my foreign driver's license
  en | when are taxes due
  en | register my daughter for school
  en | open a bank account
  en | fix my resume
  en | I was fired by my boss without notice, can I sue
  en | what is the weather in Gaspé
  en | tell me a joke
  en | Where can I apply for a tourist visa?
  en | PEQ program requirements
  en | is nursing registration easier in British Columbia?
  es | cuánto demora la visa de trabajo
  es | mi permiso de estudio vence pronto, cómo lo renuevo
  es | quiero emigrar a Canadá con mi familia
  es | busco vivienda económica
  es | cuánto gana un ingeniero
  es | cómo saco la tarjeta de salud
  es | cambiar mi licencia de conducir mexicana
  es | cómo declaro impuestos
  es | escuela para mis hijos
  es | abrir una cuenta bancaria
  es | cuéntame un chiste
  es | ayúdame con mi hoja de vida
  ar | كيف أجدد تأشيرتي
  ar | متى أحصل على الإقامة الدائمة
  ar | كيف أحصل على الجنسية الكندية
  ar | أريد إحضار زوجتي إلى كندا
  ar | أبحث عن سكن رخيص
  ar | كم راتب المهندس في مونتريال
  ar | بطاقة التأمين الصحي
  ar | استبدال رخصة القيادة
  ar | كيف أدفع الضرائب
  ar | تسجيل أولادي في المدرسة
  ar | فتح حساب بنكي
  ar | ما حالة الطقس اليوم
  fr | j'ai reçu une lettre d'IRCC, que répondre ?
  fr | délai pour la carte de RP
  fr | est-ce que je peux travailler avec un visa visiteur
  fr | comment inviter mes parents avec un super visa
  fr | Arrima invitation combien d'attente
  fr | combien coûte la vie à Montréal
  fr | 2 chambres à louer Longueuil
  fr | où faire un vaccin contre la grippe
  fr | permis de conduire international valable combien de temps
  fr | crédit d'impôt pour enfants
  fr | place en garderie subventionnée
  fr | mon employeur ne me paie pas mes heures supplémentaires
  fr | les perspectives du marché du travail en informatique
  fr | aide pour mon CV
  fr | Canadien contre Toronto, quel score
  fr | est-ce mieux de vivre à Vancouver
  fr | allocation canadienne pour enfants
  fr | quel est le meilleur restaurant libanais
  en | IRCC processing times
  en | how do I invite my parents for a visit
  en | do I need a visa to transit in Toronto
  en | citizenship ceremony date
  en | what's a good salary in Montreal
  en | cost of living in Quebec City
  en | studio for rent downtown
  en | can I drive with my Philippine licence
  en | how do I claim the child benefit
  en | moving to Calgary as a nurse
  en | who is the prime minister
  en | write me a poem about snow
  es | carta de invitación para mi mamá
  es | requisitos para la ciudadanía canadiense
  es | precio de los alquileres en Laval
  es | sueldo mínimo
  es | vacunas para niños
  es | cómo transfiero dinero a Colombia
  es | quién ganó el partido
  ar | شروط الهجرة إلى كندا
  ar | دعوة والدي لزيارة كندا
  ar | أسعار الإيجار في مونتريال
  ar | ما هو الحد الأدنى للأجور
  ar | رقم طبيب عائلة قريب`

const DISTRESS = `
  je veux mourir
  J'ai pas été accepté par l'ordre, j'ai envie d'en finir avec la vie
  je pense au suicide depuis mon arrivée
  Je n'ai plus envie de vivre
  ma soeur veut se suicider
  I want to kill myself
  i don't want to live anymore
  I keep thinking about ending my life
  my friend is suicidal
  I wish I were dead
  quiero suicidarme
  ya no quiero vivir más
  me quiero matar
  estoy pensando en quitarme la vida
  أريد أن أموت
  أفكر في الانتحار
  لا أريد أن أعيش بعد الآن
  سأقتل نفسي
  بدي موت
  combien coûte l'évaluation comparative, de toute façon je veux mourir
  j'ai le goût de mourir
  j'en peux plus je vais me tuer
  la vie ne vaut plus la peine d'être vécue
  I feel like dying, nothing makes sense
  i want to end it
  I'm going to kill myself if they refuse me again
  me dan ganas de morir
  no le encuentro sentido a la vida, mejor me muero
  أتمنى لو أموت
  ما عاد بدي عيش
  j'en ai marre, je vais me suicider
  J'ai plus la force de vivre
  j'ai avalé des pilules pour mourir
  je veux plus être ici, je veux mourir
  Mon frère parle de se suicider
  I'm thinking of ending it all
  i want to be dead
  life has no purpose, I want to kill my self
  no puedo más, quiero quitarme la vida
  pienso en matarme
  mi hermana intentó suicidarse
  لا أستطيع الاستمرار، أريد الانتحار
  أخي حاول الانتحار
  اريد ان انهي حياتي
  je veux en finir
  jveu mourir
  j'ai pu envie de vivre
  mon dossier est refusé et je ne veux plus vivre
  i wanna dye
  بغيت نموت
  نحب نموت`

const DANGER = `
  il me frappe
  Mon mari me bat et je ne sais pas où aller
  au secours
  mon père fait une crise cardiaque
  il y a le feu dans mon immeuble
  mon collègue ne respire plus
  quelqu'un veut me tuer
  My husband hits me
  he is having a heart attack
  there's a fire in my building
  My baby is not breathing
  I need an ambulance
  I was raped
  mi marido me pega
  auxilio!
  hay un incendio en mi casa
  mi mamá no respira
  necesito una ambulancia
  زوجي يضربني
  النجدة
  حريق في بيتي
  أبي لا يتنفس
  نوبة قلبية
  PAFFARC? et aussi mon conjoint me frappe
  mon ex me menace avec un couteau
  ma voisine est tombée et ne bouge plus
  il m'a battue hier soir
  je suis battue par mon mari
  mon fils a avalé de l'eau de javel
  my boyfriend is beating me up
  someone is breaking into my house
  he has chest pain and can't breathe
  mi pareja me golpea todos los días
  mi casa se está quemando
  زوجي ضربني وأنا خائفة
  ابني لا يتنفس
  mon conjoint est violent, il m'a frappée
  on m'a poignardé
  ma fille a du mal à respirer
  ça sent le gaz et ma mère est inconsciente
  my roommate is unconscious
  my husband is threatening me with a knife
  I think my dad is having a stroke
  our kitchen is on fire
  mi esposo me golpeó
  mi papá tiene un infarto
  se está quemando mi apartamento
  أمي فاقدة الوعي
  جارتي تنزف كثيرا
  يوجد حريق في العمارة
  y me frappe pis j'ai peur
  j'attends ma demande mais là ma mère est tombée, elle ne bouge plus
  hes not moving please help
  my dad is not breething
  mi hijo se cayó y no se mueve
  راجلي كيضربني
  خيي وقع وما عم يتحرك
  بابا ما كيتنفسش`

const HOUSE = fileURLToPath(new URL('..', import.meta.url))
let library: Library
let phrases: Phrases
let findings: readonly { readonly file: string }[]

beforeAll(async () => {
  const content = await readContent(`${HOUSE}knowledge`)
  findings = content.findings.filter(({ file }) => file === 'scope.yaml')
  library = buildLibrary(content, 1)
  phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
})

/** What the screen makes of a question, as the conversation would put it. */
async function screened(question: string, language: Language, inside: Library = library): Promise<Work | Answer> {
  const written = detectLanguage(question)
  const foreign = written && written !== 'other' && written !== language ? { writtenIn: written } : {}
  return screen({ asked: { question, language, ...foreign } }, { library: inside, phrases })
}

/** `-` for a question that is handed on, otherwise the status and the topic. */
async function verdict(question: string, language: Language, inside?: Library): Promise<string> {
  const next = await screened(question, language, inside)
  return 'status' in next ? `${next.status} ${next.passages[0]?.article}` : '-'
}

function rowsOf(table: string): { language: Language; question: string }[] {
  return table
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [language = '', question = ''] = line.trim().split(' | ')
      return isLanguage(language) && question ? { language, question } : { language: 'fr', question: line.trim() }
    })
}

/** The rows whose verdict is not the wanted one. */
async function astray(
  rows: readonly { language: Language; question: string }[],
  wanted: (verdict: string) => boolean,
): Promise<string[]> {
  const wrong: string[] = []
  for (const { language, question } of rows) {
    const got = await verdict(question, language)
    if (!wanted(got)) wrong.push(`${question} → ${got}`)
  }
  return wrong
}

describe('emergencies', () => {
  it('of distress lead to the lines for it, in whatever language the conversation is', async () => {
    expect(await astray(rowsOf(DISTRESS), (got) => got === 'emergency distress')).toEqual([])
  })

  it('of danger lead to 9-1-1', async () => {
    expect(await astray(rowsOf(DANGER), (got) => got === 'emergency danger')).toEqual([])
  })

  it('are not what an ordinary complaint says in the same words', async () => {
    expect(await astray(rowsOf(COMPLAINTS), (got) => !got.startsWith('emergency '))).toEqual([])
  })

  it('come before everything else in a message', async () => {
    for (const question of [
      'Comment avoir un visa ? je veux mourir',
      "PAFFARC ? permis d'exercice ? je veux mourir",
      'prévention du suicide ? je veux mourir',
    ]) {
      expect(await verdict(question, 'fr')).toBe('emergency distress')
    }
  })

  it('are answered with the numbers, their sources and a way to a person, and with nothing of ours', async () => {
    const answer = await screened('quiero suicidarme', 'ar')
    if (!('status' in answer)) throw new Error('It was handed on.')
    expect(answer.text).toContain('911')
    expect(answer.text).toContain('988')
    expect(answer.text).toContain('tel:+18662773553')
    expect(answer.articles).toEqual([])
    expect(answer.leads).toEqual([{ label: phrases.say('person.ask', 'ar'), to: 'person' }])
    expect(answer.passages[0]?.sources.map(({ level }) => level)).toEqual(['confirmed', 'confirmed', 'confirmed'])
  })
})

describe('what is ours', () => {
  it('is handed on', async () => {
    expect(await astray(rowsOf(OURS), (got) => got === '-')).toEqual([])
  })

  it('holds the questions that the articles themselves name', async () => {
    const rows = [...library.articles.values()].flatMap(({ texts }) =>
      Object.values(texts).flatMap(({ language, questions }) => questions.map((question) => ({ language, question }))),
    )
    expect(rows.length).toBeGreaterThan(1000)
    const wrong = await astray(rows, (got) => got === '-')
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(rows.length / 500)
  })

  it('is handed on as it came', async () => {
    const work = { asked: { question: "C'est quoi le PAFFARC ?", language: 'fr' as const } }
    expect(await screen(work, { library, phrases })).toBe(work)
  })
})

describe('what other doors answer', () => {
  it('is said to be out of scope', async () => {
    expect(await astray(rowsOf(ELSEWHERE), (got) => got.startsWith('out-of-scope '))).toEqual([])
  })

  it('names the door, its source, what may help all the same, and a person', async () => {
    const answer = await screened('How do I obtain a work permit to teach in Québec?', 'en')
    if (!('status' in answer)) throw new Error('It was handed on.')
    expect(answer.status).toBe('out-of-scope')
    expect(answer.text).toContain('IRCC')
    expect(answer.text).toContain('[1] (to be verified: Université Concordia)')
    expect(answer.text).toContain('tel:+15148649191')
    expect(answer.text).toContain('Sources: [1] Université Concordia')
    expect(answer.leads.map((lead) => (lead.to === 'passage' ? lead.article : lead.to))).toEqual([
      'mifi',
      'accompagnement-quebec',
      'person',
    ])
    expect(answer.articles).toEqual([])
  })

  it('is said in the language of the conversation, whatever the language of the question', async () => {
    const answer = await screened('Comment renouveler mon visa de touriste ?', 'es')
    expect('status' in answer && answer.text).toContain('No tengo información sobre las visas')
  })

  it('is known from a language that we do not speak, by the words it shares with ours', async () => {
    expect(await verdict('Qual processo é melhor: Federal ou do Québec ?', 'fr')).toBe('out-of-scope federal-programs')
  })
})

describe('the labelled questions', () => {
  const rows = ['real', 'made'].flatMap((kind) => {
    const path = `${HOUSE}test/measure/${kind}-questions.jsonl`
    if (!existsSync(path)) {
      console.log(`screen.test.ts: ${path} is not there; its questions are left out.`)
      return []
    }
    return readFileSync(path, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { lang: string; question: string; articles: string[]; status?: string })
      .map(({ lang, ...row }) => ({ ...row, language: isLanguage(lang) ? lang : ('fr' as const) }))
  })

  it('that an article answers are handed on', async () => {
    expect(
      await astray(
        rows.filter(({ articles }) => articles.length),
        (got) => got === '-',
      ),
    ).toEqual([])
  })

  it('that are out of scope are said to be', async () => {
    const elsewhere = rows.filter(({ status }) => status === 'out-of-scope')
    expect(await astray(elsewhere, (got) => got.startsWith('out-of-scope '))).toEqual([])
  })
})

describe('terms, mentions and unless', () => {
  const none = { fr: [], en: [], es: [], ar: [] }
  const topic = (more: Partial<Topic>): Topic => ({
    id: 'boats',
    terms: none,
    says: {
      fr: 'Les bateaux, ailleurs.',
      en: 'Boats, elsewhere.',
      es: 'Barcos, en otra parte.',
      ar: 'القوارب في مكان آخر.',
    },
    sources: {},
    offers: [],
    ...more,
  })
  const sure = { certainty: 'sure' as const, hits: [] }
  const nothing = { certainty: 'nothing' as const, hits: [] }
  const withTopic = (
    more: Partial<Topic>,
    ours: string[] = [],
    found: ReturnType<Library['search']> = nothing,
  ): Library => {
    const scope: Scope = {
      review: '2027-05-31',
      ours: { ...none, fr: ours },
      emergencies: [],
      outOfScope: [topic(more)],
    }
    return { ...library, scope, search: () => found }
  }

  it('compares phrases by stems, without articles and with two words between at most', async () => {
    const inside = withTopic({ terms: { ...none, fr: ['louer un bateau'] } })
    expect(await verdict('je loue le bateau', 'fr', inside)).toBe('out-of-scope boats')
    expect(await verdict('louer un très beau bateau', 'fr', inside)).toBe('out-of-scope boats')
    expect(await verdict('louer un très très très beau bateau', 'fr', inside)).toBe('-')
    expect(await verdict('bateau à louer', 'fr', inside)).toBe('-')
  })

  it('wants the word itself after « = »', async () => {
    const inside = withTopic({ terms: { ...none, fr: ['=naviguer'] } })
    expect(await verdict('naviguer', 'fr', inside)).toBe('out-of-scope boats')
    expect(await verdict('naviguez', 'fr', inside)).toBe('-')
  })

  it('lets « unless » win', async () => {
    const inside = withTopic({ terms: { ...none, fr: ['bateau'] }, unless: { ...none, fr: ['pilote de bateau'] } })
    expect(await verdict('un bateau', 'fr', inside)).toBe('out-of-scope boats')
    expect(await verdict('un pilote de bateau', 'fr', inside)).toBe('-')
  })

  it('hands a mere mention on where a word of ours stands beside it, or the library surely answers what else is asked', async () => {
    const mentions = { ...none, fr: ['bateau'] }
    expect(await verdict('mon bateau ?', 'fr', withTopic({ mentions }))).toBe('out-of-scope boats')
    expect(await verdict('mon bateau et mon diplôme ?', 'fr', withTopic({ mentions }, ['diplôme']))).toBe('-')
    expect(await verdict('bateau, infirmière, examen ?', 'fr', withTopic({ mentions }, [], sure))).toBe('-')
    expect(await verdict('mon bateau ?', 'fr', withTopic({ mentions }, [], sure))).toBe('out-of-scope boats')
  })
})

describe('the scope', () => {
  const topics = () => [...library.scope.emergencies, ...library.scope.outOfScope]

  it('is read without a finding', () => expect(findings).toEqual([]))

  it('says something in every language, every token of which something stands behind', () => {
    const unknown: string[] = []
    for (const topic of topics()) {
      for (const language of LANGUAGES) {
        const holder: Article = {
          id: topic.id,
          folder: 'contacts',
          kind: 'contact',
          about: {
            audience: ['person'],
            review: '9999-12-31',
            status: 'active',
            contacts: [],
            related: [],
            sources: topic.sources,
            facts: topic.facts,
          },
          texts: {},
        }
        const text = {
          language,
          title: topic.id,
          summary: '',
          questions: [],
          digest: '',
          sections: [{ id: 'about', heading: '', body: topic.says[language] }],
        }
        passagesOf(holder, text, library.articles, ({ token }) => unknown.push(`${topic.id} ${language} ${token}`))
      }
    }
    expect(unknown).toEqual([])
  })

  it('names no figure of its own, and rests on the same sources in every language', () => {
    for (const topic of topics()) {
      const cited = LANGUAGES.map((language) =>
        [...topic.says[language].matchAll(TOKEN)]
          .map(([token]) => token)
          .sort()
          .join(' '),
      )
      expect(new Set(cited).size, topic.id).toBe(1)
      for (const language of LANGUAGES)
        expect(topic.says[language].replace(/1 866 APPELLE/, ''), topic.id).not.toMatch(/\d{3}|https?:/)
    }
  })

  it('cites a source that each topic gives, and offers articles that exist', () => {
    for (const topic of topics()) {
      expect(library.doorOf(topic, 'fr').sources.length > 0, topic.id).toBe(Object.keys(topic.sources).length > 0)
      expect(
        topic.offers.filter((id) => !library.articles.has(id)),
        topic.id,
      ).toEqual([])
    }
  })

  it('shows its words once for each scope, however often it is asked', async () => {
    let read = 0
    const scope = library.scope
    const counted: Scope = {
      ...scope,
      get outOfScope() {
        read++
        return scope.outOfScope
      },
    }
    for (const question of ['visa', 'PAFFARC', 'logement'])
      await verdict(question, 'fr', { ...library, scope: counted })
    expect(read).toBe(1)
  })
})

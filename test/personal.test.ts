import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findPersonal, type PersonalKind, redact, TAKEN_OUT } from '../src/answer/personal.ts'
import { publicOf } from '../src/answer/personal-public.ts'
import { readContent } from '../src/knowledge/content.ts'
import { buildLibrary } from '../src/knowledge/library.ts'

/** Messages that hold what their kind says; what stands between « » must be gone afterwards. */
const TAKEN: Readonly<Partial<Record<PersonalKind, string>>> = {
  phone: `
    My phone number is +1 (123) 456-7890.
    Reach me on 123.456.7890 please
    You can text me at 1-800-555-0199
    mon numéro est le 514 555 1234
    appelez-moi au (438)555-0199 poste 12
    Mi celular es 55 1234 5678
    Mi teléfono: +57 300 123 4567
    Mon cell au Maroc est 06 12 34 56 78
    +33 6 12 34 56 78 est mon numéro
    tél. 0033 6 12 34 56 78
    هاتفي ٥١٤ ٥٥٥ ١٢٣٤
    رقم الهاتف 0021261234567
    UK line +44 20 7946 0958
    Call 555-1234 after five
    514 555 12 34
    c'est le 5145551234
    phone: 1 (514) 555 1234 x99
    +1 514-555-1234 ext. 22 is my work number`,
  email: `
    jean.tremblay+oiiq@courriel.qc.ca
    mon courriel : marie_eve@exemple.ca.
    escríbanme a josé.perez@ejemplo.com.mx
    بريدي user.name@example.org
    write to jane at gmail dot com
    jane [at] outlook.com
    mon adresse est jane arobase gmail point com
    Contact a@b.co`,
  'social-insurance': `
    mon NAS est 046 454 286
    NAS 046-454-286
    My SIN is 046454286
    numéro d'assurance sociale: 123456789
    mi número de seguro social es 123 456 789
    رقم التأمين الاجتماعي ١٢٣ ٤٥٦ ٧٨٩
    SIN number: 12345 6789`,
  passport: `
    mon passeport CA: GA123456 expire en 2027
    passeport no 12AB34567
    Mi pasaporte es G12345678
    pasaporte número 1234567
    جواز سفري رقم A1234567
    جواز السفر AB 123456
    Can I use HK654321 to travel?
    passport number is 123456789`,
  card: `
    card 4111 1111 1111 1111 exp 12/28
    4111111111111111
    Amex 3782 822463 10005
    ma carte 5500-0000-0000-0004`,
  account: `
    Account #: 12345678
    numéro de compte 1234567
    compte bancaire no 00123-004-1234567
    cuenta número 98765432
    رقم حسابي 12345678
    transit 12345, institution 004, account number 7654321
    IBAN FR7630006000011234567890189`,
  code: `
    My case number is 1234567890.
    mon dossier est le 45678
    numéro de dossier : 2023456
    UCI 1234-5678
    IUC : 11-2345-6789
    my application number is E001234567
    application number W302456789
    dossier CAQ 201234567
    mon CSQ porte le numéro 12345678
    expediente 1234567
    mi cédula es 1.234.567.890
    ملف رقم 1234567
    Código de verificación 998877
    confirmation number 7788990011
    driver's licence T1234-123456-12
    client ID 55667788
    Q: what about 99887766554433?`,
  'internet-address': `
    my ip is 192.168.1.1
    connecté depuis 10.0.0.25
    fe80::1ff:fe23:4567:890a
    2001:db8::8a2e:370:7334 keeps failing`,
  'postal-code': `
    J'habite à H2X 1Y4
    h3z2y7 is my area
    G1R-5Z3
    postal code K1A0B1
    mon code postal: J 4 K 2 T 8`,
  street: `
    123 Main Street Apt 4, Toronto
    J'habite au 12, rue des Érables, app. 3
    4567 boul. Saint-Laurent à Montréal
    45 bis avenue du Parc
    1234, 5e Avenue
    10 Downing St
    vivo en la calle 5 # 12
    Avenida Reforma 222, México
    Carrera 7 # 45-12 Bogotá
    أسكن في شارع الحرية رقم 12
    12 شارع محمد الخامس
    22 old mill road
    I live at 78 Elm
    PO Box 123, Laval
    12 rue sherbrooke ouest
    My new place: 900 Peel Blvd.
    1250 chemin Sainte-Foy`,
  'health-card': `
    ma carte soleil TREM 8507 1234
    RAMQ: TREM85071234
    GAGM 8560 0712`,
  name: `
    My name's Fatima Zahra
    Hi, I'm John Smith and I need help
    I am Dr. Elena Petrova, how do I register?
    Je m'appelle Jean-Pierre Gagné et je suis infirmier
    mon nom est nguyen van an
    Mon nom complet est Marie-Claire de la Durantaye.
    Me llamo María José Hernández, soy enfermera
    mi nombre es carlos lópez
    اسمي محمد أحمد وأنا مهندس
    اسمي علي
    أنا اسمي فاطمة الزهراء
    Je suis madame Tremblay
    Soy la doctora Ana Gómez
    Ma femme s'appelle Amina Benali
    Name: Kofi Mensah
    Nom : Traoré, prénom : Awa
    Cordialement, Ousmane Diallo
    Thanks, Maria Santos
    where is the Sarah Jane Miller file
    le dossier de Mohamed Ben Salah est où?
    MY NAME IS AZIZ KARIMI AND I AM A NURSE
    my name is priya and i am from india`,
}

/** Others, of every kind: written after the rules were, to see whether the rules hold. */
const TAKEN_AS_WELL = `
  Hi, call my husband 1-438-229-0187 tonight
  (450) 555 0142
  Tel.: 819.555.0133
  Mon WhatsApp: +237 6 99 12 34 56
  je suis joignable au 0550 12 34 56 en Algérie
  mi whatsapp es +52 1 55 1234 5678
  llámenme al 300 555 0199
  رقمي 4385550142
  اتصلوا بي على ٠٦٦١٢٣٤٥٦٧
  واتساب +963 944 123 456
  my landline 5145550177 poste 231
  my email: Sara.Connor_1984@Hotmail.Com
  info perso : m.lavoie@cegep-ste-foy.qc.ca
  envoyez à l.perez [arroba] gmail.com
  correo: ana.maria(at)correo.co
  NAS: 999 888 777
  sin#: 987654321
  My Social Insurance number is 987-654-321
  N.A.S. 123 456 782
  Passport: N01234567
  mi número de pasaporte: XDB123456
  passeport algérien 123456789
  passeport n° 18AB12345
  رقم جواز سفري 01AB12345
  my credit card 5105 1051 0510 5100
  Visa 4012888888881881 was charged
  mon numéro de compte est 815-30-12345678
  Banque 003 transit 00045 compte 1234567
  mi cuenta bancaria: ES91 2100 0418 4502 0005 1332
  My file number is 2024-123456
  file # 556677
  numéro de candidat 1234567
  numéro UCI: 98765432
  IUC 1122334455
  ma demande A00123456
  mon numéro Arrima est 12345678
  application #: B000112233
  my WES reference number is 4567890
  numéro de permis de conduire L1234-567890-01
  matricule 20231234
  mi DNI 12345678
  CIN AB123456
  DNI: 12345678Z
  mi número de expediente es 2024123456
  mon identifiant est 445566
  رقم ملفي 20241234
  رقم البطاقة 1029384756
  from 203.0.113.45 I cannot log in
  2001:0DB8:AC10:FE01::
  H1A1A1
  v6b 1c1 vancouver
  Our office is at G1K 3X2 Québec
  mailing address: 55 Rideau Street, Ottawa
  12B, rue Principale, Gatineau
  au 3450 Saint-Denis? non, au 3450 rue Saint-Denis
  7890 avenue 16
  4500 chemin de la Côte-des-Neiges, app 12
  101-2345 Sherbrooke Street West
  200 Bay St, Toronto
  vivo en Calle Los Olivos 455, Lima
  Cra 15 No 93-47 Bogotá
  شارع الاستقلال 45 تونس
  I moved to 8 Pine Crescent
  carte d'assurance maladie ABCD 9062 1512
  i'm Priya Sharma, nurse
  My full name is Nguyen Thi Hoa
  my name is O'Brien
  Je me prénomme Aïcha
  Mon prénom est Karim et mon nom est Bensalem
  je m'appelle fatou diop infirmière au sénégal
  me llamo jose luis ramirez y soy plomero
  mi nombre es Ángela
  soy Carlos Pérez de Colombia
  اسمي سارة من العراق
  انا فاطمة من المغرب
  اسمي عبد الرحمن الشريف وعمري 40
  je suis M. Tremblay
  this is Dr. Ahmed Nasser
  Merci, Karim Benali
  Regards, Olena Kovalenko
  moi c'est Mamadou
  prénom: Lucie
  Mary Jones's application was refused
  application for Maria Fernanda Lopez
  mon mari s'appelle Youssef
  My name: Sarah
  Signed John Smith
  Hi I am Mr. John A. Smith
  محمد احمد من سوريا اريد الهجرة
  Living at h 3 z 2 y 7
  case ID 0012345678`

/** Messages that give nothing away and must stay as they are. */
const LEFT = `
  What is a SIN?
  I want to get my child's SIN number
  Comment obtenir un NAS ?
  J'ai reçu 500 $ par semaine
  prêt de 15 000 $ pour mes examens
  130 000 000 $ sur deux ans
  130 millions sur deux ans
  $1,234,567.89 budget
  1 250 000 dollars
  1 200,50 €
  100 % en ligne
  de 8 h 30 à 16 h 30
  8:30-16:30
  2024-05-29
  23/11/2026
  le 1er juin 2023
  05-06-2024 to 09-07-2025
  plan d'action 2021-2023
  PLAN 2021-2023 résultats
  2010-2012 2013-2015
  2019 2020 2021
  A-0361-FO
  formulaire IMM 5669
  IMM5409
  form T2201 and RL-31
  LE-39.0.2
  mesure 5.2 et action 4.1
  CNP 3012
  NOC 31301
  code CNP 21231
  CNP 2131, 2132, 2133
  programme 180.A0
  cours CWA.0K et 420-SF2-RE
  601-101-MQ
  loi 25 et C-26, article 37
  Bill 96
  ISBN 978-2-550-12345-6
  le plan compte 19 actions
  j'ai 20000 heures d'expérience
  2000 heures, 35 %
  45 professions, 55 en 2026
  3 ans d'expérience, 2 enfants
  5 10 15 ans d'expériences
  My serial number is 123456789012
  numéro de série 123456789
  modèle 1234567890
  Contact me via email possible?
  Je suis infirmière diplômée au Liban
  I am Sudanese
  I am a nurse from Kenya
  Je suis Marocain
  Soy Ingeniero Civil
  Je suis docteur en chimie
  I am Doctor of Pharmacy
  Mon nom est mal écrit sur mon diplôme
  My name is different on my passport
  mi nombre es diferente en el diploma
  اسمي مختلف في جواز السفر
  Comment s'appelle l'ordre des ingénieurs ?
  ¿Cómo se llama el programa?
  what is the name of the order
  un programme qui s'appelle PAFFARC
  Was René Lévesque a premier?
  Who is Bonnie Henry
  the James Flaherty building
  the Express Entry account
  the Qualifications Québec application
  le dossier de Qualifications Québec
  le dossier de candidature
  Place Ville Marie
  1 place en garderie
  12 avenues possibles
  2 cours de français
  3 places disponibles
  10 minutes by road
  5 years of road experience
  I have 2 kids on the way
  la calle tiene 5 tiendas
  Mi carrera dura 5 años
  carrera de 5 años
  estudié una carrera 4 años
  طريق 3 سنوات
  200-1500 dollars
  groupe sanguin O 2
  covid19 et h1n1
  niveau B2 ou C1
  B2 C1 A2 B1
  NCLC 7 7 7 8
  IELTS 6.5 7 7 8
  TEF 450 points
  TCF Québec 400 499
  16/20 de moyenne
  vol AC871 le 3 mai
  1 2 3 4 5 6 7 8 9 10
  https://www.quebec.ca/article/123456789012
  www.scribd.com/document/699514136/NOR
  section 5.2.1.3
  version 1.2.3.4
  ratio 3:2, 10:30:45
  std::vector et ab::cd
  911
  811 option 2
  Is the OIIQ exam on 2026-03-28 or 2026-09-26?
  J'ai commencé en 09/2021 et fini en 06/2024
  mon budget est de 25000 dollars
  I work 40 hours
  j'ai 33 ans
  عمري 33 سنة
  عندي خبرة 12 سنة
  ١٥٠٠٠ دولار
  عام ٢٠٢٣
  500 دولار في الأسبوع
  de 2015 à 2018 puis 2019
  3e étage
  Rue Sherbrooke c'est loin ?
  avenue de l'emploi
  Merci, bonne journée
  Thanks, Passerelle
  Merci, Québec
  Bonjour, je suis Algérienne, 34 ans
  c'est Montréal ou Québec ?
  This is Great
  moi c'est différent
  c'est Claude Monet qui a peint ça ?
  تأشيرة رقم 5
  1-800
  @oiiq sur Twitter
  12 $ @ 3 heures
  the form is 12345 pages
  mon permis dure 5 ans
  le code du travail 2025
  DEP 5350
  AEC EJW.12
  j'ai un dossier de 2023
  400-500 heures
  12 000 personnes
  entre 1999 et 2004-2005
  dix mille 10 000 20 000 30 000
  Where can I renew my passport?
  Do I need a passport or an ID card?
  Mon passeport expire en 2026
  passport photos 50 mm x 70 mm
  compte de banque pour nouvel arrivant
  open an account with 100 dollars
  le compte à rebours: 30 jours
  mon dossier est complet depuis 90 jours
  numéro de dossier perdu, que faire ?
  code d'éthique
  code de la construction 2020
  Quel est le code CNP 1 d'un ingénieur, 2131 ou 21300 ?
  NOC code 21300
  le formulaire A-0520-DF
  IMM 1295 et IMM 5645
  form T4 and RL-1
  Schedule 11
  Measure 6.1 employer tool
  l'action 3.3 du plan
  plan 2021-2023, page 12
  le projet de loi 96
  Loi 101
  bureau 890 au 10e étage
  Is the James Armstrong Richardson airport far?
  Who was Terry Fox
  est-ce que Pierre Fitzgibbon est ministre
  le pont Jacques-Cartier
  l'hôpital Maisonneuve-Rosemont
  l'Université Laval et Polytechnique Montréal
  l'École Marie-Clarac
  cégep Édouard-Montpetit
  John Abbott College nursing program
  the Pearson Adult & Career Centre
  programme Windmill
  1 an de stage et 2 examens
  75 jours ouvrables
  365 days to send documents
  3012 Infirmiers autorisés
  TEFAQ B2 7/12
  niveau 7 à l'oral
  score 85/100
  moyenne 14,5/20
  GPA 3.75/4.0
  credits 30 or 60
  45 crédits ECTS 180
  15 ans et 6 mois
  les 46 ordres
  le 5 à 7
  du lundi au vendredi 9 h - 17 h
  9-5 job
  Je gagne 25,50 $/h
  salaire de 52 000 $ à 78 500 $
  26$/h
  1.5 million de dollars
  loan up to 15000 CAD
  préstamo de 15.000 dólares
  cuesta 1.250.000 pesos
  قرض حتى 15000 دولار
  حتى 10 سنوات
  المادة 37 من القانون
  خطة 2021-2023
  الإجراء 5.2
  دبلوم سنة 2015
  انا مهندس من المغرب
  انا طبيبة من سوريا عمري 30
  ممرض عمري 25 سنة
  اسمي غير صحيح في الشهادة
  soy ingeniero de 35 años
  soy de Colombia
  soy Enfermera General
  me llaman del colegio
  se llama PAFFARC
  su nombre completo en francés
  el nombre del programa es PAFFARC
  nombre del programa
  name of the program: PAFFARC
  Program name: PAFFARC
  nom du programme : PAFFARC
  I am Filipino
  I am Catholic
  I am French
  i am from manila and my name is on the list
  my name changed after marriage
  mon nom a changé depuis mon mariage
  je m'appelle comment sur le permis ?
  on s'appelle demain
  comment s'appelle ce permis
  ma profession s'appelle actuaire
  C'est Docteur ou Dr au Québec ?
  Merci, à bientôt
  Thanks, have a nice day
  Merci ! Marie
  gracias, buen día
  est-ce que 4 ans suffisent pour devenir CPA 2026
  Version 2026-03 du formulaire
  ISO 9001:2015
  windows 10 11
  24/7
  1er arrondissement
  12e année
  5e secondaire
  secondaire 4 ou 5
  2e rue
  Grande Allée
  la rue Sherbrooke est-elle proche
  Place D'Youville
  square Victoria
  un chemin difficile
  quelle voie choisir, 1 ou 2
  5 routes possibles
  voie 3
  option 2
  lot 3 de la liste
  $500/week
  500$/semaine
  #1 question
  @passerelle bonjour
  c'est quoi l'article 12.3 et 45.3
  entre 2 et 3 h
  2 x 500 heures
  0 8 15
  10-12 semaines
  1-2-3 étapes
  le 514
  indicatif 450
  B.A. et M.Sc. (2012-2016)
  diplôme 2010, 2012 et 2015
  06/2018 - 08/2022
  2018/09 to 2022/06
  le 07.05.2019
  1990`

function linesOf(table: string): string[] {
  return table
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

describe('what is taken out', () => {
  it.each([...Object.entries(TAKEN), ['of every kind', TAKEN_AS_WELL] as const])('%s', (_kind, table) => {
    const left = linesOf(table).filter((message) => {
      const { text, kinds } = redact(message)
      return kinds.length === 0 || !text.includes(TAKEN_OUT) || leftOver(text)
    })
    expect(left).toEqual([])
  })

  it('is nothing else', () => {
    expect(
      linesOf(LEFT).flatMap((message) =>
        redact(message).kinds.length ? [`${message} → ${redact(message).text}`] : [],
      ),
    ).toEqual([])
  })

  it.each<[PersonalKind, string]>([
    ['phone', 'Call me at 514-555-0199 ext. 12'],
    ['email', 'à jean@exemple.ca'],
    ['social-insurance', 'NAS 046 454 286'],
    ['passport', 'passeport AB123456'],
    ['card', '4111 1111 1111 1111'],
    ['account', 'Account #: 12345678'],
    ['code', 'My code is 12345678901'],
    ['health-card', 'TREM 8507 1234'],
    ['internet-address', '192.168.1.1'],
    ['postal-code', 'K 1 A 0 B 1'],
    ['street', '12, rue des Érables'],
    ['name', "je m'appelle Awa Traoré"],
  ])('is called by its kind: %s', (kind, message) => {
    expect(redact(message).kinds).toEqual([kind])
  })

  it('keeps the words around, and a mark where each stretch was', () => {
    expect(
      redact("Je m'appelle Awa Traoré, mon cell est le 514 555-0199 (poste 12), et je suis infirmière.").text,
    ).toBe(`Je m'appelle ${TAKEN_OUT}, mon cell est le ${TAKEN_OUT}, et je suis infirmière.`)
    expect(redact('اسمي محمد أحمد، رقم هاتفي ٥١٤٥٥٥١٢٣٤ وأنا مهندس').text).toBe(
      `اسمي ${TAKEN_OUT}، رقم هاتفي ${TAKEN_OUT} وأنا مهندس`,
    )
  })
})

/** Six digits or more, or an @, still standing together after the mark of what was taken out. */
function leftOver(text: string): boolean {
  return /\p{Nd}{6}|\p{Nd}{3}[ .-]?\p{Nd}{4}|\S@\S/u.test(text)
}

describe('what is public', () => {
  it('stays where the caller knows it, by its normalised form', () => {
    const mine = new Set(['5148649191', '8778649191', 'courrier@opq.gouv.qc.ca'])
    const isPublic = (normalised: string) => mine.has(normalised)
    for (const message of [
      '514 864-9191 ?',
      'le 1 877 864-9191',
      '+1 (877) 864 9191',
      'Courrier@opq.gouv.qc.ca',
      '٥١٤ ٨٦٤ ٩١٩١',
    ]) {
      expect(redact(message, isPublic)).toEqual({ text: message, kinds: [] })
      expect(redact(message).kinds).toHaveLength(1)
    }
    expect(redact('514 864-9191 ou 514 555-0199', isPublic).text).toBe(`514 864-9191 ou ${TAKEN_OUT}`)
  })

  it('is what the library shows of its contacts', async () => {
    const library = buildLibrary(await readContent(fileURLToPath(new URL('../knowledge', import.meta.url))), 1)
    const isPublic = publicOf(library)
    for (const message of [
      '514 864-9191',
      '1 877 864-9191',
      'courrier@opq.gouv.qc.ca',
      '1200, boul. Saint-Laurent',
      'H2X 2S5',
      'OQLF: 514 873-6565, poste 8353',
    ]) {
      expect(redact(message, isPublic)).toEqual({ text: message, kinds: [] })
    }
    expect(redact('514 864-9192', isPublic).kinds).toEqual(['phone'])
  })
})

describe("the Government of Canada's set", () => {
  const path = fileURLToPath(new URL('../../shared/data/personal-information.csv', import.meta.url))
  if (!existsSync(path)) {
    console.log(`personal.test.ts: ${path} is not there; the set is left out.`)
    it.skip('is not on this machine', () => {})
    return
  }
  const rows = readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line) => {
      const [, category = '', expected = '', question = ''] = /^([^,]*),([^,]*),"?(.*?)"?$/.exec(line) ?? []
      return question ? [{ category, question, blocked: expected.trim().toLowerCase() === 'block' }] : []
    })

  it('is read', () => expect(rows.filter(({ blocked }) => blocked).length).toBeGreaterThan(15))

  it('is parted as it says', () => {
    expect(rows.filter(({ question, blocked }) => redact(question).kinds.length > 0 !== blocked)).toEqual([])
  })
})

/** The unit that is repeated is meant to make a careless expression go back over what it has read. */
const HOSTILE = [
  '1',
  '1 ',
  '12 ',
  '123-',
  '0',
  '514-555-1234 ',
  'a',
  '@',
  'a@a.',
  '.',
  '+1 ',
  '(',
  '1:',
  'ab:',
  ' ',
  '\n',
  'my name is ',
  'calle 5 ',
  '12 rue de ',
  'A1',
  'K 1 A 0 ',
  'اسمي عبد ',
  'e\u0301\u0301',
  'John Smith ',
  '06 12 34 56 78 ',
  'a at b dot ',
  'FR76 3000 ',
  '\ud800',
  'name: ',
  '514 86 49 191 ',
  'account number ',
  'www.',
]

describe('a message of any length', () => {
  it.each(HOSTILE)('of « %s » is read in steps that grow no faster than it does', (unit) => {
    const steps = (length: number) => {
      let looked = 0
      findPersonal(unit.repeat(Math.ceil(length / unit.length)), (signs) => {
        looked += signs
      })
      return looked
    }
    expect(steps(32_768)).toBeLessThanOrEqual(32_768 * 12)
    expect(steps(32_768)).toBeLessThanOrEqual(steps(16_384) * 2.01 + 100)
  })

  it('of 256 KB is read, whatever stands in it', () => {
    const parts = HOSTILE.map((unit) => unit.repeat(Math.ceil(262_144 / HOSTILE.length / unit.length)))
    const { text } = redact(`${parts.join(' ')} 514 555-0199`)
    expect(text.endsWith(TAKEN_OUT)).toBe(true)
  })

  it('is given back as it was where nothing is personal', () => {
    for (const text of ['', ' ', '\ud800', '\u0000', 'e\u0301', '👩🏽‍⚕️', 'أهلًا'])
      expect(redact(text)).toEqual({ text, kinds: [] })
  })
})

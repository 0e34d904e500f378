import { describe, expect, test } from 'vitest'
import { glossaryOf } from '../src/knowledge/glossary.ts'
import { buildSearcher, type SearchDocument } from '../src/knowledge/search.ts'
import type { Language } from '../src/language/languages.ts'
import { fold, terms, tokens, typosBetween } from '../src/language/text.ts'

/** Two texts are the same where they come down to the same terms. */
const same = (one: string, other: string, language: Language) =>
  expect(terms(one, language)).toEqual(terms(other, language))
const differ = (one: string, other: string, language: Language) =>
  expect(terms(one, language)).not.toEqual(terms(other, language))

describe('two texts are compared without what people leave out', () => {
  test('case, accents, ligatures and typographic signs', () => {
    expect(fold('L’ŒUVRE d’Été – ÇA')).toBe("l'oeuvre d'ete – ca")
    expect(fold('Straße ﬁn')).toBe('strasse fin')
  })
  test('Arabic letter forms, vowel signs, tatweel, digits and isolates', () => {
    expect(fold('إِلَى الأُولى آخِر')).toBe('الي الاولي اخر')
    expect(fold('شهـــادة')).toBe('شهاده')
    expect(fold('\u2066٢٠٢٦\u2069')).toBe('2026')
  })
  test('elisions and compounds are parted, acronyms and numbers are not', () => {
    expect(tokens("l'ordre d'appoint, qu’elle")).toEqual(['l', 'ordre', 'd', 'appoint', 'qu', 'elle'])
    expect(tokens('R.A.C. ou micro-prêt')).toEqual(['rac', 'ou', 'micro', 'pret'])
    expect(tokens('15 000 $ pour l’action 5.1')).toEqual(['15000', 'pour', 'l', 'action', '5.1'])
    expect(tokens('514 864-9191')).toEqual(['514', '864', '9191'])
    expect(tokens('学历认证')).toEqual(['学历', '历认', '认证'])
  })
  test('question words and politeness say nothing, in each language', () => {
    for (const [text, language] of [
      ['Bonjour, comment est-ce que je peux faire ?', 'fr'],
      ['Hello, what should I do please?', 'en'],
      ['Hola, ¿cómo puedo hacer?', 'es'],
      ['مرحبا، كيف يمكنني؟', 'ar'],
    ] as const) {
      expect(terms(text, language), text).toEqual([])
    }
  })
  test('feminine, plural and other endings', () => {
    same('infirmière', 'infirmiers', 'fr')
    same('étrangères', 'étranger', 'fr')
    same('diplômées', 'diplômé', 'fr')
    same('reconnaître', 'reconnaissance', 'fr')
    same('evaluations', 'evaluation', 'en')
    same('recognise', 'recognition', 'en')
    same('licence', 'licensing', 'en')
    same('evaluación', 'evaluaciones', 'es')
    same('ingeniería', 'ingeniero', 'es')
    same('exámenes', 'examen', 'es')
    same('الممرضات', 'ممرضة', 'ar')
    same('للدراسات', 'دراسة', 'ar')
    same('والمهندسين', 'مهندس', 'ar')
    same('شهادتي', 'شهادة', 'ar')
  })
  test('words that only look alike stay apart', () => {
    differ('français', 'France', 'fr')
    differ('nurse', 'nursery', 'en')
    differ('ممرضة', 'مهندسة', 'ar')
  })
  test('typos are counted, a swap of neighbours as one', () => {
    expect(typosBetween('infirmeire', 'infirmiere', 2)).toBe(1)
    expect(typosBetween('enginer', 'engineer', 2)).toBe(1)
    expect(typosBetween('chat', 'chien', 1)).toBe(2)
  })
})

const article = (id: string, title: string, questions: string[], sections: Record<string, string>): SearchDocument[] =>
  Object.entries(sections).map(([heading, text], at) => ({
    id: `${id}#${at}`,
    article: id,
    title,
    heading: at === 0 ? '' : heading,
    text,
    questions,
  }))

const SHELF: SearchDocument[] = [
  ...article('loans', 'Les prêts pour faire reconnaître un diplôme', ['À quoi sert un microprêt ?'], {
    about: 'Un prêt à faible taux paie des cours ou un examen. Le MIFI répond aux questions.',
    'Combien peut-on emprunter': 'Jusqu’à 15 000 $ par personne.',
  }),
  ...article('order-oiiq', "L'ordre des infirmières", ['Comment devenir infirmière au Québec ?'], {
    about: "L'ordre délivre le permis d'infirmière. Le MIFI répond aux questions.",
    "L'examen": "L'examen professionnel a lieu deux fois par année.",
    'Qui joindre': 'Le téléphone de l’ordre.',
  }),
  ...article('order-oiq', "L'ordre des ingénieurs", ['Comment devenir ingénieur au Québec ?'], {
    about: "L'ordre délivre le permis d'ingénieur. Le MIFI répond aux questions.",
    'Le délai': 'L’étude du dossier prend douze semaines.',
  }),
  ...article('evaluation', "L'évaluation comparative des études", ["Combien coûte l'évaluation comparative ?"], {
    about: 'Un avis du MIFI qui compare un diplôme étranger à ceux du Québec.',
    'Combien coûte la demande': 'Les frais sont indexés chaque année.',
  }),
  ...article('mifi', 'Le MIFI', ['Quel est le numéro du MIFI ?'], {
    about: 'Le ministère de l’Immigration, de la Francisation et de l’Intégration répond aux questions.',
  }),
  ...article('bridging', "La formation d'appoint", ["C'est quoi une formation d'appoint ?"], {
    about: 'Des cours que l’ordre demande avant de donner le permis. Le MIFI répond aux questions.',
  }),
]
const searcher = buildSearcher(SHELF, 'fr', [
  ["formation d'appoint", 'mise à niveau', 'cours manquants'],
  ['évaluation comparative', 'équivalence de diplôme', '学历认证'],
  ['infirmière', 'nurse'],
])
const first = (question: string) => searcher.search(question).hits[0]

describe('a searcher finds the article that answers', () => {
  test('by plain words, without accents, in the plural', () => {
    expect(first('permis des infirmieres')?.article).toBe('order-oiiq')
    expect(first('INGENIEURES')?.article).toBe('order-oiq')
  })
  test('in spite of typos, missing apostrophes and words written together', () => {
    expect(first('infirmeire')?.article).toBe('order-oiiq')
    expect(first('ingenieru')?.article).toBe('order-oiq')
    expect(first('formation dappoint')?.article).toBe('bridging')
    expect(first('dappoint')?.article).toBe('bridging')
    expect(first('micro-pret')?.article).toBe('loans')
    const hyphen = buildSearcher(article('a', 'Le micro-prêt', [], { about: 'Un prêt.' }), 'fr', [])
    expect(hyphen.search('micropret').hits).toHaveLength(1)
  })
  test('by synonyms: a word, a phrase, another language', () => {
    expect(first('nurse')?.article).toBe('order-oiiq')
    expect(first('une mise à niveau')?.article).toBe('bridging')
    expect(first('学历认证')?.article).toBe('evaluation')
  })
  test('a word of a phrase does not mean what the phrase means', () => {
    const alone = searcher.search('mise').hits.find((hit) => hit.article === 'bridging')
    const phrase = searcher.search('mise à niveau').hits.find((hit) => hit.article === 'bridging')
    expect(alone?.score ?? 0).toBeLessThan(phrase?.score ?? 0)
  })
  test('by its own question, whatever else speaks of the same words', () => {
    for (const document of SHELF)
      for (const question of document.questions) {
        expect(first(question)?.article, question).toBe(document.article)
        expect(searcher.search(question).certainty, question).toBe('sure')
      }
  })
  test('by its subject where every text holds the word', () => {
    expect(first('MIFI')?.article).toBe('mifi')
    const others = ['b', 'c', 'd'].map((id) => article(id, `Programme ${id}`, [], { about: 'La banque, la banque.' }))
    const banks = buildSearcher(
      [
        ...article('a', 'Prêts', ['Quelle banque prête ?'], { about: `Une banque. ${'Mots. '.repeat(20)}` }),
        ...others.flat(),
      ],
      'fr',
      [],
    )
    expect(banks.search('banque').hits[0]?.article).toBe('a')
  })
  test('by a phrasing, where the words alone speak for another', () => {
    const two = buildSearcher(
      [
        ...article('asked', 'Fiche un', ['Quand payer la cotisation ?'], { about: 'Chaque année.' }),
        ...article('talks', 'Payer la cotisation', ['Cotisation'], {
          about: 'Payer la cotisation, payer, la cotisation.',
        }),
      ],
      'fr',
      [],
    )
    expect(two.search('quand payer la cotisation').hits[0]?.article).toBe('asked')
  })
  test('and in it the passage that answers', () => {
    expect(first("l'examen des infirmières")?.passage).toBe('order-oiiq#1')
    expect(first("combien coûte l'évaluation comparative")?.passage).toBe('evaluation#1')
  })
  test('the first passage where all of them speak of what is asked, or the one whose heading asks the same', () => {
    const permit = buildSearcher(
      article('permit', 'Le permis', [], {
        about: 'Un permis est un document. Il dure un an.',
        'Qui donne le permis': 'Permis : voir un ordre.',
        'Où le permis est valable': 'Permis : au Québec.',
      }),
      'fr',
      [],
    )
    expect(permit.search('permis').hits[0]?.passage).toBe('permit#0')
    expect(permit.search('qui pour le permis').hits[0]?.passage).toBe('permit#1')
    expect(permit.search('où le permis').hits[0]?.passage).toBe('permit#2')
  })
  test('each article once, best first, ten at most', () => {
    const many = Array.from({ length: 14 }, (_, at) =>
      article(`a-${at}`, `Permis ${at}`, [], { about: 'permis', plus: 'permis' }),
    )
    const { hits } = buildSearcher(many.flat(), 'fr', []).search('permis')
    expect(hits).toHaveLength(10)
    expect(new Set(hits.map((hit) => hit.article)).size).toBe(10)
    expect(hits.map((hit) => hit.score)).toEqual([...hits.map((hit) => hit.score)].sort((one, other) => other - one))
  })
  test('the heavier one where two are found equally well', () => {
    const twin = (id: string, weight: number) =>
      article(id, 'Le permis', [], { about: 'permis' }).map((one) => ({ ...one, weight }))
    expect(buildSearcher([...twin('light', 0), ...twin('heavy', 1)], 'fr', []).search('permis').hits[0]?.article).toBe(
      'heavy',
    )
  })
  test('in Arabic, with article and preposition glued to the word', () => {
    const arabic = buildSearcher(
      [
        ...article('nurse', 'نقابة الممرضات', ['كيف أصبح ممرضة؟'], { about: 'تمنح النقابة تصريح التمريض.' }),
        ...article('engineer', 'نقابة المهندسين', ['كيف أصبح مهندسا؟'], { about: 'تمنح النقابة تصريح الهندسة.' }),
      ],
      'ar',
      [],
    )
    expect(arabic.search('أنا مُمَرِّضة من لبنان').hits[0]?.article).toBe('nurse')
    expect(arabic.search('وللمهندسين').hits[0]?.article).toBe('engineer')
  })
})

describe('a searcher says how sure it is', () => {
  test('nothing where no word is known, or only chance words are', () => {
    for (const question of [
      '',
      '???',
      'asdfgh',
      'recette de tourtière',
      'merci beaucoup',
      'le Québec en février, quelle température',
    ]) {
      expect(searcher.search(question).certainty, question).toBe('nothing')
    }
  })
  test('unsure where several articles fit as well', () => {
    const { certainty, hits } = searcher.search("permis d'un ordre")
    expect(certainty).toBe('unsure')
    expect(hits.length).toBeGreaterThan(1)
  })
  test('sure where one stands clear', () => {
    expect(searcher.search('devenir ingénieur').certainty).toBe('sure')
  })
  test('unsure of words that only a text holds, though they stand alone', () => {
    const filler = ['a', 'b', 'c', 'd'].flatMap((id) =>
      article(id, `Fiche ${id}`, [], { about: `Des mots sur ${id}.` }),
    )
    const shelf = buildSearcher(
      [
        ...article('x', 'Le permis', [], { about: 'Un casier judiciaire vierge : demandez le casier judiciaire.' }),
        ...filler,
      ],
      'fr',
      [],
    )
    expect(shelf.search('casier judiciaire').certainty).toBe('unsure')
    expect(shelf.search('permis').certainty).toBe('sure')
  })
  test('nothing by a word that every text holds', () => {
    const everywhere = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) =>
      article(id, `Fiche ${id}`, [], { about: 'Au Québec.' }),
    )
    expect(buildSearcher(everywhere, 'fr', []).search('québec').certainty).toBe('nothing')
  })
  test('less sure, the more that is asked is not known', () => {
    expect(searcher.search('infirmière').certainty).toBe('sure')
    expect(searcher.search('salaire horaire hebdomadaire moyen infirmière Ontario Alberta').certainty).not.toBe('sure')
  })
  test('the same answer each time', () => {
    expect(searcher.search('cours pour le permis')).toEqual(searcher.search('cours pour le permis'))
  })
  test('an empty shelf holds nothing', () => {
    expect(buildSearcher([], 'fr', []).search('permis')).toEqual({ certainty: 'nothing', hits: [] })
  })
})

test('a glossary gives the synonyms of a language, with what others say', () => {
  const nurse = { id: 'nurse', fr: ['infirmière', 'garde-malade'], en: ['nurse'], es: ['enfermera'], ar: ['ممرضة'] }
  const glossary = glossaryOf([
    { ...nurse, other: ['enfermeira'] },
    { ...nurse, id: 'alone' },
  ])
  expect(glossary.synonyms('fr')).toEqual([
    ['infirmière', 'garde-malade', 'enfermeira'],
    ['infirmière', 'garde-malade'],
  ])
  expect(glossary.synonyms('en')).toEqual([['nurse', 'enfermeira']])
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScriptedHouse, type ScriptedHouse, writes } from './scripted-house.ts'

let house: ScriptedHouse
beforeAll(async () => {
  house = await openScriptedHouse()
})
afterAll(() => house.close())

describe('true sentences are kept', () => {
  const TRUE: readonly (readonly [string, 'fr' | 'en' | 'es' | 'ar', readonly string[]])[] = [
    [
      "C'est quoi le PAFFARC ?",
      'fr',
      [
        "Le PAFFARC est une aide en argent pour suivre une formation d'appoint.",
        'Il vise à faire reconnaître vos compétences par un organisme de réglementation.',
      ],
    ],
    [
      'Combien verse le PAFFARC ?',
      'fr',
      [
        "Selon CTV, l'aide annoncée en décembre 2021 pouvait aller jusqu'à 500 $ par semaine pour une formation à temps plein.",
        "Le montant d'aujourd'hui n'a pas pu être confirmé.",
      ],
    ],
    [
      'What are the conditions of PAFFARC?',
      'en',
      [
        'Your profession must be on the list of the program.',
        'Your regulatory body must have prescribed the training.',
        'You must be 18 or older.',
      ],
    ],
    [
      '¿Cuáles son las condiciones del PAFFARC?',
      'es',
      ['Su profesión debe estar en la lista del programa.', 'La formación se da en francés.'],
    ],
    ['ما هي شروط PAFFARC؟', 'ar', ['يجب أن تكون مهنتك في قائمة البرنامج.']],
    [
      "Combien d'argent peut-on emprunter avec un micro-prêt ?",
      'fr',
      ["Un prêt peut aller jusqu'à 15 000 $ par personne."],
    ],
    ["Combien coûte l'évaluation comparative ?", 'fr', ["L'évaluation comparative a un coût."]],
  ]
  it.each(TRUE)('%s', async (question, language, sentences) => {
    house.server.does(writes(sentences))
    const told = await house.ask({ question, language })
    if (process.env.SEE)
      console.log(JSON.stringify(told.model, null, 1), told.text, house.server.asked.at(-1)?.material.slice(0, 3000))
    expect(told.model?.dropped).toEqual([])
    expect(told.status).toBe('answered')
  })
})

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { clippedDifference } from '../src/console/library/clipped.ts'
import { prove } from '../src/console/library/proof.ts'
import type { PlayedQuestion } from '../src/console/library/resources.ts'
import { HOUSE } from '../src/house.ts'
import { contentReader } from '../src/knowledge/content.ts'
import { type Files, readFiles } from '../src/knowledge/files.ts'
import { buildLibrary, type Library } from '../src/knowledge/library.ts'
import { type Phrases, readPhrases } from '../src/language/phrases.ts'
import { questionsOfPlay, questionsOfPlays } from '../src/questions-of-plays.ts'

const FILES = readFiles(`${HOUSE}knowledge`)

describe('the questions of plays', () => {
  let all: readonly PlayedQuestion[]
  const of = (play: string) => all.filter((each) => each.play === play).map(({ asked }) => asked)

  beforeAll(async () => {
    all = await questionsOfPlays()
  })

  it('are what people ask freely, in the language in which they are answered', () => {
    expect(of('fr-evaluation-prix')).toEqual([{ question: "combien coute l'evaluation comparative", language: 'fr' }])
    expect(of('situations/10-medecin-es')).toEqual([
      { question: 'soy médico colombiano, ¿cómo obtengo el permiso para ejercer?', language: 'es' },
    ])
    expect(of('first-words-decide').at(-1)).toEqual({
      question: 'combien de temps cela prend-il ?',
      language: 'en',
      writtenIn: 'fr',
    })
    expect(of('portuguese')).toEqual([expect.objectContaining({ language: 'fr', foreign: true })])
  })

  it('are no greetings, choices, answers to a dialog or commands, nor what was held back', () => {
    for (const play of ['bonjour', 'person', 'hello-en', 'situations/12-ingenieur-simple']) expect(of(play)).toEqual([])
    expect(of('choices')).toHaveLength(1)
    expect(of('language-change').map(({ question }) => question)).toEqual(['what is PAFFARC?'])
    expect(of('personal').map(({ question }) => question)).toEqual(["le 514 864-9191, c'est quel numéro ?"])
    expect(
      questionsOfPlay('p', '> un\n[fr: unsure · a]\nOui\n  (1) Le titre\n\n> LE TITRE\n[fr: quoted · a]\n'),
    ).toHaveLength(1)
  })

  it('keep what they follow, until the conversation turns elsewhere', () => {
    expect(of('en-evaluation').at(-1)?.subject).toEqual({
      question: 'How is a comparative evaluation requested?',
      articles: ['comparative-evaluation', 'action-6.3', 'childcare-educator'],
    })
    expect(of('forget').map(({ subject }) => subject)).toEqual([undefined, undefined])
  })

  it('are none where there are no plays', async () => {
    expect(await questionsOfPlays(join(tmpdir(), 'nowhere'))).toEqual([])
    expect(await questionsOfPlays(await mkdtemp(join(tmpdir(), 'plays-')))).toEqual([])
  })
})

describe('what a draft would change', () => {
  let phrases: Phrases
  let before: Library
  const read = contentReader()

  beforeAll(async () => {
    phrases = await readPhrases(`${HOUSE}dialogs/phrases`)
    before = buildLibrary(read(FILES), 1)
  })

  function withFile(path: string, change: (text: string) => string): Library {
    const text = FILES.get(path)
    if (text === undefined || change(text) === text) throw new Error(`Nothing changes in ${path}.`)
    const files: Files = new Map(FILES).set(path, change(text))
    return buildLibrary(read(files), 2, before)
  }
  const FEE = 'steps/comparative-evaluation/about.yaml'
  const dearer = () => withFile(FEE, (text) => text.replace('fr: "141 $"', 'fr: "155 $"'))

  it('names the play whose answer would move', async () => {
    const after = withFile('programs/paffarc/fr.md', (text) => text.replaceAll(/PAFF?ARC/g, 'Zyko'))
    const played = questionsOfPlay('fr-paffarc', "> c'est quoi le paffarc\n[fr: quoted · paffarc]\nVoici\n")
    const { moved } = await prove('paffarc', before, after, { labelled: [], played }, phrases)
    const [mine] = moved.filter(({ question }) => question.plays.includes('fr-paffarc'))
    expect(mine?.before).toEqual({ status: 'quoted', article: 'paffarc' })
    expect(mine?.after.article).not.toBe('paffarc')
  })

  it('names the plays whose words would change, with both wordings once', async () => {
    const played = await questionsOfPlays()
    const { moved, reworded } = await prove(
      'comparative-evaluation',
      before,
      dearer(),
      { labelled: [], played },
      phrases,
    )
    expect(moved).toEqual([])
    const plays = reworded.flatMap(({ questions }) => questions.flatMap((each) => each.plays))
    // The second question of `restart` says nothing but « combien ça coûte ? ».
    expect(plays).toEqual(expect.arrayContaining(['fr-evaluation-prix', 'restart']))
    expect(new Set(reworded.map(({ language }) => language))).toEqual(new Set(['fr']))
    const [first] = reworded
    expect(first?.questions[0]?.plays).not.toEqual([])
    expect(first?.before.replace('141 $', '155 $')).toBe(first?.after)
    expect(new Set(reworded.map((each) => each.before)).size).toBe(reworded.length)
  })

  it('asks nothing in a language in which nothing changes', async () => {
    const after = dearer()
    const asked = new Set<string>()
    const listening: Library = {
      ...after,
      search: (question, language) => {
        asked.add(language)
        return after.search(question, language)
      },
    }
    const labelled = [{ id: 'one', language: 'en' as const, question: 'what is PAFFARC?', articles: ['paffarc'] }]
    const played = (await questionsOfPlays()).filter((each) => ['en-oiiq', 'fr-pret', 'es-frances'].includes(each.play))
    const proof = await prove('comparative-evaluation', before, listening, { labelled, played }, phrases)
    expect(asked).toEqual(new Set(['fr']))
    expect(proof.after).toEqual(proof.before)
    expect(proof.before.n).toBe(1)
  })

  it('asks once what stands in several plays, in the measure and among the phrasings', async () => {
    const question = 'Combien coûte une évaluation comparative, en tout ?'
    const play = (name: string) => questionsOfPlay(name, `> ${question}\n[fr: quoted · comparative-evaluation]\n`)
    const labelled = [{ id: 'one', language: 'fr' as const, question, articles: ['comparative-evaluation'] }]
    const known = { labelled, played: [...play('une'), ...play('deux')] }
    const none = await prove('comparative-evaluation', before, dearer(), { labelled: [], played: [] }, phrases)
    const { asked, reworded } = await prove('comparative-evaluation', before, dearer(), known, phrases)
    expect(asked).toBe(none.asked + 1)
    const mine = reworded.flatMap(({ questions }) => questions).filter((each) => each.asked.question === question)
    expect(mine).toEqual([expect.objectContaining({ plays: ['une', 'deux'], labelled })])
  })

  it('tells of another article that quotes a fact, also where the one that holds it does not', async () => {
    const [about, text] = ['contacts/mifi/about.yaml', 'contacts/mifi/fr.md']
    const silent = new Map(FILES).set(
      text,
      (FILES.get(text) ?? '').replaceAll(/\{\{phone-montreal\}\}/g, 'par courriel'),
    )
    const [first, second] = [silent, new Map(silent).set(about, (FILES.get(about) ?? '').replace('9191', '1234'))]
    const was = buildLibrary(read(first), 1)
    const after = buildLibrary(read(second), 2, was)
    expect(after.passages('mifi', 'fr')).toEqual(was.passages('mifi', 'fr'))
    const played = (await questionsOfPlays()).filter(({ play }) => play === 'fr-paffarc')
    const { moved, reworded } = await prove('mifi', was, after, { labelled: [], played }, phrases)
    expect(moved).toEqual([])
    const mine = reworded.filter(({ questions }) => questions.some(({ plays }) => plays.includes('fr-paffarc')))
    expect(mine.map(({ questions }) => questions[0]?.asked.question)).toEqual(['et qui joindre ?'])
    expect(mine[0]?.after).toContain('514 864-1234')
  })
})

describe('a clipped difference', () => {
  const far = 'un mot puis un autre '.repeat(30).trim()

  it('shows the words that change, whole, with a little around them', () => {
    const stretches = clippedDifference(`${far} coûte 141 $ en tout. ${far}`, `${far} coûte 155 $ en tout. ${far}`)
    expect(stretches.map(({ is }) => is)).toEqual(['kept', 'gone', 'come', 'kept'])
    expect(stretches.map(({ words }) => words).slice(1, 3)).toEqual(['141', '155'])
    expect(stretches[0]?.words).toMatch(/^… .* coûte $/)
    expect(stretches[3]?.words).toMatch(/^ \$ en tout\. .* …$/)
    for (const { words } of stretches) expect(words.length).toBeLessThan(70)
  })

  it('leaves a date or a number whole', () => {
    const changed = clippedDifference(`${far} le 2026-11-23.`, `${far} le 2026-01-02.`).filter(
      ({ is }) => is !== 'kept',
    )
    expect(changed.map(({ words }) => words)).toEqual(['2026-11-23', '2026-01-02'])
  })

  it('shows a sentence that was written anew as one change, in any script', () => {
    const kept = 'هذه الجملة باقية كما هي ولا يتغير فيها شيء'
    expect(clippedDifference(`${kept}. كلمة قديمة`, `${kept}. عبارة جديدة`)).toEqual([
      { is: 'kept', words: `${kept}. ` },
      { is: 'gone', words: 'كلمة قديمة' },
      { is: 'come', words: 'عبارة جديدة' },
    ])
  })

  it('shows two texts that have little in common one after the other, and their beginnings where they are long', () => {
    expect(clippedDifference('Tout ceci part.', 'Voilà autre chose !').map(({ is }) => is)).toEqual(['gone', 'come'])
    const [gone] = clippedDifference('alpha bêta '.repeat(100), 'Rien.')
    expect(gone?.words).toMatch(/^alpha bêta .* …$/)
    expect(gone?.words.length).toBeLessThan(410)
  })

  it('leaves nothing out of what came or went by itself', () => {
    expect(clippedDifference('Il faut un diplôme.', 'Il faut un diplôme reconnu ici.')).toEqual([
      { is: 'kept', words: 'Il faut un diplôme' },
      { is: 'come', words: ' reconnu ici' },
      { is: 'kept', words: '.' },
    ])
  })
})

import { setImmediate as breathe } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { changed } from '../src/knowledge/changes.ts'
import { checkContent } from '../src/knowledge/check.ts'
import { checkedAfter } from '../src/knowledge/checked.ts'
import { contentOf, contentReader } from '../src/knowledge/content.ts'
import { wholeDigestOf } from '../src/knowledge/digest.ts'
import { applyDrafts, baseOf, changesOf, conflictsOf, restored } from '../src/knowledge/drafts.ts'
import type { Files } from '../src/knowledge/files.ts'
import { buildLibrary } from '../src/knowledge/library.ts'
import { forbids, mayPublish } from '../src/knowledge/may-publish.ts'
import { merged, renamed, retired } from '../src/knowledge/moves.ts'
import { inOneSentence } from '../src/knowledge/one-sentence.ts'
import { leadsTo } from '../src/knowledge/references.ts'
import { LANGUAGES } from '../src/language/languages.ts'
import { following, smallContent, wordOf } from './small-content.ts'

const TODAY = '2026-11-02'
const SMALL = smallContent(6)

const edited = (files: Files, edits: Readonly<Record<string, string | ((text: string) => string) | null>>): Files => {
  const after = new Map(files)
  for (const [path, edit] of Object.entries(edits)) {
    const text = typeof edit === 'function' ? edit(files.get(path) ?? '') : edit
    if (text === null) after.delete(path)
    else after.set(path, text)
  }
  return after
}

const digestsOf = (files: Files) => new Map([...files].map(([path, text]) => [path, wholeDigestOf(text)]))

const allOf = (id: string) =>
  Object.fromEntries(['about.yaml', ...LANGUAGES.map((l) => `${l}.md`)].map((name) => [`contacts/${id}/${name}`, null]))

describe('what changed, in one sentence', () => {
  const says = (before: Files, after: Files) => inOneSentence(changed(before, after), (id) => id.toUpperCase())
  const other = (text: string) => `${text}\n`

  it('names the parts of a few articles, and counts many', () => {
    expect(says(SMALL, SMALL)).toBe('Rien ne change')
    expect(says(SMALL, edited(SMALL, { 'contacts/c1/fr.md': other, 'contacts/c1/about.yaml': other }))).toBe(
      'C1 : français et faits modifiés',
    )
    expect(says(SMALL, edited(SMALL, { 'contacts/c1/ar.md': other, 'contacts/c2/about.yaml': other }))).toBe(
      'C1 : arabe modifié ; C2 : faits modifiés',
    )
    expect(says(SMALL, edited(SMALL, { ...allOf('c1'), ...allOf('c2'), 'glossary.yaml': other }))).toBe(
      '2 fiches retirées ; glossaire modifié',
    )
    expect(says(new Map(), SMALL)).toBe('6 nouvelles fiches ; glossaire modifié ; sujets hors de notre portée modifiés')
    expect(says(SMALL, smallContent(7))).toMatch(/nouvelle fiche : C6$/)
    const everywhere = Object.fromEntries([0, 1, 2, 3].map((at) => [`contacts/c${at}/es.md`, other]))
    expect(says(SMALL, edited(SMALL, everywhere))).toBe('4 fiches modifiées')
    expect(says(SMALL, renamed(SMALL, 'c1', 'nouveau'))).toBe('« C1 » mène maintenant à « NOUVEAU »')
    const alike = (after: Files) => inOneSentence(changed(SMALL, after), () => 'La fiche')
    expect(alike(renamed(SMALL, 'c1', 'nouveau'))).toBe('Nom court changé : c1 → nouveau')
    expect(alike(merged(SMALL, 'c1', 'c2'))).toContain('« La fiche » (c1) mène maintenant à « La fiche » (c2)')
  })
})

describe('what may be published', () => {
  const findings = (files: Files) => checkContent(contentOf(files), TODAY)
  const judged = (before: Files, after: Files, reason = '') => mayPublish(findings(before), findings(after), reason)

  it('is content in which nothing is found', () => {
    expect(findings(SMALL)).toEqual([])
    expect(judged(SMALL, SMALL)).toEqual({ may: 'publish' })
  })

  it('is never an error, wherever it is', () => {
    const broken = edited(SMALL, { 'contacts/c2/fr.md': (text) => `${text}\nSans source.\n` })
    expect(judged(SMALL, broken, 'parce que')).toMatchObject({ may: 'not', because: [{ rule: 'unsourced' }] })
    expect(judged(broken, edited(broken, { 'contacts/c1/about.yaml': (text) => `${text}\n` }))).toMatchObject({
      may: 'not',
    })
  })

  it('wants a reason for what is new and may wait: a translation behind, a review date past', () => {
    const behind = edited(SMALL, {
      'contacts/c2/fr.md': (text) => text.replace(' : who ', ' : autre '),
      'contacts/c3/about.yaml': (text) => text.replace('2099', '2001'),
    })
    const verdict = judged(SMALL, behind)
    expect(verdict).toMatchObject({ may: 'with-reason' })
    expect(new Set(verdict.may === 'publish' ? [] : verdict.because.map(({ rule }) => rule))).toEqual(
      new Set(['stale-translation', 'review-past']),
    )
    expect(judged(SMALL, behind, ' ')).toMatchObject({ may: 'with-reason' })
    expect(judged(SMALL, behind, 'une urgence')).toEqual({ may: 'publish' })
    expect(judged(behind, edited(behind, { 'glossary.yaml': (text) => `${text}\n` }))).toEqual({ may: 'publish' })
  })
})

describe('a draft', () => {
  const path = 'contacts/c1/fr.md'
  const draftOf = (files: ReadonlyMap<string, string | null>) => ({ files, base: baseOf('c1', digestsOf(SMALL)) })
  const own = (words: string) =>
    draftOf(new Map([...SMALL].filter(([at]) => at.includes('/c1/')).concat([[path, words]])))

  it('changes what it changed, and nothing else', () => {
    const draft = own('mon texte')
    expect([...changesOf(draft)]).toEqual([[path, 'mon texte']])
    const meanwhile = edited(SMALL, { 'contacts/c1/en.md': 'theirs', 'contacts/c2/fr.md': 'theirs' })
    expect(applyDrafts(meanwhile, [draft])).toEqual(edited(meanwhile, { [path]: 'mon texte' }))
    expect(conflictsOf(draft, digestsOf(meanwhile))).toEqual([])
    expect(applyDrafts(SMALL, [draftOf(new Map([[path, null]]))])).toEqual(edited(SMALL, { [path]: null }))
  })

  it('conflicts where the same file was published otherwise since', () => {
    const meanwhile = digestsOf(edited(SMALL, { [path]: 'leur texte' }))
    expect(conflictsOf(own('mon texte'), meanwhile)).toEqual([path])
    expect(conflictsOf(own('leur texte'), meanwhile)).toEqual([])
    expect(conflictsOf(draftOf(new Map([[path, null]])), meanwhile)).toEqual([path])
    expect(conflictsOf(own(SMALL.get(path) ?? ''), meanwhile)).toEqual([])
    expect(conflictsOf(own('mon texte'), digestsOf(edited(SMALL, { [path]: null })))).toEqual([path])
  })

  it('can bring an old version back', () => {
    const now = edited(SMALL, { [path]: 'autre', 'contacts/c1/es.md': null })
    const old = restored(SMALL, edited(now, { 'contacts/c1/de.md': 'zu viel' }), 'c1')
    expect(old.get(path)).toBe(SMALL.get(path))
    expect(old.get('contacts/c1/de.md')).toBeNull()
    expect(applyDrafts(now, [{ files: old, base: baseOf('c1', digestsOf(now)) }])).toEqual(SMALL)
  })
})

describe('an article that moves', () => {
  const clean = (files: Files) => checkContent(contentOf(files), TODAY).filter(forbids)

  it('is found by its old ids, wherever they stand, and nothing else has to change', () => {
    const once = renamed(SMALL, 'c1', 'first-stop')
    const twice = renamed(once, 'first-stop', 'second-stop')
    for (const [files, id] of [
      [once, 'first-stop'],
      [twice, 'second-stop'],
    ] as const) {
      expect(clean(files)).toEqual([])
      const library = buildLibrary(contentOf(files), 1)
      expect(library.idOf('c1')).toBe(id)
      expect(library.idOf('nobody')).toBe('nobody')
      expect(library.articles.get('c1')?.id).toBe(id)
      expect([...library.articles.keys()]).not.toContain('c1')
      expect(library.passages('c1', 'fr')).toEqual(library.passages(id, 'fr'))
      expect(library.passage('c1', 'who', 'ar')?.article).toBe(id)
      expect(library.search(`${wordOf(1)} ${wordOf(1)}x2`, 'fr').hits[0]?.article).toBe(id)
    }
    expect(twice.get('redirects.yaml')).toMatch(/c1: second-stop\nfirst-stop: second-stop/)
    const back = renamed(twice, 'second-stop', 'c1')
    expect(clean(back)).toEqual([])
    expect(buildLibrary(contentOf(back), 1).idOf('second-stop')).toBe('c1')
  })

  it('is shown by the facts, sources and links that name its old id', () => {
    const linked = edited(SMALL, {
      'contacts/c2/about.yaml': (text) => text.replace('sources:', 'sources:\n  there: c1/here'),
      'contacts/c2/fr.md': (text) => `${text}\n[là](article:c1) au {{c1.phone}} [^there].\n`,
    })
    const shown = (files: Files) => buildLibrary(contentOf(files), 1).passage('c2', 'since', 'fr')
    expect(shown(linked)?.text).toContain('418 555-1001')
    expect(shown(renamed(linked, 'c1', 'moved'))?.text).toBe(shown(linked)?.text)
    expect(shown(renamed(linked, 'c1', 'moved'))?.leadsTo).toEqual(['moved'])
  })

  it('gives way to another, or goes', () => {
    const one = merged(SMALL, 'c1', 'c2')
    expect(clean(edited(one, { 'contacts/c0/about.yaml': (text) => text.replace('c1', 'c1') }))).toEqual([])
    expect(buildLibrary(contentOf(one), 1).idOf('c1')).toBe('c2')
    const gone = retired(SMALL, 'c1')
    expect(clean(gone)).toMatchObject([{ rule: 'unknown-article', file: 'contacts/c0/about.yaml' }])
  })

  it('is not done where it cannot be', () => {
    expect(() => renamed(SMALL, 'c1', 'c2')).toThrow(/existe déjà/)
    expect(() => renamed(SMALL, 'c9', 'new')).toThrow(/n’existe pas/)
    expect(() => renamed(SMALL, 'c1', 'Pas Bon')).toThrow(/lettres minuscules/)
    expect(() => merged(SMALL, 'c1', 'c1')).toThrow(/elle-même/)
    expect(() => retired(SMALL, 'c9')).toThrow(/n’existe pas/)
  })

  it('is led to from places that can be listed', () => {
    const linked = edited(SMALL, {
      'contacts/c2/fr.md': (text) => `${text}\n[là](article:c1) au {{c1.phone}} [^here].\n`,
    })
    const shows = [
      { dialog: 'nearest-step', article: 'c1' },
      { dialog: 'other', article: 'c5' },
    ]
    expect(leadsTo('c1', contentOf(linked), shows)).toEqual([
      { to: 'c1', how: 'related', from: 'c0', file: 'contacts/c0/about.yaml' },
      { to: 'c1', how: 'link', from: 'c2', file: 'contacts/c2/fr.md' },
      { to: 'c1', how: 'fact', from: 'c2', file: 'contacts/c2/fr.md' },
      { to: 'c1', how: 'dialog', from: 'nearest-step' },
    ])
    expect(leadsTo('moved', contentOf(renamed(linked, 'c1', 'moved')), shows)).toHaveLength(4)
  })

  it('is reported where a redirect hides it or leads nowhere', () => {
    const wrong = edited(SMALL, { 'redirects.yaml': 'c1: c2\nold: nobody\nround: trip\ntrip: round\n' })
    expect(clean(wrong).map(({ rule, place }) => [rule, place])).toEqual([
      ['redirect', 'c1'],
      ['redirect', 'old'],
      ['redirect', 'round'],
      ['redirect', 'trip'],
    ])
    expect(clean(edited(SMALL, { 'redirects.yaml': '- nonsense\n' }))).toMatchObject([
      { rule: 'field', file: 'redirects.yaml' },
    ])
    const twin = new Map(
      [...SMALL].flatMap(
        ([path, text]) =>
          (path.includes('/c1/')
            ? [
                [path, text],
                [path.replace('contacts', 'steps'), text],
              ]
            : [[path, text]]) as [string, string][],
      ),
    )
    expect(clean(twin).map(({ rule }) => rule)).toContain('same-article-id')
  })
})

describe('what is made after a change', () => {
  it('is what would be made anew: the library, its search and the findings', { timeout: 120_000 }, async () => {
    const read = contentReader()
    let files: Files = smallContent(12)
    let library = buildLibrary(read(files), 1)
    for (const language of LANGUAGES) library.warm(language)
    let checked = await checkedAfter(undefined, read(files), library, TODAY, () => breathe())
    let seed = 7
    const random = (below: number) => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const paths = () => [...files.keys()].filter((path) => path.startsWith('contacts/')).sort()
    const pick = <Thing>(of: readonly Thing[]) => of[random(of.length)] as Thing
    const ids = () => [...new Set(paths().map((path) => path.split('/')[1] ?? ''))]
    const deeds: readonly ((round: number) => Files)[] = [
      (round) =>
        edited(files, {
          [pick(paths().filter((path) => path.endsWith('.md')))]: (text) => `${text}\nMot${round} de plus [^here].\n`,
        }),
      (round) =>
        edited(files, {
          [pick(paths().filter((path) => path.endsWith('.yaml')))]: (text) =>
            text.replace(/418 555-\d{4}/, `418 555-${2000 + round}`),
        }),
      () =>
        edited(files, {
          [pick(paths().filter((path) => path.endsWith('.md')))]: (text) =>
            text.replace(/\n## [^\n]*\{#since\}[\s\S]*$/, ''),
        }),
      () =>
        edited(files, {
          [`contacts/${pick(ids())}/fr.md`]: (text) =>
            `${text}\n[là](article:${pick(ids())}) au {{${pick(ids())}.phone}} [^here].\n`,
        }),
      () => (ids().length > 5 ? retired(files, pick(ids())) : files),
      (round) => renamed(files, pick(ids()), `n${round}`),
      (round) =>
        new Map([...files, ...[...smallContent(100 + round)].filter(([path]) => path.includes(`/c${99 + round}/`))]),
      (round) =>
        edited(files, {
          [`contacts/${pick(ids())}/en.md`]: (text) =>
            text.replace(/^ {2}- .*$/m, `  - ${wordOf(random(12))} ${wordOf(random(12))}x2 ${round}`),
        }),
      () => edited(files, { [`contacts/${pick(ids())}/es.md`]: 'pas de tête' }),
      () =>
        edited(files, {
          'glossary.yaml': `terms:\n  - { id: un, fr: [${wordOf(1)}, ${wordOf(2)}], en: [un], es: [un], ar: [un] }\n`,
        }),
    ]
    for (let round = 0; round < 60; round += 1) {
      files = deeds[round < 10 ? round : random(deeds.length)]?.(round) ?? files
      const content = read(files)
      library = buildLibrary(content, round + 2, library)
      for (const language of LANGUAGES) library.warm(language)
      checked = await checkedAfter(checked, content, library, TODAY, () => breathe())
      const anew = contentOf(files)
      const fresh = buildLibrary(anew, round + 2)
      const { glossary: _own, ...readable } = content
      const { glossary: _other, ...readAnew } = anew
      expect(readable).toEqual(readAnew)
      expect([...library.articles]).toEqual([...fresh.articles])
      for (const { id, texts } of anew.articles) {
        for (const { language, questions, title } of Object.values(texts)) {
          expect(library.passages(id, language)).toEqual(fresh.passages(id, language))
          for (const words of [title, ...questions, `${wordOf(3)} contact`]) {
            expect(library.search(words, language)).toEqual(fresh.search(words, language))
          }
        }
      }
      const asText = (findings: readonly object[]) => findings.map((finding) => JSON.stringify(finding)).sort()
      expect(asText(checked.findings)).toEqual(asText(checkContent(anew, TODAY)))
    }
  })

  it('follows a translation that was read against the present French', () => {
    const french = `${SMALL.get('contacts/c1/fr.md')}\nEncore [^here].\n`
    const files = edited(SMALL, {
      'contacts/c1/fr.md': french,
      ...Object.fromEntries(
        ['en', 'es', 'ar'].map((l) => [
          `contacts/c1/${l}.md`,
          (text: string) => following(`${text}\nMás [^here].\n`, french),
        ]),
      ),
    })
    expect(checkContent(contentOf(files), TODAY)).toEqual([])
  })
})

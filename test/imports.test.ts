import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { Folder } from '../src/knowledge/article.ts'
import { checkContent } from '../src/knowledge/check.ts'
import { contentOf } from '../src/knowledge/content.ts'
import { PLAN_PAGE, readFiles } from '../src/knowledge/files.ts'
import { importContacts } from '../src/knowledge/import-contacts.ts'
import { importDocx } from '../src/knowledge/import-docx.ts'
import { importHtml } from '../src/knowledge/import-html.ts'
import { importPlan } from '../src/knowledge/import-plan.ts'
import { planParts } from '../src/knowledge/plan-parts.ts'
import { readArticle } from '../src/knowledge/read.ts'
import type { TakenIn } from '../src/knowledge/taken-in.ts'
import { docx, paragraph } from './word-document.ts'

const FILES = readFiles(fileURLToPath(new URL('../knowledge', import.meta.url)))
const { articles } = contentOf(FILES)
const FROM = {
  folder: 'programs',
  id: 'new-program',
  address: 'https://www.quebec.ca/emploi/nouveau',
  day: '2026-11-23',
} as const

function articleOf({ files }: TakenIn, folder: Folder, id: string) {
  const own = [...files].flatMap(([path, text]) =>
    path.startsWith(`${folder}/${id}/`) ? [[path.split('/')[2] ?? '', text] as const] : [],
  )
  return readArticle(folder, id, new Map(own))
}

function rulesOf({ findings }: TakenIn): string[] {
  return findings.map(({ rule }) => rule)
}

const PAGE = `<!DOCTYPE html><html lang="fr"><head><title>Nouveau programme | Gouvernement du Québec</title>
<meta property="og:site_name" content="Gouvernement du Québec"><style>p { color: red }</style>
<script>document.body.innerHTML = 'pris'; fetch('https://evil.test/')</script></head>
<body onload="alert(1)"><nav><ul><li><a href="/">Accueil</a></li></ul></nav><header>Menu du haut</header>
<main><h1>Nouveau programme</h1><!-- secret -->
<p>Ce programme <b>aide</b> les personnes formées à l'étranger. Voyez la <a href="https://www.quebec.ca/autre">page [1] des {{règles}}</a>.</p>
<h2>Qui peut demander ?</h2><ul><li>Une personne</li><li>Un ordre</li></ul>
<p hidden>caché</p><p style="display: none">caché aussi</p><img src="https://evil.test/pixel.gif" alt="x">
<h3>Nous joindre</h3><p>Téléphone : 514 555-0199, poste 12 ou (418) 555-0123<br>Courriel : aide_moi@exemple.qc.ca. Encore : 418-555-0123.</p>
<table><tr><th>Cours</th><th>Durée</th></tr><tr><td>Français</td><td>10 semaines</td></tr></table>
<form><input value="oui"><button>Envoyer</button></form><iframe src="https://evil.test/"></iframe>
<svg><script>alert(2)</script></svg><p># pas un titre</p><h2>Vide</h2>
<p>Dernière mise à jour : 3 avril 2024</p></main><footer>Pied de page</footer></body></html>`

describe('a saved Web page', () => {
  it('becomes a draft whose every block names its source', async () => {
    const taken = await importHtml(PAGE, FROM)
    expect([...taken.files.keys()]).toEqual(['programs/new-program/about.yaml', 'programs/new-program/fr.md'])
    expect(taken.files.get('programs/new-program/fr.md')).toBe(`---
title: Nouveau programme
summary: Ce programme aide les personnes formées à l'étranger.
questions:
  - Nouveau programme
  - Qui peut demander ?
---

Ce programme aide les personnes formées à l'étranger. Voyez la page (1) des ((règles)). [^page]

## À qui cela s'adresse {#who}

À écrire.

## Qui peut demander ? {#qui-peut-demander}

- Une personne
- Un ordre [^page]

## Nous joindre {#nous-joindre}

Téléphone : {{phone}} ou {{phone-2}}
Courriel : {{email}}. Encore : {{phone-2}}. [^page]

- Cours ; Durée
- Français ; 10 semaines [^page]

\\# pas un titre [^page]

## Vide {#vide}

Dernière mise à jour : 3 avril 2024 [^page]

## Que faire maintenant {#next}

À écrire.

## Qui joindre {#contact}

À écrire.

## Ce qui a changé depuis le plan {#since}

À écrire.
`)
    expect(taken.files.get('programs/new-program/about.yaml')).toBe(`audience: [person]
review: 2027-05-31
status: unknown
contacts: []
related: []
sources:
  page:
    publisher: Gouvernement du Québec
    title: Nouveau programme
    address: https://www.quebec.ca/emploi/nouveau
    date: 2024-04-03
    consulted: 2026-11-23
    level: secondary
facts:
  email:
    email: aide_moi@exemple.qc.ca
    source: page
  phone:
    phone: "514 555-0199, poste 12"
    source: page
  phone-2:
    phone: 418 555-0123
    source: page
`)
    expect(rulesOf(taken)).toEqual(['links-left', 'images-left', 'few-questions'])
  })

  it('passes the rules of sources, tokens and figures', async () => {
    const { files } = await importHtml(PAGE, FROM)
    const content = contentOf(new Map([...FILES, ...files].map(([path, text]) => [path, withFive(path, text)])))
    const findings = checkContent(content, '2026-11-23').filter(({ file }) => file.includes('new-program'))
    const rules = findings.map(({ rule }) => rule)
    // What is only begun has no source, so that nobody publishes it.
    const unsourced = findings.filter(({ rule }) => rule === 'unsourced').map(({ place }) => place)
    expect(unsourced).toEqual(['who', 'next', 'contact', 'since'])
    expect(rules).not.toContain('missing-section')
    expect(rules).not.toContain('unknown-token')
    expect(rules).not.toContain('written-twice')
    expect(rules).not.toContain('field')
  })

  it('holds nothing that runs, is hidden, or is part of the site', async () => {
    const { files } = await importHtml(PAGE, FROM)
    const whole = [...files.values()].join('\n')
    for (const word of [
      'alert',
      'fetch',
      'evil',
      'caché',
      'secret',
      'Pied',
      'Menu',
      'Accueil',
      'Envoyer',
      'color',
      '<',
    ]) {
      expect(whole).not.toContain(word)
    }
  })

  it('without a main part is taken whole, and says so', async () => {
    const taken = await importHtml('<title>Une page</title><body><p>Une phrase assez longue ici.</p></body>', FROM)
    expect(rulesOf(taken)).toEqual(['whole-page', 'few-questions'])
    expect(taken.files.get('programs/new-program/fr.md')).toContain('Une phrase assez longue ici. [^page]')
    expect(taken.files.get('programs/new-program/about.yaml')).toContain('publisher: quebec.ca')
  })

  it.each([
    ['nothing', '', {}],
    ['only a script', '<script>alert(1)</script>', {}],
    ['too much', `<p>${'mot '.repeat(600_000)}</p>`, {}],
    ['elements in one another without end', '<div>'.repeat(60_000), {}],
    ['no address', PAGE, { address: 'javascript:alert(1)' }],
    ['no day', PAGE, { day: 'hier' }],
    ['a name that is a path', PAGE, { id: '../../etc' }],
  ])('%s gets a sentence', async (_, html, other) => {
    const taken = await importHtml(html, { ...FROM, ...other })
    expect(taken.files.size).toBe(0)
    expect(taken.findings).toHaveLength(1)
    expect(taken.findings[0]?.sentence).toMatch(/\.$|AAAA-MM-JJ\)\.$/)
  })
})

function withFive(path: string, text: string): string {
  if (path !== 'programs/new-program/fr.md') return text
  return text.replace(
    'questions:\n',
    'questions:\n  - nouveau programme un\n  - nouveau programme deux\n  - nouveau programme trois\n',
  )
}

describe('a Word document', () => {
  it('becomes a draft by its headings', async () => {
    const document = await docx(
      paragraph('Aide aux stages', 'Heading1') +
        paragraph('Cette aide paie une partie des stages. Appelez le 514 555-0199.') +
        paragraph('Comment la demander ?', 'Heading2') +
        paragraph('Écrivez à l’ordre &lt;script&gt;.'),
    )
    const taken = await importDocx(document, { ...FROM, publisher: 'Ordre des exemples' })
    expect(taken.files.get('programs/new-program/fr.md')).toContain(`---

Cette aide paie une partie des stages. Appelez le {{phone}}. [^page]

## À qui cela s'adresse {#who}

À écrire.

## Comment la demander ? {#comment-la-demander}

Écrivez à l’ordre <script>. [^page]
`)
    expect(taken.files.get('programs/new-program/about.yaml')).toContain('publisher: Ordre des exemples')
    expect(rulesOf(taken)).toEqual(['few-questions'])
  })

  it.each([
    ['what is no document', Buffer.from('bonjour')],
    ['nothing', Buffer.alloc(0)],
    ['a page', Buffer.from(PAGE)],
    ['too much', Buffer.alloc(11_000_000)],
  ])('%s gets a sentence', async (_, bytes) => {
    const taken = await importDocx(bytes, FROM)
    expect(taken.files.size).toBe(0)
    expect(taken.findings).toHaveLength(1)
  })

  it('that unpacks to too much, or to nothing, gets a sentence', async () => {
    const large = await docx(paragraph('a'.repeat(61_000_000)))
    expect(large.length).toBeLessThan(1_000_000)
    expect(rulesOf(await importDocx(large, FROM))).toEqual(['too-large'])
    expect(rulesOf(await importDocx(await docx(''), FROM))).toEqual(['empty'])
  })
})

describe('a table of contacts', () => {
  const from = { address: 'https://exemple.qc.ca/liste', day: '2026-11-23', publisher: 'Exemple', title: 'La liste' }
  const csv = `Nom;Téléphone;Courriel;Adresse;Heures d'ouverture;Site
Centre d'aide [A];514-555-0199 poste 3;aide@exemple.qc.ca;"12, rue des Érables, Montréal";Lundi au vendredi, 8 h 30 à 16 h 30;x
;514 555-0100;;;;
Centre d'aide A;;pas-un-courriel;;;
Ligne 811;811;;;;
Muet;;;;;
Faux;12 34;;;;
Centre d'aide A;1 (877) 555-0142;;;;`

  it('becomes contact articles, each fact with its source', async () => {
    const taken = await importContacts(csv, from, new Set(['ligne-811']))
    expect([...taken.files.keys()]).toEqual([
      'contacts/centre-d-aide-a/about.yaml',
      'contacts/centre-d-aide-a/fr.md',
      'contacts/ligne-811-2/about.yaml',
      'contacts/ligne-811-2/fr.md',
      'contacts/centre-d-aide-a-2/about.yaml',
      'contacts/centre-d-aide-a-2/fr.md',
    ])
    const { article, findings } = articleOf(taken, 'contacts', 'centre-d-aide-a')
    expect(findings).toEqual([])
    expect(article?.about.facts).toEqual({
      phone: { phone: '514 555-0199, poste 3', source: 'page' },
      email: { email: 'aide@exemple.qc.ca', source: 'page' },
      place: { place: '12, rue des Érables, Montréal', source: 'page' },
    })
    expect(article?.about.sources.page).toEqual({
      publisher: 'Exemple',
      title: 'La liste',
      address: 'https://exemple.qc.ca/liste',
      consulted: '2026-11-23',
      level: 'secondary',
    })
    expect(article?.texts.fr?.title).toBe("Centre d'aide (A)")
    expect(article?.texts.fr?.sections.map(({ id }) => id)).toEqual(['about', 'who', 'next', 'contact', 'since'])
    expect(article?.texts.fr?.sections[3]?.body).toBe(
      'Téléphone : {{phone}}. [^page]\n\nCourriel : {{email}}. [^page]\n\nAdresse : {{place}}. [^page]\n\nHeures : Lundi au vendredi, 8 h 30 à 16 h 30. [^page]',
    )
    expect(articleOf(taken, 'contacts', 'centre-d-aide-a-2').article?.about.facts).toEqual({
      phone: { phone: '1 877 555-0142', source: 'page' },
    })
  })

  it('names the row of each fault', async () => {
    const { findings } = await importContacts(csv, from)
    expect(findings.map(({ rule, place }) => `${rule} ${place}`)).toEqual([
      'unknown-column 1',
      'bad-row 3',
      'bad-row 4',
      'bad-row 6',
      'bad-row 7',
    ])
    expect(findings[2]?.sentence).toBe('Ligne 4 : « pas-un-courriel » n’est pas une adresse de courriel.')
  })

  it('is read with commas, and as old spreadsheets save it', async () => {
    const latin = Buffer.from('\uFEFFname,phone\nÉcole,514 555-0199\n'.slice(1), 'latin1')
    const taken = await importContacts(latin, from)
    expect(articleOf(taken, 'contacts', 'ecole').article?.texts.fr?.title).toBe('École')
  })

  it.each([
    ['nothing', ''],
    ['no name', 'telephone\n514 555-0199'],
    ['a quotation mark too many', 'nom,téléphone\n"a,b\nc'],
    ['too much', `nom\n${'a'.repeat(2_000_001)}`],
  ])('%s gets a sentence', async (_, bad) => {
    const taken = await importContacts(bad, from)
    expect(taken.files.size).toBe(0)
    expect(taken.findings).toHaveLength(1)
    expect(taken.findings[0]?.sentence).toMatch(/\.$/)
  })
})

describe("the plan's page", () => {
  const plan = FILES.get(PLAN_PAGE) ?? ''

  it('holds six measures, and its actions by their numbers', () => {
    const { measures } = planParts(plan)
    expect(measures.map(({ number }) => number)).toEqual(['1', '2', '3', '4', '5', '6'])
    expect(measures.map(({ actions }) => actions.length)).toEqual([4, 3, 3, 2, 4, 3])
    expect(measures[4]?.actions[1]).toEqual({
      number: '5.2',
      words:
        'Offrir une allocation de participation à une formation d’appoint ou à un stage non rémunéré aux personnes immigrantes en démarche de reconnaissance des compétences (MIFI);',
    })
    for (const { introduction } of measures) expect(introduction.length).toBeGreaterThan(80)
  })

  it('taken in again unchanged changes nothing', async () => {
    const taken = await importPlan(plan, plan, articles)
    expect(taken).toEqual({ files: new Map(), findings: [], changes: [], added: [], removed: [], quotations: [] })
  })

  const next = plan
    .replace('  2. Offrir un soutien pour l’encadrement', '  2. Offrir une bourse pour l’encadrement')
    .replace(
      '  2. Promouvoir les nouvelles pratiques',
      '  2. Créer un guichet pour les ordres (OPQ);\n  3. Promouvoir les nouvelles pratiques',
    )
    .replace('  3. Soutenir l’accroissement', '  4. Soutenir l’accroissement')
    .replace(/\n {2}4\. Rendre la formation d’appoint[^\n]*/, '')
    .replace(
      'soutien financier sous forme d’exemption des droits de scolarité supplémentaires pour les personnes professionnelle s formées à l’étranger qui doivent suivre une formation d’appoint (MES et MEQ);',
      'soutien financier sous forme d’exemption des droits de scolarité supplémentaires pour les personnes professionnelle s formées à l’étranger qui doivent suivre une formation d’appoint (MES et MEQ).',
    )
    .replace(/130(\s)millions/, '150$1millions')
    .replace(
      'Professions priorisées\n',
      '7. Une mesure nouvelle\n\nElle aide.\n\n  1. Aider (MIFI).\n\nProfessions priorisées\n',
    )

  it('tells what came, went, was reworded and was renumbered', async () => {
    const taken = await importPlan(plan, next, articles)
    expect(taken.changes.map(({ what, number, is, was }) => [what, number, is, was ?? ''].join(' ').trim())).toEqual([
      'action 2.2 added',
      'action 2.3 renumbered 2.2',
      'action 2.4 renumbered 2.3',
      'action 4.2 reworded',
      'measure 7 added',
      'introduction 7 added',
      'action 7.1 added',
      'action 5.4 removed',
    ])
    const reworded = taken.changes.find(({ is }) => is === 'reworded')
    expect(reworded?.articles).toEqual(['action-4.2'])
    expect(reworded?.pieces?.filter(({ is }) => is !== 'same').map(({ is, words }) => `${is} ${words.trim()}`)).toEqual(
      ['before un soutien', 'after une bourse'],
    )
    expect(taken.added.join()).toMatch(/150\smillions/)
    expect(taken.removed.join()).toMatch(/130\smillions/)
    expect([...taken.files]).toEqual([[PLAN_PAGE, next]])
  })

  it('names the articles that quote what is gone, and the words that stand there now', async () => {
    const { quotations, findings } = await importPlan(plan, next, articles)
    const inFrench = quotations.filter(({ file }) => file.endsWith('/fr.md'))
    expect(inFrench.map(({ article }) => article)).toEqual(expect.arrayContaining(['action-4.2', 'action-5.4']))
    expect(inFrench.find(({ article }) => article === 'action-4.2')?.now).toContain('Offrir une bourse')
    expect(findings).toHaveLength(quotations.length)
    expect(inFrench.map(({ article }) => article)).not.toContain('action-2.3')
  })

  it('is read from HTML as well, to the same measures', async () => {
    const { measures } = planParts(plan)
    const html = `<html><head><title>Plan</title></head><body><nav><ol><li>Accueil</li><li>Gouvernement</li></ol></nav><main><h1>Plan d’action</h1>
<h2>Objectifs</h2><ul><li>Accroître</li></ul>${measures
      .map(
        ({ number, words, introduction, actions }) =>
          `<h3>${number}. ${words}</h3><p>${introduction}</p><ol>${actions.map((action) => `<li>${action.words}</li>`).join('')}</ol>`,
      )
      .join('')}<h2>Bilan</h2><p>Voir le <a href="/bilan">bilan</a>.</p></main></body></html>`
    const taken = await importPlan(plan, html, articles)
    expect(taken.changes).toEqual([])
    const [page = ''] = [...taken.files.values()]
    expect(planParts(page).measures).toEqual(measures)
    expect(page).not.toContain('Gouvernement\n')
    expect(page).toContain('  • Accroître')
  })

  it.each([
    ['nothing', ''],
    ['a page without measures', '<html><body><main><p>Bonjour</p></main></body></html>'],
    ['elements in one another without end', '<div>'.repeat(60_000)],
  ])('%s gets a sentence', async (_, bad) => {
    const taken = await importPlan(plan, bad, articles)
    expect(taken.files.size).toBe(0)
    expect(taken.findings).toHaveLength(1)
  })
})

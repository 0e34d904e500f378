import type { Files } from '../src/knowledge/files.ts'
import { readText } from '../src/knowledge/read.ts'
import { LANGUAGES, type Language, ORIGINAL } from '../src/language/languages.ts'

/** A word that only this article has; search takes no word with a number for another. */
export const wordOf = (article: number): string => `zyko${article}`

const SECTIONS = ['who', 'next', 'contact', 'since']

/** Content of so many contacts in which no rule finds anything: quick to check, whole in every language. */
export function smallContent(articles: number): Files {
  const files = new Map<string, string>([
    ['glossary.yaml', '# Rien encore.\nterms: []\n'],
    ['scope.yaml', 'review: 2099-01-01\nours: { fr: [], en: [], es: [], ar: [] }\nemergencies: []\noutOfScope: []\n'],
  ])
  for (let at = 0; at < articles; at += 1) {
    const folder = `contacts/c${at}`
    files.set(`${folder}/about.yaml`, aboutOf(at, articles))
    const french = textOf(at, ORIGINAL)
    for (const language of LANGUAGES) {
      const text = language === ORIGINAL ? french : textOf(at, language)
      files.set(`${folder}/${language}.md`, language === ORIGINAL ? text : following(text, french))
    }
  }
  return files
}

function aboutOf(at: number, articles: number): string {
  return `audience: [person]
review: 2099-01-01 # bien plus tard
status: active
contacts: []
related: [c${(at + 1) % articles}]
sources:
  here:
    publisher: Le bureau ${at}
    title: La page ${at}
    address: https://exemple.quebec/${at}
    consulted: 2026-01-01
    level: confirmed
facts:
  phone: { phone: '418 555-${1000 + at}', source: here }
`
}

function textOf(at: number, language: Language): string {
  const word = wordOf(at)

  return `---
title: ${word} ${language}
summary: ${word} et rien d'autre que ${word}.
questions:
${[1, 2, 3, 4, 5].map((nth) => `  - ${word} ${word}x${nth}`).join('\n')}
---
${word} est ici : {{phone}} [^here].

${SECTIONS.map((id) => `## ${word} ${id} {#${id}}\n\n${word} : ${id} [^here].`).join('\n\n')}
`
}

/** A translation that says that it follows this French. */
export function following(translation: string, french: string): string {
  const digest = readText(french, ORIGINAL, 'fr.md', [])?.digest ?? ''
  const bare = translation.replace(/^translates: .*\n/m, '')
  return bare.replace(/^summary: /m, `translates: "${digest}"\nsummary: `)
}

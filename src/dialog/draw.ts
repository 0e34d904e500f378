import type { Case, Dialog, Ending } from './define.ts'
import type { Shelf } from './shelf.ts'

/** A dialog as a Mermaid flowchart: questions, the answers that lead on, and endings. */
export function draw(dialog: Dialog, shelf: Shelf): string {
  const lines = ['flowchart TD']
  const endings = new Map<string, string>()
  for (const [name, question] of Object.entries(dialog.questions)) {
    const words = shelf.question(dialog.id, name, 'fr')
    lines.push(`  ${node(name)}["${safe(words.ask)}"]`)
    for (const [target, labels] of grouped(question.routes, words.options)) {
      const to = typeof target === 'string' ? node(target) : endingNode(target, endings)
      lines.push(`  ${node(name)} -->${labels.length ? `|"${safe(labels.join(' · '))}"|` : ''} ${to}`)
    }
  }
  for (const [text, id] of endings) lines.push(`  ${id}(["${safe(text)}"])`)
  return `${lines.join('\n')}\n`
}

/** Routes that lead to one place as one arrow, with every answer that takes it. */
function grouped(
  routes: readonly Case<string>[],
  options: Readonly<Record<string, { readonly label: string }>>,
): [string | Ending, string[]][] {
  const byTarget = new Map<string, [string | Ending, string[]]>()
  for (const route of routes) {
    const key = JSON.stringify(route.to)
    const found = byTarget.get(key) ?? [route.to, []]
    const label = route.is !== undefined ? (options[route.is]?.label ?? '—') : route.when?.name
    if (label) found[1].push(label)
    byTarget.set(key, found)
  }
  return [...byTarget.values()]
}

function endingNode(ending: Ending, endings: Map<string, string>): string {
  const text = endingText(ending)
  const id = endings.get(text) ?? `end${endings.size + 1}`
  endings.set(text, id)
  return id
}

function endingText(ending: Ending): string {
  switch (ending.end) {
    case 'articles':
      return ending.articles.join(', ')
    case 'plan':
      return ending.kinds ? `plan : ${ending.kinds.join(', ')}` : 'mon plan'
    case 'counsellor':
      return `une personne : ${ending.reason}`
    case 'dialog':
      return `dialogue : ${ending.dialog}`
  }
}

function node(name: string): string {
  return `q_${name.replace(/\W/g, '_')}`
}

function safe(text: string): string {
  return text.replace(/"/g, '#quot;').replace(/\n/g, ' ')
}

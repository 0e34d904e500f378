import type { JSX } from 'preact'
import type { Page } from './frame.tsx'
import type { ConsoleLanguage, Words } from './words.ts'

/** What the console says around signing in, and where something is refused; each by its words. */
export type NoticeName =
  | 'printed'
  | 'unset'
  | 'unreachable'
  | 'over'
  | 'failed'
  | 'no-role'
  | 'used-link'
  | 'signed-out'
  | 'wrong-role'
  | 'ended'
  | 'elsewhere'
  | 'framed'
  | 'trouble'

export interface Notice {
  readonly name: NoticeName
  readonly status: number
  readonly words?: Readonly<Record<string, string>>
  /** The way out: the name of its words, and where it leads. */
  readonly link?: { readonly words: string; readonly to: string; readonly inNewTab?: boolean }
}

/** A page that says one thing, and how to go on. */
export function noticePage(notice: Notice, words: Words, language: ConsoleLanguage): Page {
  const { name, link } = notice
  const title = words.say(`${name}.title`, language)
  return {
    title: `${title} – Passerelle`,
    children: (
      <main id="main" class="notice" tabindex={-1}>
        <h1>{title}</h1>
        <p>{textOf(notice, words, language)}</p>
        {link ? <p>{wayOut(link, words, language)}</p> : null}
      </main>
    ),
  }
}

/** What a notice says; a role by its name in the reader's language, beside the one that accounts are given. */
export function textOf(
  { name, words: slots }: Pick<Notice, 'name' | 'words'>,
  words: Words,
  language: ConsoleLanguage,
): string {
  const named = slots?.role ? { ...slots, role: words.say(`role.${slots.role}`, language) } : slots
  return words.say(`${name}.text`, language, named)
}

function wayOut(link: NonNullable<Notice['link']>, words: Words, language: ConsoleLanguage): JSX.Element {
  const outside = link.inNewTab ? { target: '_blank', rel: 'noopener' } : {}
  return (
    <a class="button" href={link.to} {...outside}>
      {words.say(link.words, language)}
    </a>
  )
}

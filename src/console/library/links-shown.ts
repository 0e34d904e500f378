import type { Article } from '../../knowledge/article.ts'
import { articlePath } from '../../knowledge/files.ts'
import { type LinkPlace, placesOf } from '../../knowledge/links.ts'
import type { LinkFinding } from '../../knowledge/links-check.ts'
import type { LinksStanding } from '../../knowledge/links-seen.ts'
import { ORIGINAL } from '../../language/languages.ts'
import type { Published } from './published.ts'

/** What was found of an address, and where it is mended. */
export interface LinkShown {
  readonly finding: LinkFinding
  readonly is: 'dead' | 'moved' | 'to-see'
  /** The articles whose sources hold it. */
  readonly articles: readonly { readonly title: string; readonly to: string }[]
  /** It is also written beside the articles, where a topic is turned away. */
  readonly isInScope: boolean
}

/** How the addresses of the library stand. */
export interface LinksShown extends LinksStanding {
  /** Dead or moved, what carries most first. */
  readonly gone: readonly LinkShown[]
  /** Without protection, or somebody must open them in a browser to know. */
  readonly toSee: readonly LinkShown[]
  /** Nothing answered at all: the check had no network. */
  readonly hadNoNetwork: boolean
}

/** What a rule says of an address; of any other rule, that somebody should look. */
const IS: Readonly<Record<string, LinkShown['is']>> = {
  'link-dead': 'dead',
  'link-moved': 'moved',
  'link-to-home': 'moved',
}

/** What the last check found of the addresses that are still published. */
export function linksShown(
  standing: LinksStanding,
  { content, articles }: Pick<Published, 'content' | 'articles'>,
): LinksShown {
  const { last } = standing
  const hadNoNetwork = last !== undefined && last.checked > 0 && last.reached === 0
  const places = placesOf(content)
  const shown = (hadNoNetwork ? [] : (last?.findings ?? [])).flatMap((finding) => {
    const where = places.get(finding.address)
    return where ? [shownAt(finding, where, articles)] : []
  })
  return {
    ...standing,
    gone: shown.filter(({ is }) => is !== 'to-see'),
    toSee: shown.filter(({ is }) => is === 'to-see'),
    hadNoNetwork,
  }
}

function shownAt(
  finding: LinkFinding,
  places: readonly LinkPlace[],
  articles: ReadonlyMap<string, Article>,
): LinkShown {
  return {
    finding,
    is: IS[finding.rule] ?? 'to-see',
    articles: places.flatMap(({ file, place }) => {
      const id = articlePath(file)?.id
      const source = place.replace(/^sources\./, '')
      return id === undefined
        ? []
        : [
            {
              title: articles.get(id)?.texts[ORIGINAL]?.title ?? id,
              to: `/library/${id}?part=sources#source-${encodeURIComponent(source)}`,
            },
          ]
    }),
    isInScope: places.some(({ file }) => !articlePath(file)),
  }
}

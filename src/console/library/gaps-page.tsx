import type { JSX } from 'preact'
import type { GapGroup } from '../../knowledge/gap-groups.ts'
import type { BesideGap } from '../../knowledge/gaps.ts'
import { GAP_KINDS } from '../../knowledge/noticed.ts'
import { direction, LOCALE } from '../../language/languages.ts'
import { type Drawing, languageName } from './drawing.ts'
import { Moment } from './moment.tsx'
import { LibraryPage } from './page.tsx'

interface Props {
  readonly groups: readonly GapGroup[]
  readonly beside: ReadonlyMap<string, readonly BesideGap[]>
  readonly articles: readonly { readonly id: string; readonly title: string }[]
  /** They were set aside, and can be taken up again. */
  readonly isAside: boolean
  readonly notice?: string
  /** Why what was asked for was not done. */
  readonly refused?: string
  readonly drawing: Drawing
}

/** Questions that nobody could answer, those alike together; each becomes an article, a phrasing, or nothing of ours. */
export function GapsPage({ groups, beside, articles, isAside, notice, refused, drawing }: Props): JSX.Element {
  const { say } = drawing
  return (
    <LibraryPage
      title={say(isAside ? 'gaps.aside-heading' : 'gaps.heading')}
      back={isAside ? { to: '/library/gaps', label: say('gaps.back') } : { to: '/library', label: say('back') }}
    >
      <p>{say('gaps.explained')}</p>
      {notice ? (
        <p class="done" role="status">
          {notice}
        </p>
      ) : null}
      {refused ? (
        <p class="conflict" role="alert">
          {refused}
        </p>
      ) : null}
      {groups.length ? null : <p>{say(isAside ? 'gaps.none-aside' : 'gaps.none')}</p>}
      {isAside ? null : <Choices articles={articles} />}
      <ul>
        {groups.map((group) => (
          <Group key={group.id} group={group} beside={beside} articles={articles} isAside={isAside} drawing={drawing} />
        ))}
      </ul>
      {isAside ? null : (
        <p>
          <a href="/library/gaps?which=aside">{say('gaps.see-aside')}</a>
        </p>
      )}
    </LibraryPage>
  )
}

/** Once for all groups: a library of a hundred articles beside hundreds of questions would be a heavy page. */
function Choices({ articles }: Pick<Props, 'articles'>): JSX.Element {
  return (
    <datalist id="articles">
      {articles.map(({ id, title }) => (
        <option key={id} value={title} lang={LOCALE.fr} />
      ))}
    </datalist>
  )
}

function Group(props: Omit<Props, 'groups' | 'notice' | 'refused'> & { readonly group: GapGroup }): JSX.Element {
  const { group, beside, articles, isAside, drawing } = props
  const { say } = drawing
  const written = { lang: LOCALE[group.language], dir: direction(group.language) } as const
  const wordings = [...new Set(group.gaps.map(({ question }) => question))]
  const answers = group.gaps.flatMap(({ id }) => beside.get(id) ?? [])
  const offered = articles.find(({ id }) => id === group.articles[0])
  const field = `to-${group.id}`
  return (
    <li class="article">
      <h2 {...written}>{group.question}</h2>
      <p class="quiet">
        {say('gaps.count', { count: group.count })} · {languageName(group.language, drawing)} ·{' '}
        {GAP_KINDS.filter((kind) => group.why[kind])
          .map((kind) => `${say(`gaps.why.${kind}`)} (${group.why[kind]})`)
          .join(', ')}{' '}
        · <Moment at={group.last} drawing={drawing} />
      </p>
      {wordings.length > 1 ? (
        <details>
          <summary>{say('gaps.wordings', { count: wordings.length })}</summary>
          <ul class="plain-list" {...written}>
            {wordings.map((wording) => (
              <li key={wording}>{wording}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {answers.length ? (
        <details>
          <summary>{say('gaps.beside')}</summary>
          {answers.map((answer) => (
            <blockquote key={answer.at.toISOString()} class="as-written" {...written}>
              {answer.text} <footer class="quiet">{answer.name}</footer>
            </blockquote>
          ))}
        </details>
      ) : null}
      <form method="post" action="/library/gaps" class="row">
        {group.gaps.map(({ id }) => (
          <input key={id} type="hidden" name="gap" value={id} />
        ))}
        <input type="hidden" name="language" value={group.language} />
        <input type="hidden" name="question" value={group.question} />
        {isAside ? (
          <button type="submit" class="light" name="how" value="reopen">
            {say('gaps.reopen')}
          </button>
        ) : (
          <>
            <label for={field}>{say('gaps.to')}</label>
            <input
              id={field}
              name="article"
              list="articles"
              value={offered?.title ?? ''}
              autocomplete="off"
              lang={LOCALE.fr}
            />
            <button type="submit" name="how" value="wording-added">
              {say('gaps.add')}
            </button>
            <button type="submit" class="light" name="how" value="article-begun">
              {say('gaps.begin')}
            </button>
            <button type="submit" class="plain" name="how" value="set-aside">
              {say('gaps.aside')}
            </button>
          </>
        )}
      </form>
    </li>
  )
}

import type { JSX } from 'preact'
import { LOCALE } from '../../language/languages.ts'
import type { Drawing } from './drawing.ts'
import { remedyOf, sentenceOf } from './finding-words.ts'
import type { LinkShown, LinksShown } from './links-shown.ts'

interface Props {
  readonly links: LinksShown
  readonly drawing: Drawing
}

/** So many are shown at once; the rest is one click away. */
const AT_ONCE = 5
/** So many of the articles that carry an address are named at once. */
const NAMED = 4

/** How the addresses that people are shown stand: what the last check found, and the next one. */
export function LinksPart({ links, drawing }: Props): JSX.Element {
  const { say } = drawing
  const { gone, toSee } = links
  return (
    <section id="links" class="links" aria-labelledby="links-heading">
      <h2 id="links-heading">{say('links.heading')}</h2>
      <Standing links={links} drawing={drawing} />
      {gone.length ? <Shown all={gone.slice(0, AT_ONCE)} drawing={drawing} /> : null}
      {gone.length > AT_ONCE ? (
        <details>
          <summary>{say('links.more', { count: gone.length - AT_ONCE })}</summary>
          <Shown all={gone.slice(AT_ONCE)} drawing={drawing} />
        </details>
      ) : null}
      {toSee.length ? (
        <details>
          <summary>{say('links.others', { count: toSee.length })}</summary>
          <Shown all={toSee} drawing={drawing} />
        </details>
      ) : null}
    </section>
  )
}

function Standing({ links: { last, since, gone, hadNoNetwork }, drawing }: Props): JSX.Element {
  const { say } = drawing
  return (
    <>
      {last ? (
        <p>
          {say('links.checked', { count: last.checked })} <Day at={last.at} drawing={drawing} />.{' '}
          {hadNoNetwork ? say('links.no-network') : gone.length ? null : say('links.all-well')}
        </p>
      ) : (
        <p>{say('links.never')}</p>
      )}
      {since ? (
        <p role="status">
          {say('links.under-way')} <Day at={since} drawing={drawing} />.{' '}
          <a href="/library/links">{say('links.look')}</a>
        </p>
      ) : (
        <form method="post" action="/library/links" class="row">
          <button type="submit" class="light">
            {say('links.check')}
          </button>
          <span class="quiet">{say('links.takes')}</span>
        </form>
      )}
    </>
  )
}

/** A moment with its day, today as well: whoever reads it asks how old it is. */
function Day({ at, drawing: { language, timeZone } }: { at: Date; drawing: Drawing }): JSX.Element {
  const format = new Intl.DateTimeFormat(LOCALE[language], { timeZone, dateStyle: 'long', timeStyle: 'short' })
  return <time datetime={at.toISOString()}>{format.format(at)}</time>
}

function Shown({ all, drawing }: { all: readonly LinkShown[]; drawing: Drawing }): JSX.Element {
  return (
    <ul class="articles">
      {all.map((link) => (
        <One key={`${link.finding.rule} ${link.finding.address}`} link={link} drawing={drawing} />
      ))}
    </ul>
  )
}

function One({
  link: { finding, is, articles, isInScope },
  drawing,
}: {
  link: LinkShown
  drawing: Drawing
}): JSX.Element {
  const { say } = drawing
  return (
    <li class="article">
      <p>
        <span class={finding.severity === 'error' ? 'mark-of wrong' : 'mark-of due'}>{say(`links.${is}`)}</span>{' '}
        {sentenceOf(finding, drawing)}
      </p>
      <p>
        <Outside address={finding.address} />
        {finding.leadsTo ? (
          <>
            {' → '}
            <Outside address={finding.leadsTo} />
          </>
        ) : null}
      </p>
      <p class="quiet">{remedyOf(finding, drawing)}</p>
      <p class="named">
        {say('links.in')} <Articles articles={articles.slice(0, NAMED)} />
        {isInScope ? `${articles.length ? ' · ' : ''}${say('links.in-scope')}` : ''}
      </p>
      {articles.length > NAMED ? (
        <details class="named">
          <summary>{say('links.more-articles', { count: articles.length - NAMED })}</summary>
          <p>
            <Articles articles={articles.slice(NAMED)} />
          </p>
        </details>
      ) : null}
    </li>
  )
}

function Articles({ articles }: Pick<LinkShown, 'articles'>): JSX.Element {
  return (
    <>
      {articles.map(({ title, to }, at) => (
        <>
          {at ? ' · ' : ''}
          <a href={to} lang={LOCALE.fr}>
            {title}
          </a>
        </>
      ))}
    </>
  )
}

/** An address as it is written. One that is not of the Web, wherever a site sent us, is no link. */
function Outside({ address }: { address: string }): JSX.Element {
  if (!/^https?:\/\//.test(address)) return <code>{address}</code>
  return (
    <a class="outside" href={address} rel="noreferrer">
      {address}
    </a>
  )
}

import { MARK_REASONS } from '../knowledge/noticed.ts'
import type { ArticleMarks, Usage } from '../knowledge/usage.ts'
import type { Database } from './database.ts'
import { articlesOf, markReason } from './gaps.ts'
import { dayOf } from './write-noticed.ts'

/** Counts by article over either database; a turn writes them (`write-noticed.ts`). */
export function usageIn({ rows }: Database): Usage {
  return {
    since: async (moment) => {
      const found = await rows
        .selectFrom('usage')
        .select('article')
        .select(({ fn }) => [
          fn.sum('asked').as('asked'),
          fn.sum('answered').as('answered'),
          fn.sum('good').as('good'),
          fn.sum('bad').as('bad'),
        ])
        .where('day', '>=', dayOf(moment))
        .groupBy('article')
        .orderBy('asked', 'desc')
        .orderBy('article')
        .execute()
      return found.map(({ article, asked, answered, good, bad }) => ({
        article,
        asked: Number(asked),
        answered: Number(answered),
        good: Number(good),
        bad: Number(bad),
      }))
    },

    marks: async (moment, article) => {
      const found = await rows
        .selectFrom('feedback')
        .select(['articles', 'publication', 'helpful', 'reason', 'at'])
        .where('at', '>=', moment.getTime())
        .orderBy('at')
        .execute()
      const counted = new Map<string, ArticleMarks>()
      for (const { articles, publication, helpful, reason, at } of found) {
        for (const id of articlesOf.parse(JSON.parse(articles))) {
          if (article !== undefined && id !== article) continue
          const key = `${id} ${publication}`
          const before = counted.get(key) ?? { article: id, publication, good: 0, bad: 0, reasons: NONE }
          const why = reason === null ? undefined : markReason.parse(reason)
          counted.set(key, {
            ...before,
            ...(helpful === 1 ? { good: before.good + 1 } : { bad: before.bad + 1 }),
            ...(why ? { reasons: { ...before.reasons, [why]: before.reasons[why] + 1 } } : {}),
            last: new Date(at),
          })
        }
      }
      return [...counted.values()].sort(
        (one, other) => other.publication - one.publication || (one.article < other.article ? -1 : 1),
      )
    },
  }
}

const NONE = Object.fromEntries(MARK_REASONS.map((reason) => [reason, 0])) as ArticleMarks['reasons']

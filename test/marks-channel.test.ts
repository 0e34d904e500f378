import { describe, expect, it } from 'vitest'
import { readActivity } from '../src/channel/read.ts'
import { renderReply } from '../src/channel/render.ts'
import type { Reply } from '../src/conversation/channel.ts'

const ANSWER: Reply = { text: 'Voici.', language: 'fr', status: 'quoted', articles: ['paffarc'], publication: 1 }
const actionsOf = (reply: Reply, channel: string, answers?: number): unknown =>
  (renderReply(reply, channel, answers).entities?.[0] as { potentialAction?: unknown } | undefined)?.potentialAction

const EVENT = { type: 'event', name: 'webchat:activity-status/feedback', channelId: 'webchat', from: { id: 'p' } }
const read = (entities: unknown, more: object = {}) =>
  readActivity({ ...EVENT, conversation: { id: 'c' }, entities, ...more }, new Date(0), () => 'new')

describe('the thumbs of Web Chat', () => {
  it('are under an answer from the library, told apart by the question that it answers', () => {
    expect(actionsOf(ANSWER, 'directline', 12)).toEqual([
      { '@type': 'LikeAction', '@id': 'urn:passerelle:mark:12', actionStatus: 'PotentialActionStatus' },
      { '@type': 'DislikeAction', '@id': 'urn:passerelle:mark:12', actionStatus: 'PotentialActionStatus' },
    ])
    expect(actionsOf({ ...ANSWER, status: 'answered' }, 'webchat', 1)).toHaveLength(2)
  })

  it.each(['unsure', 'not-found', 'emergency', 'dialog', 'notice', 'handoff', 'counsellor'] as const)(
    'are not under what is none: %s',
    (status) => expect(actionsOf({ ...ANSWER, status }, 'directline', 12)).toBeUndefined(),
  )

  it('are not where no channel draws them, nor under what answers nothing', () => {
    expect(actionsOf(ANSWER, 'msteams', 12)).toBeUndefined()
    expect(actionsOf(ANSWER, 'directline')).toBeUndefined()
  })

  it('are read as they were given', () => {
    for (const helpful of [true, false]) {
      const action = { '@type': helpful ? 'LikeAction' : 'DislikeAction', '@id': 'urn:passerelle:mark:12', more: 1 }
      expect(read([action])).toMatchObject({
        is: 'heard',
        incoming: { kind: 'marked', text: '', mark: { helpful, position: 12 } },
      })
    }
  })

  it.each([
    [[{ '@type': 'LikeAction', '@id': 'urn:passerelle:mark:0' }]],
    [[{ '@type': 'LikeAction', '@id': 'urn:passerelle:mark:9999999999999' }]],
    [[{ '@type': 'LikeAction' }]],
    [[{ '@type': 'VoteAction', '@id': 'urn:passerelle:mark:12' }]],
    [[]],
    ['x'],
    [undefined],
  ])('say nothing where they were not ours: %j', (entities) => {
    expect(read(entities)).toEqual({ is: 'nothing' })
    expect(read(entities, { name: 'x'.repeat(5000) })).toEqual({ is: 'nothing' })
  })
})

export interface Migration {
  readonly name: string
  /** SQL that both databases understand, run in order in one transaction. */
  readonly statements: readonly string[]
}

/**
 * How the tables came to be, oldest first. A migration that has left this house is never changed: add one below it.
 * While a release rolls out, the one before it still runs on the new tables: add columns with a default, and take
 * away what is no longer used one release later.
 */
export const MIGRATIONS: readonly Migration[] = [
  {
    name: 'conversations and their entries',
    statements: [
      `create table addresses (
         channel text not null,
         channel_conversation text not null,
         conversation text not null,
         primary key (channel, channel_conversation)
       )`,
      'create index addresses_of_conversation on addresses (conversation)',
      `create table conversations (
         conversation text not null primary key,
         channel text not null,
         channel_conversation text not null,
         state text not null,
         version bigint not null,
         last_position bigint not null,
         started_at bigint not null,
         last_heard_at bigint not null
       )`,
      'create index conversations_by_last_heard on conversations (last_heard_at)',
      `create table entries (
         conversation text not null,
         position bigint not null,
         said_by text not null,
         kind text not null,
         at bigint not null,
         text text not null,
         activity_id text,
         client_id text,
         answered integer not null,
         redacted integer not null,
         value text,
         locale text,
         reply text,
         answers bigint,
         primary key (conversation, position),
         unique (conversation, activity_id)
       )`,
      'create index entries_unanswered on entries (conversation, position) where answered = 0',
    ],
  },
]

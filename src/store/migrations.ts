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
  {
    name: 'the desk: escalations, notes, audit, staff and deliveries',
    statements: [
      `create table escalations (
         escalation text not null primary key,
         conversation text not null,
         standing text not null,
         distress integer not null,
         asked_at bigint not null,
         closed_at bigint,
         version bigint not null,
         state text not null
       )`,
      "create unique index escalations_one_open on escalations (conversation) where standing <> 'closed'",
      "create index escalations_in_order on escalations (distress desc, asked_at) where standing <> 'closed'",
      'create index escalations_of_conversation on escalations (conversation, asked_at)',
      'create index escalations_by_asked on escalations (asked_at)',
      `create table notes (
         conversation text not null,
         note text not null,
         escalation text not null,
         said_by text not null,
         name text not null,
         at bigint not null,
         text text not null,
         primary key (conversation, note)
       )`,
      `create table audit (
         line text not null primary key,
         at bigint not null,
         who text not null,
         name text not null,
         act text not null,
         escalation text,
         detail text
       )`,
      'create index audit_by_time on audit (at, line)',
      'create index audit_of_escalation on audit (escalation, at, line)',
      `create table staff (
         counsellor text not null primary key,
         name text not null,
         presence text not null,
         languages text not null,
         seen_at bigint not null
       )`,
      `create table deliveries (
         conversation text not null,
         position bigint not null,
         channel text not null,
         standing text not null,
         tries integer not null,
         next_at bigint not null,
         trouble text,
         primary key (conversation, position)
       )`,
      `create table postings (
         escalation text not null,
         place text not null,
         activity_id text not null,
         words text not null,
         shown text not null,
         relayed bigint not null,
         tries integer not null,
         ended integer not null,
         next_at bigint not null,
         primary key (escalation, place)
       )`,
      'create index postings_by_activity on postings (place, activity_id)',
      "create index deliveries_waiting on deliveries (next_at) where standing = 'waiting'",
    ],
  },
  {
    name: 'the library: texts, publications and drafts',
    statements: [
      'create table texts (digest text not null primary key, text text not null)',
      `create table publications (
         number bigint not null primary key,
         at bigint not null,
         by_id text not null,
         by_name text not null,
         origin text not null,
         reason text not null,
         says text not null,
         whole bigint not null,
         files text not null
       )`,
      `create table drafts (
         article text not null primary key,
         version bigint not null,
         at bigint not null,
         by_id text not null,
         by_name text not null,
         files text not null,
         base text not null,
         gone integer not null
       )`,
    ],
  },
  {
    name: 'what people ask of the library: gaps, feedback and usage',
    statements: [
      `create table gaps (
         conversation text not null,
         position bigint not null,
         gap text not null,
         at bigint not null,
         question text not null,
         language text not null,
         why text not null,
         articles text not null,
         publication bigint not null,
         settled_at bigint,
         settled text,
         primary key (conversation, position)
       )`,
      'create unique index gaps_by_id on gaps (gap)',
      'create index gaps_by_time on gaps (at, gap)',
      `create table feedback (
         conversation text not null,
         position bigint not null,
         at bigint not null,
         articles text not null,
         publication bigint not null,
         helpful integer not null,
         reason text,
         primary key (conversation, position)
       )`,
      'create index feedback_by_time on feedback (at)',
      `create table usage (
         article text not null,
         day text not null,
         part integer not null,
         asked bigint not null,
         answered bigint not null,
         good bigint not null,
         bad bigint not null,
         primary key (article, day, part)
       )`,
      'create index usage_by_day on usage (day)',
    ],
  },
  {
    name: 'models: what they cost by day, and vectors',
    statements: [
      `create table spending (
         day text not null primary key,
         input bigint not null,
         output bigint not null,
         billionths bigint not null
       )`,
      'create table vectors (digest text not null primary key, vector text not null)',
    ],
  },
  {
    name: 'the checks of the addresses that people are shown',
    statements: [
      `create table link_checks (
         library text not null primary key,
         check_id text,
         since bigint,
         at bigint,
         checked bigint not null,
         reached bigint not null,
         findings text not null
       )`,
    ],
  },
]

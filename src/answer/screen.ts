import type { Library } from '../knowledge/library.ts'
import type { Passage } from '../knowledge/passages.ts'
import type { Scope, Terms, Topic } from '../knowledge/scope.ts'
import { detectLanguage } from '../language/detect.ts'
import { LANGUAGES, type Language } from '../language/languages.ts'
import { stem, terms, tokens } from '../language/text.ts'
import type { Answer, AnswerResources, Asked, Lead, Step } from './answer.ts'
import { leadTo, sourcesOf } from './quote.ts'

/**
 * What comes before the library. An emergency is answered first, in whatever language it is told and whatever else
 * stands beside it; then what other doors answer. Everything else is handed on.
 */
export const screen: Step = async (work, resources) => {
  const { asked } = work
  const { library } = resources
  const message = readMessage(asked.question)
  const scope = wordsOfScope(library.scope)
  const emergency = emergencyIn(message, scope)
  if (emergency) return emergencyAnswer(library.doorOf(emergency.topic, asked.language), asked, resources)
  const topic = outOfScope(message, scope, asked, library)
  return topic ? elsewhereAnswer(topic, asked, resources) : work
}

/** Nothing sets the terms of an emergency aside; its mentions give way to words such as « pompier » or « formation ». */
function emergencyIn(message: Message, { emergencies }: WordsOfScope): TopicWords | undefined {
  return emergencies.find(
    ({ terms, mentions, unless }) =>
      holds(message, terms, LANGUAGES) || (holds(message, mentions, LANGUAGES) && !holds(message, unless, LANGUAGES)),
  )
}

/** How many words of our trade a question holds: what the library is about, whatever it answers. */
export function wordsOfOurs(asked: Asked, library: Library): number {
  const message = readMessage(asked.question)
  const { ours } = wordsOfScope(library.scope)
  const counts = languagesOf(asked).map((language) => {
    const stems = message.stems(language)
    return message.words.filter((_, at) => placesFrom(at, ours[language], message.words, stems)).length
  })
  return Math.max(...counts)
}

function emergencyAnswer(door: Passage, { language }: Asked, { phrases }: AnswerResources): Answer {
  return {
    status: 'emergency',
    text: door.text,
    passages: [door],
    articles: [],
    leads: [{ label: phrases.say('person.ask', language), to: 'person' }],
  }
}

function elsewhereAnswer(topic: Topic, { language }: Asked, { library, phrases }: AnswerResources): Answer {
  const door = library.doorOf(topic, language)
  const offers = topic.offers.flatMap((id) => leadTo(id, language, library))
  const person: Lead = { label: phrases.say('person.ask', language), to: 'person' }
  return {
    status: 'out-of-scope',
    text: door.sources.length ? `${door.text}\n\n${sourcesOf(door.sources, language, phrases)}` : door.text,
    passages: [door],
    articles: [],
    leads: [...offers, person],
  }
}

/**
 * The topic of another door that a message is about. A topic's own terms are enough; words that merely mention it
 * (« je suis résident permanent … ») are not where a word of ours stands beside them, or the library surely answers.
 * `unless` puts a topic aside either way. The first topic in the scope's order wins, terms before mentions.
 */
function outOfScope(message: Message, scope: WordsOfScope, asked: Asked, library: Library): Topic | undefined {
  const languages = languagesOf(asked)
  const possible = scope.outOfScope.filter(({ unless }) => !holds(message, unless, languages))
  const about = possible.find(({ terms }) => holds(message, terms, languages))
  if (about) return about.topic
  const mentioned = possible.find(({ mentions }) => holds(message, mentions, languages))
  if (!mentioned || holds(message, scope.ours, languages)) return undefined
  const beside = besides(message, mentioned.mentions, languages)
  return surelyAnswers(library, beside, asked.writtenIn ?? asked.language) ? undefined : mentioned.topic
}

/** Fewer words than this, beside those that mention a topic, ask for nothing else. */
const ENOUGH = 2

function surelyAnswers(library: Library, question: string, language: Language): boolean {
  return terms(question, language).length >= ENOUGH && library.search(question, language).certainty === 'sure'
}

/** The languages in which a message is compared: its own where it is known, otherwise every one. */
function languagesOf({ question, language, writtenIn }: Asked): readonly Language[] {
  const written = writtenIn ?? detectLanguage(question)
  return written && written !== 'other' ? [...new Set([written, language])] : LANGUAGES
}

/** A word of a phrase: by its stem, or exactly. */
interface Part {
  readonly word: string
  readonly exactly: boolean
}

/** Phrases by their first word, so that a message is walked once. */
type Phrases = ReadonlyMap<string, readonly (readonly Part[])[]>
type PhrasesOf = Readonly<Record<Language, Phrases>>

interface TopicWords {
  readonly topic: Topic
  readonly terms: PhrasesOf
  readonly mentions: PhrasesOf
  readonly unless: PhrasesOf
}

interface WordsOfScope {
  readonly ours: PhrasesOf
  readonly emergencies: readonly TopicWords[]
  readonly outOfScope: readonly TopicWords[]
}

const known = new WeakMap<Scope, WordsOfScope>()

/** The words of a scope as they are compared, made once for each scope. */
function wordsOfScope(scope: Scope): WordsOfScope {
  const made = known.get(scope)
  if (made) return made
  const ofTopic = (topic: Topic): TopicWords => ({
    topic,
    terms: phrasesOf(topic.terms),
    mentions: phrasesOf(topic.mentions),
    unless: phrasesOf(topic.unless),
  })
  const words: WordsOfScope = {
    ours: phrasesOf(scope.ours),
    emergencies: scope.emergencies.map(ofTopic),
    outOfScope: scope.outOfScope.map(ofTopic),
  }
  known.set(scope, words)
  return words
}

function phrasesOf(terms: Terms | undefined): PhrasesOf {
  const phrases = LANGUAGES.map((language) => [language, phrasesIn(terms?.[language] ?? [], language)] as const)
  return Object.fromEntries(phrases) as Record<Language, Phrases>
}

function phrasesIn(terms: readonly string[], language: Language): Phrases {
  const byFirst = new Map<string, Part[][]>()
  for (const term of terms) {
    const whole = term.startsWith('= ')
    const parts = term.split(/\s+/).flatMap((word) => {
      const exactly = whole || word.startsWith('=')
      return wordsOf(word).map((each): Part => ({ word: exactly ? each : stem(each, language), exactly }))
    })
    const [first] = parts
    if (first) byFirst.set(first.word, [...(byFirst.get(first.word) ?? []), parts])
  }
  return byFirst
}

/** Articles, which people put in and leave out. */
const ARTICLES = new Set('le la les l un une de des du d the a an of el los las una del'.split(' '))

function wordsOf(text: string): string[] {
  return tokens(text).filter((word) => !ARTICLES.has(word))
}

interface Message {
  readonly words: readonly string[]
  stems(language: Language): readonly string[]
}

function readMessage(text: string): Message {
  const words = wordsOf(text)
  const stems = new Map<Language, readonly string[]>()
  return {
    words,
    stems: (language) => {
      const found = stems.get(language) ?? words.map((word) => stem(word, language))
      stems.set(language, found)
      return found
    },
  }
}

/** Whether one of the phrases stands in a message, in one of the languages. */
function holds(message: Message, phrases: PhrasesOf, languages: readonly Language[]): boolean {
  return languages.some((language) => {
    const stems = message.stems(language)
    return message.words.some((_, at) => placesFrom(at, phrases[language], message.words, stems) !== undefined)
  })
}

/** The words of a message that are not those of the phrases. */
function besides(message: Message, phrases: PhrasesOf, languages: readonly Language[]): string {
  const taken = new Set<number>()
  for (const language of languages) {
    const stems = message.stems(language)
    for (const at of message.words.keys()) {
      for (const place of placesFrom(at, phrases[language], message.words, stems) ?? []) taken.add(place)
    }
  }
  return message.words.filter((_, at) => !taken.has(at)).join(' ')
}

/** Where the words of the first phrase that begins at a word stand, or nothing where none begins there. */
function placesFrom(
  at: number,
  phrases: Phrases,
  words: readonly string[],
  stems: readonly string[],
): readonly number[] | undefined {
  for (const first of new Set([stems[at] ?? '', words[at] ?? ''])) {
    for (const parts of phrases.get(first) ?? []) {
      const places = placesOf(parts, at, words, stems)
      if (places) return places
    }
  }
  return undefined
}

/** How many other words may stand between two words of a phrase. */
const BETWEEN = 2

function placesOf(
  parts: readonly Part[],
  at: number,
  words: readonly string[],
  stems: readonly string[],
): readonly number[] | undefined {
  const is = (part: Part, place: number) => (part.exactly ? words : stems)[place] === part.word
  const places: number[] = []
  for (const part of parts) {
    const before = places.at(-1)
    let next = before === undefined ? at : before + 1
    const last = before === undefined ? at : before + 1 + BETWEEN
    while (next <= last && !is(part, next)) next++
    if (next > last) return undefined
    places.push(next)
  }
  return places
}

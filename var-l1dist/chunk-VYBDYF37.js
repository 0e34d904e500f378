import {
  showWhom
} from "./chunk-WLSUNQJ3.js";

// src/answer/quote.ts
var OFFERED = 3;
var WAYS_ON = 5;
var quote = async ({ asked, found }, { library, phrases }) => {
  const { language } = asked;
  const articles = found?.hits.map((hit) => hit.article) ?? [];
  if (!found || found.certainty === "nothing" || articles.length === 0) {
    return { ...nothingFound(language, { library, phrases }), considered: articles };
  }
  if (found.certainty === "unsure") return unsure(articles, language, { library, phrases });
  const best = found.hits[0];
  const section = best?.passage.match(/#([^@]+)@/)?.[1] ?? "about";
  const passage = best && library.passage(best.article, section, language);
  if (!passage) return nothingFound(language, { library, phrases });
  return quotePassage(passage, articles, language, { library, phrases });
};
function quotePassage(passage, articles, language, { library, phrases }) {
  const heading = passage.heading || passage.title;
  const ranked = [passage.article, ...articles.filter((id) => id !== passage.article)];
  return {
    status: "quoted",
    text: [
      phrases.say("answer.quoted", language),
      `**${heading}**`,
      passage.text,
      sourcesOf(passage.sources, language, phrases),
      ...language === "fr" ? [] : [phrases.say("answer.unofficial", language)]
    ].join("\n\n"),
    passages: [passage],
    articles: ranked,
    leads: leadsFrom(passage, language, library, phrases)
  };
}
function unsure(articles, language, { library, phrases }) {
  const leads = articles.flatMap((id) => leadTo(id, language, library)).slice(0, OFFERED);
  return {
    status: "unsure",
    text: phrases.say("answer.unsure", language),
    passages: [],
    articles,
    leads: [...leads, { label: phrases.say("person.ask", language), to: "person" }]
  };
}
function nothingFound(language, { library, phrases }) {
  const nearest = ["mifi", "qualifications-quebec"].flatMap((id) => leadTo(id, language, library));
  return {
    status: "not-found",
    text: phrases.say("answer.not-found", language),
    passages: [],
    articles: [],
    leads: [...nearest, { label: phrases.say("person.ask", language), to: "person" }]
  };
}
function leadsFrom(passage, language, library, phrases) {
  const parts = library.passages(passage.article, language).filter((other) => other.section !== passage.section).map(
    (other) => ({
      label: other.heading || other.title,
      to: "passage",
      article: other.article,
      section: other.section
    })
  );
  const related = library.articles.get(passage.article)?.about.related ?? [];
  const elsewhere = [.../* @__PURE__ */ new Set([...passage.leadsTo, ...related])].flatMap((id) => leadTo(id, language, library));
  const leads = [...parts.slice(0, WAYS_ON - Math.min(2, elsewhere.length)), ...elsewhere].slice(0, WAYS_ON);
  return [...leads, { label: phrases.say("person.ask", language), to: "person" }];
}
function leadTo(article, language, library) {
  const [first] = library.passages(article, language);
  return first ? [{ label: first.title, to: "passage", article, section: first.section }] : [];
}
function sourcesOf(cited, language, phrases) {
  const numbers = /* @__PURE__ */ new Map();
  for (const source of cited) {
    const whom = showWhom(source);
    numbers.set(whom, `${numbers.get(whom) ?? ""}[${source.position}] `);
  }
  const sources = [...numbers].map(([whom, its]) => `${its}${whom}`).join(" \xB7 ");
  const consulted = cited.map((source) => source.consulted).sort()[0] ?? "";
  return phrases.say("answer.sources", language, { sources, consulted });
}

export {
  quote,
  quotePassage,
  leadsFrom,
  leadTo,
  sourcesOf
};
//# sourceMappingURL=chunk-VYBDYF37.js.map

// src/knowledge/digest.ts
import { createHash } from "node:crypto";
function digestOf(text) {
  return createHash("sha256").update(text.normalize("NFC").replace(/\s+/g, " ").trim()).digest("hex").slice(0, 12);
}
function wholeDigestOf(text) {
  return createHash("sha256").update(text).digest("hex");
}

// src/knowledge/passages.ts
var TO_VERIFY = {
  fr: (whom) => `(\xE0 v\xE9rifier : ${whom})`,
  en: (whom) => `(to be verified: ${whom})`,
  es: (whom) => `(por verificar: ${whom})`,
  ar: (whom) => `(\u0644\u0644\u062A\u062D\u0642\u0642: \u2068${whom}\u2069)`
};
function toVerify(source, language) {
  return TO_VERIFY[language](showWhom(source));
}
var TOKEN = /\[\^([a-z0-9-]+)\]|\{\{([a-z0-9.-]+)\}\}|\[([^\]]+)\]\((source|article):([a-z0-9./-]+)\)/g;
function sourceOf(article, name, articles) {
  const found = article.about.sources[name];
  if (typeof found !== "string") return found;
  const [elsewhere = "", itsName = ""] = found.split("/");
  const there = articles.get(elsewhere)?.about.sources[itsName];
  return typeof there === "string" ? void 0 : there;
}
function factOf(article, token, articles) {
  const own = article.about.facts?.[token];
  if (own) return { fact: own, holder: article };
  const dot = token.lastIndexOf(".");
  const holder = dot > 0 ? articles.get(token.slice(0, dot)) : void 0;
  const fact = holder?.about.facts?.[token.slice(dot + 1)];
  return holder && fact ? { fact, holder } : void 0;
}
function passagesOf(article, text, articles, unknown = () => {
}) {
  return text.sections.map((section) => passageOf(article, text, section, articles, unknown));
}
function passageOf(article, text, section, articles, unknown) {
  const { language } = text;
  const cited = /* @__PURE__ */ new Map();
  const leadsTo = [];
  const cite = (source) => {
    const known = cited.get(source.address);
    const position = known?.position ?? cited.size + 1;
    if (!known) cited.set(source.address, { ...source, position });
    return { number: `[${position}]`, first: !known };
  };
  const mark = (source) => {
    const { number, first } = cite(source);
    const doubtful = source.level === "secondary" || source.old;
    return doubtful && first ? `${number} ${toVerify(source, language)}` : number;
  };
  const blocks = section.body.split(/\n\s*\n/).map((block) => {
    const marked = /* @__PURE__ */ new Set();
    const once = (source) => {
      if (marked.has(source.address)) return "";
      marked.add(source.address);
      return ` ${mark(source)}`;
    };
    return block.replace(TOKEN, (whole, reference, factName, words, scheme, target) => {
      const token = { token: whole, section: section.id };
      if (reference) {
        const source2 = sourceOf(article, reference, articles);
        if (!source2) return lost(unknown, token);
        marked.add(source2.address);
        return mark(source2);
      }
      if (factName) {
        const found = factOf(article, factName, articles);
        const source2 = found && sourceOf(found.holder, found.fact.source, articles);
        if (!found || !source2) return lost(unknown, token);
        return `${showFact(found.fact, language)}${once(source2)}`;
      }
      if (scheme === "article") {
        const there = articles.get(target);
        if (!there) return lost(unknown, token);
        if (there.id !== article.id) leadsTo.push(there.id);
        return words;
      }
      const source = sourceOf(article, target, articles);
      if (!source) return lost(unknown, token);
      return `[${words}](${source.address})${once(source)}`;
    });
  });
  const resolved = blocks.join("\n\n");
  return {
    id: `${article.id}#${section.id}@${language}`,
    article: article.id,
    section: section.id,
    language,
    title: text.title,
    heading: section.heading,
    text: resolved,
    sources: [...cited.values()],
    leadsTo: [...new Set(leadsTo)],
    digest: digestOf(`${section.heading}
${resolved}`)
  };
}
function lost(unknown, token) {
  unknown(token);
  return "";
}
function showFact(fact, language) {
  if ("text" in fact) return fact.text[language];
  if ("phone" in fact) return `[${isolate(fact.phone, language)}](tel:${dialable(fact.phone)})`;
  if ("email" in fact) return `[${fact.email}](mailto:${fact.email})`;
  return isolate(fact.place, language);
}
function isolate(words, language) {
  return language === "ar" ? `\u2066${words}\u2069` : words;
}
function dialable(phone) {
  const [number = "", extension] = phone.split(/(?:poste|ext\.?)/i);
  const digits = number.replace(/\D/g, "");
  const international = digits.length === 10 ? `+1${digits}` : `+${digits}`;
  return extension ? `${international};ext=${extension.replace(/\D/g, "")}` : international;
}
function showWhom(source) {
  return source.date ? `${source.publisher}, ${source.date}` : source.publisher;
}

export {
  digestOf,
  wholeDigestOf,
  toVerify,
  TOKEN,
  sourceOf,
  passagesOf,
  showFact,
  showWhom
};
//# sourceMappingURL=chunk-WLSUNQJ3.js.map

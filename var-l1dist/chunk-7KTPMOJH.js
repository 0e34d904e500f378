import {
  toVerify
} from "./chunk-WLSUNQJ3.js";
import {
  instructs,
  withoutInstructions
} from "./chunk-JIFDI4HH.js";

// src/answer/ground.ts
function groundOf(passages) {
  const slots = /* @__PURE__ */ new Map();
  const given = passages.map((passage, at) => givenOf(passage, `P${at + 1}`, slots)).filter(({ shown, passage }) => shown !== "" && !instructs(`${passage.title}
${passage.heading}`));
  return { given, slots };
}
var LINK = /\[([^\]]+)\]\((https?:[^)\s]+|tel:[^)\s]+|mailto:[^)\s]+)\)/g;
var REFERENCE = / ?\[(\d+)\]/g;
var SLOT = /\{\{\s*([LTE]\d+)\s*(?:\|[^{}]*)?\}\}/g;
function givenOf(passage, token, slots) {
  const doubts = passage.sources.map((source) => ` ${toVerify(source, passage.language)}`);
  const sure = doubts.reduce((text, doubt) => text.replaceAll(doubt, ""), passage.text);
  const clean = withoutInstructions(sure).replaceAll("{{", "{ {").replaceAll("}}", "} }");
  const shown = [];
  const blocks = [];
  for (const text of clean.split(/\n\s*\n/)) {
    if (!text.trim()) continue;
    const own = [];
    const sources = [...text.matchAll(REFERENCE)].map(([, number]) => Number(number));
    const withSlots = text.replace(LINK, (markdown, words, address) => {
      const slot = slotFor(markdown, words, address, slots);
      own.push(slot.token);
      return slot.kind === "link" ? `{{${slot.token}|${words}}}` : `{{${slot.token}}}`;
    });
    shown.push(withSlots.replace(REFERENCE, ""));
    blocks.push({ plain: plainOf(withSlots), sources: [...new Set(sources)], slots: own });
  }
  return { token, passage, shown: shown.join("\n\n"), blocks };
}
function plainOf(withSlots) {
  return withSlots.replace(REFERENCE, "").replace(/\{\{[LTE]\d+(?:\|([^{}]*))?\}\}/g, (_, words) => words ?? " ; ").replace(/[*_`>#]/g, " ");
}
var LETTER = { link: "L", phone: "T", email: "E" };
function slotFor(markdown, words, address, slots) {
  const known = [...slots.values()].find((slot2) => slot2.markdown === markdown);
  if (known) return known;
  const kind = address.startsWith("tel:") ? "phone" : address.startsWith("mailto:") ? "email" : "link";
  const many = [...slots.values()].filter((slot2) => slot2.kind === kind).length;
  const slot = { token: `${LETTER[kind]}${many + 1}`, kind, words: kind === "link" ? words : "", markdown };
  slots.set(slot.token, slot);
  return slot;
}
function wordsOf({ passage, blocks }) {
  return [passage.title, passage.heading, ...blocks.map(({ plain }) => plain)].join("\n");
}

export {
  groundOf,
  SLOT,
  wordsOf
};
//# sourceMappingURL=chunk-7KTPMOJH.js.map

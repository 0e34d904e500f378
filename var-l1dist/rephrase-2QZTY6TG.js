import {
  followsOn
} from "./chunk-DUUMOHOK.js";
import {
  isOtherLanguage,
  readsAs,
  typedIn
} from "./chunk-6B7TGPAB.js";
import "./chunk-YLFFE2C4.js";
import {
  instructs,
  readFigures
} from "./chunk-JIFDI4HH.js";
import {
  IN_ENGLISH,
  REPHRASE,
  fromPerson,
  tokens
} from "./chunk-FZOTZNSZ.js";
import {
  ORIGINAL
} from "./chunk-Q4ZZZAQO.js";

// src/answer/rephrase.ts
import { z } from "zod";
var shape = z.strictObject({ question: z.string() });
var LONGEST = 300;
var rephrase = async (given, { library }) => {
  const { help } = given;
  if (!help) return given;
  const work = given.asked.foreign && readsAs(given.asked.question, given.asked.language) ? ours(given) : given;
  const { asked } = work;
  if (instructs(asked.question) || instructs(asked.subject?.question ?? "")) {
    const { help: _, ...without } = work;
    return { ...without, ending: "instructed" };
  }
  const written = asked.writtenIn ?? asked.language;
  const leans = asked.subject !== void 0 && followsOn(asked.question, written);
  if (!leans && !asked.foreign) return work;
  const language = asked.foreign ? ORIGINAL : written;
  const told = await help.ask({
    purpose: "rephrase",
    instructions: REPHRASE,
    material: JSON.stringify({
      question: fromPerson(asked.question, library),
      ...asked.subject ? { earlier: fromPerson(asked.subject.question, library) } : {},
      language: IN_ENGLISH[language]
    }),
    shape
  });
  if (told.is === "silent") return { ...work, ending: told.because };
  const question = told.value.question.replace(/\s+/g, " ").trim();
  return isSuchAQuestion(question, asked, language) ? { ...work, sought: { question, language } } : work;
};
function ours(work) {
  const { foreign: _, ...asked } = work.asked;
  return { ...work, asked };
}
function isSuchAQuestion(question, asked, language) {
  if (question === "" || question.length > LONGEST || tokens(question).length < 2) return false;
  if (instructs(question) || typedIn(question) || isOtherLanguage(question, language)) return false;
  const said = readFigures(`${asked.question}
${asked.subject?.question ?? ""}`, language);
  const values = /* @__PURE__ */ new Set([
    ...said.figures.map(({ value }) => value),
    ...said.dates.flatMap((date) => Object.values(date))
  ]);
  const { figures, dates } = readFigures(question, language);
  return [...figures.map(({ value }) => value), ...dates.flatMap((date) => Object.values(date))].every(
    (value) => values.has(value)
  );
}
export {
  rephrase
};
//# sourceMappingURL=rephrase-2QZTY6TG.js.map

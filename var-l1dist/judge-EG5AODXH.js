import {
  sectionsAskedFor
} from "./chunk-PV2V667B.js";
import {
  groundOf
} from "./chunk-7KTPMOJH.js";
import "./chunk-WLSUNQJ3.js";
import "./chunk-JIFDI4HH.js";
import {
  JUDGE,
  fromPerson,
  passagesFor
} from "./chunk-FZOTZNSZ.js";
import {
  ORIGINAL
} from "./chunk-Q4ZZZAQO.js";

// src/answer/judge.ts
import { z } from "zod";
var shape = z.strictObject({ helps: z.array(z.string()) });
var ARTICLES = 5;
var PASSAGES = 10;
var HELPING = 4;
var judge = async (work, { library }) => {
  const { help, asked, found } = work;
  if (!help) return work;
  const ground = groundOf(candidates(work, library));
  if (ground.given.length === 0) return { ...work, ending: "no-passages" };
  const told = await help.ask({
    purpose: "judge",
    instructions: JUDGE,
    material: JSON.stringify({
      question: fromPerson(work.sought?.question ?? asked.question, library),
      passages: passagesFor(ground)
    }),
    shape
  });
  if (told.is === "silent") {
    return told.because === "wrong-shape" && found?.certainty !== "nothing" ? {
      ...work,
      ground: among(
        ground,
        ground.given.slice(0, HELPING).map(({ token }) => token)
      )
    } : { ...work, ending: told.because };
  }
  const helping = among(ground, told.value.helps.slice(0, HELPING));
  return helping.given.length ? { ...work, ground: helping } : { ...work, ending: "none-helps" };
};
function candidates({ asked, found, sought }, library) {
  const language = asked.foreign ? ORIGINAL : asked.language;
  const sections = sectionsAskedFor(
    sought?.question ?? asked.question,
    sought?.language ?? asked.writtenIn ?? asked.language
  );
  const passages = (found?.hits ?? []).slice(0, ARTICLES).flatMap(({ article, passage }) => {
    const here = /#([^@]+)@/.exec(passage)?.[1] ?? "about";
    const wanted = [here, ...sections.slice(0, 2), library.passages(article, language)[0]?.section ?? "about"];
    return wanted.flatMap((section) => library.passage(article, section, language) ?? []);
  });
  return [...new Map(passages.map((each) => [each.id, each])).values()].slice(0, PASSAGES);
}
function among({ given, slots }, tokens) {
  return { given: given.filter(({ token }) => tokens.includes(token)), slots };
}
export {
  judge
};
//# sourceMappingURL=judge-EG5AODXH.js.map

import {
  COMPOSE,
  IN_ENGLISH,
  fromPerson,
  passagesFor
} from "./chunk-FZOTZNSZ.js";
import {
  ORIGINAL
} from "./chunk-Q4ZZZAQO.js";

// src/answer/compose.ts
import { z } from "zod";
var shape = z.strictObject({
  status: z.enum(["complete", "partial", "none"]),
  sentences: z.array(z.strictObject({ text: z.string(), passages: z.array(z.string()) })),
  missing: z.string()
});
var compose = async (work, { library }) => {
  const { help, asked, ground } = work;
  if (!help || !ground) return work;
  const told = await help.ask({
    purpose: "compose",
    instructions: COMPOSE,
    material: JSON.stringify({
      question: fromPerson(work.sought?.question ?? asked.question, library),
      language: IN_ENGLISH[asked.foreign ? ORIGINAL : asked.language],
      passages: passagesFor(ground)
    }),
    shape
  });
  if (told.is === "silent") return { ...work, ending: told.because };
  const draft = told.value;
  return draft.status === "none" || draft.sentences.length === 0 ? { ...work, ending: "no-answer" } : { ...work, draft };
};
export {
  compose
};
//# sourceMappingURL=compose-7J3YVAVX.js.map

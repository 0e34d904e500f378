import {
  stillAnswers,
  verify,
  vocabularyOf
} from "./chunk-SW2OZPRU.js";
import "./chunk-6B7TGPAB.js";
import "./chunk-YLFFE2C4.js";
import "./chunk-7KTPMOJH.js";
import "./chunk-WLSUNQJ3.js";
import "./chunk-JIFDI4HH.js";
import {
  COMPOSE,
  JUDGE
} from "./chunk-FZOTZNSZ.js";
import {
  ORIGINAL
} from "./chunk-Q4ZZZAQO.js";

// src/answer/hold-to-text.ts
var holdToText = async (work, { library }) => {
  const { asked, draft, ground } = work;
  if (!draft || !ground) return work;
  const language = asked.foreign ? ORIGINAL : asked.language;
  const verified = verify(draft.sentences, {
    ground,
    language,
    vocabulary: vocabularyOf(library, language),
    question: `${asked.question}
${asked.subject?.question ?? ""}`,
    instructions: `${COMPOSE}
${JUDGE}`
  });
  return stillAnswers(draft.sentences, verified) ? { ...work, verified } : { ...work, verified, ending: "refuted" };
};
export {
  holdToText
};
//# sourceMappingURL=hold-to-text-IEF3AZHK.js.map

import {
  detectLanguage
} from "./chunk-YLFFE2C4.js";
import {
  forFigures
} from "./chunk-JIFDI4HH.js";
import {
  isStopWord,
  tokens
} from "./chunk-FZOTZNSZ.js";
import {
  isLanguage
} from "./chunk-Q4ZZZAQO.js";

// src/answer/typed.ts
var LINKS = /\b[a-z][a-z0-9+.-]{1,11}:\/\/|\bwww\.|\]\(|\b(?:mailto|tel|javascript|data):|(?<![\p{L}@])[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?(?:\.[\p{L}\d-]+)*\.(?:ca|com|org|net|info|gov|edu|qc|quebec|fr|io|ly|me|co|app|dev|biz|xyz|online|site)(?![\p{L}\d])|\b(?:point|dot|punto|نقطه)\s+(?:com|ca|org|net|info|qc|كوم)\b/u;
var EMAILS = /\S@\S|\b(?:arobase|arroba|at sign)\b|\(at\)|\[at\]/;
var PHONES = /(?<!\d)\+?\d(?:[\s().-]{0,3}\d){6,}(?!\d)/g;
var SPELLED = /(?:\b(?:zero|un|one|uno|deux|two|dos|trois|three|tres|quatre|four|cuatro|cinq|five|cinco|six|seis|sept|seven|siete|huit|eight|ocho|neuf|nine|nueve)\b[\s,-]+){6,}/;
var CALL = /\b(?:appele[rz]|composez|telephone[rz]?|textez|call|dial|phone|text|llame|marque|telefono)\b[^.;]{0,40}?(?<!\d)(\d{3,6})(?![\d ]*[$%])|(?:اتصل|اتصلوا|هاتف)[^.;]{0,40}?(?<!\d)(\d{3,6})/u;
var LETTERED = /\b1[\s-]?8\d\d[\s-][a-z]{4,}|\b1[\s-]?8\d\d[\s-]\d{3}/;
function typedIn(text) {
  const words = forFigures(text);
  const email = EMAILS.exec(words);
  if (email) return { kind: "typed-email", what: email[0] };
  const link = LINKS.exec(words);
  if (link) return { kind: "typed-link", what: link[0] };
  const amounts = words.replace(
    /\d{1,3}(?: \d{3})+ ?(?:\$|€)|\d{4}-\d{2}-\d{2}|(?:19|20)\d{2} ?[-–] ?(?:19|20)\d{2}/g,
    " ; "
  );
  const phone = PHONES.exec(amounts) ?? SPELLED.exec(words) ?? CALL.exec(words) ?? LETTERED.exec(words);
  PHONES.lastIndex = 0;
  return phone ? { kind: "typed-phone", what: phone[0].trim() } : void 0;
}

// src/answer/written-in.ts
import { eld } from "eld/extrasmall";
var detector;
function languageCodeOf(text) {
  detector ??= eld.newInstance();
  const detected = detector.detect(text);
  return detected.isReliable() ? detected.language : void 0;
}
var ENOUGH = 4;
var TELLING = 6;
var LATIN = ["fr", "en", "es"];
function isOtherLanguage(sentence, language) {
  const letters = sentence.match(new RegExp("\\p{L}", "gu"))?.length ?? 0;
  const arabic = sentence.match(new RegExp("\\p{Script=Arabic}", "gu"))?.length ?? 0;
  const latin = sentence.match(new RegExp("\\p{Script=Latin}", "gu"))?.length ?? 0;
  if (language === "ar" ? arabic < letters / 2 : isLanguage(language) && latin < letters) return true;
  const words = tokens(sentence);
  if (words.length < ENOUGH) return false;
  if (!isLanguage(language)) {
    const code = languageCodeOf(sentence);
    return code !== void 0 && ["fr", "en", "es", "ar"].includes(code);
  }
  const small = sentence.replace(new RegExp("(?<!^)\\p{Lu}[\\p{L}\\d-]*", "gu"), " ");
  const detected = tokens(small).length < TELLING ? void 0 : detectLanguage(small);
  if (language !== "ar" && outvoted(words, language)) return true;
  return detected !== void 0 && detected !== language && !votes(words, language);
}
function outvoted(words, language) {
  const own = words.filter((word) => isStopWord(word, language)).length;
  return LATIN.some((other) => {
    if (other === language) return false;
    const theirs = words.filter((word) => isStopWord(word, other) && !isStopWord(word, language)).length;
    const ours = words.filter((word) => isStopWord(word, language) && !isStopWord(word, other)).length;
    return theirs >= 3 && (theirs > ours || own === 0);
  });
}
function readsAs(text, language) {
  return votes(
    tokens(text).filter((word) => word.length > 1),
    language
  );
}
function votes(words, language) {
  return words.length > 0 && words.filter((word) => isStopWord(word, language)).length >= words.length / 3;
}

export {
  typedIn,
  languageCodeOf,
  isOtherLanguage,
  readsAs
};
//# sourceMappingURL=chunk-6B7TGPAB.js.map

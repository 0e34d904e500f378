import {
  isLanguage
} from "./chunk-Q4ZZZAQO.js";

// src/language/detect.ts
import { eld } from "eld/extrasmall";
var NEIGHBOURS = ["pt", "it", "de", "fa", "ur", "ru", "uk", "zh", "ko", "ja", "hi", "vi", "ro", "tr", "tl"];
var detector = eld.newInstance();
detector.setLanguageSubset(["fr", "en", "es", "ar", ...NEIGHBOURS]);
var FOREIGN_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Cyrillic}\p{Script=Devanagari}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Thai}\p{Script=Ethiopic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Tamil}]/gu;
var ARABIC = new RegExp("\\p{Script=Arabic}", "gu");
var LETTER = new RegExp("\\p{L}", "gu");
function detectLanguage(text) {
  const letters = text.match(LETTER)?.length ?? 0;
  if (letters < 3) return void 0;
  if ((text.match(FOREIGN_SCRIPT)?.length ?? 0) > letters / 2) return "other";
  const mostlyArabic = (text.match(ARABIC)?.length ?? 0) > letters / 2;
  const detected = detector.detect(text);
  if (mostlyArabic) return detected.isReliable() && ["fa", "ur"].includes(detected.language) ? "other" : "ar";
  if (!detected.isReliable()) return void 0;
  return isLanguage(detected.language) ? detected.language : "other";
}

export {
  detectLanguage
};
//# sourceMappingURL=chunk-YLFFE2C4.js.map

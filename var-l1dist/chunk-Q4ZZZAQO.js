// src/language/languages.ts
var LANGUAGES = ["fr", "en", "es", "ar"];
var ORIGINAL = "fr";
var LOCALE = { fr: "fr-CA", en: "en-CA", es: "es", ar: "ar" };
var OWN_NAME = {
  fr: "Fran\xE7ais",
  en: "English",
  es: "Espa\xF1ol",
  ar: "\u0627\u0644\u0639\u0631\u0628\u064A\u0629"
};
function isLanguage(value) {
  return LANGUAGES.some((language) => language === value);
}
function languageOfLocale(locale) {
  const primary = locale?.trim().toLowerCase().split(/[-_]/)[0];
  return isLanguage(primary) ? primary : void 0;
}
function direction(language) {
  return language === "ar" ? "rtl" : "ltr";
}

export {
  LANGUAGES,
  ORIGINAL,
  LOCALE,
  OWN_NAME,
  isLanguage,
  languageOfLocale,
  direction
};
//# sourceMappingURL=chunk-Q4ZZZAQO.js.map

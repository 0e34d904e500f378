import {
  fold,
  isStopWord,
  stem
} from "./chunk-FZOTZNSZ.js";
import {
  LANGUAGES
} from "./chunk-Q4ZZZAQO.js";

// src/answer/dates.ts
var OTHER_MONTHS = [
  "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u062B\u0627\u0646\u064A|\u062C\u0627\u0646\u0641\u064A",
  "\u0634\u0628\u0627\u0637|\u0641\u064A\u0641\u0631\u064A",
  "\u0627\u0630\u0627\u0631",
  "\u0646\u064A\u0633\u0627\u0646|\u0627\u0641\u0631\u064A\u0644",
  "\u0627\u064A\u0627\u0631|\u0645\u0627\u064A",
  "\u062D\u0632\u064A\u0631\u0627\u0646|\u062C\u0648\u0627\u0646",
  "\u062A\u0645\u0648\u0632|\u062C\u0648\u064A\u0644\u064A\u0647|\u064A\u0648\u0644\u064A\u0648\u0632",
  "\u0627\u0628|\u063A\u0634\u062A|\u0627\u0648\u062A",
  "\u0627\u064A\u0644\u0648\u0644|\u0634\u062A\u0646\u0628\u0631",
  "\u062A\u0634\u0631\u064A\u0646 \u0627\u0644\u0627\u0648\u0644",
  "\u062A\u0634\u0631\u064A\u0646 \u0627\u0644\u062B\u0627\u0646\u064A|\u0646\u0648\u0646\u0628\u0631",
  "\u0643\u0627\u0646\u0648\u0646 \u0627\u0644\u0627\u0648\u0644|\u062F\u062C\u0646\u0628\u0631"
];
var ALSO_WORDS = new Set(["may", "march", "mar", "dec", "jan", "sept", "sep", "oct", "nov", "\u0627\u0628", "\u0645\u0627\u064A"].map(fold));
var monthWords = /* @__PURE__ */ new Map();
var weekdayWords = /* @__PURE__ */ new Map();
var known = /* @__PURE__ */ new Set();
function know(language) {
  if (known.has(language)) return;
  if (known.size === 0) {
    for (const ours of LANGUAGES) learn(ours);
    OTHER_MONTHS.forEach((names, month) => {
      for (const name of names.split("|")) monthWords.set(fold(name), month + 1);
    });
  }
  if (!known.has(language)) learn(language);
  patterns = void 0;
}
function learn(language) {
  known.add(language);
  for (const style of ["long", "short"]) {
    const month = new Intl.DateTimeFormat(language, { month: style, timeZone: "UTC" });
    const inDate = new Intl.DateTimeFormat(language, { month: style, day: "numeric", timeZone: "UTC" });
    const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
    for (let at = 0; at < 12; at++) {
      const day = new Date(Date.UTC(2024, at, 15));
      const named = inDate.formatToParts(day).find(({ type }) => type === "month")?.value;
      for (const name of [month.format(day), named ?? ""]) {
        const word = fold(name).replace(/\.$/, "");
        if (new RegExp("^\\p{L}{3,}", "u").test(word)) monthWords.set(word, at + 1);
      }
    }
    for (let at = 0; at < 7; at++) weekdayWords.set(fold(weekday.format(new Date(Date.UTC(2024, 0, 1 + at)))), at);
  }
}
var patterns;
function patternsOf() {
  const either = (words) => [...words].sort((one, other) => other.length - one.length).map((word) => word.replaceAll(".", "\\.")).join("|");
  const month = `(?<![\\p{L}])[\u0648\u0628\u0641\u0644]?(?:\u0627\u0644)?(${either(monthWords.keys())})\\.?(?!\\p{L})`;
  const of = "\\s*(?:de |del |of |\u0645\u0646 )?\\s*";
  const day = "(?<!\\d)(\\d{1,2})\\s?(?:er|st|nd|rd|th|\xBA|\xB0)?";
  const year = "((?:19|20|21)\\d{2})(?!\\d)";
  const global = (source) => new RegExp(source, "gu");
  return {
    iso: /(?<![\d-])(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/g,
    han: /(\d{4})\s*年\s*(?:(\d{1,2})\s*月)?\s*(?:(\d{1,2})\s*日)?/g,
    numeric: /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/g,
    dayMonthYear: global(`${day}${of}${month}${of}${year}`),
    monthDayYear: global(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?\\s*,?\\s*${year}`),
    monthYear: global(`${month}${of}${year}`),
    dayMonth: global(`${day}${of}${month}`),
    monthDay: global(`${month}\\s+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`),
    month: global(month),
    weekday: global(`(?<!\\p{L})(?:\u0627\u0644)?(${either(weekdayWords.keys())})s?(?!\\p{L})`),
    clock: /(?<![\d.,])(\d{1,2})\s?(?:h|:|heures?|horas?)\s?(\d{2})(?!\d)\s*(a\.?\s?m\b\.?|p\.?\s?m\b\.?)?/g,
    hour: /(?<![\d.,])(\d{1,2})\s?(?:(a\.?\s?m\b\.?|p\.?\s?m\b\.?)|h(?![\p{L}\d]))/gu,
    years: /(?<![\d$€.,/-])((?:19|20)\d{2})\s?[-–/]\s?((?:19|20)?\d{2})(?![\d.,]?\d)/g,
    year: /(?<![\d$€.,]|[$€] )((?:19|20)\d{2})(?![\d]|[.,]\d|\s?(?:\$|€|%|dollar|دولار|dolar|\d{3}(?!\d)))/g
  };
}
function readDates(folded, language) {
  know(language);
  patterns ??= patternsOf();
  const dates = [];
  const ambiguous = [];
  let rest = folded;
  const take = (pattern, read) => {
    rest = rest.replace(pattern, (whole, ...groups) => {
      const date = read(...groups);
      if (!date) return whole;
      dates.push(date);
      return " ; ";
    });
  };
  const monthOf = (word = "") => monthWords.get(word) ?? 0;
  const of = (year, month, day) => {
    const date = {
      ...year ? { year: Number(year) } : {},
      ...month ? { month: Number(month) } : {},
      ...day ? { day: Number(day) } : {}
    };
    return (date.month ?? 1) > 12 || (date.day ?? 1) > 31 ? void 0 : date;
  };
  take(patterns.iso, (year, month, day) => of(year, month, day));
  take(patterns.han, (year, month, day) => of(year, month, day));
  rest = rest.replace(patterns.numeric, (whole, one, other, short) => {
    const year = short.length === 2 ? `20${short}` : short;
    if (Number(one) <= 12 && Number(other) <= 12 && one !== other) ambiguous.push(whole);
    else dates.push((Number(one) > 12 ? of(year, other, one) : of(year, one, other)) ?? {});
    return " ; ";
  });
  take(patterns.dayMonthYear, (day, month, year) => of(year, monthOf(month), day));
  take(patterns.monthDayYear, (month, day, year) => of(year, monthOf(month), day));
  take(patterns.monthYear, (month, year) => of(year, monthOf(month)));
  take(patterns.dayMonth, (day, month) => of(void 0, monthOf(month), day));
  take(patterns.monthDay, (month, day) => of(void 0, monthOf(month), day));
  take(patterns.month, (month = "") => ALSO_WORDS.has(month) ? void 0 : of(void 0, monthOf(month)));
  take(patterns.weekday, (day = "") => ({ weekday: weekdayWords.get(day) ?? 0 }));
  take(patterns.clock, (hour, minute, half) => ({ time: timeOf(hour, minute, half) }));
  take(patterns.hour, (hour, half) => ({ time: timeOf(hour, "0", half) }));
  rest = rest.replace(patterns.years, (_, from, to) => {
    dates.push({ year: Number(from) }, { year: Number(to.length === 2 ? `${from.slice(0, 2)}${to}` : to) });
    return " ; ";
  });
  take(patterns.year, (year) => of(year));
  return { dates, ambiguous, rest };
}
function timeOf(hour = "0", minute = "0", half) {
  const afternoon = half?.startsWith("p") && Number(hour) < 12 ? 12 : 0;
  const midnight = half?.startsWith("a") && Number(hour) === 12 ? -12 : 0;
  return (Number(hour) + afternoon + midnight) * 60 + Number(minute);
}
function isTold(date, dates) {
  const parts = Object.entries(date);
  return dates.some((other) => parts.every(([part, value]) => other[part] === value));
}

// src/answer/spelled-numbers.ts
var UNITS = {
  fr: `deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14 quinze 15
    seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 octante 80
    nonante 90 dizaine 10 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40 cinquantaine 50 centaine 100 douzaine 12`,
  en: `two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13 fourteen 14
    fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fourty 40 fifty 50 sixty 60
    seventy 70 eighty 80 ninety 90 dozen 12 twice 2 thrice 3`,
  es: `dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14 quince 15
    dieciseis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiun 21 veintiuna 21 veintidos 22 veintitres 23
    veinticuatro 24 veinticinco 25 veintiseis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30 cuarenta 40
    cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 doscientos 200 doscientas 200 trescientos 300
    trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600 seiscientas 600
    setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900 docena 12
    decena 10 quincena 15 centenar 100`,
  ar: `\u0627\u062B\u0646\u0627\u0646 2 \u0627\u062B\u0646\u064A\u0646 2 \u0627\u062B\u0646\u062A\u0627\u0646 2 \u0627\u062B\u0646\u062A\u064A\u0646 2 \u062B\u0644\u0627\u062B 3 \u062B\u0644\u0627\u062B\u0647 3 \u0627\u0631\u0628\u0639 4 \u0627\u0631\u0628\u0639\u0647 4 \u062E\u0645\u0633 5 \u062E\u0645\u0633\u0647 5 \u0633\u062A\u0647 6 \u0633\u0628\u0639\u0647 7 \u062B\u0645\u0627\u0646\u064A 8 \u062B\u0645\u0627\u0646\u064A\u0647 8
    \u062B\u0645\u0627\u0646 8 \u062A\u0633\u0639 9 \u062A\u0633\u0639\u0647 9 \u0639\u0634\u0631 10 \u0639\u0634\u0631\u0647 10 \u0639\u0634\u0631\u0648\u0646 20 \u0639\u0634\u0631\u064A\u0646 20 \u062B\u0644\u0627\u062B\u0648\u0646 30 \u062B\u0644\u0627\u062B\u064A\u0646 30 \u0627\u0631\u0628\u0639\u0648\u0646 40 \u0627\u0631\u0628\u0639\u064A\u0646 40 \u062E\u0645\u0633\u0648\u0646 50 \u062E\u0645\u0633\u064A\u0646 50
    \u0633\u062A\u0648\u0646 60 \u0633\u062A\u064A\u0646 60 \u0633\u0628\u0639\u0648\u0646 70 \u0633\u0628\u0639\u064A\u0646 70 \u062B\u0645\u0627\u0646\u0648\u0646 80 \u062B\u0645\u0627\u0646\u064A\u0646 80 \u062A\u0633\u0639\u0648\u0646 90 \u062A\u0633\u0639\u064A\u0646 90 \u0645\u064A\u062A\u0627\u0646 200 \u0645\u064A\u062A\u064A\u0646 200 \u0645\u0627\u064A\u062A\u0627\u0646 200 \u0645\u0627\u064A\u062A\u064A\u0646 200
    \u062B\u0644\u0627\u062B\u0645\u064A\u0647 300 \u062B\u0644\u0627\u062B\u0645\u0627\u064A\u0647 300 \u0627\u0631\u0628\u0639\u0645\u064A\u0647 400 \u0627\u0631\u0628\u0639\u0645\u0627\u064A\u0647 400 \u062E\u0645\u0633\u0645\u064A\u0647 500 \u062E\u0645\u0633\u0645\u0627\u064A\u0647 500 \u0633\u062A\u0645\u064A\u0647 600 \u0633\u062A\u0645\u0627\u064A\u0647 600 \u0633\u0628\u0639\u0645\u064A\u0647 700
    \u0633\u0628\u0639\u0645\u0627\u064A\u0647 700 \u062B\u0645\u0627\u0646\u0645\u064A\u0647 800 \u062B\u0645\u0627\u0646\u0645\u0627\u064A\u0647 800 \u062A\u0633\u0639\u0645\u064A\u0647 900 \u062A\u0633\u0639\u0645\u0627\u064A\u0647 900 \u0627\u0644\u0641\u0627\u0646 2000 \u0627\u0644\u0641\u064A\u0646 2000 \u0645\u0644\u064A\u0648\u0646\u0627\u0646 2000000 \u0645\u0644\u064A\u0648\u0646\u064A\u0646 2000000`
};
var SCALES = {
  fr: "cent 100 cents 100 mille 1000 million 1000000 millions 1000000 milliard 1000000000 milliards 1000000000",
  en: "hundred 100 hundreds 100 thousand 1000 thousands 1000 million 1000000 millions 1000000 billion 1000000000",
  es: "cien 100 ciento 100 mil 1000 millon 1000000 millones 1000000",
  ar: "\u0645\u064A\u0647 100 \u0645\u0627\u064A\u0647 100 \u0627\u0644\u0641 1000 \u0627\u0644\u0627\u0641 1000 \u0627\u0644\u0641\u0627 1000 \u0645\u0644\u064A\u0648\u0646 1000000 \u0645\u0644\u0627\u064A\u064A\u0646 1000000 \u0645\u0644\u064A\u0627\u0631 1000000000"
};
var JOINS = { fr: "et", en: "and", es: "y", ar: "\u0648" };
var ONES = /* @__PURE__ */ new Set(["un", "une", "one", "uno", "una", "\u0648\u0627\u062D\u062F", "\u0648\u0627\u062D\u062F\u0647"]);
var DUALS = [
  [new RegExp("(?<!\\p{L})(?:\u064A\u0648\u0645\u0627\u0646|\u064A\u0648\u0645\u064A\u0646)(?!\\p{L})", "gu"), "2 \u0627\u064A\u0627\u0645"],
  [new RegExp("(?<!\\p{L})(?:\u0627\u0633\u0628\u0648\u0639\u0627\u0646|\u0627\u0633\u0628\u0648\u0639\u064A\u0646)(?!\\p{L})", "gu"), "2 \u0627\u0633\u0627\u0628\u064A\u0639"],
  [new RegExp("(?<!\\p{L})(?:\u0634\u0647\u0631\u0627\u0646|\u0634\u0647\u0631\u064A\u0646)(?!\\p{L})", "gu"), "2 \u0627\u0634\u0647\u0631"],
  [new RegExp("(?<!\\p{L})(?:\u0633\u0646\u062A\u0627\u0646|\u0633\u0646\u062A\u064A\u0646|\u0639\u0627\u0645\u0627\u0646|\u0639\u0627\u0645\u064A\u0646)(?!\\p{L})", "gu"), "2 \u0633\u0646\u0648\u0627\u062A"],
  [new RegExp("(?<!\\p{L})(?:\u0633\u0627\u0639\u062A\u0627\u0646|\u0633\u0627\u0639\u062A\u064A\u0646)(?!\\p{L})", "gu"), "2 \u0633\u0627\u0639\u0627\u062A"],
  [new RegExp("(?<!\\p{L})(?:\u062F\u0648\u0644\u0627\u0631\u0627\u0646|\u062F\u0648\u0644\u0627\u0631\u064A\u0646)(?!\\p{L})", "gu"), "2 \u062F\u0648\u0644\u0627\u0631"]
];
var tableOf = (words) => {
  const parts = words.trim().split(/\s+/);
  return new Map(parts.flatMap((word, at) => at % 2 ? [] : [[fold(word), Number(parts[at + 1])]]));
};
var eachLanguage = (words) => ({
  fr: tableOf(words.fr),
  en: tableOf(words.en),
  es: tableOf(words.es),
  ar: tableOf(words.ar)
});
var UNIT = eachLanguage(UNITS);
var SCALE = eachLanguage(SCALES);
function withDigits(folded, language) {
  let text = folded;
  if (language === "ar") for (const [dual, digits] of DUALS) text = text.replace(dual, digits);
  const parts = text.split(/([^\p{L}\p{N}.,]+)/u);
  const out = [];
  for (let at = 0; at < parts.length; ) {
    const number = numberFrom(parts, at, language);
    if (number) {
      out.push(String(number.value));
      at = number.end;
    } else {
      out.push(parts[at] ?? "");
      at++;
    }
  }
  return out.join("");
}
function numberFrom(parts, from, language) {
  let total = 0;
  let part = 0;
  let words = 0;
  let end = from;
  for (let at = from; at < parts.length; at += 2) {
    const gap = at > from ? parts[at - 1] ?? "" : "";
    if (at > from && !/^(?:[\s-]|\u00a0)+$/.test(gap)) break;
    const word = wordIn(parts[at] ?? "", language, words > 0);
    const unit = UNIT[language].get(word) ?? (words > 0 && ONES.has(word) ? 1 : void 0);
    const scale = SCALE[language].get(word);
    const digits = words === 0 && /^\d+(?:[.,]\d+)?$/.test(word) && nextIsScale(parts, at, language) ? word : void 0;
    if (digits !== void 0) part = readPlain(digits, language);
    else if (unit !== void 0) {
      const twenties = language === "fr" && unit === 20 && part === 4;
      part = twenties ? 80 : part + unit;
    } else if (scale === 100) part = (part || 1) * 100;
    else if (scale !== void 0) {
      total += (part || 1) * scale;
      part = 0;
    } else if (words > 0 && word === JOINS[language] && isNumberWord(parts[at + 2] ?? "", language)) continue;
    else break;
    words++;
    end = at + 1;
  }
  return words > 0 ? { value: total + part, end } : void 0;
}
function wordIn(part, language, inside) {
  const word = part.replace(/[.,]+$/, "");
  if (language !== "ar") return word;
  if (UNIT.ar.has(word) || SCALE.ar.has(word)) return word;
  return inside ? word.replace(/^و/, "") : word.replace(new RegExp("^[\u0628\u0644](?=\\p{L}{3})", "u"), "");
}
function isNumberWord(part, language) {
  return UNIT[language].has(part) || SCALE[language].has(part) || ONES.has(part);
}
function nextIsScale(parts, at, language) {
  return /^\s+$/.test(parts[at + 1] ?? "") && SCALE[language].has(wordIn(parts[at + 2] ?? "", language, true));
}
function readPlain(digits, language) {
  const point = language === "en" || language === "ar" ? digits.replaceAll(",", "") : digits.replace(",", ".");
  return Number(point);
}

// src/answer/figures.ts
function forFigures(text) {
  const plain = text.normalize("NFKC").replace(new RegExp("\\p{Cf}", "gu"), "").replace(new RegExp("\\p{Nd}", "gu"), digitOf).replace(/[\u066b\u060c\u066c\u066a]/g, (mark) => MARKS[mark] ?? mark);
  return fold(plain).replace(/\s/g, " ");
}
var MARKS = { "\u066B": ".", "\u066C": ",", "\u060C": ", ", "\u066A": "%" };
function digitOf(digit) {
  const point = digit.codePointAt(0) ?? 48;
  if (point < 128) return digit;
  let zero = point;
  while (point - zero < 9 && new RegExp("^\\p{Nd}$", "u").test(String.fromCodePoint(zero - 1))) zero--;
  return String((point - zero) % 10);
}
var TIMES = [
  ["day", "jours?|journees?|days?|dias?|\u064A\u0648\u0645|\u0627\u064A\u0627\u0645|\u064A\u0648\u0645\u0627|dia|\u0434\u0435\u043D\u044C|\u0434\u043D\u0456|\u0434\u043D\u0456\u0432|dias"],
  ["week", "semaines?|weeks?|semanas?|\u0627\u0633\u0628\u0648\u0639|\u0627\u0633\u0627\u0628\u064A\u0639|\u0627\u0633\u0628\u0648\u0639\u0627"],
  ["month", "mois|months?|mes|meses|\u0634\u0647\u0631|\u0627\u0634\u0647\u0631|\u0634\u0647\u0648\u0631|\u0634\u0647\u0631\u0627"],
  ["year", "ans?|annees?|years?|anos?|\u0633\u0646\u0647|\u0633\u0646\u0648\u0627\u062A|\u0633\u0646\u064A\u0646|\u0639\u0627\u0645|\u0627\u0639\u0648\u0627\u0645|\u0639\u0627\u0645\u0627"],
  ["hour", "heures?|hours?|horas?|\u0633\u0627\u0639\u0647|\u0633\u0627\u0639\u0627\u062A"],
  ["minute", "minutes?|minutos?|\u062F\u0642\u064A\u0642\u0647|\u062F\u0642\u0627\u064A\u0642"]
];
var UNITS2 = [
  ["us$", /^\s*(?:de |of )?(?:us\s?\$|\$\s?us|usd|dollars? americains?|american dollars?|us dollars?)/],
  [
    "$",
    new RegExp("^\\s*(?:de |d'|of )?(?:\\$|cad(?!\\p{L})|dollars?(?!\\p{L})|dolares|dolar(?!\\p{L})|\u062F\u0648\u0644\u0627\u0631\\p{L}*|\u52A0\u5143|\u0434\u043E\u043B\u0430\u0440\\p{L}*)", "u")
  ],
  ["\u20AC", new RegExp("^\\s*(?:d'|of |de )?(?:\u20AC|eur(?:os?)?(?!\\p{L})|\u064A\u0648\u0631\u0648)", "u")],
  ["%", /^\s*(?:%|pour ?cent|per ?cent|por ?ciento|في الميه|بالميه|في المايه|بالمايه)/],
  ...TIMES.map(([unit, words]) => [unit, new RegExp(`^[\\s-]*(?:${words})(?!\\p{L})`, "u")])
];
var PER = [...TIMES, ["person", "personnes?|person|persona|\u0634\u062E\u0635"]].map(
  ([unit, words]) => [
    unit,
    new RegExp(
      `^[^\\d.;:!?]{0,12}?(?:\\bpar |\\ba |\\ban |\\bper |\\bpor |\\bal? |\\beach |\\bevery |\\bl'|\\bla |/ ?|\u0641\u064A \u0627\u0644|\u0641\u064A |\u0643\u0644 |\u0644\u0643\u0644 |\u0644\u0644)(?:${words})(?!\\p{L})`,
      "u"
    )
  ]
);
var EACH = [
  ["day", /^[^.;:!?\d]{0,14}?(?:quotidien|daily|diari[oa]s?|يوميا)/],
  ["week", /^[^.;:!?\d]{0,14}?(?:hebdomadaire|weekly|semanal|اسبوعيا)/],
  ["month", /^[^.;:!?\d]{0,14}?(?:mensuel|monthly|mensual|شهريا)/],
  ["year", /^[^.;:!?\d]{0,14}?(?:annuel|yearly|annual|anual|سنويا)/]
];
var AT_MOST_BEFORE = /(?:jusqu'a|jusqu'|maximum(?: de)?|au plus|plafond de|moins de|up to|at most|no more than|less than|under|maximum(?: of)?|hasta|como maximo|maximo(?: de)?|menos de|حتي|اقصاه|بحد اقصي|يصل الي|اقل من)\s*(?:un |une |a |de |los |las )?[$€]?\s*$/;
var AT_LEAST_BEFORE = /(?:au moins|minimum(?: de)?|plus de|a partir de|des|at least|minimum(?: of)?|more than|over|from|al menos|como minimo|minimo(?: de)?|mas de|على الاقل|علي الاقل|اكثر من|لا يقل عن)\s*(?:un |une |a |de |los |las )?[$€]?\s*$/;
var AT_MOST_AFTER = /^[^.;:!?\d]{0,22}?(?:au maximum|au plus|maximum|at most|or less|ou moins|como maximo|o menos|كحد اقصي|علي الاكثر)/;
var AT_LEAST_AFTER = /^[^.;:!?\d]{0,22}?(?:ou plus|au moins|minimum|or more|or older|at least|o mas|como minimo|فاكثر|او اكثر|علي الاقل|كحد ادني)/;
var NUMBER = /(?<![\p{L}\d.,])\d+(?:[ '’,.]\d{3})*(?:[.,]\d+)?(?![\p{L}\d])|(?<![\p{L}\d.,])\d+(?:[.,]\d+)?(?=[kmh]?\$|[km]\b|er\b|e\b|st\b|nd\b|rd\b|th\b)/gu;
var CODE = new RegExp("(?<![\\p{L}\\d])(?=[\\p{L}\\d-]*\\d)(?=[\\p{L}\\d-]*\\p{L})[\\p{L}\\d]+(?:-[\\p{L}\\d]+)*(?![\\p{L}\\d])", "gu");
var ORDINAL = /^\d+(?:er|ere|e|eme|nd|nde|st|rd|th|h|k|m|ه)$/;
function readFigures(text, language) {
  const ours = ["fr", "en", "es", "ar"].find((each) => each === language);
  const { dates, ambiguous, rest } = readDates(forFigures(text), language);
  const words = ours ? withDigits(rest, ours) : rest;
  const figures = [];
  for (const match of words.matchAll(NUMBER)) {
    for (const value of valuesOf(match[0], language)) {
      figures.push(figureAt(words, match.index, match.index + match[0].length, value, ours));
    }
  }
  const codes = (words.match(CODE) ?? []).filter((code) => !ORDINAL.test(code));
  return { figures, dates, ambiguous, codes };
}
function figureAt(words, from, to, value, language) {
  const before = words.slice(Math.max(0, from - 40), from);
  let after = words.slice(to, to + 60);
  const scale = /^\s?(k|m)(?=\s?\$|\b)/.exec(after);
  if (scale) after = after.slice(scale[0].length);
  const whole = scale ? value * (scale[1] === "k" ? 1e3 : 1e6) : value;
  const sign = /(us)?([$€])\s*$/.exec(before);
  const [unit, length] = sign ? [`${sign[1] ?? ""}${sign[2]}`, 0] : unitAfter(after);
  const beyond = after.slice(length);
  const per = unit === void 0 ? void 0 : (PER.find(([, pattern]) => pattern.test(beyond)) ?? EACH.find(([, pattern]) => pattern.test(beyond)))?.[0];
  const bound = AT_MOST_BEFORE.test(before) || AT_MOST_AFTER.test(beyond) ? "most" : AT_LEAST_BEFORE.test(before) || AT_LEAST_AFTER.test(beyond) ? "least" : void 0;
  const noun = unit === void 0 && language ? nounAfter(after, language) : void 0;
  return {
    value: whole,
    ...unit ? { unit } : {},
    ...per ? { per } : {},
    ...bound ? { bound } : {},
    ...noun ? { noun } : {}
  };
}
function unitAfter(after) {
  for (const [unit, pattern] of UNITS2) {
    const match = pattern.exec(after);
    if (match) return [unit, match[0].length];
  }
  return [void 0, 0];
}
function nounAfter(after, language) {
  const [, word = ""] = new RegExp("^\\s+(?:de |d'|of )?(\\p{L}{3,})", "u").exec(after) ?? [];
  return word && !isStopWord(word, language) ? stem(word, language) : void 0;
}
function valuesOf(written, language) {
  const compact = written.replace(/[ '’]/g, "");
  const dots = compact.split(".").length - 1;
  const commas = compact.split(",").length - 1;
  const asPoint = (mark2) => [Number(compact.replaceAll(mark2 === "," ? "." : ",", "").replace(mark2, "."))];
  if (dots + commas === 0) return /^\d{1,3}(?: \d{3})+$/.test(written) ? [Number(compact)] : groupsApart(written);
  if (dots && commas) return asPoint(compact.lastIndexOf(".") > compact.lastIndexOf(",") ? "." : ",");
  const mark = dots ? "." : ",";
  if (Math.max(dots, commas) > 1) return [Number(compact.replaceAll(mark, ""))];
  const groupMark = ["en", "ar", "zh", "ja", "ko", "hi"].includes(language) ? "," : ".";
  const isGroup = mark === groupMark && /^\d{1,3}[.,]\d{3}$/.test(compact);
  return isGroup ? [Number(compact.replace(mark, ""))] : asPoint(mark);
}
function groupsApart(written) {
  return written.split(/[ '’]/).map(Number);
}
function isCounted(figure, counted) {
  const same = counted.figures.filter(({ value }) => value === figure.value);
  const fitting = same.filter(
    (other) => (figure.unit === void 0 || figure.unit === other.unit) && (figure.per === void 0 || figure.per === other.per) && (figure.bound === void 0 || other.bound === void 0 || figure.bound === other.bound)
  );
  if (figure.unit === "$" && figure.bound === void 0 && fitting.length) return fitting.some(({ bound }) => !bound);
  if (figure.unit === void 0 && figure.noun !== void 0) {
    const ofThat = counted.figures.filter(({ noun }) => noun === figure.noun);
    if (ofThat.length) return ofThat.some(({ value }) => value === figure.value);
  }
  if (fitting.length) return true;
  return figure.unit === void 0 && counted.dates.some((date) => Object.values(date).includes(figure.value));
}

// src/answer/instructs.ts
var TO_A_MODEL = [
  /\b(ignor\w*|oubli\w*|forget|disregard|override|bypass|skip|olvid\w*|contourn\w*|outrepass\w*)\b.{0,40}\b(instructions?|consignes?|directives?|rules?|regles?|reglas?|instrucciones|prompts?|guidelines?|everything above|ce qui precede|lo anterior|previous|above)\b/,
  /(تجاهل|انس|اهمل).{0,30}(التعليمات|تعليمات|القواعد|الاوامر|ما سبق)/,
  /\b(system|developer|systeme|sistema)\s?(prompt|message|instruction|invite)/,
  /\b(prompt|invite|message) (system|systeme|initiale?|del sistema|de sistema)\b/,
  /(رساله النظام|تعليمات النظام|تعليماتك|موجه النظام)/,
  /\b(your|tes|vos|tus|sus) (hidden |secret |initial |original )?(instructions|consignes|instrucciones|directives|prompt)\b/,
  /^\s*(system|assistant|user|developer)\s*:/m,
  /\bsystem\s*:|\byou must (answer|say|reply|tell)\b|\b(tu dois|vous devez) (repondre|dire) (que|oui|toujours)\b/,
  /<\/?\s*(system|assistant|user|instructions?|s|im_start|im_end)\b|\[\/?inst\]|<\|[^|]{1,30}\|>/,
  /\b(you are now|tu es maintenant|vous etes maintenant|ahora eres|act as|agis comme|agissez comme|actua como|pretend (to be|you|that)|fais semblant|faites semblant|fais comme si|faites comme si|finge|role ?-?play|jeu de roles?|juego de rol|jouons|imagine que tu es|imagine you)\b/,
  /(انت الان|تظاهر|تصرف ك|العب دور)/,
  /\b(jailbreak|dan mode|do anything now|mode developpeur|developer mode|modo desarrollador|god mode|without (any )?(sources?|restrictions?|filters?|rules?)|sans (aucune )?(sources?|restrictions?|filtres?|regles?)|sin (ninguna )?(fuentes?|restricciones?|filtros?|reglas?))\b/,
  /(بدون مصادر|بلا مصادر|بدون قيود|وضع المطور)/,
  /\b(repete|repetez|repeat|print|reveal|revele|revelez|affiche|affichez|montre|montrez|show|output|dump|imprime|muestra|revela|traduis|translate)\b.{0,40}\b(prompt|instructions?|consignes?|instrucciones|everything above|text above|ce qui precede|system)\b/,
  /\b(reponds?|repondez|answer|reply|respond|responde|dis|dites|say|tell (them|people|everyone|the user)|di|diga)\b.{0,30}\b(toujours|always|siempre|uniquement|exactly|exactement|exactamente|only with|seulement par|mot pour mot|verbatim)\b/,
  /\b(assistants?|models?|modeles?|modelos?|llm|ia|ai|chatbot|robot|bot)\b.{0,30}\b(doi(s|t|vent)|must|should|shall|debe|debes|tell|say|answer|repond(ez|s)?|dire)\b.{0,40}\b(dire|say|tell|repondre|answer|reply|que|that|decir|responder)\b/,
  /\b(dis|dites|tell|di|diga)(-|\s)(a |to |al? )?(la personne|les personnes|l'utilisateur|the user|the person|users|people|usuario|la persona)\b/,
  /\b(base ?64|rot ?13|hexadecimal|decode (this|the)|decode[rz]? (ce|cette|le|la)|decodifica)\b/,
  /\b(end of|fin (du|de la|des|de los?)) (passages?|documents?|context\w*|material|articles?|fiche)\b.{0,60}\b(new|nouvelles?|nuev[ao]s?|instruction|consigne|task|tache)/
];
var HIDDEN = /[A-Za-z0-9+/=]{40,}|(?:\\u[0-9a-f]{4}){4,}|(?:%[0-9a-f]{2}){6,}|(?:&#x?[0-9a-f]+;){4,}/i;
var UNSEEN = /[\u200b-\u200d\u2060\ufeff]|[\u{e0000}-\u{e007f}]/gu;
function instructs(text) {
  const seen = text.replace(/https?:\S+/g, " ");
  if (HIDDEN.test(seen) || (seen.match(UNSEEN)?.length ?? 0) > 8) return true;
  const words = forFigures(seen).replace(/[«»"“”*_`]/g, " ").replace(/ +/g, " ");
  return TO_A_MODEL.some((pattern) => pattern.test(words));
}
function withoutInstructions(text) {
  if (!instructs(text)) return text;
  const left = text.split(/\n/).map(
    (line) => line.split(/(?<=[.!?؟])\s+/).filter((sentence) => !instructs(sentence)).join(" ")
  ).join("\n");
  return instructs(left) ? "" : left;
}

export {
  isTold,
  forFigures,
  readFigures,
  isCounted,
  instructs,
  withoutInstructions
};
//# sourceMappingURL=chunk-JIFDI4HH.js.map

import {
  isOtherLanguage,
  typedIn
} from "./chunk-6B7TGPAB.js";
import {
  SLOT,
  wordsOf
} from "./chunk-7KTPMOJH.js";
import {
  forFigures,
  instructs,
  isCounted,
  isTold,
  readFigures
} from "./chunk-JIFDI4HH.js";
import {
  findPersonal,
  fold,
  stem,
  terms,
  tokens
} from "./chunk-FZOTZNSZ.js";
import {
  isLanguage
} from "./chunk-Q4ZZZAQO.js";

// src/answer/names.ts
var EVERYWHERE = new Set(
  `quebec quebecois quebecoise passerelle internet web francais francaise anglais espagnol arabe french english spanish
  arabic frances ingles espanol arabe i`.split(/\s+/)
);
var BEFORE_A_NAME = new RegExp("(?<!\\p{L})(?:madame|monsieur|mme|mlle|mr|mrs|ms|miss|dre?|docteure?|doctor|senor|senora|sra?|dona|\u0627\u0644\u0633\u064A\u062F|\u0627\u0644\u0633\u064A\u062F\u0647|\u0627\u0644\u062F\u0643\u062A\u0648\u0631|\u0627\u0644\u062F\u0643\u062A\u0648\u0631\u0647|\u0627\u0644\u0627\u0633\u062A\u0627\u0630|\u0627\u0644\u0627\u0633\u062A\u0627\u0630\u0647|\u0627\u0644\u0627\u0646\u0633\u0647)\\.?\\s+(\\p{L}+)", "gu");
var NAMED = new RegExp("(?<!\\p{L})(?:nomme|nommee|appele|appelee|named|called|llamad[oa]|\u064A\u062F\u0639\u064A|\u062A\u062F\u0639\u064A|\u0627\u0633\u0645\u0647|\u0627\u0633\u0645\u0647\u0627)\\s+(\\p{L}+)", "gu");
var BODY = new RegExp("(?<!\\p{L})(?:\u0648|\u0628|\u0644|\u0641)?(?:\u0645\u0643\u062A\u0628|\u0648\u0632\u0627\u0631\u0647|\u062C\u0627\u0645\u0639\u0647|\u0634\u0631\u0643\u0647|\u0645\u0648\u0633\u0633\u0647|\u0643\u0644\u064A\u0647|\u0646\u0642\u0627\u0628\u0647|\u062C\u0645\u0639\u064A\u0647|\u0645\u0631\u0643\u0632|\u0645\u0639\u0647\u062F|\u0628\u0631\u0646\u0627\u0645\u062C|\u0647\u064A\u064A\u0647|\u0645\u062F\u0631\u0633\u0647|\u0645\u062F\u064A\u0646\u0647|\u0645\u0633\u062A\u0634\u0641\u064A)\\s+((?:\\p{L}{2,}\\s*){1,3})", "gu");
function namesIn(sentence, { isOrdinary }) {
  const names = [];
  const starts = [...sentence.matchAll(new RegExp('(?:^|[.!?:;\u061F]\\s+|[\xAB"\u201C(]\\s*)(?=\\p{Lu})', "gu"))].map(
    (match) => match.index + match[0].length
  );
  const runs = sentence.matchAll(
    new RegExp("(?<![\\p{L}\\d])\\p{Lu}[\\p{L}\\d]*(?:[-'\u2019]\\p{L}[\\p{L}\\d]*)*(?: \\p{Lu}[\\p{L}\\d]*(?:[-'\u2019]\\p{L}[\\p{L}\\d]*)*)*", "gu")
  );
  for (const run of runs) {
    const parts = run[0].split(" ").flatMap((word) => word.split(/[-'’]/).map(partOf));
    const opens = parts[0] !== void 0 && starts.includes(run.index) && isOpening(parts[0], isOrdinary);
    for (const name of sideBySide(opens ? parts.slice(1) : parts)) {
      if (!name.every(({ folded: folded2 }) => EVERYWHERE.has(folded2))) names.push(name.map(({ folded: folded2 }) => folded2).join(" "));
    }
  }
  const folded = fold(sentence);
  for (const pattern of [BEFORE_A_NAME, NAMED]) for (const [, name = ""] of folded.matchAll(pattern)) names.push(name);
  for (const [, name = ""] of folded.matchAll(BODY)) names.push(name.trim());
  return names;
}
function partOf(word) {
  return { word, folded: fold(word) };
}
function sideBySide(parts) {
  const names = [[]];
  for (const part of parts) {
    if (new RegExp("^\\p{Lu}", "u").test(part.word) && part.word.length > 1) names.at(-1)?.push(part);
    else names.push([]);
  }
  return names.filter((name) => name.length > 0);
}
function isOpening({ word, folded }, isOrdinary) {
  const capitals = word.length > 1 && word === word.toUpperCase();
  return !capitals && isOrdinary(folded);
}
function isNamed(name, said) {
  const wanted = tokens(name);
  return wanted.length === 0 || ` ${said} `.includes(` ${wanted.join(" ")} `);
}
function forNames(text) {
  return tokens(text.replace(new RegExp("(\\p{L})['\u2019](?=\\p{L})", "gu"), "$1 ")).join(" ");
}

// src/answer/verify-facts.ts
var countedIn = /* @__PURE__ */ new WeakMap();
function countedOfGiven(given) {
  const known2 = countedIn.get(given) ?? readFigures(wordsOf(given), given.passage.language);
  countedIn.set(given, known2);
  return known2;
}
function countedOf({ words, cited }, { language, vocabulary }) {
  const { figures, dates, ambiguous, codes } = readFigures(words, language);
  const [doubtful] = ambiguous;
  if (doubtful) return { reason: "date", what: doubtful };
  const names = namesIn(words, vocabulary);
  const all = cited.map((given) => ({ counted: countedOfGiven(given), said: forNames(wordsOf(given)), given }));
  const holding = (test, reason, what) => {
    const holders = all.filter(test);
    if (holders.length === 0) return { reason, what };
    const known2 = names.filter((name) => all.some(({ said }) => isNamed(name, said)));
    return holders.some(({ said }) => known2.every((name) => isNamed(name, said))) ? void 0 : { reason: "mixed", what };
  };
  for (const figure of figures) {
    const fault = holding(({ counted }) => isCounted(figure, counted), "figure", String(figure.value));
    if (fault) return fault;
  }
  for (const date of dates) {
    const fault = holding(({ counted }) => isTold(date, counted.dates), "date", Object.values(date).join("-"));
    if (fault) return fault;
  }
  for (const code of codes) {
    const fault = holding(({ said }) => isNamed(code, said), "code", code);
    if (fault) return fault;
  }
  return void 0;
}
function namesOf({ text, words, cited }, { language, vocabulary }) {
  const said = forNames(cited.map(wordsOf).join("\n"));
  const names = namesIn(words, vocabulary);
  const strange = names.find((name) => !isNamed(name, said));
  if (strange) return { reason: "name", what: strange };
  if (language === "ar") {
    const unknown = words.split(/[^\p{L}\p{M}]+/u).find((word) => word.length > 2 && !vocabulary.isKnown(forNames(word)) && !isNamed(word, said));
    if (unknown) return { reason: "name", what: unknown };
  }
  for (const [, token = ""] of text.matchAll(SLOT)) {
    const beside = cited.flatMap(
      ({ passage, blocks }) => blocks.filter(({ slots }) => slots.includes(token)).map(({ plain }) => `${passage.title}
${passage.heading}
${plain}`)
    );
    if (!beside.some((block) => names.every((name) => isNamed(name, forNames(block))))) {
      return { reason: "mixed", what: token };
    }
  }
  return void 0;
}

// src/answer/claims.ts
var CLAIMS = [
  [
    "free",
    /\b(gratuit\w*|sans frais|gratis|for free|free of charge|no cost|at no charge|(is|are|course|courses|service|services) free|free (course|courses|service|services|of)|sin costo)\b|مجان|بدون رسوم|دون مقابل/
  ],
  [
    "duty",
    /\b(obligatoire\w*|oblige\w*|mandatory|compulsory|required|obligatori\w*|requerid\w*|obligad\w*)\b|الزامي|اجباري|مطلوب|مطلوبه|ملزم|يجب/
  ],
  ["automatic", /\b(automatique\w*|automaticall?y?|automatic\w*|automaticamente)\b|تلقائي/],
  [
    "all",
    /\b(tout le monde|toutes les personnes|tous les (immigrants|diplomes|pays|programmes|ordres)|everyone|everybody|anyone|all (immigrants|people|degrees|countries|orders)|tod[oa]s l[oa]s|cualquier persona)\b|الجميع|كل شخص|جميع/
  ],
  ["ever", /\b(toujours|jamais|always|never|ever|siempre|nunca|jamas)\b|دايما|ابدا/],
  ["limitless", /\b(illimite\w*|unlimited|ilimitad\w*|sans limite|no limit|sin limite)\b|غير محدود|بلا حدود/],
  [
    "part",
    /\b(la moitie|le tiers|le quart|un tiers|half|a third|a quarter|la mitad|un tercio|double|doble|triple|le triple)\b|نصف|ضعف|ثلث|ربع/
  ],
  [
    "ended",
    /\b(n'existe plus|est termine\w*|prend fin|aboli\w*|ferme definitivement|no longer exists?|has ended|was abolished|ya no existe|ha terminado|termino|abolid\w*)\b|لم يعد|انتهي|انتهت|الغي|الغيت/
  ],
  [
    "law",
    /\b(illegal\w*|interdit\w*|amende|infraction|prohibid\w*|ilegal\w*|multa|forbidden|prohibited|fine of|deport\w*|expuls\w*)\b|غير قانوني|ممنوع|محظور|غرامه|ترحيل/
  ],
  ["new", /\b(depuis peu|recemment|nouvelle loi|new law|recently|recientemente|nueva ley)\b|موخرا|قانون جديد/]
];
var NO = {
  fr: /\b(ne|n')\s?(\S+ ){0,3}?\S*\b(pas|plus|jamais|aucun\w*|ni|rien)\b|\b(aucun\w*|sans|impossible|interdit\w*|non|jamais|pas)\b/,
  en: /\b(not|no|never|none|cannot|can't|don't|doesn't|isn't|aren't|won't|without|impossible|neither|nor)\b/,
  es: /\b(no|nunca|ningun\w*|sin|jamas|imposible|tampoco|ni)\b/,
  ar: new RegExp("(?<!\\p{L})(\u0644\u0627|\u0644\u0645|\u0644\u0646|\u0644\u064A\u0633|\u0644\u064A\u0633\u062A|\u063A\u064A\u0631|\u0628\u062F\u0648\u0646|\u062F\u0648\u0646|\u0645\u0627 \u0645\u0646|\u0645\u0633\u062A\u062D\u064A\u0644)(?!\\p{L})", "u")
};
function claimsIn(text) {
  const words = forFigures(text);
  return new Set(CLAIMS.filter(([, pattern]) => pattern.test(words)).map(([name]) => name));
}
function saysNo(text, language) {
  return NO[language].test(forFigures(text));
}

// src/answer/verify-meaning.ts
var SUPPORT = 0.5;
function meaningOf({ words, cited }, language) {
  const same = cited.filter(({ passage }) => passage.language === language);
  if (same.length === 0) return void 0;
  const carried = same.map(wordsOf).join("\n");
  const theirs = claimsIn(carried);
  const claim = [...claimsIn(words)].find((each) => !theirs.has(each));
  if (claim) return { reason: "claim", what: claim };
  const own = [...new Set(terms(words, language))];
  if (own.length === 0) return { reason: "unsupported" };
  const all = new Set(terms(carried, language));
  const missing = own.filter((each) => !all.has(each));
  if (missing.length > own.length * (1 - SUPPORT)) return { reason: "unsupported", what: missing.join(" ") };
  const [best] = carried.split(/(?<=[.!?؟])\s+|\n/).filter((sentence) => !/[?؟]\s*$/.test(sentence)).map((sentence) => {
    const held = new Set(terms(sentence, language));
    return { sentence, shared: own.filter((each) => held.has(each)).length / own.length };
  }).sort((one, other) => other.shared - one.shared);
  const no = saysNo(words, language);
  if (best && best.shared >= ALIKE && saysNo(best.sentence, language) !== no)
    return { reason: "negation", what: best.sentence };
  return no && !saysNo(carried, language) ? { reason: "negation" } : void 0;
}
var ALIKE = 0.65;

// src/answer/verify-tokens.ts
function citationOf({ passages }, { given }) {
  if (passages.length === 0) return { reason: "no-citation" };
  const unknown = passages.find((token) => !given.some((each) => each.token === token));
  return unknown === void 0 ? void 0 : { reason: "unknown-passage", what: unknown };
}
function slotsOf({ text, cited }) {
  const stands = (token) => cited.some(({ blocks }) => blocks.some(({ slots }) => slots.includes(token)));
  const unknown = [...text.matchAll(SLOT)].map(([, token = ""]) => token).find((token) => !stands(token));
  if (unknown) return { reason: "unknown-token", what: unknown };
  const left = /\{+[^}]*\}*|\[?\[[^\]]*\]\]?|(?<![\p{L}\d])[LTEP]\d{1,2}(?![\p{L}\d])/u.exec(text.replace(SLOT, " "));
  return left ? { reason: "unknown-token", what: left[0] } : void 0;
}
function typedOf({ text }) {
  const bare = text.replace(SLOT, " ");
  const typed = typedIn(bare);
  return typed ? { reason: typed.kind, what: typed.what } : void 0;
}
var PERSONAL = {
  phone: "typed-phone",
  email: "typed-email",
  street: "address",
  "postal-code": "address",
  name: "name"
};
function personalOf({ words, cited }) {
  const found = findPersonal(words);
  if (found.length === 0) return void 0;
  const carried = cited.map(wordsOf).join("\n");
  const theirs = new Set(findPersonal(carried).map(({ normalised }) => normalised));
  const strange = found.find(
    ({ normalised, start, end }) => !theirs.has(normalised) && !isNamed(words.slice(start, end), forNames(carried))
  );
  return strange && { reason: PERSONAL[strange.kind] ?? "personal", what: words.slice(strange.start, strange.end) };
}

// src/answer/forbidden.ts
var VERDICT = {
  fr: [
    /(?<!\bsi |\bque )\bvous (n')?(etes|serez|seriez|paraissez|semblez)( \w+){0,3} (admissibles?|eligibles?|qualifie\w*|accepte\w*|refuse\w*|inadmissibles?|ineligibles?|approuve\w*)\b/,
    /(?<!\bsi )\bvous (n')?(avez|aurez|auriez)( \w+){0,2} droit\b/,
    /\bvous (ne )?(remplissez|respectez|satisfaites|repondez)( \w+){0,3} (conditions?|criteres?|exigences?)\b/,
    /\bvotre (demande|dossier|diplome|candidature|permis|equivalence|pret)( \w+){0,3} (sera|est|serait|va etre)( \w+){0,2} (accepte|approuve|accorde|reconnu|refuse|rejete|delivre|admissible|valide)\w*/,
    /\bvous pouvez certainement (obtenir|recevoir|exercer)\b/,
    /\b(admissible|eligible) (d'office|automatiquement|sans condition)/
  ],
  en: [
    /(?<!\bif |\bwhether |\bthat )\byou( \w+){0,2} (are|will be|would be|re|aren't|qualify|seem)( \w+){0,3} (eligible|ineligible|qualified|entitled|approved|accepted|rejected|denied)\b/,
    /(?<!\bif |\bwhether )\byou('re| are)( \w+){0,2} (eligible|ineligible|entitled|qualified)\b/,
    /(?<!\bif |\bwhether )\byou (do not |don't |clearly |surely |certainly |will )?(qualify|meet (all )?the (conditions|criteria|requirements))\b/,
    /\byour (application|file|diploma|degree|request|permit|loan)( \w+){0,2} (will be|is|would be|has been)( \w+){0,2} (accepted|approved|granted|recognized|recognised|refused|rejected|valid|eligible)/,
    /\byou have the right to\b|\byou have a right to\b/
  ],
  es: [
    /(?:^|[.,;:] ?|(?<!\bsi )\busted )(no )?(es|sera|seria|esta|estara)( \w+){0,2} (elegible|admisible|apt[oa]|aceptad[oa]|aprobad[oa]|rechazad[oa]|inelegible)\b/,
    /(?<!\bsi )\b(usted )?(no )?(tiene|tendra|tendria)( \w+){0,2} derecho\b/,
    /(?<!\bsi |\bsi usted |\bsi no )\b(cumple|reune|satisface)( \w+){0,3} (condiciones|criterios|requisitos)\b/,
    /\bsu (solicitud|expediente|diploma|titulo|permiso|prestamo)( \w+){0,2} (sera|es|esta|seria)( \w+){0,2} (aceptad|aprobad|concedid|reconocid|rechazad|valid)\w*/
  ],
  ar: [
    new RegExp("(?<!\u0627\u0630\u0627 |\\p{L})(\u0627\u0646\u062A|\u0627\u0646\u062A\u0645|\u0633\u062A\u0643\u0648\u0646|\u062A\u0639\u062A\u0628\u0631|\u0627\u0646\u0643)( \\p{L}+){0,2} (\u0645\u0648\u0647\u0644|\u0645\u0648\u0647\u0644\u0647|\u0645\u0648\u0647\u0644\u0627|\u0645\u0642\u0628\u0648\u0644|\u0645\u0642\u0628\u0648\u0644\u0647|\u0645\u0633\u062A\u062D\u0642|\u0645\u0633\u062A\u062D\u0642\u0647)(?!\\p{L})", "u"),
    /(?<!اذا )(يحق|لا يحق) (لك|لكم)/,
    /(لديك|لك|عندك) (الحق|حق)/,
    new RegExp("(\u062A\u0633\u062A\u0648\u0641\u064A|\u062A\u0644\u0628\u064A|\u062A\u0633\u062A\u0648\u0641\u0648\u0646)( \\p{L}+){0,2} (\u0627\u0644\u0634\u0631\u0648\u0637|\u0627\u0644\u0645\u0639\u0627\u064A\u064A\u0631|\u0634\u0631\u0648\u0637)", "u"),
    /(سيتم|تم|سوف يتم) (قبول|رفض|الموافقه علي|الاعتراف ب)( )?(طلبك|ملفك|شهادتك|دبلومك)/,
    new RegExp("(\u0637\u0644\u0628\u0643|\u0645\u0644\u0641\u0643|\u0634\u0647\u0627\u062F\u062A\u0643)( \\p{L}+){0,2} (\u0645\u0642\u0628\u0648\u0644|\u0645\u0631\u0641\u0648\u0636|\u0645\u0639\u062A\u0631\u0641)", "u")
  ],
  other: [
    /\b(voce|você)( \w+){0,2} (e|é|sera|será)( \w+){0,2} (elegivel|elegível)/,
    /\bvoce( \w+){0,2} tem( \w+){0,2} direito\b/,
    /(您|你)(有资格|符合(所有)?条件|有权)/,
    /(ви|вы)( [\p{L}]+){0,2} (маєте|имеете) право/u,
    /\b(ou|w) (kalifye|elijib|gen dwa)\b/
  ]
};
var PROMISE = {
  fr: [
    /\bgaranti(e|es|s|r|ra|t)?\b|\bje vous (promets|assure|garantis)\b|\bnous vous (promettons|assurons|garantissons)\b|\b(c'est|soyez) (sur|certain|assure)\w*\b|\bsans (aucun doute|faute)\b|\ba coup sur\b/,
    /\bvous (recevrez|obtiendrez|toucherez|aurez|allez (recevoir|obtenir|toucher|avoir)|serez (rappele|contacte|joint|embauche|paye))\w*/,
    /\b(un|une|notre|nos|quelqu'un|des) ?(conseill\w+|agent\w*|personne|equipe|collegues?)?( \w+){0,2} (vous )?(rappellera|appellera|contactera|ecrira|repondra|joindra|va vous (rappeler|appeler|contacter|repondre))\b/,
    /\b(je|nous|on) (vous |m'en |nous en )?(rappeler\w+|contacter\w+|ecrir\w+|occup\w+ de|enverr\w+|transmettr\w+|inscrir\w+)\b/,
    /\b(bientot|tres vite|sous peu|immediatement|dans les plus brefs delais|d'ici (demain|quelques)|des demain|demain matin)\b/
  ],
  en: [
    /\bguarantee\w*|\bi promise\b|\bwe promise\b|\bi assure you\b|\bwithout (a )?doubt\b|\bfor sure\b|\brest assured\b/,
    /\byou (will|'ll|are going to|shall)( \w+)? (receive|get|obtain|be (called|contacted|hired|paid|accepted))\b/,
    /\b(a|an|our|the|someone|somebody)( \w+){0,2} will (call|contact|write|answer|get back|reach|reply)\b/,
    /\b(i|we) (will|'ll|shall|am going to|are going to)\b/,
    /\b(very soon|shortly|immediately|right away|by tomorrow|tomorrow|in no time|as soon as possible)\b/
  ],
  es: [
    /\bgarantiz\w+|\bgarantia\b|\b(le|te) (prometo|aseguro)\b|\bsin (duda|falta)\b|\bcon seguridad\b/,
    /\b(usted )?(recibira|obtendra|cobrara|conseguira|va a (recibir|obtener|cobrar))\b/,
    /\b(un|una|nuestr[oa]|alguien)( \w+){0,2} (le |lo |la )?(llamara|contactara|escribira|respondera|va a (llamar|contactar))\w*\b/,
    /\b(le|lo|la|los) (llamaremos|contactaremos|enviaremos|llamare|escribire|inscribiremos)\b/,
    /\b(muy pronto|en breve|de inmediato|inmediatamente|manana mismo|lo antes posible)\b/
  ],
  ar: [
    /(نضمن|اضمن|مضمون|مضمونه|اعدك|نعدك|اوكد لك|بلا شك|بدون شك|بالتاكيد)/,
    /(ستحصل|سوف تحصل|ستتلقي|سوف تتلقي|ستستلم|ستنال)/,
    /(سيتصل|سوف يتصل|سيتواصل|سوف يتواصل|سيرد|سنتصل|ساتصل|سنرسل|سنتواصل|سوف نتصل)/,
    /(قريبا جدا|فورا|علي الفور|في اقرب وقت|غدا)/
  ],
  other: [
    /garant|гарант|保证|保證|promet|обіця|обеща|pwomèt|pwomet|你会收到|您将收到|你會收到|\bvoce (vai )?(recebera|receber)|(ви|вы) (отримаєте|получите)/
  ]
};
var HUMAN = {
  fr: [
    /\bje (suis|m'appelle)(?! (passerelle|un assistant automatise))\b|\bmon nom est\b|\ben tant qu(e |')(humain|etre humain|conseill\w+|modele|avocat\w*|ia|assistant)/
  ],
  en: [
    /\bi am(?! (passerelle|an automated))\b|\bi'm\b|\bmy name is\b|\bas (an ai|a human|a counsell?or|a language model|your lawyer)\b/
  ],
  es: [/\b(yo )?soy(?! (passerelle|un asistente automatizado))\b|\bme llamo\b|\bmi nombre es\b/],
  ar: [/(اسمي|انا انسان|انا مستشار|انا موظف|بصفتي|كنموذج)/]
};
var OPINION = {
  fr: [
    /\b(je (pense|crois|recommande|conseille|suggere)|a mon avis|selon moi|le meilleur (choix|programme|ordre|moyen)|la meilleure (solution|option)|ne vous inquietez pas)\b/
  ],
  en: [
    /\b(i (think|believe|recommend|suggest|advise)|in my opinion|the best (choice|option|program|way)|don't worry)\b/
  ],
  es: [
    /(?<!\bse )\b((yo )?(creo|pienso|recomiendo|sugiero)|en mi opinion|la mejor (opcion|solucion)|no se preocupe)\b/
  ],
  ar: [/(اعتقد|برايي|في رايي|انصحك|اوصي|افضل (خيار|حل)|لا تقلق)/]
};
var FAMILIAR = {
  fr: [
    new RegExp("(?<![\\p{L}'])(tu|toi|tes|t'as|t'es)(?!\\p{L})|\\bt'(inscri|aide|appel|a)\\w*", "u"),
    /\b(ta|ton) (demande|diplome|dossier|ordre|profession|metier|situation|pays|permis)\b/
  ]
};
var ALL = [
  ["verdict", VERDICT],
  ["promise", PROMISE],
  ["human", HUMAN],
  ["opinion", OPINION],
  ["familiar", FAMILIAR]
];
function forbiddenIn(sentence, language) {
  const words = forFigures(sentence).replace(/\s+/g, " ");
  const has = (lists) => {
    const own = lists[language];
    const looked = own ?? Object.values(lists).flat();
    return looked.some((pattern) => pattern?.test(words));
  };
  return ALL.find(([, lists]) => (lists[language] || lists.other) && has(lists))?.[0];
}

// src/answer/verify-words.ts
var LONGEST = 420;
var SHINGLE = 8;
function formOf({ text, words }) {
  const bare = text.replace(SLOT, "");
  if (text.length > LONGEST || !new RegExp("\\p{L}", "u").test(words)) return { reason: "form" };
  if (new RegExp("[<>{}|\\\\#~^]|\\p{Cc}|\\p{Co}|\\[\u25CF|\u25CF|\\n", "u").test(bare)) return { reason: "form" };
  if (/[\u200b-\u200d\u2060\ufeff\u202a-\u202e]|[\u{e0000}-\u{e007f}]/u.test(bare)) return { reason: "form" };
  const mixed = words.split(/[^\p{L}\p{M}]+/u).find((word) => new RegExp("\\p{Script=Latin}", "u").test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));
  if (mixed) return { reason: "form", what: mixed };
  const run = words.split(/\s+/).find((word) => word.length > 38);
  return run ? { reason: "form", what: run } : void 0;
}
function comesBack({ words, cited }, { instructions, question }) {
  if (instructs(words)) return { reason: "echo" };
  const said = forNames(words);
  const shingles = shinglesOf(said);
  const ours = forNames(instructions);
  if (shingles.some((each) => ours.includes(each))) return { reason: "prompt-leak" };
  const asked = forNames(question);
  const carried = cited.map((given) => forNames(wordsOf(given))).join(" ");
  const echoed = shingles.find((each) => asked.includes(each) && !carried.includes(each));
  return echoed ? { reason: "echo", what: echoed } : void 0;
}
function shinglesOf(said) {
  const words = said.split(" ");
  return words.slice(0, Math.max(0, words.length - SHINGLE + 1)).map((_, at) => words.slice(at, at + SHINGLE).join(" "));
}
function languageOf({ text, cited }, { language }) {
  const carried = forNames(cited.map(wordsOf).join("\n"));
  const bare = text.replace(SLOT, " ");
  const own = bare.replace(NAME_RUN, (run) => {
    const words = run.split(" ");
    for (let length = words.length; length > 0; length--) {
      if (isNamed(words.slice(0, length).join(" "), carried)) return words.slice(length).join(" ");
    }
    return run;
  });
  const left = own.match(new RegExp("\\p{L}", "gu"))?.length ?? 0;
  const scarce = left < (bare.match(new RegExp("\\p{L}", "gu"))?.length ?? 0) / 4;
  return isOtherLanguage(scarce ? bare : own, language) ? { reason: "other-language" } : void 0;
}
var NAME_RUN = new RegExp("(?<![\\p{L}\\d])\\p{Lu}[\\p{L}\\p{M}\\d'\u2019-]*(?: [\\p{Script=Latin}\\d'\u2019-]+)*", "gu");
function forbiddenOf({ words }, { language }) {
  const forbidden = forbiddenIn(words, language);
  return forbidden && { reason: forbidden };
}

// src/answer/verify.ts
var MOST_SENTENCES = 5;
function verify(drafted, held) {
  const kept = [];
  const dropped = [];
  for (const sentence of drafted.flatMap(apart)) {
    const fault = kept.length === MOST_SENTENCES ? { reason: "too-many" } : faultOf(sentence, held);
    if (fault) dropped.push({ sentence: sentence.text, ...fault });
    else kept.push({ ...sentence, given: citedBy(sentence, held.ground) });
  }
  return { kept, dropped };
}
function stillAnswers(drafted, { kept, dropped }) {
  const [first] = drafted.flatMap(apart);
  const attacked = dropped.some(({ reason }) => reason === "echo" || reason === "prompt-leak");
  return kept.length > 0 && kept[0]?.text === first?.text && kept.length >= dropped.length && !attacked;
}
function apart({ text, passages }) {
  return text.replace(/[*_`]+/g, "").split(/(?<=[.!?؟。！？])\s+(?=[\p{Lu}\p{Script=Arabic}\p{Script=Han}])/u).map((each) => ({ text: each.replace(/\s+/g, " ").trim(), passages })).filter((each) => each.text !== "");
}
function citedBy({ passages }, { given }) {
  return given.filter(({ token }) => passages.includes(token));
}
function faultOf(sentence, held) {
  const { ground } = held;
  const cited = citedBy(sentence, ground);
  const seen = { text: sentence.text, words: withWords(sentence.text, ground), cited };
  return formOf(seen) ?? comesBack(seen, held) ?? citationOf(sentence, ground) ?? slotsOf(seen) ?? typedOf(seen) ?? personalOf(seen) ?? languageOf(seen, held) ?? forbiddenOf(seen, held) ?? countedOf(seen, held) ?? namesOf(seen, held) ?? (isLanguage(held.language) ? meaningOf(seen, held.language) : void 0);
}
function withWords(text, { slots }) {
  return text.replace(SLOT, (_, token) => slots.get(token)?.words ?? "").replace(/\s+/g, " ").trim();
}

// src/answer/vocabulary.ts
var known = /* @__PURE__ */ new WeakMap();
function vocabularyOf(library, language) {
  const ofLibrary = known.get(library) ?? /* @__PURE__ */ new Map();
  known.set(library, ofLibrary);
  const made = ofLibrary.get(language) ?? read(library, language);
  ofLibrary.set(language, made);
  return made;
}
function read(library, language) {
  const small = /* @__PURE__ */ new Set();
  const stems = /* @__PURE__ */ new Set();
  for (const { texts } of library.articles.values()) {
    const text = texts[language];
    if (!text) continue;
    const words = [
      text.title,
      text.summary,
      ...text.questions,
      ...text.sections.flatMap((each) => [each.heading, each.body])
    ];
    for (const each of words) {
      for (const [word] of each.matchAll(new RegExp("(?<![\\p{L}])\\p{Ll}[\\p{L}\\p{M}]*", "gu"))) small.add(fold(word));
      for (const word of tokens(each)) stems.add(stem(word, language));
    }
  }
  return { isOrdinary: (word) => small.has(word), isKnown: (word) => stems.has(stem(word, language)) };
}

export {
  forNames,
  forbiddenIn,
  verify,
  stillAnswers,
  vocabularyOf
};
//# sourceMappingURL=chunk-SW2OZPRU.js.map

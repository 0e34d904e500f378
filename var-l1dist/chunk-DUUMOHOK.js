import {
  fold
} from "./chunk-FZOTZNSZ.js";

// src/answer/follow-up.ts
var LEANS = {
  fr: /^(et|ou|mais|alors|pour|dans ce cas|sinon|meme chose|pareil)\b|\b(ca|cela|celui-ci|celle-ci|celui-la|l'obtenir|m'y inscrire|ce programme|cette aide|cette mesure|ce service|ce cours)\b|^(combien|quand|ou|comment|pourquoi|qui|quels? documents?|quel delai|c'est combien|il faut quoi|et apres)( .{0,25})?$/,
  en: /^(and|or|but|so|then|what about|how about|same for|for)\b|\b(it|that|this|them|those|this program|this course)\b|^(how much|when|where|how|why|who|which documents?|how long|what next)( .{0,20})?$/,
  es: /^(y|o|pero|entonces|para|que tal)\b|\b(eso|esto|ese programa|esa ayuda|este curso|lo mismo)\b|^(cuanto|cuando|donde|como|por que|quien|que documentos?|y despues)( .{0,20})?$/,
  ar: /^(و|او|لكن|اذن|ماذا عن|وماذا|وكم|ول)|(هذا|ذلك|هذه|تلك)|^(كم|متى|اين|كيف|لماذا|من)( .{0,20})?$/
};
var LONG = 9;
function followsOn(question, language) {
  const words = fold(question).replace(/[?!.¿¡؟]/g, " ").replace(/\s+/g, " ").trim();
  return words.split(" ").length <= LONG && LEANS[language].test(words);
}

export {
  followsOn
};
//# sourceMappingURL=chunk-DUUMOHOK.js.map

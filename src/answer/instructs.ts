import { forFigures } from './figures.ts'

/** Words that speak to a model and not to a person, folded, in our languages and some that attacks are written in. */
const TO_A_MODEL: readonly RegExp[] = [
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
  /\b(end of|fin (du|de la|des|de los?)) (passages?|documents?|context\w*|material|articles?|fiche)\b.{0,60}\b(new|nouvelles?|nuev[ao]s?|instruction|consigne|task|tache)/,
]
/** Long runs that no person writes: what hides words, such as base 64. */
const HIDDEN = /[A-Za-z0-9+/=]{40,}|(?:\\u[0-9a-f]{4}){4,}|(?:%[0-9a-f]{2}){6,}|(?:&#x?[0-9a-f]+;){4,}/i
/** Marks of direction and signs of no width in number: they hide words from the eye. */
const UNSEEN = /[\u200b-\u200d\u2060\ufeff]|[\u{e0000}-\u{e007f}]/gu

/** Whether words speak to a model, as no question or article does: « ignorez vos consignes », « tu es maintenant … ». */
export function instructs(text: string): boolean {
  const seen = text.replace(/https?:\S+/g, ' ')
  if (HIDDEN.test(seen) || (seen.match(UNSEEN)?.length ?? 0) > 8) return true
  const words = forFigures(seen)
    .replace(/[«»"“”*_`]/g, ' ')
    .replace(/ +/g, ' ')
  return TO_A_MODEL.some((pattern) => pattern.test(words))
}

/** A text without its sentences that speak to a model. */
export function withoutInstructions(text: string): string {
  if (!instructs(text)) return text
  const left = text
    .split(/\n/)
    .map((line) =>
      line
        .split(/(?<=[.!?؟])\s+/)
        .filter((sentence) => !instructs(sentence))
        .join(' '),
    )
    .join('\n')
  return instructs(left) ? '' : left
}

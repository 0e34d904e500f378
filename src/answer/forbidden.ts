import type { Language } from '../language/languages.ts'
import { forFigures } from './figures.ts'

/** What no assistant of this house may say, whatever an article says. */
export type Forbidden = 'verdict' | 'promise' | 'human' | 'opinion' | 'familiar' | 'asks'

type Lists = Readonly<Partial<Record<Language | 'other', readonly RegExp[]>>>

/** A verdict of eligibility; « si vous êtes admissible » decides nothing. */
const VERDICT: Lists = {
  fr: [
    /(?<!\bsi |\bque )\bvous (n')?(etes|serez|seriez|paraissez|semblez)( \w+){0,3} (admissibles?|eligibles?|qualifie\w*|accepte\w*|refuse\w*|inadmissibles?|ineligibles?|approuve\w*)\b/,
    /(?<!\bsi )\bvous (n')?(avez|aurez|auriez)( \w+){0,2} droit\b/,
    /\bvous (ne )?(remplissez|respectez|satisfaites|repondez)( \w+){0,3} (conditions?|criteres?|exigences?)\b/,
    /\bvotre (demande|dossier|diplome|candidature|permis|equivalence|pret)( \w+){0,3} (sera|est|serait|va etre)( \w+){0,2} (accepte|approuve|accorde|reconnu|refuse|rejete|delivre|admissible|valide)\w*/,
    /\bvous pouvez( \w+){0,2} (obtenir|recevoir|toucher|exercer|beneficier|profiter)\b/,
    /\b(est|sont|n'est pas|ne sont pas) (fait\w*|ouvert\w*|accessibles?|pour|destine\w*)( \w+)? (vous|toi)\b/,
    /(?<!\bsi .{0,40})\b(vous (concerne|correspond|convient)|s'applique a (vous|votre (cas|situation))|dans votre cas)\b/,
    /\bvous (cochez|reunissez)\b|\brien ne vous empeche\b|\bhors de (votre )?portee\b/,
    /\b(admissible|eligible) (d'office|automatiquement|sans condition)/,
  ],
  en: [
    /(?<!\bif |\bwhether |\bthat )\byou( \w+){0,2} (are|will be|would be|re|aren't|qualify|seem)( \w+){0,3} (eligible|ineligible|qualified|entitled|approved|accepted|rejected|denied)\b/,
    /(?<!\bif |\bwhether )\byou('re| are)( \w+){0,2} (eligible|ineligible|entitled|qualified)\b/,
    /(?<!\bif |\bwhether )\byou (do not |don't |clearly |surely |certainly |will )?(qualify|meet (all )?the (conditions|criteria|requirements))\b/,
    /\byour (application|file|diploma|degree|request|permit|loan)( \w+){0,2} (will be|is|would be|has been)( \w+){0,2} (accepted|approved|granted|recognized|recognised|refused|rejected|valid|eligible)/,
    /\byou have the right to\b|\byou have a right to\b/,
    /(?<!\b(if|whether) )\byou (can|could) (certainly |now |also )?(receive|obtain|claim|collect|benefit from)\b/,
    /\b(good to go|all set|tick (every|all)|check (every|all) (the )?box\w*|in your (own )?(case|situation)\b|nothing (stops|prevents) you)/,
    /\b(is|are) (open|available|out of reach|within reach|not|made|meant|right) for you\b|(?<!\b(if|whether) .{0,30})\bapplies to you\b/,
  ],
  es: [
    /(?:^|[.,;:] ?|(?<!\bsi )\busted )(no )?(es|sera|seria|esta|estara)( \w+){0,2} (elegible|admisible|apt[oa]|aceptad[oa]|aprobad[oa]|rechazad[oa]|inelegible)\b/,
    /(?<!\bsi )\b(usted )?(no )?(tiene|tendra|tendria)( \w+){0,2} derecho\b/,
    /(?<!\bsi |\bsi usted |\bsi no )\b(cumple|reune|satisface)( \w+){0,3} (condiciones|criterios|requisitos)\b/,
    /(?<!\bsi .{0,40}|saber .{0,20})\b(le|les) corresponden?\b/,
    /(?<!\bsi )\busted puede( \w+)? (recibir|obtener|cobrar|ejercer)\b|\ben su caso\b|\b(es|son|esta|estan) (para|hech[oa] para|al alcance de) usted\b/,
    /\bsu (solicitud|expediente|diploma|titulo|permiso|prestamo)( \w+){0,2} (sera|es|esta|seria)( \w+){0,2} (aceptad|aprobad|concedid|reconocid|rechazad|valid)\w*/,
  ],
  ar: [
    /(?<!اذا |\p{L})(انت|انتم|ستكون|تعتبر|انك)( \p{L}+){0,2} (موهل|موهله|موهلا|مقبول|مقبوله|مستحق|مستحقه)(?!\p{L})/u,
    /(?<!اذا )(يحق|لا يحق) (لك|لكم)/,
    /(لديك|لك|عندك|لكم|لديكم) (الحق|حق)|من حقكم?(?!\p{L})/u,
    /(?<!اذا |\p{L})(تستوفي|تلبي|تستوفون|مستوف\p{L}{0,3})( \p{L}+){0,2} ل?(الشروط|لشروط|المعايير|شروط)/u,
    /(?<!\p{L})(في حالتكم?|يناسبكم? تماما|متاح لكم?|ليس لكم)(?!\p{L})/u,
    /(سيتم|تم|سوف يتم) (قبول|رفض|الموافقه علي|الاعتراف ب)( )?(طلبك|ملفك|شهادتك|دبلومك)/,
    /(طلبك|ملفك|شهادتك)( \p{L}+){0,2} (مقبول|مرفوض|معترف)/u,
  ],
  other: [
    /\b(voce|você)( \w+){0,2} (e|é|sera|será)( \w+){0,2} (elegivel|elegível)/,
    /\bvoce( \w+){0,2} tem( \w+){0,2} direito\b/,
    /(您|你)(有资格|符合(所有)?条件|有权)/,
    /(ви|вы)( [\p{L}]+){0,2} (маєте|имеете) право/u,
    /\b(ou|w) (kalifye|elijib|gen dwa)\b/,
  ],
}

/** A promise: of a result, of a time, of somebody who will call. */
const PROMISE: Lists = {
  fr: [
    /\bgaranti(e|es|s|r|ra|t)?\b(?! par )|\bje vous (promets|assure|garantis)\b|\bnous vous (promettons|assurons|garantissons)\b|\b(c'est|soyez) (sur|certain|assure)\w*\b|\bsans (aucun doute|faute)\b|\ba coup sur\b/,
    /\bvous (recevrez|obtiendrez|toucherez|aurez|allez (recevoir|obtenir|toucher|avoir)|serez (rappele|contacte|joint|embauche|paye))\w*/,
    /\b(un|une|notre|nos|quelqu'un|des) ?(conseill\w+|agent\w*|personne|equipe|collegues?)?( \w+){0,2} (vous )?(rappellera|appellera|contactera|ecrira|repondra|joindra|va vous (rappeler|appeler|contacter|repondre))\b/,
    /\b(je|nous|on) (vous |m'en |nous en )?(rappeler\w+|contacter\w+|ecrir\w+|occup\w+ de|enverr\w+|transmettr\w+|inscrir\w+)\b/,
    /\b(vous|t') ?(?!(ser|faud|pour|dev|ir|aider|permett|coutera)\w*)\w{3,}(era|eront|ira|iront|dra|dront)\b|\bouvre (ses|grand\w*)( \w+)? portes?\b|\btout de suite\b/,
    /\b(passera|passeront|marchera|reussirez|aboutira)\b|\bdans la poche\b|(^|\b(vous|pouvez|pourrez) )(comptez|compter) sur\b|\b(acceptera|approuvera|accordera|delivrera|reconnaitra|remboursera|paiera)\b/,
    /\b(bientot|tres vite|sous peu|immediatement|dans les plus brefs delais|d'ici (demain|quelques)|des demain|demain matin)\b/,
  ],
  en: [
    /\bguarantee\w*(?! by )\b|\bi promise\b|\bwe promise\b|\bi assure you\b|\bwithout (a )?doubt\b|\bfor sure\b|\brest assured\b/,
    /\byou (will|'ll|are going to|shall)( \w+)? (receive|get|obtain|be (called|contacted|hired|paid|accepted))\b/,
    /\b(a|an|our|the|someone|somebody)( \w+){0,2} will (call|contact|write|answer|get back|reach|reply)\b/,
    /\b(i|we) (will|'ll|shall|am going to|are going to)\b/,
    /\byou('ll| will) (be (fine|ok|okay|alright|all right)|succeed|make it)\b|\bwith confidence\b|\bopens its doors\b/,
    /\b(as good as|a (mere )?formality|a sure thing|in the bag|count on (this|the|it)|certain to|sure to|bound to)\b|\bwill (accept|approve|grant|recogni[sz]e|issue|pay|refund|succeed|pass)\b/,
    /\b(very soon|shortly|immediately|right away|by tomorrow|tomorrow|in no time|as soon as possible)\b/,
  ],
  es: [
    /\bgarantiz\w+\b(?! por )|\bgarantia\b|\b(le|te) (prometo|aseguro)\b|\bsin (duda|falta)\b|\bcon seguridad\b/,
    /\b(usted )?(recibira|obtendra|cobrara|conseguira|va a (recibir|obtener|cobrar))\b/,
    /\b(un|una|nuestr[oa]|alguien)( \w+){0,2} (le |lo |la )?(llamara|contactara|escribira|respondera|va a (llamar|contactar))\w*\b/,
    /\b(le|lo|la|los) (llamaremos|contactaremos|enviaremos|llamare|escribire|inscribiremos)\b/,
    /\b(le|lo) (?!sera\b|hara\b|dira\b)\w{3,}(ara|aran|era|eran|ira|iran)\b|\b(tendra|tendran) (su|la|una) (respuesta|licencia|permiso|decision)|\babre (sus|las) puertas\b|\benseguida\b/,
    /\b(asegurad[oa]s?|cuente con (esta|este|la|el)|pan comido|una (mera )?formalidad)\b|\b(aceptara|aprobara|concedera|reconocera|otorgara|pagara|reembolsara)\b/,
    /\b(muy pronto|en breve|de inmediato|inmediatamente|manana mismo|lo antes posible)\b/,
  ],
  ar: [
    /(نضمن|اضمن|مضمون|مضمونه|اعدك|نعدك|اوكد لك|بلا شك|بدون شك|بالتاكيد)/,
    /(ستحصلون|ستحصل|سوف تحصل|ستتلقي|سوف تتلقي|ستستلم|ستنال)/,
    /(سيتصل|سوف يتصل|سيتواصل|سوف يتواصل|سيرد|سنتصل|ساتصل|سنرسل|سنتواصل|سوف نتصل)/,
    /(?<!\p{L})(ستصلكم?|سيصلكم?|ستقبل|ستوافق|ستعترف|ستمنحكم?|ستدفع لكم?|سيقبل|سيوافق|مجرد اجراء شكلي)(?!\p{L})/u,
    /(قريبا جدا|فورا|علي الفور|في اقرب وقت|غدا)/,
  ],
  other: [
    /garant|гарант|保证|保證|promet|обіця|обеща|pwomèt|pwomet|你会收到|您将收到|你會收到|\bvoce (vai )?(recebera|receber)|(ви|вы) (отримаєте|получите)/,
  ],
}

/** The assistant is no person and has no name. */
const HUMAN: Lists = {
  fr: [
    /\bje (suis|m'appelle)(?! (passerelle|un assistant automatise))\b|\bmon nom est\b|\ben tant qu(e |')(humain|etre humain|conseill\w+|modele|avocat\w*|ia|assistant)/,
  ],
  en: [
    /\bi am(?! (passerelle|an automated))\b|\bi'm\b|\bmy name is\b|\bas (an ai|a human|a counsell?or|a language model|your lawyer)\b/,
  ],
  es: [/\b(yo )?soy(?! (passerelle|un asistente automatizado))\b|\bme llamo\b|\bmi nombre es\b/],
  ar: [/(اسمي|انا انسان|انا مستشار|انا موظف|بصفتي|كنموذج)/],
}

const OPINION: Lists = {
  fr: [
    /\b(je (pense|crois|recommande|conseille|suggere)|a mon avis|selon moi|le meilleur (choix|programme|ordre|moyen)|la meilleure (solution|option)|ne vous inquietez pas)\b/,
  ],
  en: [
    /\b(i (think|believe|recommend|suggest|advise)|in my opinion|the best (choice|option|program|way)|don't worry)\b/,
  ],
  es: [
    /(?<!\bse )\b((yo )?(creo|pienso|recomiendo|sugiero)|en mi opinion|la mejor (opcion|solucion)|no se preocupe)\b/,
  ],
  ar: [/(اعتقد|برايي|في رايي|انصحك|اوصي|افضل (خيار|حل)|لا تقلق)/],
}

/** « vous », never « tu ». */
const FAMILIAR: Lists = {
  fr: [
    /(?<![\p{L}'])(tu|toi|tes|t'as|t'es)(?!\p{L})|\bt'(inscri|aide|appel|a)\w*/u,
    /\b(ta|ton) (demande|diplome|dossier|ordre|profession|metier|situation|pays|permis)\b/,
  ],
}

/** Nobody is asked here for what identifies them or opens their accounts. */
const ASKS: Lists = {
  fr: [
    /\b(envoye[rz]|donne[rz]|ecri(re|vez)|entre[rz]|tape[rz]|fourni(r|ssez)|communique[rz]|transmette[rz]|transmettre|indique[rz]|partage[rz])(-\w+)?( \w+){0,3} (votre|vos|le|un) (numero d'assurance|nas\b|mot de passe|carte (de credit|bancaire)|numero de (passeport|carte|compte|dossier|telephone)|date de naissance|code)/,
  ],
  en: [
    /\b(send|give|write|enter|type|provide|share|tell)( \w+){0,3} (your|the|a) (social insurance|sin\b|password|credit card|bank|passport number|date of birth|card number|account number|phone number)/,
    /\bgift cards?\b|\bwire (the )?money\b/,
  ],
  es: [
    /\b(envie|de|escriba|ponga|indique|comparta|facilite)( \w+){0,3} (su|el|un) (numero de (seguro|pasaporte|tarjeta|cuenta|telefono)|contrasena|tarjeta|fecha de nacimiento)/,
  ],
  ar: [
    /(ارسل|ارسلوا|اكتب|اكتبوا|اعط|اعطوا|ادخل|ادخلوا)( \p{L}+){0,2} (رقم (التامين|جواز|البطاقه|الحساب|هاتف)|كلمه (السر|المرور))/u,
  ],
}

const ALL: readonly (readonly [Forbidden, Lists])[] = [
  ['verdict', VERDICT],
  ['promise', PROMISE],
  ['human', HUMAN],
  ['opinion', OPINION],
  ['familiar', FAMILIAR],
  ['asks', ASKS],
]

/** What a sentence says that may not be said, in its language or, where that is none of ours, in any. */
export function forbiddenIn(sentence: string, language: string): Forbidden | undefined {
  const words = forFigures(sentence).replace(/\s+/g, ' ')
  const has = (lists: Lists) => {
    const own = lists[language as Language]
    const looked = own ?? Object.values(lists).flat()
    return looked.some((pattern) => pattern?.test(words))
  }
  return ALL.find(([, lists]) => (lists[language as Language] || lists.other) && has(lists))?.[0]
}

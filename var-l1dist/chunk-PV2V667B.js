import {
  fold
} from "./chunk-FZOTZNSZ.js";

// src/answer/asks-for.ts
var ASKED = [
  {
    sections: ["cost", "amount", "combining"],
    words: {
      fr: /\b(combien (ca|cela|c'est|est-ce|coute|donne|verse|paie|paye|d'argent)|(c'est|ca fait) combien|quel (est le )?(prix|cout|montant|tarif)|frais|cout|prix|gratuit|payant|payer|coute|montant)\b|^(et )?combien\W*$/,
      en: /\b(how much|cost|costs|price|fees?|free|expensive|amount|pay)\b/,
      es: /\b(cuanto (cuesta|es|vale|pagan|dan|dinero)|costo|precio|tarifa|gratis|gratuito|monto)\b|^(y )?cuanto\W*$/,
      ar: /(كم يكلف|كم تكلف|كم السعر|التكلفه|الرسوم|السعر|المبلغ|مجاني|مجانيه|بكم|كم المبلغ)|^كم\W*$/
    }
  },
  {
    sections: ["delay", "duration", "wait"],
    words: {
      fr: /\b(combien de temps|delais?|duree|dure|c'est long|attente|quand (aurai|vais))\b/,
      en: /\b(how long|delays?|duration|wait(ing)?|processing times?)\b/,
      es: /\b(cuanto (tiempo|tarda|dura|demora)|plazos?|duracion|espera)\b/,
      ar: /(كم من الوقت|المده|مده|كم يستغرق|كم تستغرق|الانتظار|المهله)/
    }
  },
  {
    sections: ["contact"],
    words: {
      fr: /\b(qui (joindre|contacter|appeler|dois-je|puis-je)|a qui (m'adresser|parler|ecrire)|telephone|numero|courriel|adresse|coordonnees|contact|joindre|appeler)\b/,
      en: /\b(who (do i|should i|can i|to) (call|contact|ask|write)|whom|phone|telephone|number|e-?mail|address|contact|reach)\b/,
      es: /\b(a quien|con quien|telefono|numero|correo|direccion|contacto|contactar|llamar)\b/,
      ar: /(بمن اتصل|من اتصل|رقم الهاتف|الهاتف|البريد|العنوان|الاتصال|اتصل)/
    }
  },
  {
    sections: ["documents", "next"],
    words: {
      fr: /\b(documents?|papiers|pieces|copies?|formulaire|que fournir|quoi envoyer)\b/,
      en: /\b(documents?|papers|paperwork|copies|form|what to send)\b/,
      es: /\b(documentos?|papeles|copias|formulario|que enviar)\b/,
      ar: /(الوثائق|وثائق|المستندات|مستندات|الاوراق|الاستماره|نسخ)/
    }
  },
  {
    sections: ["conditions", "who"],
    words: {
      fr: /\b(conditions?|criteres?|qui (peut|a droit)|admissib\w+|ai-je droit|suis-je|pour qui|est-ce que j'ai droit|c'est pour qui)\b/,
      en: /\b(conditions?|criteria|requirements?|who (can|is it for)|eligib\w+|am i|qualify|do i have the right)\b/,
      es: /\b(condiciones|criterios|requisitos|quien puede|para quien|tengo derecho|elegib\w+)\b/,
      ar: /(شروط|الشروط|من يحق|لمن|هل يحق|مؤهل)/
    }
  },
  {
    sections: ["next", "steps"],
    words: {
      fr: /\b(comment (faire|m'inscrire|s'inscrire|demander|obtenir|commencer|proceder|l'obtenir)|par ou commencer|quelles? (sont les )?etapes|que (dois-je )?faire|demarches?|inscription|et (maintenant|apres|ensuite))\b/,
      en: /\b(how (do i|can i|to) (apply|register|start|get|enrol|begin|proceed)|what (next|should i do|do i do)|steps?|registration|and (now|then|after))\b/,
      es: /\b(como (hago|puedo|me inscribo|solicito|empiezo|obtengo|solicitar|inscribirme)|que (hago|debo hacer)|pasos|tramites|inscripcion|y (ahora|despues|luego))\b/,
      ar: /(كيف (اسجل|اقدم|احصل|ابدا|يمكنني التسجيل)|ماذا افعل|الخطوات|خطوات|التسجيل|وبعد ذلك)/
    }
  },
  {
    sections: ["exam"],
    words: {
      fr: /\bexamens?\b/,
      en: /\bexams?|examination|test\b/,
      es: /\b(examen|examenes)\b/,
      ar: /(امتحان|الامتحان|اختبار)/
    }
  },
  {
    sections: ["french"],
    words: {
      fr: /\b(francais|langue)\b/,
      en: /\b(french|language)\b/,
      es: /\b(frances|idioma|lengua)\b/,
      ar: /(الفرنسيه|اللغه)/
    }
  },
  {
    sections: ["appeal"],
    words: {
      fr: /\b(refus\w*|recours|revision|contester|appel|plainte)\b/,
      en: /\b(refus\w*|reject\w*|appeal|review|complain\w*|contest)\b/,
      es: /\b(rechaz\w*|recurso|revision|apelar|queja|reclam\w*)\b/,
      ar: /(رفض|مراجعه|طعن|شكوي|اعتراض)/
    }
  },
  {
    sections: ["since", "period"],
    words: {
      fr: /\b(existe encore|existe toujours|toujours (actif|valable|en vigueur)|depuis|change|a jour|en 202[4-9]|fini|termine)\b/,
      en: /\b(still (exists?|active|valid|available)|since|changed|in 202[4-9]|over|ended)\b/,
      es: /\b(todavia|sigue (existiendo|vigente|activo)|aun existe|cambio|en 202[4-9]|termino)\b/,
      ar: /(ما زال|لا يزال|تغير|انتهي|حتي الان)/
    }
  }
];
function sectionsAskedFor(question, language) {
  const words = fold(question).replace(/\s+/g, " ").trim();
  return ASKED.flatMap(({ sections, words: inLanguage }) => inLanguage[language].test(words) ? sections : []);
}

export {
  sectionsAskedFor
};
//# sourceMappingURL=chunk-PV2V667B.js.map

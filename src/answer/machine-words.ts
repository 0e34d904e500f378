import type { Language } from '../language/languages.ts'

/** What is said around words that a model wrote. */
export const MACHINE_WORDS: Readonly<
  Record<
    Language,
    {
      /** Under an answer. */
      readonly written: string
      /** Where a part of the question is not answered. */
      readonly missing: (what: string) => string
      readonly inPart: string
      /** Before a summary or a translation for a counsellor. */
      readonly summary: string
      readonly translated: string
    }
  >
> = {
  fr: {
    written: 'Texte rédigé automatiquement à partir de nos fiches ; il peut contenir des erreurs.',
    missing: (what) => `Nos fiches ne disent pas ceci : ${what}.`,
    inPart: 'Nos fiches ne répondent pas à toute la question.',
    summary: 'Résumé fait par une machine : vérifiez-le dans la conversation.',
    translated: 'Traduction automatique, non officielle.',
  },
  en: {
    written: 'This text was written automatically from our articles; it may contain errors.',
    missing: (what) => `Our articles do not say this: ${what}.`,
    inPart: 'Our articles do not answer the whole question.',
    summary: 'Summary made by a machine: check it against the conversation.',
    translated: 'Automatic translation, unofficial.',
  },
  es: {
    written: 'Texto redactado automáticamente a partir de nuestras fichas; puede contener errores.',
    missing: (what) => `Nuestras fichas no dicen esto: ${what}.`,
    inPart: 'Nuestras fichas no responden a toda la pregunta.',
    summary: 'Resumen hecho por una máquina: compruébelo en la conversación.',
    translated: 'Traducción automática, no oficial.',
  },
  ar: {
    written: 'كُتب هذا النص آليًا اعتمادًا على بطاقاتنا، وقد يحتوي على أخطاء.',
    missing: (what) => `لا تذكر بطاقاتنا ما يلي: ${what}.`,
    inPart: 'لا تجيب بطاقاتنا عن السؤال كله.',
    summary: 'ملخص أعدته آلة: تحقق منه في المحادثة.',
    translated: 'ترجمة آلية غير رسمية.',
  },
}

import type { Done } from '../../../desk/desk.ts'

type Because = Extract<Done, { is: 'refused' }>['because']

/** Why something was not done, to the counsellor who asked for it; `isWord` where it was meant for the person. */
export function whyNot(because: Because, isWord: boolean): string {
  const lost = isWord ? ' Votre message n’a pas été transmis.' : ''
  switch (because.why) {
    case 'held':
      return `${because.by.name} a déjà pris cette conversation.${lost}`
    case 'not-yours':
      return because.by
        ? `Cette conversation est prise en charge par ${because.by.name}.${lost}`
        : `Personne n’a encore pris cette demande : choisissez d’abord « Prendre en charge ».${lost}`
    case 'closed':
      return `Cette conversation est close.${lost}`
    case 'unknown':
      return `Cette demande n’existe plus : la personne a effacé ses données.${lost}`
    case 'empty':
      return 'Seul le texte est transmis à la personne : écrivez votre réponse en mots.'
    case 'too-long':
      return `La limite est de 4 000 caractères : écrivez-le en plusieurs messages.${lost}`
    case 'placeholder':
      return `Remplacez d’abord ce qui est entre accolades.${lost}`
  }
}

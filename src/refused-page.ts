import type { IncomingHttpHeaders } from 'node:http'

/** What a page says where the address, or what was sent, is refused before any part of the house has read it. */
const SAID = {
  fr: {
    413: [
      'C’est trop long',
      'Ce que vous envoyez est trop long pour cette page. Rien n’a été enregistré. Revenez en arrière : vos mots y sont encore. Raccourcissez le texte, ou partagez-le en plusieurs parties.',
    ],
    404: ['Il n’y a rien ici', 'Aucune page n’est à cette adresse. Vérifiez-la, ou revenez en arrière.'],
  },
  en: {
    413: [
      'This is too long',
      'What you are sending is too long for this page. Nothing was saved. Go back: your words are still there. Shorten the text, or split it into several parts.',
    ],
    404: ['There is nothing here', 'No page is at this address. Check it, or go back.'],
  },
} as const

/** The page for a browser that wants one, in French or English; nothing where something else is wanted. */
export function refusedPage(status: number, headers: IncomingHttpHeaders): string | undefined {
  if (!headers.accept?.includes('text/html') || (status !== 413 && status !== 404)) return undefined
  const language = languageOf(headers)
  const [title, text] = SAID[language][status]
  return `<!doctype html><html lang="${language === 'fr' ? 'fr-CA' : 'en-CA'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Passerelle</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`
}

/** What a member of staff chose, else what their browser asks for first; French otherwise. */
function languageOf({ cookie = '', 'accept-language': asks = 'fr' }: IncomingHttpHeaders): 'fr' | 'en' {
  const chosen = /passerelle-language=(fr|en)/.exec(cookie)?.[1]
  return (chosen ?? asks.trim().slice(0, 2)) === 'en' ? 'en' : 'fr'
}

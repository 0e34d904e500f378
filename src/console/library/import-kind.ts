/** What can be brought in from elsewhere. */
export const IMPORT_KINDS = ['page', 'document', 'contacts', 'plan'] as const
export type ImportKind = (typeof IMPORT_KINDS)[number]

/** The files that are offered for each. */
export const ACCEPTS: Readonly<Record<ImportKind, string>> = {
  page: '.html,.htm',
  document: '.docx',
  contacts: '.csv,.txt',
  plan: '.html,.htm,.txt',
}

/** What is asked for; a page where nothing is. */
export function kindOf(asked: unknown): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === asked) ?? 'page'
}

/** The settings whose values nobody may read over a shoulder. */
const SECRETS = [
  'DATABASE_URL',
  'DIRECT_LINE_SECRET',
  'SESSION_SECRET',
  'MicrosoftAppPassword',
  'OIDC_CLIENT_SECRET',
  'HANDOFF_HUB_URL',
  'HANDOFF_HUB_SECRET',
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'AZURE_OPENAI_API_KEY',
  'AZURE_OPENAI_ENDPOINT',
] as const

/** Shorter ones cannot be told from ordinary words. */
const SHORTEST = 4

/** A text without the secrets of an environment, whoever brought them into it: also those within an address. */
export function withoutSecrets(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  return SECRETS.flatMap((name) => hiddenIn(environment[name]?.trim() ?? ''))
    .filter((secret) => secret.length >= SHORTEST)
    .sort((a, b) => b.length - a.length)
    .reduce((shorter, secret) => shorter.replaceAll(secret, '•••'), text)
}

/** A secret as it is written, as an address writes it, and as its address means it. */
function hiddenIn(value: string): string[] {
  if (!URL.canParse(value)) return [value, encodeURIComponent(value)]
  const { password, search } = new URL(value)
  return [value, password, decoded(password), search.slice(1)]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

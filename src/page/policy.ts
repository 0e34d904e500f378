/** What a page of ours may load and who may frame it, as a Content-Security-Policy. */
export interface Allowed {
  readonly nonce: string
  readonly publicUrl: string
  readonly allowedOrigins: readonly string[]
}

/**
 * The digest of an empty style element. Web Chat's scroller (react-scroll-to-bottom) is not told the nonce: it adds an
 * empty element and writes its rules through the CSSOM, which no policy forbids. Empty is all that this lets in.
 */
const EMPTY = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/**
 * Nothing but our own files runs or styles, each by the nonce of this one response. Web Chat reads its own blobs
 * (`connect-src blob:`) and opens a socket to the address that the Direct Line door names; its icons are data.
 */
export function contentSecurityPolicy({ nonce, publicUrl, allowedOrigins }: Allowed): string {
  const own = new URL(publicUrl).origin
  const directives: Readonly<Record<string, string>> = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}'`,
    'style-src': `'nonce-${nonce}' ${EMPTY}`,
    'img-src': "'self' data: blob:",
    'connect-src': `'self' blob: ${own.replace(/^http/, 'ws')}`,
    'base-uri': "'none'",
    'form-action': "'none'",
    'object-src': "'none'",
    'frame-ancestors': ["'self'", ...allowedOrigins].join(' '),
  }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** Whoever comes back by a bare address reads on in their own language: the page turns to it, where it has another. */
export function turnsTo(language: string, now: string): boolean {
  const address = new URL(location.href)
  if (language === now || address.searchParams.has('lang')) return false
  address.searchParams.set('lang', language)
  location.replace(address)
  return true
}

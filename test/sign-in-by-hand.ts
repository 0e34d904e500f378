interface Cookie {
  readonly value: string
  readonly path: string
}

/** A browser by hand: it keeps cookies, and says where a request comes from; redirects are followed only when asked. */
export class ByHand {
  readonly cookies = new Map<string, Cookie>()

  async get(address: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.keep(
      await fetch(address, { redirect: 'manual', headers: { accept: 'text/html', ...this.sent(address), ...headers } }),
    )
  }

  /** Sends a form, from a page of the same site unless the headers say otherwise. */
  async post(address: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
    const from = { origin: new URL(address).origin, accept: 'text/html' }
    return this.keep(
      await fetch(address, {
        method: 'POST',
        redirect: 'manual',
        headers: { ...from, ...this.sent(address), ...headers },
        body: new URLSearchParams(form),
      }),
    )
  }

  /** Follows redirects until one leads to an address that begins so; gives that address, unvisited. */
  async until(start: string, answer: Response): Promise<string> {
    let [at, next] = [answer.url, answer]
    for (let hops = 0; hops < 12; hops++) {
      const location = next.headers.get('location')
      if (!location) throw new Error(`${at} answered ${next.status} and leads nowhere: ${await next.text()}`)
      at = new URL(location, at).href
      if (at.startsWith(start)) return at
      next = await this.get(at)
      if (next.status === 200) return at
    }
    throw new Error('Redirected without an end.')
  }

  private sent(address: string): Record<string, string> {
    const { pathname } = new URL(address)
    const mine = [...this.cookies].filter(([, { path }]) => pathname.startsWith(path))
    return mine.length ? { cookie: mine.map(([name, { value }]) => `${name}=${value}`).join('; ') } : {}
  }

  private keep(answer: Response): Response {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      const path = /;\s*path=([^;]*)/i.exec(line)?.[1] ?? '/'
      const isOver = /;\s*max-age=0/i.test(line) || /;\s*expires=Thu, 01 Jan 1970/i.test(line)
      if (isOver) this.cookies.delete(name)
      else this.cookies.set(name, { value, path })
    }
    return answer
  }
}

/** Signs in at the issuer's own pages, by hand; gives the address that it leads back to, unvisited. */
export async function throughIssuer(by: ByHand, start: string, login: string): Promise<string> {
  const begun = await by.get(start)
  const back = `${new URL(start).origin}/sign-in/back`
  let at = await by.until(back, begun)
  for (const form of [{ prompt: 'login', login, password: 'any' }, { prompt: 'consent' }]) {
    if (at.startsWith(back)) break
    at = await by.until(back, await by.post(at, form as Record<string, string>))
  }
  return at
}

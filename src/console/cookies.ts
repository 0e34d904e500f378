import type { Request, Response } from 'restify'

/** The console's cookies, by the last part of their names. */
export interface Cookies {
  read(request: Request, name: string): string | undefined
  /** The names, after `start`, of the cookies whose names begin so. */
  begunWith(request: Request, start: string): readonly string[]
  write(response: Response, name: string, value: string, seconds: number): void
  clear(response: Response, name: string): void
}

/**
 * No script reads them and no other site sends them with a form. Where people come by HTTPS the name begins with
 * `__Host-`, so that no neighbouring host can set one (RFC 6265bis, 4.1.3.2).
 */
export function openCookies(publicUrl: string): Cookies {
  const isSecure = publicUrl.startsWith('https:')
  const whole = (name: string) => `${isSecure ? '__Host-' : ''}passerelle${name && `-${name}`}`
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`
  const write: Cookies['write'] = (response, name, value, seconds) => {
    response.appendHeader('Set-Cookie', `${whole(name)}=${value}; ${attributes}; Max-Age=${seconds}`)
  }
  return {
    read: (request, name) => pairs(request).find(([each]) => each === whole(name))?.[1],
    begunWith: (request, start) =>
      pairs(request).flatMap(([name]) => (name.startsWith(whole(start)) ? [name.slice(whole(start).length)] : [])),
    write,
    clear: (response, name) => write(response, name, '', 0),
  }
}

function pairs(request: Request): [string, string][] {
  return (request.headers.cookie ?? '').split(';').map((pair) => {
    const [name = '', ...value] = pair.split('=')
    return [name.trim(), value.join('=').trim()]
  })
}

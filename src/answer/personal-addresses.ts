import { isIPv6 } from 'node:net'
import type { Finding } from './personal.ts'
import { after, type Look, listOf, type Word } from './personal-words.ts'

/** E-mail addresses, and Internet addresses of version 6 (those of version 4 are numbers). */
export function findAddresses(message: string, words: readonly Word[], look: Look): Finding[] {
  return [...emails(message, look), ...spelledEmails(words, look), ...versionSix(message, words, look)]
}

/** The longest name and the longest domain of an e-mail (RFC 5321, 4.5.3.1). */
const LONGEST_NAME = 64
const LONGEST_DOMAIN = 255
const IN_NAME = /[\p{L}\p{N}._%+'-]/u
const IN_DOMAIN = /[\p{L}\p{N}.-]/u

function emails(message: string, look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = message.indexOf('@'); at !== -1; at = message.indexOf('@', at + 1)) {
    const spaceBefore = message[at - 1] === ' ' ? 1 : 0
    const spaceAfter = message[at + 1] === ' ' ? 1 : 0
    let start = at - spaceBefore
    while (start > 0 && at - start < LONGEST_NAME && IN_NAME.test(message[start - 1] ?? '')) start--
    let end = at + 1 + spaceAfter
    while (end < message.length && end - at < LONGEST_DOMAIN && IN_DOMAIN.test(message[end] ?? '')) end++
    look(end - start)
    const domain = /^[^.].*?\.\p{L}{2,}/u.test(message.slice(at + 1 + spaceAfter, end))
    if (!domain || start === at - spaceBefore) continue
    while (/[.'-]/.test(message[end - 1] ?? '')) end--
    const written = message.slice(start, end).replace(/ /g, '').toLowerCase()
    findings.push({ start, end, kind: 'email', normalised: written.replace(/^['.]+/, '') })
  }
  return findings
}

const AT = listOf('at arobase arroba arobas chez')
const DOT = listOf('dot point punto')
const DOMAIN = listOf('com ca fr org net es ma dz tn mx co qc edu gov info outlook gmail hotmail yahoo')

/** `jane at gmail dot com`, `jane [at] gmail.com`: written so that machines do not see it. */
function spelledEmails(words: readonly Word[], look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = 1; at < words.length - 2; at++) {
    look(1)
    const [name, sign, host, next, end] = [words[at - 1], words[at], words[at + 1], words[at + 2], words[at + 3]]
    if (!name || !sign || !host || !next || !AT.has(sign.plain)) continue
    const bracketed = /[[(]$/.test(sign.gap) && /^[\])]/.test(host.gap)
    const dotted = next.gap === '.' && DOMAIN.has(next.plain)
    const spelled = DOT.has(next.plain) && end !== undefined && DOMAIN.has(end.plain)
    if (!((bracketed && (dotted || spelled)) || spelled || (dotted && /arob|arroba/.test(sign.plain)))) continue
    const last = spelled && end ? end : next
    let from = at - 1
    while (from > 0 && at - from < 5 && /^[._+-]$/.test(words[from]?.gap ?? '')) from--
    findings.push({
      start: words[from]?.start ?? name.start,
      end: last.end,
      kind: 'email',
      normalised: `${name.plain}@${host.plain}.${last.plain}`,
    })
  }
  return findings
}

const LONGEST_VERSION_SIX = 45

function versionSix(message: string, words: readonly Word[], look: Look): Finding[] {
  const findings: Finding[] = []
  for (let at = 0; at < words.length; ) {
    const first = words[at]
    let next = at + 1
    while (
      next < words.length &&
      next - at < 12 &&
      /^(::?|\.)$/.test(words[next]?.gap ?? '') &&
      /^[0-9a-f]{1,4}$/i.test(words[next]?.text ?? '')
    )
      next++
    look(next - at)
    const last = words[next - 1]
    if (first && last && next - at >= 3) {
      const start = first.gap.endsWith('::') ? first.start - 2 : first.start
      const end = after(message, last).startsWith('::') ? last.end + 2 : last.end
      const written = message.slice(start, Math.min(end, start + LONGEST_VERSION_SIX))
      if (/\d/.test(written) && (written.match(/:/g)?.length ?? 0) > 2 && isIPv6(written)) {
        findings.push({ start, end, kind: 'internet-address', normalised: written.toLowerCase() })
      }
    }
    at = next
  }
  return findings
}

import type { NotTaken } from '../../desk/hub.ts'

interface Refusal {
  readonly status: 404 | 409 | 422
  readonly code: 'NotFound' | 'Conflict' | 'Unprocessable'
  readonly message: string
}

const MESSAGES: Readonly<Record<NotTaken['why'], string>> = {
  unknown: 'There is no such conversation: it ended, or never began.',
  held: 'Somebody else answers this person: nothing was said to them. Leave the conversation to whoever has it.',
  'not-yours':
    'The conversation is not with you: nothing was changed. Send handoff.status with the state "accepted", or a message, first.',
  closed:
    'The conversation with people is over: nothing was said to the person. Wait for their next request (handoff.initiate).',
  empty: 'The message has no words: nothing was said. Files are not brought to people; put their address in the text.',
  'too-long': 'The message is too long: nothing was said. Send it as several messages.',
  placeholder:
    'The message has parts between braces that are to be filled: nothing was said. Fill them, and send it again.',
}

/** What a hub is answered where its word or its status was not taken (RFC 9110, 15.5.10 and 15.5.21). */
export function refusalFor({ why }: NotTaken): Refusal {
  const message = MESSAGES[why]
  if (why === 'unknown') return { status: 404, code: 'NotFound', message }
  if (why === 'empty' || why === 'too-long' || why === 'placeholder')
    return { status: 422, code: 'Unprocessable', message }
  return { status: 409, code: 'Conflict', message }
}

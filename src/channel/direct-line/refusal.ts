import type { Request, Response } from 'restify'

export type Handler = (request: Request, response: Response) => Promise<void>

/** A refusal as Direct Line words it: a status, a code, a sentence (Direct Line 3.0, errors). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A refusal is answered as one; anything else is ours, and tells nothing of itself. */
export function answering(handler: Handler, onError: (error: unknown) => void): Handler {
  return async (request, response) => {
    try {
      await handler(request, response)
    } catch (error) {
      if (error instanceof Refusal) {
        response.send(error.status, { error: { code: error.code, message: error.message } })
        return
      }
      onError(error)
      if (!response.headersSent)
        response.send(500, { error: { code: 'ServiceError', message: 'The request could not be served. Try again.' } })
    }
  }
}

/** What the SDK answered a request with: held until it was looked at, for its errors say what went wrong inside us. */
export interface Held {
  status: number
  body?: unknown
}

/** A response as CloudAdapter wants one, which only writes down what it is given. */
export function holdResponse(held: Held) {
  const response = {
    socket: undefined,
    status: (code: number) => {
      held.status = code
      return response
    },
    header: () => response,
    send: (body: unknown) => {
      held.body = body
      return response
    },
    end: () => response,
  }
  return response
}

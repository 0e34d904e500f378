import type { Request } from 'restify'

/** The fields of a form that was sent; none where the body is anything else. */
export function formOf(request: Request): URLSearchParams {
  const isForm = request.getContentType() === 'application/x-www-form-urlencoded'
  return new URLSearchParams(isForm && typeof request.body === 'string' ? request.body : '')
}

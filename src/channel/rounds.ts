/** Work that is done in rounds: when it is called for, and from time to time. */
export interface Rounds {
  /** Asks for a round: at once, or one more after the one that is under way. */
  call(): void
  /** Ends them; resolves once the last round is over. */
  close(): Promise<void>
}

/**
 * Rounds never overlap, and what one throws is told and ends only that one.
 * @param round is told whether its time has come, besides any call.
 */
export function openRounds(
  round: (onTime: boolean) => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): Rounds {
  let underWay: Promise<void> | undefined
  let wanted = false
  let onTime = false
  let closed = false

  const begin = (): void => {
    if (closed || underWay || !wanted) return
    const itsTime = onTime
    wanted = false
    onTime = false
    underWay = round(itsTime)
      .catch(onError)
      .finally(() => {
        underWay = undefined
        begin()
      })
  }
  const call = (): void => {
    wanted = true
    begin()
  }
  const clock = setInterval(() => {
    onTime = true
    call()
  }, everyMs)
  clock.unref()
  return {
    call,
    close: async () => {
      closed = true
      clearInterval(clock)
      await underWay
    },
  }
}

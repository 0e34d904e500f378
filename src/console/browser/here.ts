/** How often a page that is open says so; browsers let one that is not looked at speak once a minute. */
const EVERY_MS = 45_000

/** Keeps a counsellor at the desk while this page is open, whatever it shows. Nothing is drawn, and a miss is no harm. */
async function tellHere(): Promise<void> {
  const answer = await fetch('/desk/here', { keepalive: true }).catch(() => undefined)
  if (answer?.status === 401) clearInterval(beat)
}

const beat = setInterval(tellHere, EVERY_MS)
tellHere()

// A module of its own, so that its names are nobody else's.
export {}

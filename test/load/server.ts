import { open } from '../../src/main.ts'
import { environment, readSettings } from '../../src/settings.ts'

/** The server in a process of its own, with a clock that is put to office hours: it may be killed and started again. */
const shift = Number(process.env.LOAD_SHIFT ?? 0)
const server = await open(readSettings(environment()), { now: () => new Date(Date.now() + shift) })
console.log('open')
server.printLinks()
process.on('SIGTERM', () => {
  server.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})

import { parseArgs } from 'node:util'
import { runDesk } from './desk.ts'

/** `npm run load -- --people 200 --counsellors 20 --restarts 3 [--database postgres://…]`: the desk under load, judged. */
const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '200' },
    counsellors: { type: 'string', default: '20' },
    words: { type: 'string', default: '4' },
    restarts: { type: 'string', default: '3' },
    within: { type: 'string', default: '300' },
    database: { type: 'string' },
  },
})
const outcome = await runDesk({
  people: Number(values.people),
  counsellors: Number(values.counsellors),
  words: Number(values.words),
  restarts: Number(values.restarts),
  within: Number(values.within) * 1000,
  ...(values.database ? { databaseUrl: values.database } : {}),
})
console.log(JSON.stringify(outcome, undefined, 2))
process.exit(0)

import { readSettings, type Settings, WrongSetting } from '../../settings.ts'
import { inTime, openAsker } from './ask.ts'
import { examineBot, LOGIN } from './bot.ts'
import { examineClock } from './clock.ts'
import { examineContent, examineHours } from './content.ts'
import { examineAnswering, examineHub, examineTeams } from './counsellors.ts'
import { examineModel } from './model.ts'
import { examinePublicAddress } from './public-address.ts'
import { fault, ok, type Remark } from './remark.ts'
import { examineSignIn } from './sign-in.ts'
import { examineShared, examineStore, noSecretKept } from './store.ts'
import { withoutSecrets } from './without-secrets.ts'

type Environment = Readonly<Record<string, string | undefined>>

export interface Practice {
  /** The folder that holds `dialogs/` and `knowledge/`. */
  readonly house: string
  now(): Date
  /** How long each thing may take, in milliseconds. */
  readonly withinMs?: number
  /** Where Microsoft gives tokens; another place only where Microsoft is played. */
  readonly login?: string
}

/** So long each thing may take. */
const WITHIN_MS = 5_000
/** So much longer is waited for whoever says better what was late. */
const GRACE_MS = 500

/** Reads the settings, tries everything that they name at the same time, and says of each how it is; no secret is said. */
export async function examine(environment: Environment, practice: Practice): Promise<readonly Remark[]> {
  const settings = settingsOf(environment)
  const remarks = 'remarks' in settings ? settings.remarks : await tryAll(settings, environment, practice)
  return remarks.map(({ is, says }) => ({ is, says: withoutSecrets(says, environment) }))
}

function settingsOf(environment: Environment): Settings | { readonly remarks: readonly Remark[] } {
  try {
    return readSettings(environment)
  } catch (error) {
    if (error instanceof WrongSetting) return { remarks: error.message.split('\n').map(fault) }
    return { remarks: [noSecretKept(error, environment.DATA_DIR?.trim() || './var')] }
  }
}

async function tryAll(settings: Settings, environment: Environment, practice: Practice): Promise<readonly Remark[]> {
  const { house, now, withinMs = WITHIN_MS, login = LOGIN } = practice
  const asker = openAsker(now, withinMs)
  const tried = (what: string, exam: Promise<readonly Remark[]>) =>
    inTime(exam, withinMs + GRACE_MS, [fault(`${what} : rien n'a répondu à temps.`)])
  // Loaded before, so that nobody's time goes by meanwhile.
  if (settings.model) await import('../../model/langchain.ts')
  const [store, address, signIn, bot, hub, model] = await Promise.all([
    examineStore(settings, withinMs),
    examinePublicAddress(settings, asker),
    tried('OIDC_ISSUER', examineSignIn(settings, asker)),
    tried('MicrosoftAppId', examineBot(settings, asker, login)),
    tried('HANDOFF_HUB_URL', examineHub(settings, asker)),
    examineModel(settings, withinMs),
  ])
  // Afterwards: checking every article leaves no time to hear who answers.
  const content = await examineContent(house, now())
  return [
    ok('Les réglages se lisent.'),
    store,
    ...examineShared(settings, Boolean(environment.SESSION_SECRET?.trim())),
    address,
    ...examineAnswering(settings),
    ...signIn,
    ...bot,
    ...examineTeams(settings),
    ...hub,
    ...model,
    ...examineClock(asker),
    ...content,
    examineHours(house, now()),
  ]
}

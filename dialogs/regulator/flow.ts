import { dialog, show } from '../../src/dialog/define.ts'
import { choice } from '../../src/dialog/kinds.ts'

/** What measure 2 of the plan foresaw for orders and other regulators. */
export const regulator = dialog('regulator', {
  project: choice('funding', 'training', 'from-abroad', 'permits', 'construction').by({
    funding: show('regulators-program', 'measure-2', 'mifi'),
    training: show('measure-4', 'bridging-training', 'regulators-program', 'mifi'),
    'from-abroad': show('action-2.3', 'measure-2', 'mifi'),
    permits: show('restrictive-permit', 'measure-2', 'office-des-professions', 'conseil-interprofessionnel'),
    construction: show('action-2.2', 'ccq', 'construction-trades'),
    skipped: show('measure-2', 'regulators-program', 'conseil-interprofessionnel', 'mifi'),
  }),
})

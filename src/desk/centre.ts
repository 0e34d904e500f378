/** A contact centre among the counsellors: one, whatever names it answers under. */
export const CENTRE_ID = 'hub'

/** How it is shown, where it names nobody. */
export const CENTRE_NAME = 'Centre de contact'

import type { Belongings } from '#platform/archive/belonging.ts'

const found = 'is found anew where the site is: every site that arrives is audited there'

/** Audits tell of a site at the place where it stood. */
export const belongings: Belongings = { leave: [], stay: { 'site_health.subject': found, 'site_health.month': found } }

import type { Belongings } from '#platform/archive/belonging.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { baseOf } from './directory.ts'
import { announce } from './lifecycle.ts'
import { siteOfUnit } from './store.ts'

const of = 'sites.site'

/** A site leaves with its names and domains; the target proves each domain anew before it shows the site there. */
export const belongings: Belongings = {
  leave: [
    { table: of, by: 'unit_id', people: ['created_by'], files: ['logo'], called: 'slug' },
    { table: 'sites.former_slug', by: 'site_id', of, called: 'slug' },
    { table: 'sites.domain', by: 'site_id', of, people: ['created_by'], behind: ['verified_at', 'checked_at', 'finding', 'failing_since'], called: 'host' },
  ],
  stay: {},
  async arrived({ services, tx, governmentId, unitIds }) {
    const hands = { governmentId, files: services.files, jobs: services.jobs, secret: services.config.secret }
    for (const unitId of unitIds) {
      const site = await siteOfUnit(tx, unitId)
      if (!site) continue
      await services.ask(pagesPort).place(tx, hands, unitId, site.published ? baseOf(site) : null)
      await announce(tx, governmentId, unitId)
    }
  },
}

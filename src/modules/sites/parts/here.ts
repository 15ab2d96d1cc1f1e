import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import { t } from '#platform/i18n/locale.ts'
import type { Crumb } from '#ui/index.ts'
import type { Site } from '../contract.ts'
import { mayManage, maySee } from '../policy.ts'
import { siteOfUnit } from '../store.ts'

export interface SiteHere {
  units: UnitTree
  unit: Unit
  site: Site & { version: number }
}

/** The site an office address names by its unit, `/kerja/situs/:site…`; to a stranger it does not exist. */
export async function siteHere(context: Pick<Context, 'ask' | 'government' | 'params' | 'who' | 'db'>, act: 'see' | 'manage'): Promise<SiteHere> {
  const units = await context.ask(unitDirectory).of(context.government.id)
  const unit = units.bySlug(context.params.site!)
  if (!unit || !(act === 'see' ? maySee : mayManage)(context.who, unit.id)) throw new NotFound()
  const site = await siteOfUnit(context.db, unit.id)
  if (!site) throw new NotFound()
  return { units, unit, site }
}

/** The way from the list of sites to a page about one. */
export const siteCrumbs = ({ unit, site }: Pick<SiteHere, 'unit' | 'site'>): Crumb[] => [{ label: t('Situs'), href: '/kerja/situs' }, { label: site.name, href: `/kerja/situs/${unit.slug}` }]

import { t } from '#platform/i18n/locale.ts'
import type { Crumb } from '#ui/index.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'

/** The way from the list of sites to a page of a unit. */
export function crumbsOf(units: UnitTree, page: { unitId: string; id?: string; title?: string }): Crumb[] {
  const unit = units.byId(page.unitId)
  return [
    { label: t('Situs'), href: '/kerja/situs' },
    ...(unit ? [{ label: unit.shortName, href: `/kerja/situs/${unit.slug}` }] : []),
    ...(page.id && page.title ? [{ label: page.title, href: `/kerja/halaman/${page.id}` }] : []),
  ]
}

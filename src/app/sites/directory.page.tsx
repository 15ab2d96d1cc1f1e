import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory, type UnitKind } from '#modules/organisation/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { baseOf } from '#modules/sites/directory.ts'
import { EmptyState, NameList, PublicLayout, Section } from '#ui/index.ts'

const groups: { title: string; kinds: UnitKind[] }[] = [
  { title: 'Perangkat daerah', kinds: ['government', 'secretariat', 'agency', 'division', 'section', 'office', 'hospital', 'uptd', 'puskesmas'] },
  { title: '{Kecamatan}', kinds: ['subdistrict'] },
  { title: '{Desa} dan kelurahan', kinds: ['village'] },
  { title: 'Sekolah', kinds: ['school'] },
]

/** Every published site of a government. */
export const sitesPage = page({
  path: '/situs',
  may: 'public',
  async load({ government, ask }) {
    const [units, sites] = await Promise.all([ask(unitDirectory).of(government.id), ask(siteDirectory).of(government.id)])
    return sites.all.filter(site => site.published).map(site => ({ site, kind: units.byId(site.unitId)?.kind }))
  },
  shows: ({ government }) => [`sites:${government.id}`, `units:${government.id}`],
  view: ({ data }) => (
    <PublicLayout title={t('Situs')} lead={t('Situs resmi perangkat daerah, {kecamatan}, {desa}, dan sekolah.')} current="/kanal" breadcrumbs={[{ label: t('Kanal'), href: '/kanal' }]}>
      {data.length === 0 && <EmptyState title={t('Belum ada situs')}>{t('Kabar setiap unit tetap ada di kanalnya.')}</EmptyState>}
      {groups.map(({ title, kinds }) => {
        const found = data.filter(({ kind }) => kind && kinds.includes(kind))
        return found.length > 0 && <Section key={title} title={t(title)}><NameList items={found.map(({ site }) => ({ label: site.name, href: inReadersLanguage(baseOf(site)) }))} /></Section>
      })}
    </PublicLayout>
  ),
})

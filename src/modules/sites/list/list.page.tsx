import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, ButtonLink, DataTable, EmptyState, NameList, Section, WorkLayout } from '#ui/index.ts'
import { siteDirectory } from '../contract.ts'
import { maySee, withoutSite } from '../policy.ts'
import { templateNames } from '../templates.ts'

/** Sites within reach, and units that have none yet. */
export const listPage = page({
  path: '/kerja/situs',
  may: 'pages.read',
  async load({ ask, government, who }) {
    const [units, sites] = await Promise.all([ask(unitDirectory).of(government.id), ask(siteDirectory).of(government.id)])
    return { units, sites: sites.all.filter(site => maySee(who, site.unitId)), without: withoutSite(who, units, sites) }
  },
  view({ data: { units, sites, without } }) {
    return (
      <WorkLayout title={t('Situs')} lead={t('Situs setiap perangkat daerah, {kecamatan}, {desa}, dan sekolah.')} action={without.length > 0 && <ButtonLink href="/kerja/situs/baru">{t('Buat situs')}</ButtonLink>}>
        <DataTable caption={t('Situs')} rows={sites} rowKey={site => site.id}
          empty={<EmptyState title={t('Belum ada situs')}>{t('Buat situs pertama dari templat; cukup beberapa menit.')}</EmptyState>}
          columns={[
            { label: t('Nama'), main: true, cell: site => <a href={`/kerja/situs/${units.byId(site.unitId)?.slug}`}>{site.name}</a> },
            { label: t('Templat'), cell: site => t(templateNames[site.template]) },
            { label: t('Keadaan'), cell: site => (site.published ? <Badge tone="good">{t('Terbit')}</Badge> : <Badge>{t('Belum terbit')}</Badge>) },
            { label: t('Alamat'), cell: site => site.domain ?? `/situs/${site.slug}` },
          ]} />
        {without.length > 0 && without.length <= 60 && (
          <Section title={t('Belum punya situs')}>
            <NameList items={without.map(unit => ({ label: unit.shortName, href: `/kerja/situs/baru?unit=${unit.slug}` }))} />
          </Section>
        )}
      </WorkLayout>
    )
  },
})

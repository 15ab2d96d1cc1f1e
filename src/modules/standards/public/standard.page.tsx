import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { DataTable, DateTime, Diff, NameList, Notice, PublicLayout, Section, StateBadge } from '#ui/index.ts'
import { isPublished } from '../concept.ts'
import { conceptUses } from '../contract.ts'
import { standardsTopic } from '../lifecycle.ts'
import { listToday } from '../parts/here.ts'
import { asLines, StandardFacts } from '../parts/standard-facts.tsx'
import { stateWords } from '../parts/words.ts'
import { versionsOf } from '../store.ts'

/** One standard as it is now, or one of its earlier versions, with what is made by it. */
export const standardPage = page({
  path: '/data/standar/:slug',
  may: 'public',
  query: z.object({ versi: z.coerce.number().int().min(1).optional().catch(undefined) }),
  async load(context) {
    const { db, params, query, ask, government } = context
    const versions = (await versionsOf(db, params.slug!)).filter(({ state }) => isPublished(state))
    const standard = query.versi === undefined ? (versions.find(({ state }) => state === 'valid') ?? versions[0]) : versions.find(({ version }) => version === query.versi)
    if (!standard) throw new NotFound()
    const [themes, units, uses] = await Promise.all([listToday(context, 'tema-data'), ask(unitDirectory).of(government.id), ask(conceptUses).of(db, versions.map(({ id }) => id), 50)])
    return { standard, versions, themes, units, uses }
  },
  // The last is what whoever offers the uses tells when they change.
  shows: ({ government }) => [standardsTopic(government.id), `code-lists:${government.id}`, `units:${government.id}`, `datasets:${government.id}`],
  view({ data: { standard, versions, themes, units, uses } }) {
    const valid = versions.find(({ state }) => state === 'valid')
    const before = versions.find(({ version }) => version < standard.version)
    return (
      <PublicLayout title={standard.name} description={standard.definition} width="text" current="/data" breadcrumbs={[{ label: t('Data'), href: '/data' }, { label: t('Standar data'), href: '/data/standar' }]}
        canonical={standard === valid ? `/data/standar/${standard.slug}` : undefined}>
        {standard.state === 'replaced' && valid && <Notice tone="warn"><p>{t('Versi ini sudah diganti.')} <a href={`/data/standar/${standard.slug}`}>{t('Lihat versi {n} yang berlaku', { n: valid.version })}</a></p></Notice>}
        {standard.state === 'retired' && <Notice tone="warn"><p>{t('Standar ini sudah dicabut.')}</p></Notice>}
        <StandardFacts standard={standard} themes={themes} more={[
          { label: t('Keadaan'), value: <StateBadge state={standard.state} states={stateWords} /> },
          { label: t('Versi'), value: standard.version },
          { label: t('Berlaku sejak'), value: standard.validFrom && <DateTime at={standard.validFrom} /> },
          { label: t('Sampai sebelum'), value: standard.validTo && <DateTime at={standard.validTo} /> },
          { label: t('Diusulkan oleh'), value: units.byId(standard.unitId ?? '')?.name },
        ]} />
        <Section title={t('Dataset yang memakai')}>
          {uses.length > 0 ? <NameList items={uses.map(use => ({ label: use.title, href: use.href, note: t('Versi {n}', { n: versions.find(({ id }) => id === use.conceptId)?.version ?? 0 }) }))} /> : <p>{t('Belum ada dataset yang memakai standar ini.')}</p>}
        </Section>
        {before && (
          <Section title={t('Perubahan dari versi {n}', { n: before.version })}>
            {standard.reason && <p>{standard.reason}</p>}
            <Diff before={asLines(before)} after={asLines(standard)} />
          </Section>
        )}
        {versions.length > 1 && (
          <Section title={t('Semua versi')}>
            <DataTable caption={t('Semua versi')} rows={versions} rowKey={one => one.id} columns={[
              { label: t('Versi'), main: true, cell: one => <a href={`/data/standar/${one.slug}?versi=${one.version}`}>{t('Versi {n}', { n: one.version })}</a> },
              { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={stateWords} /> },
              { label: t('Berlaku sejak'), cell: one => one.validFrom && <DateTime at={one.validFrom} /> },
              { label: t('Sampai sebelum'), cell: one => one.validTo && <DateTime at={one.validTo} /> },
            ]} />
          </Section>
        )}
      </PublicLayout>
    )
  },
})

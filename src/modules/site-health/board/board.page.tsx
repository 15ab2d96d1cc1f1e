import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import type { Unit, UnitTree } from '#modules/organisation/contract.ts'
import { addressWith, ButtonLink, DataTable, EmptyState, FilterBar, Grid, NameList, Notice, Pager, Section, SelectField, Stat, WorkLayout } from '#ui/index.ts'
import { auditedCell, lackingCell, partOptions, scoreCell } from '../parts/score.tsx'
import { sightOf } from '../parts/scope.ts'
import { board, tabs } from '../parts/tabs.ts'
import { kindNames, partCodes, partNames, siteKinds } from '../requirement.ts'
import { unreadableOn } from '../requirements.ts'
import { subjects, summary, type Subject, type Summary } from '../store.ts'
import { boardQuery } from './filters.ts'

const pageSize = 50

/** Every site within reach, worst first, and who has none. */
export const boardPage = page({
  path: board,
  may: 'site-health.see',
  query: boardQuery.extend({ setelah: z.string().max(60).optional() }),
  async load(context) {
    const { db, who, query, now, government } = context
    const sight = await sightOf(context, who.reach('site-health.see'), { kind: query.jenis })
    const filter = { kind: query.jenis, lacking: query.kurang }
    const [list, all, unreadable] = await Promise.all([subjects(db, sight.scope, { ...filter, after: query.setelah, limit: pageSize }), summary(db, sight.scope, { kind: query.jenis }), unreadableOn(db, dayIn(now, government.zone))])
    return { ...sight, list, all, unreadable }
  },
  view({ data: { units, without, list, all, unreadable }, query, request }) {
    const fields = fieldsOf({ ...query })
    const at = (changes: Record<string, string | null>) => addressWith(request.url, changes)
    const missing = query.keadaan === 'tanpa-situs'
    return (
      <WorkLayout title={t('Kesehatan situs')} lead={t('Apakah situs setiap unit memuat yang wajib, mutakhir, ringan, dan mudah dibaca; dan apa yang menaikkan nilainya.')} tabs={tabs('here')}>
        {unreadable && (
          <Notice tone="bad" title={t('Data rujukan penilaian situs tidak terbaca')}>
            <p>{t('Periksa daftar {list}, kode {code}. Pemeriksaan berhenti sampai nilainya benar.', { list: unreadable.list, code: unreadable.code })} <a href={`/kerja/rujukan/daftar/${unreadable.list}`}>{t('Buka data rujukan')}</a></p>
          </Notice>
        )}
        <Overview all={all} without={without.length} link={at({ keadaan: missing ? null : 'tanpa-situs' })} />
        <FilterBar keep={{ keadaan: query.keadaan, jenis: query.jenis }}
          quick={[{ label: t('Semua jenis'), href: at({ jenis: null }), current: !query.jenis }, ...siteKinds.map(kind => ({ label: t(kindNames[kind]), href: at({ jenis: kind }), current: query.jenis === kind }))]}
          active={query.kurang ? [{ name: 'kurang', label: t('Kurang: {part}', { part: t(partNames[query.kurang]) }) }] : []}>
          <SelectField field={fields('kurang')} label={t('Yang kurang')} empty={t('Apa saja')} options={partOptions(partCodes)} />
        </FilterBar>
        {missing ? <Without units={without} back={at({ keadaan: null })} /> : (
          <>
            <DataTable caption={t('Kesehatan situs')} rows={list.items} rowKey={row => row.id} columns={[
              { label: t('Situs'), main: true, cell: row => <><a href={`${board}/${row.id}`}>{row.name}</a> <small>{t(kindNames[row.kind])}{ownerOf(row, units)}</small></> },
              { label: t('Nilai'), numeric: true, cell: scoreCell },
              { label: t('Yang kurang'), cell: lackingCell },
              { label: t('Diperiksa'), cell: auditedCell },
            ]} empty={<EmptyState title={query.kurang ? t('Tidak ada situs yang kurang di sini') : t('Belum ada situs yang diperiksa')}>{t('Setiap situs yang terbit diperiksa sekali seminggu, dan tidak lama setelah halamannya berubah.')}</EmptyState>} />
            <Pager newer={query.setelah ? at({}) : null} older={list.next && markedAddress(at({}), list.next)} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
            {list.items.length > 0 && <ButtonLink kind="quiet" href={at({}).replace(board, `${board}/unduh.csv`)} download>{t('Unduh sebagai CSV')}</ButtonLink>}
          </>
        )}
      </WorkLayout>
    )
  },
})

/** Whose site it is, where its name does not say so. */
function ownerOf({ unitId, name }: Subject, units: UnitTree): string {
  const unit = unitId ? units.byId(unitId) : undefined
  return unit && unit.name !== name ? ` · ${unit.shortName}` : ''
}

const markedAddress = (address: string, mark: string) => `${address}${address.includes('?') ? '&' : '?'}setelah=${encodeURIComponent(mark)}`

/** The three numbers a leader asks for. */
function Overview({ all, without, link }: { all: Summary; without: number; link: string }) {
  return (
    <Grid>
      <Stat value={all.average === null ? '–' : `${all.average}/100`} share={all.average === null ? undefined : all.average / 100} shareLabel={t('Nilai rata-rata')}>{t('nilai rata-rata {n} situs', { n: all.audited })}</Stat>
      <Stat value={`${all.complete}/${all.sites}`} share={all.sites ? all.complete / all.sites : 0} shareLabel={t('Situs yang lengkap')}>{t('situs memuat semua yang wajib')}</Stat>
      <Stat value={String(without)} href={link}>{t('unit belum punya situs')}</Stat>
    </Grid>
  )
}

const Without = ({ units, back }: { units: readonly Unit[]; back: string }) => (
  <Section title={t('Unit belum punya situs')} link={{ href: back, label: t('Kembali ke daftar situs') }}>
    {units.length > 0
      ? <NameList items={units.map(unit => ({ label: unit.shortName, href: `/kerja/situs/baru?unit=${unit.slug}` }))} />
      : <EmptyState title={t('Semua unit punya situs')} />}
  </Section>
)

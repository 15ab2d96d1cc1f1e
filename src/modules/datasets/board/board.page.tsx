import { sql } from 'kysely'
import { within } from '#platform/access/who.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, DataTable, EmptyState, Stat, WorkLayout } from '#ui/index.ts'

interface Row {
  unitId: string
  listed: number
  late: number
  /** Days the latest of them is late. */
  worst: number | null
  empty: number
  quality: number | null
}

/** Which agencies keep to their schedule, the latest first. */
export const boardPage = page({
  path: '/kerja/data/papan',
  may: 'datasets.read',
  async load(context) {
    const { db, who, ask, government } = context
    const today = todayOf(context)
    const [units, { rows }] = await Promise.all([ask(unitDirectory).of(government.id), sql<Row>`
      select unit_id as "unitId", count(*)::int as listed, count(*) filter (where due_on < ${today}::date)::int as late, max(${today}::date - due_on) filter (where due_on < ${today}::date) as worst,
        count(*) filter (where release_id is null)::int as empty, round(avg(quality))::int as quality
      from datasets.dataset where state = 'listed' and ${within(who.reach('datasets.read'), { unit: sql.ref('unit_id') })}
      group by unit_id order by late desc, worst desc nulls last, unit_id`.execute(db)])
    return { units, rows }
  },
  view({ data: { units, rows } }) {
    const listed = rows.reduce((sum, row) => sum + row.listed, 0)
    const late = rows.reduce((sum, row) => sum + row.late, 0)
    return (
      <WorkLayout title={t('Papan ketepatan data')} lead={t('Perangkat daerah yang datanya terlambat diperbarui, yang paling lama lebih dahulu.')} breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }]}>
        {listed > 0 && <Stat value={`${number(listed - late)}/${number(listed)}`} share={(listed - late) / listed} href="/kerja/data?terlambat=1">{t('data diperbarui menurut jadwal')}</Stat>}
        <DataTable caption={t('Papan ketepatan data')} rows={rows} rowKey={row => row.unitId} columns={[
          { label: t('Produsen data'), main: true, cell: row => { const unit = units.byId(row.unitId); return unit && <a href={`/kerja/data?unit=${unit.slug}${row.late > 0 ? '&terlambat=1' : ''}`}>{unit.name}</a> } },
          { label: t('Dalam daftar'), numeric: true, cell: row => number(row.listed) },
          { label: t('Terlambat'), numeric: true, cell: row => (row.late > 0 ? <Badge tone="bad">{number(row.late)}</Badge> : number(0)) },
          { label: t('Paling lama'), numeric: true, cell: row => row.worst !== null && t('{n, plural, one {# hari} other {# hari}}', { n: row.worst }) },
          { label: t('Belum ada rilis'), numeric: true, cell: row => number(row.empty) },
          { label: t('Mutu'), numeric: true, cell: row => row.quality },
        ]} empty={<EmptyState title={t('Belum ada data dalam daftar')}>{t('Papan ini terisi setelah walidata menerima data pertama.')}</EmptyState>} />
      </WorkLayout>
    )
  },
})

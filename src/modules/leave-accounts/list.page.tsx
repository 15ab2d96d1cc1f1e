import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, addressWith, ButtonLink, DataTable, EmptyState, FilterBar, Notice, Pager, SelectField, WorkLayout } from '#ui/index.ts'
import { balancedOf, servingIn, todayOf, unitsWithin } from './listed.ts'
import { leaveTabs } from './tabs.ts'
import { unitOptions } from './units.ts'

const pageSize = 40
/** People of a unit listed on the screen; a larger unit is chosen in parts, or downloaded. */
const most = 2000

export const listQuery = z.object({ q: z.string().trim().max(100).optional().catch(undefined), unit: z.uuid().optional().catch(undefined), setelah: z.uuid().optional().catch(undefined) })

/** Annual leave of the people an officer looks after. */
export const listPage = page({
  path: '/kerja/cuti/sisa',
  may: 'leave.manage',
  query: listQuery,
  async load(context) {
    const { db, who, query, ask, government } = context
    const units = await ask(unitDirectory).of(government.id)
    const reach = who.reach('leave.manage')
    const people = await servingIn(db, context, unitsWithin(units, reach, query.unit), query.q, most + 1)
    // The list goes on after the last one seen, whoever came or went meanwhile.
    const from = query.setelah ? people.findIndex(one => one.id === query.setelah) + 1 : 0
    const shown = people.slice(from, Math.min(from + pageSize, most))
    return { units, year: Number(todayOf(context).slice(0, 4)), rows: await balancedOf(db, context, shown), next: people.length > from + pageSize && from + pageSize < most ? shown.at(-1)!.id : null, tooMany: people.length > most, options: unitOptions(units, id => covers(reach, { unitId: id })) }
  },
  view({ data: { units, year, rows, next, tooMany, options }, query, request: { url } }) {
    const filters = fieldsOf({ unit: query.unit })
    const here = addressWith(url, {})
    const download = (type: string) => here.replace(/^\/kerja\/cuti\/sisa/, `/kerja/cuti/sisa/unduh.${type}`)
    return (
      <WorkLayout title={t('Sisa cuti pegawai')} lead={t('Cuti tahunan {year} dalam hari kerja.', { year: String(year) })} breadcrumbs={[{ label: t('Cuti'), href: '/cuti' }]} tabs={leaveTabs('accounts', { decides: true, keeps: true })}
        action={<Actions>
          <ButtonLink kind="quiet" href="/kerja/cuti/impor">{t('Impor saldo awal')}</ButtonLink>
          <ButtonLink kind="quiet" href={download('xlsx')} download>{t('Unduh XLSX')}</ButtonLink>
          <ButtonLink kind="quiet" href={download('csv')} download>{t('Unduh CSV')}</ButtonLink>
        </Actions>}>
        <FilterBar search={{ label: t('Cari nama atau NIP'), value: query.q }} active={query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : []}>
          <SelectField field={filters('unit')} label={t('Unit')} empty={t('Semua unit')} options={options} />
        </FilterBar>
        {tooMany && <Notice>{t('Hanya {n} pegawai pertama yang ditampilkan. Pilih unit, atau unduh daftarnya.', { n: most })}</Notice>}
        <DataTable caption={t('Sisa cuti pegawai')} rows={rows} rowKey={({ employee }) => employee.id} columns={[
          { label: t('Nama'), main: true, cell: ({ employee }) => <a href={`/kerja/cuti/sisa/${employee.id}`}>{employee.name}</a> },
          { label: t('Unit kerja'), cell: ({ employee }) => units.byId(employee.unitId)?.name },
          { label: t('Hak'), numeric: true, cell: ({ balance }) => balance && number(balance.own) },
          { label: t('Dibawa'), numeric: true, cell: ({ balance }) => balance && number(balance.carried) },
          { label: t('Dipakai'), numeric: true, cell: ({ balance }) => balance && number(balance.used) },
          { label: t('Diajukan'), numeric: true, cell: ({ balance }) => balance && number(balance.pending) },
          { label: t('Sisa'), numeric: true, cell: ({ balance }) => balance && <b>{number(balance.left)}</b> },
        ]} empty={<EmptyState title={t('Tidak ada pegawai di sini')}>{t('Pilih unit lain.')}</EmptyState>} />
        <Pager newer={query.setelah ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}setelah=${next}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})

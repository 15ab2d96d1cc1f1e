import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, ButtonLink, DataTable, EmptyState, FilterBar, Pager, SelectField, StateBadge, WorkLayout } from '#ui/index.ts'
import { accountStates, manageTabs, unitOptions } from './parts.tsx'
import { listAccounts } from './store.ts'

const pageSize = 40

/** Accounts within reach, by name. */
export const accountsPage = page({
  path: '/kerja/akun',
  may: 'identity.manage-accounts',
  query: z.object({
    q: z.string().trim().max(100).optional(),
    unit: z.uuid().optional(),
    keadaan: z.enum(['invited', 'active', 'inactive']).optional(),
    setelah: z.string().max(300).regex(/^[0-9a-f-]{36} ./).optional(),
  }),
  async load({ db, who, query, ask, government }) {
    const units = await ask(unitDirectory).of(government.id)
    const reach = who.reach('identity.manage-accounts')
    const [id, ...name] = query.setelah?.split(' ') ?? []
    const rows = await listAccounts(
      db,
      reach,
      { q: query.q || undefined, units: query.unit ? units.below(query.unit) : undefined, state: query.keadaan, after: id ? { id, name: name.join(' ') } : undefined },
      pageSize + 1,
    )
    const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
    return { units, rows: rows.slice(0, pageSize), next: last && `${last.id} ${last.name}`, options: unitOptions(units, reach) }
  },
  view({ data: { units, rows, next, options }, query, request, who }) {
    const filters = fieldsOf({ unit: query.unit, keadaan: query.keadaan })
    const active = [
      ...(query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : []),
      ...(query.keadaan ? [{ name: 'keadaan', label: t(accountStates[query.keadaan].label) }] : []),
    ]
    return (
      <WorkLayout title={t('Akun')} lead={t('Orang yang dapat masuk, dan peran yang mereka pegang.')} tabs={manageTabs(who)} action={<ButtonLink href="/kerja/akun/undang">{t('Undang orang')}</ButtonLink>}>
        <FilterBar search={{ label: t('Cari nama'), value: query.q }} active={active}>
          <SelectField field={filters('unit')} label={t('Unit')} options={options} empty={t('Semua unit')} />
          <SelectField field={filters('keadaan')} label={t('Keadaan')} options={Object.entries(accountStates).map(([value, { label }]) => ({ value, label: t(label) }))} empty={t('Semua')} />
        </FilterBar>
        <DataTable
          caption={t('Akun')}
          rows={rows}
          rowKey={row => row.id}
          columns={[
            { label: t('Nama'), main: true, cell: row => <a href={`/kerja/akun/${row.id}`}>{row.name}</a> },
            { label: t('Jabatan'), cell: row => row.title ?? '–' },
            { label: t('Unit kerja'), cell: row => units.byId(row.unitId)?.name ?? t('Unit yang sudah ditutup') },
            { label: t('Keadaan'), cell: row => <StateBadge state={row.state} states={accountStates} /> },
          ]}
          empty={<EmptyState title={t('Tidak ada akun yang cocok')}>{t('Ubah pencarian, atau undang orang pertama.')}</EmptyState>}
        />
        <Pager newer={query.setelah ? addressWith(request.url, {}) : null} older={next ? withMark(addressWith(request.url, {}), next) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})

const withMark = (address: string, mark: string) => `${address}${address.includes('?') ? '&' : '?'}setelah=${encodeURIComponent(mark)}`

import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { asCsv } from '#platform/sheets/downloads.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page, resource, type Context } from '#platform/web/page.ts'
import { ButtonLink, DataTable, EmptyState, FactList, FilterBar, Pager, SelectField, WorkLayout, addressWith } from '#ui/index.ts'
import { unitDirectory, type Unit, type UnitTree } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { Holders } from '../positions/holders.tsx'
import { gradeOf, holdersText, postKindNames, postKinds } from '../positions/words.ts'
import { formationCounts, formationRows, type FormationFilter, type FormationState } from './store.ts'

const permission = 'organisation.see-formation'
const address = '/kerja/formasi'
const pageSize = 60
/** Rows a download holds at most; the filters narrow it. */
const mostRows = 20_000

/** States as the address calls them. */
const states = {
  lowong: { state: 'vacant', label: 'Lowong' },
  sementara: { state: 'acting', label: 'Dijabat Plt. atau Plh.' },
  'tumpang-tindih': { state: 'overlapping', label: 'Tumpang tindih' },
} satisfies Record<string, { state: FormationState; label: string }>

const query = z.object({
  unit: z.string().max(80).optional(),
  jenis: z.enum(postKindNames).optional(),
  keadaan: z.enum(Object.keys(states) as (keyof typeof states)[]).optional(),
  setelah: z.string().max(40).optional(),
})

async function asked({ who, query: { unit: slug, jenis, keadaan }, ask, government, now }: Pick<Context<z.output<typeof query>>, 'who' | 'query' | 'ask' | 'government' | 'now'>): Promise<{ units: UnitTree; unit: Unit | undefined; filter: FormationFilter; today: string; places: Unit[] }> {
  const units = await ask(unitDirectory).of(government.id)
  const unit = slug ? units.bySlug(slug) : undefined
  const reach = who.reach(permission)
  // The list of units to choose from is that of agencies and subdistricts; any other is reached by its own page.
  const places = units.all.filter(one => one.channel && one.kind !== 'village' && one.kind !== 'school' && (reach?.government || reach?.units.has(one.id)))
  return { units, unit, places, today: dayIn(now, government.zone), filter: { units: unit && units.below(unit.id), kind: jenis, state: keadaan && states[keadaan].state } }
}

/** The formation of the government, as far as one may see: every position, who holds it today, and what is vacant. */
export const formationPage = page({
  path: address,
  may: permission,
  query,
  async load(context) {
    const { db, who, query } = context
    const found = await asked(context)
    const reach = who.reach(permission)
    const [list, counts] = await Promise.all([formationRows(db, reach, found.today, { ...found.filter, after: query.setelah }, pageSize), formationCounts(db, reach, found.today, found.filter)])
    return { ...found, list, counts }
  },
  view({ data: { units, unit, places, list, counts }, query, request, who }) {
    const fields = fieldsOf({ unit: query.unit, jenis: query.jenis })
    const to = (keadaan: string | null) => addressWith(request.url, { keadaan })
    const options = unit && !places.includes(unit) ? [...places, unit] : places
    return (
      <WorkLayout title={t('Formasi jabatan')} lead={unit?.name ?? t('Semua jabatan dalam jangkauan Anda dan pejabatnya hari ini.')}
        tabs={[
          { label: t('Semua'), href: to(null), count: counts.posts, current: !query.keadaan },
          ...Object.entries(states).map(([value, { state, label }]) => ({ label: t(label), href: to(value), count: counts[state], current: query.keadaan === value })),
        ]}>
        <FilterBar keep={{ keadaan: query.keadaan }} active={[...(unit ? [{ name: 'unit', label: unit.shortName }] : []), ...(query.jenis ? [{ name: 'jenis', label: t(postKinds[query.jenis].label) }] : [])]}>
          <SelectField field={fields('unit')} label={t('Unit')} empty={t('Semua unit')} options={options.map(one => ({ value: one.slug, label: one.shortName }))} />
          <SelectField field={fields('jenis')} label={t('Jenis jabatan')} empty={t('Semua jenis')} options={postKindNames.map(value => ({ value, label: t(postKinds[value].label) }))} />
        </FilterBar>
        <FactList facts={[{ label: t('Terisi definitif'), value: t('{n} dari {of} jabatan', { n: number(counts.filled), of: number(counts.posts) }) }]} />
        <DataTable caption={t('Formasi jabatan')} rows={list.rows} rowKey={row => row.id} columns={[
          { label: t('Jabatan'), main: true, cell: row => <>{mayManage(who, row.unitId) ? <a href={`/kerja/jabatan/${row.id}`}>{row.title}</a> : row.title} <small>{units.byId(row.unitId)?.name}</small></> },
          { label: t('Jenis jabatan'), cell: row => <>{t(postKinds[row.kind].label)} <small>{gradeOf(row)}</small></> },
          { label: t('Pejabat hari ini'), cell: row => <Holders holders={row.holders} /> },
        ]} empty={<EmptyState title={t('Tidak ada jabatan di sini')} action={<ButtonLink kind="quiet" href={address}>{t('Lihat seluruh formasi')}</ButtonLink>}>{t('Ubah saringan, atau tambahkan jabatan pada halaman unitnya.')}</EmptyState>} />
        <Pager newer={query.setelah ? addressWith(request.url, { setelah: null }) : null} older={list.next && addressWith(request.url, { setelah: list.next })} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
        {list.rows.length > 0 && <ButtonLink kind="quiet" href={addressWith(request.url, { setelah: null }).replace(address, `${address}/unduh.csv`)} download>{t('Unduh sebagai CSV')}</ButtonLink>}
      </WorkLayout>
    )
  },
})

/** The same list as a file, under the same filters and the same reach. */
export const formationDownload = resource({
  path: `${address}/unduh.csv`,
  may: permission,
  query,
  async load(context) {
    const { units, filter, today } = await asked(context)
    const { rows } = await formationRows(context.db, context.who.reach(permission), today, filter, mostRows)
    const lines = rows.map(row => [row.code ?? '', row.title, postKinds[row.kind].label, row.echelon ?? '', row.grade === null ? '' : String(row.grade), units.byId(row.unitId)?.name ?? '', row.holders.length > 0 ? holdersText(row.holders) : '', row.holders[0]?.from ?? '', row.holders[0]?.to ?? '', row.holders[0]?.decree ?? ''])
    return asCsv('formasi', [['kode', 'jabatan', 'jenis', 'eselon', 'kelas', 'unit', 'pejabat', 'mulai', 'sampai', 'sk'], ...lines])
  },
})

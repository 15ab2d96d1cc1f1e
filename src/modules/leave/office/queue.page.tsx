import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import { addressWith, DataTable, DateTime, EmptyState, FilterBar, Pager, Section, SelectField, StateBadge, WorkLayout, type Column } from '#ui/index.ts'
import { states, type Request, type State } from '../leave.ts'
import { chargeOf, desksOf, todayOf, viewerOf } from '../parts/here.ts'
import { leaveTabs } from '../parts/tabs.ts'
import { unitOptions } from '../parts/units.ts'
import { kindName, spanWords, stateWords } from '../parts/words.ts'
import { kindOf, kindsOn } from '../rules.ts'
import { listRequests, waitingAt } from '../store.ts'

const pageSize = 40
const shown = states.filter(state => state !== 'draft') as [State, ...State[]]

/** What waits for whoever is in charge of positions, and for officers; below it all that was decided there. */
export const queuePage = page({
  path: '/kerja/cuti',
  may: 'signed-in',
  query: z.object({ keadaan: z.enum(shown).optional().catch(undefined), unit: z.uuid().optional().catch(undefined), sebelum: z.uuid().optional().catch(undefined) }),
  async load(context) {
    const { db, query, ask, government } = context
    const viewer = await viewerOf(context)
    const units = await ask(unitDirectory).of(government.id)
    const [waiting, found, kinds] = await Promise.all([
      waitingAt(db, chargeOf(viewer), viewer.employeeId),
      listRequests(db, desksOf(viewer), { states: query.keadaan && [query.keadaan], units: query.unit ? units.below(query.unit) : undefined, before: query.sebelum }, pageSize + 1),
      kindsOn(db, todayOf(context)),
    ])
    const rows = found.slice(0, pageSize)
    const people = await ask(employees).byId(db, [...waiting, ...rows].map(request => request.employeeId))
    return { viewer, units, waiting, rows, next: found.length > pageSize ? rows.at(-1)!.id : null, kinds, people }
  },
  view({ data: { viewer, units, waiting, rows, next, kinds, people }, query, request: { url } }) {
    const own = ({ employeeId }: Request) => employeeId === viewer.employeeId
    const columns: Column<Request>[] = [
      { label: t('Pegawai'), main: true, cell: request => <a href={own(request) ? `/cuti/${request.id}` : `/kerja/cuti/${request.id}`}>{people.get(request.employeeId)?.name ?? t('Pegawai')}</a> },
      { label: t('Tanggal'), cell: request => spanWords(request) },
      { label: t('Jenis cuti'), cell: request => kindName(kindOf(kinds, request.kind), request.kind) },
      { label: t('Unit kerja'), cell: request => units.byId(request.unitId)?.name },
    ]
    const filters = fieldsOf({ keadaan: query.keadaan, unit: query.unit })
    const active = [...(query.keadaan ? [{ name: 'keadaan', label: t(stateWords[query.keadaan].label) }] : []), ...(query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : [])]
    const here = addressWith(url, {})
    return (
      <WorkLayout title={t('Permohonan cuti')} lead={t('Yang menunggu Anda sebagai atasan, pejabat yang berwenang, atau pengelola kepegawaian.')} breadcrumbs={[{ label: t('Cuti'), href: '/cuti' }]} tabs={leaveTabs(viewer, 'queue')}>
        <Section title={t('Perlu keputusan Anda')}>
          <DataTable caption={t('Perlu keputusan Anda')} rows={waiting} rowKey={request => request.id} mark={() => 'new'} columns={[...columns, { label: t('Diajukan'), cell: request => request.submittedAt && <DateTime at={request.submittedAt} as="ago" /> }]}
            empty={<EmptyState title={t('Tidak ada permohonan yang menunggu Anda')}>{t('Permohonan pegawai di bawah jabatan Anda muncul di sini dan di kotak masuk.')}</EmptyState>} />
        </Section>
        <Section title={t('Semua permohonan')}>
          <FilterBar active={active}>
            <SelectField field={filters('keadaan')} label={t('Keadaan')} empty={t('Semua keadaan')} options={shown.map(state => ({ value: state, label: t(stateWords[state].label) }))} />
            {viewer.officer && <SelectField field={filters('unit')} label={t('Unit')} empty={t('Semua unit')} options={unitOptions(units, id => covers(viewer.officer, { unitId: id }))} />}
          </FilterBar>
          <DataTable caption={t('Semua permohonan')} rows={rows} rowKey={request => request.id} columns={[...columns, { label: t('Keadaan'), cell: request => <StateBadge state={request.state} states={stateWords} /> }]}
            empty={<EmptyState title={t('Belum ada permohonan cuti')}>{t('Ubah saringan, atau tunggu permohonan pertama.')}</EmptyState>} />
          <Pager newer={query.sebelum ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}sebelum=${next}` : null} />
        </Section>
      </WorkLayout>
    )
  },
})

import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, ButtonLink, DataTable, DateTime, EmptyState, FilterBar, Pager, Queue, Section, SelectField, StateBadge, WorkLayout, addressWith } from '#ui/index.ts'
import type { EntryState } from '../contract.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { accessWords } from '../contract.ts'
import { entryStates, releaseStates } from '../parts/words.ts'
import { countByState, deskEntries } from '../store.ts'
import { waitingHere } from './waiting.ts'

const states = Object.keys(entryStates) as EntryState[]

const query = z.object({
  keadaan: z.enum(states as [EntryState, ...EntryState[]]).optional(),
  unit: z.string().max(80).optional(),
  q: z.string().max(100).optional(),
  terlambat: z.literal('1').optional(),
  sebelum: z.string().max(60).optional(),
})

/** Everything in reach, with what waits for this person first. */
export const deskPage = page({
  path: '/kerja/data',
  may: 'datasets.read',
  query,
  async load(context) {
    const { db, who, query, ask, government } = context
    const units = await ask(unitDirectory).of(government.id)
    const reach = who.reach('datasets.read')
    const unit = query.unit ? units.bySlug(query.unit) : undefined
    const today = todayOf(context)
    const [list, counts, waiting] = await Promise.all([
      deskEntries(db, reach, { state: query.keadaan, unitIds: unit && units.below(unit.id), words: query.q?.trim() || undefined, lateOn: query.terlambat && today, before: query.sebelum, limit: 30 }),
      countByState(db, reach), waitingHere(context),
    ])
    const within = units.all.filter(one => !['division', 'section'].includes(one.kind) && (reach?.government || reach?.units.has(one.id)))
    return { units, unit, list, counts, waiting, within, today }
  },
  view({ data: { units, unit, list, counts, waiting, within, today }, query, who, request }) {
    const fields = fieldsOf({ ...query })
    const tabs = [
      { label: t('Semua'), href: '/kerja/data', current: !query.keadaan },
      ...states.filter(state => counts.get(state)).map(state => ({ label: t(entryStates[state].label), href: addressWith('/kerja/data', { keadaan: state }), count: counts.get(state), current: query.keadaan === state })),
    ]
    const create = who.may('datasets.produce') ? <ButtonLink href="/kerja/data/baru">{t('Data baru')}</ButtonLink> : undefined
    return (
      <WorkLayout title={t('Data')} lead={t('Daftar data unit Anda: dari rencana sampai tayang.')} action={create} tabs={tabs}>
        {waiting.length > 0 && !query.q && (
          <Section title={t('Menunggu Anda')}>
            <Queue label={t('Menunggu Anda')} entries={waiting.map(({ release, entry }) => ({
              id: release.id, href: `/kerja/data/rilis/${release.id}`, title: entry.title, kind: t(releaseStates[release.state].label), from: units.byId(entry.unitId)?.shortName ?? '', facts: [periodWords(release.period), <DateTime at={release.changedAt} as="ago" />],
            }))} />
          </Section>
        )}
        <FilterBar search={{ label: t('Cari judul'), value: query.q }} keep={{ keadaan: query.keadaan, terlambat: query.terlambat }}
          active={[...(unit ? [{ name: 'unit', label: unit.shortName }] : []), ...(query.terlambat ? [{ name: 'terlambat', label: t('Terlambat') }] : [])]}>
          {within.length > 1 && <SelectField field={fields('unit')} label={t('Produsen data')} empty={t('Semua')} options={within.map(one => ({ value: one.slug, label: one.shortName }))} />}
        </FilterBar>
        <DataTable caption={t('Data')} rows={list.items} rowKey={row => row.id} columns={[
          { label: t('Judul'), main: true, cell: row => <a href={`/kerja/data/${row.id}`}>{row.title}</a> },
          { label: t('Produsen data'), cell: row => units.byId(row.unitId)?.shortName },
          { label: t('Keadaan'), cell: row => <><StateBadge state={row.state} states={entryStates} /> {row.access !== 'open' && <StateBadge state={row.access} states={accessWords} />}</> },
          { label: t('Rilis berikutnya'), cell: row => row.dueOn && (row.dueOn < today ? <Badge tone="bad">{longDate(row.dueOn)}</Badge> : longDate(row.dueOn)) },
          { label: t('Mutu'), numeric: true, cell: row => row.quality },
        ]} empty={<EmptyState title={t('Belum ada data di sini')} action={create}>{t('Mulai dengan data yang paling sering ditanyakan kepada unit Anda.')}</EmptyState>} />
        <Pager older={list.next && addressWith(request.url, { sebelum: list.next })} />
      </WorkLayout>
    )
  },
})

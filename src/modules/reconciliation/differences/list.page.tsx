import { z } from 'zod'
import { several } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, Badge, CheckField, DataTable, DateTime, EmptyState, FilterBar, Form, FormSection, Pager, SelectField, StateBadge, TextField, type Column } from '#ui/index.ts'
import type { Fields } from '#platform/forms/fields.ts'
import type { Comparison, Source } from '../contract.ts'
import { ComparisonFrame } from '../parts/frame.tsx'
import { comparisonWithSources } from '../parts/here.ts'
import { differenceWords, fieldText, saidText } from '../parts/words.ts'
import { maySettle } from '../policy.ts'
import { settle } from '../settling.ts'
import { comparisonWithin, progressOf, sourcesOf } from '../store/comparisons.ts'
import { differenceCounts, pageOfDifferences, type Difference } from '../store/differences.ts'
import type { DifferenceState } from '../states.ts'
import { choiceOf } from './choosing.ts'

const shown = 30
const views = { terbuka: ['open', 'asked'], diminta: ['asked'], diputuskan: ['settled'], sama: ['agreed'] } as const satisfies Record<string, readonly DifferenceState[]>

const query = z.object({
  keadaan: z.enum(['terbuka', 'diminta', 'diputuskan', 'sama']).catch('terbuka').default('terbuka'), kolom: z.string().max(60).optional().catch(undefined), pemilik: z.uuid().optional().catch(undefined),
  q: z.string().trim().max(80).optional().catch(undefined), setelah: z.uuid().optional().catch(undefined),
})

/** What the sources disagree about, to be settled one by one or several at once. */
export const differencesPage = page({
  path: '/kerja/rekonsiliasi/:id/perbedaan',
  may: 'reconciliation.see',
  query,
  form: z.object({ pilih: several(z.uuid()), choice: z.string().default(''), why: z.string().trim().max(300, 'Paling banyak {max} huruf').default('') }),
  async load(context) {
    const { db, query: { keadaan, kolom, pemilik, q, setelah }, ask, government } = context
    const { comparison, sources } = await comparisonWithSources(context)
    const filter = { comparisonId: comparison.id, states: views[keadaan], field: kolom, ownerId: pemilik, search: q || undefined, after: setelah, limit: shown }
    const [found, progress, counts, units] = await Promise.all([pageOfDifferences(db, filter), progressOf(db, comparison.id), differenceCounts(db, comparison.id), ask(unitDirectory).of(government.id)])
    return { comparison, sources, progress, counts, units, today: todayOf(context), ...found }
  },
  fill: (_data, { query: { kolom, pemilik } }) => ({ kolom, pemilik }),
  view({ data: { comparison, sources, progress, counts, units, today, items, next }, fields, who, query: { keadaan, kolom, pemilik, q, setelah }, request }) {
    const open = comparison.state === 'open' && items.some(one => maySettle(who, one) && (one.state === 'open' || one.state === 'asked'))
    const view = (label: string, value: keyof typeof views) => ({ label, href: addressWith(request.url, { keadaan: value === 'terbuka' ? null : value }), current: keadaan === value })
    const nameOf = (id: string) => units.byId(id)?.name ?? '–'
    const columns = columnsOf({ comparison, sources, fields, today, nameOf: new Set(counts.map(({ ownerId }) => ownerId)).size > 1 ? nameOf : null, picks: open ? one => maySettle(who, one) : null })
    const table = <DataTable caption={t('Perbedaan')} rows={items} rowKey={one => one.id} columns={columns} empty={<EmptyState title={t('Tidak ada perbedaan di sini')}>{t('Sumber-sumbernya berkata sama, atau saringannya terlalu sempit.')}</EmptyState>} />
    return (
      <ComparisonFrame comparison={comparison} progress={progress} here="differences" title={t('Perbedaan')} lead={t('Tidak ada yang ditimpa: nilai berlaku setelah seseorang memutuskan, dan keputusan dapat ditarik.')}>
        <FilterBar search={{ label: t('Cari menurut nama'), value: q }} keep={{ keadaan: keadaan === 'terbuka' ? undefined : keadaan }} quick={[view(t('Terbuka'), 'terbuka'), view(t('Diminta'), 'diminta'), view(t('Diputuskan'), 'diputuskan'), view(t('Sudah sama'), 'sama')]}
          active={[...(q ? [{ name: 'q', label: `“${q}”` }] : []), ...(kolom ? [{ name: 'kolom', label: fieldText(comparison, kolom) }] : []), ...(pemilik ? [{ name: 'pemilik', label: nameOf(pemilik) }] : [])]}>
          <SelectField field={fields('kolom')} label={t('Kolom')} options={[...new Set(counts.map(({ field }) => field))].map(value => ({ value, label: fieldText(comparison, value) }))} empty={t('Semua')} />
          <SelectField field={fields('pemilik')} label={t('Yang memutuskan')} options={[...new Set(counts.map(({ ownerId }) => ownerId))].map(value => ({ value, label: nameOf(value) }))} empty={t('Semua')} />
        </FilterBar>
        {open ? (
          <Form fields={fields} wide submit={t('Putuskan yang dicentang')}>
            {table}
            <FormSection title={t('Untuk yang dicentang')}>
              <SelectField field={fields('choice')} label={t('Yang berlaku')} required empty={t('Pilih')} options={[...sources.map(({ id, label }) => ({ value: `source:${id}`, label: t('Kata {source}', { source: label }) })), { value: 'both', label: t('Keduanya benar') }]} />
              <TextField field={fields('why')} label={t('Alasan')} hint={t('Misalnya: sesuai SK terakhir; Dapodik diperbarui operator sekolah.')} maxlength={300} />
            </FormSection>
          </Form>
        ) : table}
        <Pager newer={setelah ? addressWith(request.url, {}) : null} older={next && addressWith(request.url, { setelah: next })} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </ComparisonFrame>
    )
  },
  async act(context) {
    const { tx, who, params, input, note, request } = context
    const comparison = await comparisonWithin(tx, who.reach('reconciliation.see'), params.id!, true)
    if (!comparison) throw new NotFound()
    if (input.pilih.length === 0) throw new Problem('', 'Centang paling sedikit satu perbedaan.')
    const choice = choiceOf(input.choice, '', await sourcesOf(tx, comparison.id))
    const before = await settle(tx, who, comparison, input.pilih, { choice, why: input.why || null })
    note({ record: ['reconciliation', comparison.id], before: { differences: before.map(({ id, field, title, values }) => ({ id, field, title, values })) }, after: { choice, why: input.why } })
    return goto(request.url, '{n, plural, one {# perbedaan} other {# perbedaan}} diputuskan.', { n: before.length })
  },
})

interface Around {
  comparison: Comparison
  sources: readonly Source[]
  fields: Fields
  today: string
  /** Left out where one unit settles everything. */
  nameOf: ((unitId: string) => string) | null
  /** Which ones may be ticked; null when there is nothing to tick. */
  picks: ((one: Difference) => boolean) | null
}

function columnsOf({ comparison, sources, fields, today, nameOf, picks }: Around): Column<Difference>[] {
  const late = (one: Difference) => one.dueOn !== null && one.dueOn < today && (one.state === 'open' || one.state === 'asked')
  return [
    ...(picks ? [{ label: t('Pilih'), quiet: true, cell: (one: Difference) => picks(one) && <CheckField field={fields('pilih')} id={`pilih-${one.id}`} value={one.id} label={`${one.title}, ${fieldText(comparison, one.field)}`} quiet /> }] : []),
    { label: t('Hal'), main: true, cell: one => <><a href={`/kerja/rekonsiliasi/perbedaan/${one.id}`}>{one.title}</a><small>{fieldText(comparison, one.field)}</small></> },
    ...sources.map(({ id, label }): Column<Difference> => ({ label, cell: one => (one.values[id] ? saidText(one.field, one.values[id].text) : '–') })),
    ...(nameOf ? [{ label: t('Yang memutuskan'), cell: (one: Difference) => nameOf(one.ownerId) }] : []),
    { label: t('Keadaan'), cell: one => <><StateBadge state={one.state} states={differenceWords} /> {one.dueOn && (late(one) ? <Badge tone="bad">{t('terlambat')}</Badge> : one.state === 'asked' && <DateTime at={one.dueOn} as="short" />)}</> },
  ]
}

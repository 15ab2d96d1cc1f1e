import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { addMonths, dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, Badge, Button, ButtonLink, CheckField, DataTable, DateTime, EmptyState, FilterBar, Form, HiddenField, Muted, Notice, Pager, SelectField, WorkLayout, type Column } from '#ui/index.ts'
import { ratingWords, staff, type DueEmployee } from '#modules/personnel/contract.ts'
import { tabsFor } from '../parts/tabs.ts'
import { preparations, type DueKind, type Preparation } from '../contract.ts'
import { dueKinds, termOf, type Rules } from './due.ts'
import { rulesOn } from './rules.ts'
import { dueWords } from './words.ts'

const pageSize = 50
const spans = { siap: 0, '6': 6, '12': 12, '60': 60 } as const

const spanWords = { siap: 'Perlu disiapkan sekarang', '6': 'Enam bulan ke depan', '12': 'Satu tahun ke depan', '60': 'Lima tahun ke depan' }

/** What falls due: salary increases, promotions, retirements, contracts; by rules that are reference data. */
export const duePage = page({
  path: '/kerja/pegawai/jatuh-tempo',
  may: 'personnel.read',
  query: z.object({
    daftar: z.enum(dueKinds).default('salary-increase').catch('salary-increase'),
    sampai: z.enum(['siap', '6', '12', '60']).default('siap').catch('siap'),
    unit: z.uuid().optional().catch(undefined),
    setelah: z.string().regex(/^\d{4}-\d{2}-\d{2} [0-9a-f-]{36}$/).optional().catch(undefined),
  }),
  async load(context) {
    const { db, who, query, ask, government, now } = context
    const today = dayIn(now, government.zone)
    const reach = who.reach('personnel.read')
    const [units, rules] = await Promise.all([ask(unitDirectory).of(government.id), rulesOn(db, today)])
    const until = addMonths(today, query.sampai === 'siap' ? (rules.terms[query.daftar]?.notice ?? 0) : spans[query.sampai])
    const [on = '', id = ''] = query.setelah?.split(' ') ?? []
    const term = termOf(query.daftar, rules)
    const found = !term ? [] : await ask(staff).due(db, reach, term, { until, units: query.unit ? units.below(query.unit) : undefined, after: on ? { on, id } : undefined, limit: pageSize + 1 })
    const [rows, last] = [found.slice(0, pageSize), found.length > pageSize ? found[pageSize - 1]! : null]
    const prepared = who.may('personnel.manage') && query.daftar !== 'license' && rows.length > 0 ? await ask(preparations).of(context, query.daftar, rows) : null
    const parts = units.all.filter(({ id, parentId }) => (parentId === null || units.byId(parentId)?.parentId === null) && (reach?.government || reach?.units.has(id)))
    return { units, rules, until, today, rows, prepared, path: prepared && ask(preparations).path, next: last && `${last.on} ${last.id}`, options: parts.map(({ id, name }) => ({ value: id, label: name })) }
  },
  view({ data: { units, rules, until, today, rows, prepared, path, next, options }, query, request, who }) {
    const filters = fieldsOf({ unit: query.unit, sampai: query.sampai })
    const here = addressWith(request.url, {})
    const active = [
      ...(query.unit ? [{ name: 'unit', label: units.byId(query.unit)?.name ?? t('Unit') }] : []),
      ...(query.sampai === 'siap' ? [] : [{ name: 'sampai', label: t(spanWords[query.sampai]) }]),
    ]
    const table = (
      <DataTable caption={t(dueWords[query.daftar].label)} rows={rows} rowKey={row => row.id} columns={[
        ...(prepared ? [ticks(prepared)] : []),
        { label: t('Nama'), main: true, cell: row => <><a href={`/kerja/pegawai/${row.id}`}>{row.name}</a>{row.nip && <><br /><Muted>{row.nip}</Muted></>}</> },
        { label: t('Jatuh tempo'), cell: row => <><DateTime at={row.on} as="short" />{row.on < today && <><br /><Badge tone="warn">{t('Lewat')}</Badge></>}</> },
        { label: t('Golongan'), cell: row => (query.daftar === 'promotion' ? stepUp(row, rules) : (row.grade ?? '–')) },
        { label: t('Jabatan'), cell: row => <>{row.position ?? '–'}<br /><Muted>{units.byId(row.unitId)?.name ?? t('Unit yang sudah ditutup')}</Muted></> },
        ...(query.daftar === 'salary-increase' || query.daftar === 'promotion' ? [{ label: t('Predikat kinerja terakhir'), cell: ({ rating }: DueEmployee) => (isRating(rating) ? t(ratingWords[rating]) : '–') }] : []),
        ...(query.daftar === 'license' ? [{ label: t('Yang berakhir'), cell: ({ licenses }: DueEmployee) => licenses }] : []),
        ...(path && prepared ? [preparing(prepared, `${path}?daftar=${query.daftar}`)] : []),
      ]} empty={<EmptyState title={t('Tidak ada yang jatuh tempo')}>{t('Pilih jangka waktu yang lebih panjang, atau lengkapi riwayat pegawai.')}</EmptyState>} />
    )
    return (
      <WorkLayout title={t('Jatuh tempo')} lead={t('Sampai {date}, menurut riwayat yang sah.', { date: longDate(until) })} tabs={tabsFor(who, 'jatuh-tempo')}>
        <FilterBar active={active} keep={{ daftar: query.daftar }} quick={dueKinds.map(kind => ({ label: t(dueWords[kind].label), href: addressWith(here, { daftar: kind }), current: kind === query.daftar }))}>
          <SelectField field={filters('sampai')} label={t('Jangka waktu')} options={Object.entries(spanWords).map(([value, label]) => ({ value, label: t(label) }))} />
          <SelectField field={filters('unit')} label={t('Unit')} options={options} empty={t('Semua unit')} />
        </FilterBar>
        <RuleNotice what={query.daftar} rules={rules} />
        {path && prepared && [...prepared.values()].some(({ open }) => open)
          ? <Form method="get" action={path} wide actions={<Button>{t('Siapkan surat untuk yang dipilih')}</Button>}><HiddenField name="daftar" value={query.daftar} />{table}</Form>
          : table}
        <Pager newer={query.setelah ? here : null} older={next ? `${here}${here.includes('?') ? '&' : '?'}setelah=${encodeURIComponent(next)}` : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
      </WorkLayout>
    )
  },
})

/** One tick for each of those a letter may be prepared for. */
const ticks = (prepared: ReadonlyMap<string, Preparation>): Column<DueEmployee> => ({
  label: t('Pilih'), quiet: true,
  cell: ({ id, name }) => prepared.get(id)?.open && <CheckField quiet field={{ name: 'pegawai', value: '', values: [], error: null }} id={`f-${id}`} value={id} label={t('Pilih {name}', { name })} />,
})

/** How far the letter about each has come, and what to begin one with. */
const preparing = (prepared: ReadonlyMap<string, Preparation>, address: string): Column<DueEmployee> => ({
  label: t('Surat'),
  cell({ id, name }) {
    const { state, open } = prepared.get(id) ?? {}
    return <>{state && <><a href={state.href}><Badge tone={state.tone}>{t(state.label)}</Badge></a><br /></>}{open && <ButtonLink kind="plain" href={`${address}&pegawai=${id}`} about={name}>{t('Siapkan surat')}</ButtonLink>}</>
  },
})

const isRating = (code: string | null): code is keyof typeof ratingWords => code !== null && code in ratingWords

/** `III/b → III/c`. */
function stepUp({ grade }: DueEmployee, { grades }: Rules): string {
  const at = grades.findIndex(({ code }) => code === grade)
  return `${grade ?? '–'} → ${grades[at + 1]?.code ?? '–'}`
}

/** By which rule the list is made, and whether somebody has compared it with the text. */
function RuleNotice({ what, rules: { terms, ages } }: { what: DueKind; rules: Rules }) {
  const term = terms[what]
  if (!term) return <Notice tone="warn"><p>{t('Belum ada aturan untuk daftar ini di data rujukan.')}</p></Notice>
  const rule = {
    'salary-increase': t('Setiap {years} tahun sejak KGB terakhir, atau sejak mulai bekerja.', { years: term.months / 12 }),
    promotion: t('Kenaikan reguler setiap {years} tahun sejak pangkat terakhir.', { years: term.months / 12 }),
    retirement: t('Batas usia pensiun {ages} tahun menurut jenjang jabatan; berhenti pada tanggal 1 bulan berikutnya.', { ages: [...new Set([...ages.values()].map(({ age }) => age))].toSorted((a, b) => a - b).join(', ') }),
    contract: t('Hari terakhir kontrak PPPK dan honorer.'),
    license: t('Hari terakhir STR, SIP, dan sertifikat yang tercatat; yang terbaru dari setiap nama.'),
  }[what]
  const checked = term.verified && (what !== 'retirement' || [...ages.values()].every(({ verified }) => verified))
  return <Notice><p>{rule} {t('Dasar: {basis}.', { basis: term.legalBasis })} {!checked && t('Belum dicocokkan dengan naskah aslinya.')}</p></Notice>
}

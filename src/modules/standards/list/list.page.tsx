import { z } from 'zod'
import { fieldsOf } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { codeLists } from '#modules/code-lists/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { addressWith, Button, ButtonLink, DataTable, DateTime, EmptyState, FilterBar, Form, Notice, Pager, SelectField, StateBadge, Tabs, WorkLayout } from '#ui/index.ts'
import { open, type Standard } from '../concept.ts'
import type { ConceptState } from '../contract.ts'
import { propose } from '../lifecycle.ts'
import { listToday, meansOf } from '../parts/here.ts'
import { stateWords } from '../parts/words.ts'
import { mayReview } from '../policy.ts'
import { startingStandards } from '../starting.ts'
import { counts, standardsFor } from '../store.ts'

const size = 50

/** Views of the list: which states each shows. */
const views = {
  proses: { label: 'Dalam proses', states: [...open] },
  berlaku: { label: 'Berlaku', states: ['valid'] },
  lama: { label: 'Tidak berlaku', states: ['replaced', 'retired', 'withdrawn'] },
} as const satisfies Record<string, { label: string; states: readonly ConceptState[] }>

type View = keyof typeof views
const viewNames = Object.keys(views) as [View, ...View[]]

const markOf = ({ name, id }: Standard) => `${id}.${name}`
const afterMark = (mark: string | undefined) => (mark && /^[0-9a-f-]{36}\./.test(mark) ? { id: mark.slice(0, 36), name: mark.slice(37) } : undefined)

/** Standards as the office sees them: those on their way first. */
export const listPage = page({
  path: '/kerja/standar-data',
  may: 'standards.propose',
  query: z.object({
    lihat: z.enum(viewNames).optional().catch(undefined),
    q: z.string().max(200).optional().catch(undefined),
    tema: z.string().max(60).optional().catch(undefined),
    setelah: z.string().max(200).optional().catch(undefined),
  }),
  form: z.object({ step: z.enum(['begin'], 'Pilih langkah') }),
  async load(context) {
    const { db, query, who, government, ask } = context
    const reach = who.reach('standards.propose')
    const numbers = await counts(db, reach)
    const waiting = open.some(state => (numbers.states.get(state) ?? 0) > 0)
    const view: View = query.lihat ?? (waiting && !query.q && !query.tema ? 'proses' : 'berlaku')
    const [found, themes, units] = await Promise.all([
      standardsFor(db, { words: query.q, theme: query.tema, states: views[view].states, after: afterMark(query.setelah), limit: size, reach }),
      listToday(context, 'tema-data'),
      ask(unitDirectory).of(government.id),
    ])
    return { view, numbers, found, themes, units }
  },
  view({ data: { view, numbers, found, themes, units }, query, request, who, fields: form }) {
    const fields = fieldsOf({ ...query })
    const theme = themes.find(({ code }) => code === query.tema)
    const total = (states: readonly ConceptState[]) => states.reduce((sum, state) => sum + (numbers.states.get(state) ?? 0), 0)
    const last = found.items.at(-1)
    return (
      <WorkLayout title={t('Standar data')} lead={t('Konsep, definisi, klasifikasi, ukuran, dan satuan yang dipakai semua produsen data.')} action={<ButtonLink href="/kerja/standar-data/usul">{t('Usulkan standar data')}</ButtonLink>}>
        {numbers.states.size === 0 && mayReview(who) && (
          <Notice title={t('Belum ada satu standar pun')}>
            <p>{t('Mulai dengan {n} data yang lazim di kabupaten dan kota. Definisinya ditulis dari ingatan: semuanya masuk sebagai usulan dan diperiksa dahulu.', { n: startingStandards([]).length })}</p>
            <Form fields={form} actions={<Button name="step" value="begin">{t('Usulkan daftar awal')}</Button>} />
          </Notice>
        )}
        <Tabs label={t('Keadaan')} tabs={viewNames.map(name => ({ label: t(views[name].label), href: `/kerja/standar-data?lihat=${name}`, count: total(views[name].states), current: name === view }))} />
        <FilterBar search={{ label: t('Cari standar data'), value: query.q, placeholder: t('Nama, konsep, atau kata dalam definisi') }} keep={{ lihat: view }} active={theme ? [{ name: 'tema', label: theme.label }] : []}>
          <SelectField field={fields('tema')} label={t('Tema')} empty={t('Semua tema')} options={themes.map(({ code, label }) => ({ value: code, label }))} />
        </FilterBar>
        <DataTable caption={t('Standar data')} rows={found.items} rowKey={standard => standard.id}
          empty={<EmptyState title={t('Tidak ada standar data di sini')} action={<ButtonLink kind="quiet" href="/data/standar">{t('Lihat halaman publik')}</ButtonLink>}>{t('Usulkan satu, atau lihat yang sudah berlaku.')}</EmptyState>}
          columns={[
            { label: t('Nama data'), main: true, cell: standard => <a href={`/kerja/standar-data/${standard.id}`}>{standard.name}</a> },
            { label: t('Konsep'), cell: standard => standard.concept },
            { label: t('Ukuran dan satuan'), cell: standard => `${standard.measure}, ${standard.unit}` },
            { label: t('Tema'), cell: standard => themes.find(({ code }) => code === standard.theme)?.label ?? standard.theme },
            { label: t('Pengusul'), cell: standard => units.byId(standard.unitId ?? '')?.shortName },
            { label: t('Keadaan'), cell: standard => <StateBadge state={standard.state} states={stateWords} /> },
            { label: t('Berubah'), cell: standard => <DateTime at={standard.changedAt} /> },
          ]} />
        <Pager labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} older={found.more && last ? addressWith(request.url, { setelah: markOf(last) }) : null} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, note, ask } = context
    if (!mayReview(who)) throw new Refused('Daftar awal diusulkan walidata atau pembina data.')
    if ((await counts(tx, who.reach('standards.propose'))).states.size > 0) throw new Problem('', 'Sudah ada standar data di sini; daftar awal hanya untuk yang masih kosong.')
    const contents = startingStandards(await ask(codeLists).codeLists(tx))
    for (const content of contents) await propose(tx, meansOf(context), content, { unitId: who.account!.unitId, by: who.account!.id, of: null, quiet: true })
    note({ record: ['standards', context.government.id], after: { step: 'begin', standards: contents.length } })
    return goto('/kerja/standar-data', '{n} usulan masuk dan menunggu diperiksa orang lain.', { n: contents.length })
  },
})

import { z } from 'zod'
import { line } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { referenceList } from '#platform/reference/reference.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Form, RadioField, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { everyWords, kindWords } from '../parts/words.ts'
import { planVisit } from '../run/visit.ts'
import type { SourceKind } from '../source.ts'
import { insertSource } from '../store.ts'

const kinds = Object.keys(kindWords) as [SourceKind, ...SourceKind[]]

async function choicesOf(context: Pick<Context, 'ask' | 'db' | 'government' | 'now'>) {
  const [units, themes] = await Promise.all([context.ask(unitDirectory).of(context.government.id), referenceList<{ name: string; order: number }>(context.db, 'data-theme', todayOf(context))])
  return { units: units.all.filter(unit => !['division', 'section'].includes(unit.kind)), themes: themes.toSorted((a, b) => a.value.order - b.value.order) }
}

/** Registers a source; it is looked at once, and nothing is taken before somebody has seen what it shows. */
export const newPage = page({
  path: '/kerja/data/panen/baru',
  may: 'harvests.manage',
  form: z.object({
    name: line(3, 120, 'Isi nama portal, paling sedikit 3 huruf'),
    kind: z.enum(kinds, 'Pilih jenis katalog'),
    url: z.string('Tulis alamat yang dimulai dengan https://').trim().max(500, 'Paling banyak {max} huruf').refine(url => /^https?:\/\/[^\s@]+$/i.test(url) && URL.canParse(url), 'Tulis alamat yang dimulai dengan https://'),
    unit: z.uuid('Pilih unit'),
    theme: z.string('Pilih tema').min(1, 'Pilih tema'),
    every: z.enum(['day', 'week'], 'Pilih seberapa sering'),
  }),
  load: choicesOf,
  fill: ({ units }, { who }) => ({ kind: 'ckan', every: 'day', unit: who.account?.unitId ?? units[0]?.id }),
  view: ({ data: { units, themes }, fields }) => (
    <WorkLayout title={t('Daftarkan sumber')} lead={t('Sumber dilihat dahulu satu kali. Isinya baru diambil setelah Anda memeriksanya dan menekan tombol mulai.')} width="text" breadcrumbs={[{ label: t('Panen katalog'), href: '/kerja/data/panen' }]}>
      <Form fields={fields} submit={t('Simpan dan lihat isinya')}>
        <TextField field={fields('name')} label={t('Nama portal')} required maxlength={120} />
        <RadioField field={fields('kind')} label={t('Jenis katalog')} required options={kinds.map(value => ({ value, label: t(kindWords[value].label), hint: t(kindWords[value].hint) }))} />
        <TextField field={fields('url')} type="url" label={t('Alamat')} required maxlength={500} />
        <SelectField field={fields('unit')} label={t('Tampil di bawah unit')} required options={units.map(({ id, name }) => ({ value: id, label: name }))} />
        <SelectField field={fields('theme')} label={t('Tema')} required empty={t('Pilih tema')} options={themes.map(({ code, value }) => ({ value: code, label: value.name }))} />
        <SelectField field={fields('every')} label={t('Dikunjungi')} required options={(['day', 'week'] as const).map(value => ({ value, label: t(everyWords[value]) }))} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, hands, government, note } = context
    const { units, themes } = await choicesOf(context)
    if (!units.some(({ id }) => id === input.unit)) throw new Problem('unit', 'Pilih unit')
    if (!themes.some(({ code }) => code === input.theme)) throw new Problem('theme', 'Pilih tema')
    const id = await insertSource(tx, { ...input, unitId: input.unit }, who.account!.id)
    if (!id) throw new Problem('url', 'Alamat ini sudah terdaftar')
    await planVisit(tx, hands, government.id, id, 'preview', who.account!.id)
    note({ record: ['harvest-source', id], after: { name: input.name, kind: input.kind, url: input.url } })
    return goto(`/kerja/data/panen/${id}`, 'Sumber didaftarkan. Isinya sedang dilihat.')
  },
})

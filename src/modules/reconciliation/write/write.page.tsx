import type { Fields } from '#platform/forms/fields.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { covers } from '#platform/access/who.ts'
import { Form, FormSection, HiddenField, NumberField, RowsField, SelectField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { fieldTypes } from '../contract.ts'
import { matchJob } from '../matching.ts'
import { addressOf, comparisonWithSources, takeManaged } from '../parts/here.ts'
import { typeWords } from '../parts/words.ts'
import { mayManage } from '../policy.ts'
import { insertComparison, insertSteps, sourcesOf, updateComparison } from '../store/comparisons.ts'
import { contentOf, filled, form, rows } from './content.ts'

/** Units that keep lists of their own: not the thousands of villages and schools. */
const keepers = (units: UnitTree) => units.all.filter(({ kind }) => kind !== 'village' && kind !== 'school').toSorted((a, b) => a.name.localeCompare(b.name, 'id'))

const unitsOf = ({ ask, government }: Pick<Context, 'ask' | 'government'>) => ask(unitDirectory).of(government.id)

function ComparisonForm({ fields, units, who, version, locked }: { fields: Fields; units: UnitTree; who: Context['who']; version?: number; locked?: boolean }) {
  const all = keepers(units).map(unit => ({ value: unit.id, label: unit.name }))
  const mine = all.filter(({ value }) => covers(who.reach('reconciliation.manage'), { unitId: value }))
  const same = { value: '', label: t('unit pemutus') }
  return (
    <Form fields={fields} submit={version === undefined ? t('Simpan, lalu bawa masuk berkasnya') : t('Simpan perubahan')}>
      {version !== undefined && <HiddenField name="version" value={fields('version').value || String(version)} />}
      <TextField field={fields('title')} label={t('Judul')} hint={t('Misalnya “Sekolah: Dapodik dan daftar dinas”.')} required maxlength={160} />
      <TextArea field={fields('about')} label={t('Untuk apa')} rows={2} maxlength={1000} />
      {locked ? <HiddenField name="unit" value={fields('unit').value} /> : <SelectField field={fields('unit')} label={t('Unit yang mengelola')} options={mine} required />}
      <FormSection title={t('Dari mana')} hint={t('Sumber pertama menjadi acuan urutan dan nama; tidak ada yang ditimpa. Sumber yang sudah berisi tidak dapat dihapus.')}>
        <RowsField field={fields('sources')} label={t('Sumber')} count={roomFor(fields, 's', rows.sources, 3)} cell={(row, key) => fields(`s_${row}_${key}`)}
          columns={[{ key: 'label', label: t('Nama sumber') }, { key: 'system', label: t('Sistem') }, { key: 'unit', label: t('Unit penyimpan'), options: [same, ...all] }]} />
      </FormSection>
      <FormSection title={t('Dikenali dari')} hint={t('Baris dipadankan menurut kode, lalu menurut nama; yang meragukan ditanyakan.')}>
        <TextField field={fields('code_label')} label={t('Kolom kode')} hint={t('Misalnya NPSN. Kosongkan bila daftarnya tidak berkode.')} maxlength={60} />
        <TextField field={fields('name_label')} label={t('Kolom nama')} hint={t('Misalnya Nama sekolah.')} required maxlength={60} />
        <TextField field={fields('place_label')} label={t('Kolom tempat')} hint={t('Misalnya Kecamatan; membedakan yang bernama sama.')} maxlength={60} />
      </FormSection>
      <FormSection title={t('Yang dibandingkan')} hint={t('Selisih yang masih dianggap sama: angka dan rupiah apa adanya, tanggal dalam hari.')}>
        <RowsField field={fields('fields')} label={t('Kolom')} count={roomFor(fields, 'f', rows.fields, 5)} cell={(row, key) => fields(`f_${row}_${key}`)}
          columns={[{ key: 'label', label: t('Judul kolom') }, { key: 'type', label: t('Jenis'), options: fieldTypes.map(value => ({ value, label: t(typeWords[value]) })) }, { key: 'tolerance', label: t('Selisih'), numeric: true }, { key: 'owner', label: t('Yang memutuskan'), options: [same, ...all] }]} />
      </FormSection>
      <FormSection title={t('Siapa memutuskan')}>
        <SelectField field={fields('owner')} label={t('Unit yang memutuskan perbedaan')} options={all} empty={t('Pilih unit')} required />
        <NumberField field={fields('settle_days')} label={t('Waktu memutuskan')} hint={t('Hari kerja sejak diminta.')} required />
      </FormSection>
    </Form>
  )
}

/** Rows to show: those filled in and two more, at least `least`. */
function roomFor(fields: Fields, prefix: string, most: number, least: number): number {
  const last = Array.from({ length: most }, (_, i) => fields(`${prefix}_${i}_label`).value !== '').lastIndexOf(true)
  return Math.min(most, Math.max(least, last + 3))
}

/** A new comparison. */
export const createPage = page({
  path: '/kerja/rekonsiliasi/baru',
  may: 'reconciliation.manage',
  form,
  load: unitsOf,
  fill: (_units, { who }) => ({ unit: who.account!.unitId, settle_days: 5 }),
  view: ({ data: units, fields, who }) => (
    <WorkLayout title={t('Buat rekonsiliasi')} lead={t('Dua daftar atau lebih tentang hal yang sama.')} width="text" breadcrumbs={[{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }]}>
      <ComparisonForm fields={fields} units={units} who={who} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note } = context
    const units = await unitsOf(context)
    const { content, sources } = contentOf(input, new Set(units.all.map(({ id }) => id)))
    if (!mayManage(who, content)) throw new Refused('Rekonsiliasi ini dikelola unit lain.')
    const id = await insertComparison(tx, content, sources, who.account!.id)
    await insertSteps(tx, id, [{ recordId: id, event: 'create', by: who.account!.id }])
    note({ record: ['reconciliation', id], after: { title: content.title, sources: sources.map(({ label }) => label), fields: content.fields.map(({ label }) => label) } })
    return goto(`/kerja/rekonsiliasi/${id}`, 'Rekonsiliasi dibuat. Bawa masuk berkas setiap sumber.')
  },
})

/** Changes what is compared and who settles it; everything is matched anew. */
export const editPage = page({
  path: '/kerja/rekonsiliasi/:id/ubah',
  may: 'reconciliation.manage',
  form,
  async load(context) {
    const { comparison, sources } = await comparisonWithSources(context)
    if (!mayManage(context.who, comparison)) throw new NotFound()
    return { comparison, sources, units: await unitsOf(context) }
  },
  fill: ({ comparison, sources }) => filled(comparison, sources),
  view: ({ data: { comparison, units }, fields, who }) => (
    <WorkLayout title={t('Ubah rekonsiliasi')} width="text" breadcrumbs={[{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }, { label: comparison.title, href: addressOf(comparison) }]}>
      <ComparisonForm fields={fields} units={units} who={who} version={comparison.version} locked />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, note, hands } = context
    const comparison = await takeManaged(tx, context)
    if (input.version !== undefined && input.version !== comparison.version) throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { version: String(comparison.version) })
    const before = await sourcesOf(tx, comparison.id)
    const units = await unitsOf(context)
    const { content, sources } = contentOf({ ...input, unit: comparison.unitId }, new Set(units.all.map(({ id }) => id)), comparison.fields)
    const emptied = before.findIndex((_, i) => !input[`s_${i}_label`] && !input[`s_${i}_system`])
    if (emptied >= 0) throw new Problem(`s_${emptied}_label`, 'Sumber tidak dapat dihapus; ubah namanya saja.')
    await updateComparison(tx, comparison.id, content, sources)
    await insertSteps(tx, comparison.id, [{ recordId: comparison.id, event: 'edit', by: who.account!.id }])
    note({ record: ['reconciliation', comparison.id], before: { title: comparison.title, fields: comparison.fields, ownerId: comparison.ownerId }, after: { title: content.title, fields: content.fields, ownerId: content.ownerId } })
    if (before.some(source => source.rows > 0)) await hands.jobs.enqueue(tx, matchJob.name, hands.governmentId, { comparison: comparison.id })
    return goto(addressOf(comparison), 'Disimpan. Kolom yang baru terisi saat berkas berikutnya dibawa masuk.')
  },
})

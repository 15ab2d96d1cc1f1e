import { z } from 'zod'
import { line, optionalDay } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { dayIn } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { Button, DataTable, DateField, DateTime, EmptyState, ErrorSummary, Form, HiddenField, NumberField, RadioField, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { unitDirectory } from '../contract.ts'
import { mayManage } from '../policy.ts'
import { changePositions } from './change.ts'
import { holdingsOf, positionsOf, type Position } from './store.ts'
import { holderName, holdersText, holdingKinds } from './words.ts'

const day = () => z.iso.date('Tulis tanggal seperti 2026-11-21')

/** What can be done to the positions of a unit, one step at a time. */
export const positionSteps = z.discriminatedUnion('langkah', [
  z.object({ langkah: z.literal('tambah'), title: line(3, 120, 'Isi nama jabatan, paling sedikit 3 huruf'), rank: z.coerce.number('Isi dengan angka').int('Isi dengan angka bulat').min(1, 'Paling sedikit {min}').max(999, 'Paling banyak {max}') }),
  z.object({ langkah: z.literal('tutup'), position: z.uuid('Pilih jabatan') }),
  z.object({
    langkah: z.literal('isi'), holder_position: z.uuid('Pilih jabatan'), person: line(3, 120, 'Isi nama pejabat, paling sedikit 3 huruf'),
    nip: z.preprocess(value => (typeof value === 'string' && value.replace(/\s/g, '') ? value.replace(/\s/g, '') : null), z.string().regex(/^\d{18}$/, 'NIP terdiri atas 18 angka').nullable()),
    kind: z.enum(['definitif', 'plt', 'plh'], 'Pilih caranya'), from: day(), to: optionalDay(),
  }),
  z.object({ langkah: z.literal('akhiri'), holding: z.uuid('Pilih pejabat'), last: day() }),
])

/** Positions of a unit and who holds them when. */
export const positionsPage = page({
  path: '/kerja/unit/:id/jabatan',
  may: 'organisation.manage',
  form: positionSteps,
  async load({ db, who, params, ask, government, now }) {
    const unit = (await ask(unitDirectory).of(government.id)).byId(params.id!)
    if (!unit || !mayManage(who, unit.id)) throw new NotFound()
    const today = dayIn(now, government.zone)
    const [positions, holdings] = await Promise.all([positionsOf(db, unit.id, today), holdingsOf(db, unit.id)])
    return { unit, today, positions, holdings }
  },
  fill: ({ today }) => ({ rank: 100, kind: 'definitif', from: today, last: today }),
  view({ data: { unit, today, positions, holdings }, fields }) {
    const options = positions.map(position => ({ value: position.id, label: position.title }))
    const running = holdings.filter(holding => holding.to === null || holding.to >= today)
    return (
      <WorkLayout title={t('Jabatan')} lead={unit.name} width="text" breadcrumbs={[{ label: t('Unit'), href: '/kerja/unit' }, { label: unit.shortName, href: `/kerja/unit/${unit.id}` }]}>
        <ErrorSummary fields={fields} />
        <DataTable caption={t('Jabatan')} rows={positions} rowKey={position => position.id} columns={[
          { label: t('Jabatan'), main: true, cell: position => position.title },
          { label: t('Pejabat hari ini'), cell: position => holdersText(position.holders) },
          { label: t('Tindakan'), quiet: true, cell: position => position.holders.length === 0 && <CloseButton position={position} /> },
        ]} empty={<EmptyState title={t('Belum ada jabatan')}>{t('Tambahkan jabatan dahulu, lalu isi dengan pejabatnya.')}</EmptyState>} />
        {positions.length > 0 && (
          <Section title={t('Isi jabatan')}>
            <Form actions={<Button kind="primary" name="langkah" value="isi">{t('Simpan pejabat')}</Button>}>
              <SelectField field={fields('holder_position')} label={t('Jabatan')} empty={t('Pilih jabatan')} required options={options} />
              <TextField field={fields('person')} label={t('Nama pejabat')} hint={t('Lengkap dengan gelar.')} required maxlength={120} />
              <TextField field={fields('nip')} label={t('NIP')} width="half" inputmode="numeric" />
              <RadioField field={fields('kind')} label={t('Cara memegang jabatan')} required options={Object.entries(holdingKinds).map(([value, label]) => ({ value, label: t(label) }))} />
              <DateField field={fields('from')} label={t('Mulai')} required />
              <DateField field={fields('to')} label={t('Hari terakhir')} hint={t('Kosongkan bila belum diketahui. Isi untuk Plt. dan Plh.')} />
            </Form>
          </Section>
        )}
        {running.length > 0 && (
          <Section title={t('Akhiri masa jabatan')}>
            <Form actions={<Button name="langkah" value="akhiri">{t('Akhiri')}</Button>}>
              <SelectField field={fields('holding')} label={t('Pejabat')} empty={t('Pilih pejabat')} required options={running.map(one => ({ value: one.id, label: `${one.title}: ${holderName(one)}` }))} />
              <DateField field={fields('last')} label={t('Hari terakhir')} required />
            </Form>
          </Section>
        )}
        <Section title={t('Tambah jabatan')}>
          <Form actions={<Button kind={positions.length === 0 ? 'primary' : 'quiet'} name="langkah" value="tambah">{t('Tambah jabatan')}</Button>}>
            <TextField field={fields('title')} label={t('Nama jabatan')} required maxlength={120} />
            <NumberField field={fields('rank')} label={t('Urutan')} hint={t('Yang kecil tampil lebih atas: 1 untuk pimpinan.')} required />
          </Form>
        </Section>
        {holdings.length > 0 && (
          <DataTable caption={t('Riwayat pejabat')} showCaption rows={holdings} rowKey={one => one.id} columns={[
            { label: t('Pejabat'), main: true, cell: one => holderName(one) },
            { label: t('Jabatan'), cell: one => one.title },
            { label: t('Mulai'), cell: one => <DateTime at={one.from} /> },
            { label: t('Hari terakhir'), cell: one => (one.to ? <DateTime at={one.to} /> : '–') },
          ]} />
        )}
      </WorkLayout>
    )
  },
  act: changePositions,
})

const CloseButton = ({ position }: { position: Position }) => (
  <Form actions={<Button name="langkah" value="tutup" about={position.title}>{t('Tutup jabatan')}</Button>}><HiddenField name="position" value={position.id} /></Form>
)

import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { uuidv7 } from '#platform/offline/browser/bytes.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { releaseMaking } from '#modules/datasets/contract.ts'
import { DataTable, DateTime, Disclosure, FileField, Form, ResumableUpload, Section, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { limits } from '../intake.ts'
import { arrive, begin } from '../lifecycle.ts'
import { releaseCrumbs, uploadTabs } from '../parts/frame.tsx'
import { meansOf } from '../parts/here.ts'
import { uploadStates } from '../parts/words.ts'
import { openUploads } from '../store.ts'
import { piecesPath } from './receiving.ts'

/** Names of files that hold tables. */
const accept = '.csv,.tsv,.txt,.xlsx,.json,.geojson,.parquet'

/** Brings a table into a release: a file, in pieces where scripts run, else in one. */
export const uploadPage = page({
  path: '/kerja/data/rilis/:id/unggah',
  may: 'datasets.produce',
  form: z.object({ title: optionalLine(200) }),
  files: { file: { max: limits.file, accept: 'compare' } },
  async load(context) {
    const { dataset, release } = await context.ask(releaseMaking).fillable(context, context.params.id!)
    return { dataset, release, open: await openUploads(context.db, release.id) }
  },
  view({ data: { dataset, release, open }, fields, kept }) {
    return (
      <WorkLayout title={t('Unggah tabel')} lead={dataset.title} width="text" breadcrumbs={releaseCrumbs(dataset, release, t('Unggah'))} tabs={uploadTabs(release.id)} islands={['resumable-upload']}>
        <ResumableUpload endpoint={piecesPath} done="/kerja/data/unggahan/:id?tunggu=ya" about={{ release: release.id }}>
          <Form fields={fields} multipart submit={t('Unggah')}>
            <FileField field={fields('file')} label={t('Berkas data')} hint={t('CSV, XLSX, GeoJSON, JSON, atau Parquet, sampai 1 GB. Judul kolom di baris pertama; satu baris untuk satu hal.')} accept={accept} kept={(kept.file ?? []).map(({ id, name, bytes }) => ({ id, name, size: bytes }))} required />
            <TextField field={fields('title')} label={t('Nama tabel')} hint={t('Dikosongkan berarti memakai nama berkas.')} maxlength={200} />
          </Form>
        </ResumableUpload>
        {open.length > 0 && (
          <Section title={t('Unggahan yang belum selesai')}>
            <DataTable caption={t('Unggahan yang belum selesai')} rows={open} rowKey={one => one.id} columns={[
              { label: t('Berkas'), main: true, cell: one => <a href={`/kerja/data/unggahan/${one.id}`}>{one.name}</a> },
              { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={uploadStates} /> },
              { label: t('Ukuran'), cell: one => fileSize(one.bytes) },
              { label: t('Mulai'), cell: one => <DateTime at={one.createdAt} /> },
            ]} />
          </Section>
        )}
        <Disclosure title={t('Agar sekali unggah langsung jadi')}>
          <ul>
            <li>{t('Satu judul untuk setiap kolom, tanpa sel gabungan, tanpa baris jumlah di bawah.')}</li>
            <li>{t('Angka boleh ditulis 1.234,56; tanggal 21/11/2026, 21 November 2026, atau 2026-11-21.')}</li>
            <li>{t('Wilayah boleh kode Kemendagri atau nama; nama yang meragukan Anda pastikan nanti, sekali saja.')}</li>
            <li>{t('Jangan sertakan NIK, nomor telepon, dan alamat orang bila tidak perlu.')}</li>
          </ul>
        </Disclosure>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, files, params, note } = context
    const file = files.file?.[0]
    if (!file) throw new Problem('file', 'Pilih berkas dahulu')
    const { dataset, release } = await context.ask(releaseMaking).fillable(context, params.id!)
    const upload = await begin(tx, context, dataset, { id: uuidv7(), releaseId: release.id, name: file.name, bytes: file.bytes, title: input.title })
    await arrive(tx, meansOf(context), upload.id, file.id)
    note({ record: ['upload', upload.id], after: { release: release.id, name: upload.name, bytes: upload.bytes } })
    return goto(`/kerja/data/unggahan/${upload.id}?tunggu=ya`)
  },
})

import { z } from 'zod'
import { optionalLine } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { releaseMaking } from '#modules/datasets/contract.ts'
import { FileField, Form, TextField, WorkLayout } from '#ui/index.ts'
import { titleOf } from '../lifecycle.ts'
import { releaseCrumbs, uploadTabs } from '../parts/frame.tsx'

/** Adds a document to a release as it is: the methodology, a publication. */
export const documentPage = page({
  path: '/kerja/data/rilis/:id/dokumen',
  may: 'datasets.produce',
  form: z.object({ title: optionalLine(200), about: optionalLine(500) }),
  files: { file: { max: 50_000_000, accept: 'document' } },
  load: async context => context.ask(releaseMaking).fillable(context, context.params.id!),
  view({ data: { dataset, release }, fields, kept }) {
    return (
      <WorkLayout title={t('Tambah dokumen')} lead={dataset.title} width="text" breadcrumbs={releaseCrumbs(dataset, release, t('Dokumen'))} tabs={uploadTabs(release.id)}>
        <Form fields={fields} multipart submit={t('Tambahkan')}>
          <FileField field={fields('file')} label={t('Dokumen')} hint={t('Metodologi, kuesioner, atau publikasi: PDF atau dokumen kantor, sampai 50 MB. Isinya tidak diperiksa dari data pribadi.')} accept=".pdf,.docx,.odt,.xlsx,.ods" kept={(kept.file ?? []).map(({ id, name, bytes }) => ({ id, name, size: bytes }))} required />
          <TextField field={fields('title')} label={t('Nama dokumen')} hint={t('Dikosongkan berarti memakai nama berkas.')} maxlength={200} />
          <TextField field={fields('about')} label={t('Keterangan')} maxlength={500} />
        </Form>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, files, params, hands, note } = context
    const file = files.file?.[0]
    if (!file) throw new Problem('file', 'Pilih berkas dahulu')
    await hands.files.keep(tx, [file.id])
    const [resource] = await context.ask(releaseMaking).attach(tx, context, params.id!, [{ kind: 'file', name: input.title ?? titleOf(file.name), description: input.about, mediaType: file.mediaType, fileId: file.id, bytes: file.bytes }])
    note({ record: ['resource', resource!], after: { release: params.id, name: file.name } })
    return goto(`/kerja/data/rilis/${params.id}`, 'Dokumen ditambahkan ke rilis.')
  },
})

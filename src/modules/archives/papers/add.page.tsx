import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { FileField, Form, WorkLayout } from '#ui/index.ts'
import { isSecret, numberOf } from '../dossier.ts'
import { put } from '../lifecycle.ts'
import { managedHere, take, todayOf } from '../parts/here.ts'
import { mayFill } from '../policy.ts'
import { insertStep } from '../store.ts'
import { Describing, paperFields, Secrecy, secrecyField } from './content.tsx'

/** Puts a paper that is no letter of the office into a dossier, with or without its scan. */
export const addPage = page({
  path: '/kerja/arsip/:id/tambah',
  may: 'archives.manage',
  form: z.object({ ...paperFields, secrecy: secrecyField }),
  files: { files: { max: 30_000_000, accept: 'any', many: true } },
  async load(context) {
    const dossier = await managedHere(context)
    if (!mayFill(context.who, dossier)) throw new Refused('Berkas ini sudah ditutup. Buka kembali dahulu, atau pakai berkas lain.')
    return { dossier, today: todayOf(context) }
  },
  fill: () => ({ maturity: 'asli', secrecy: 'B', amount: 1 }),
  view: ({ data: { dossier, today }, fields, kept }) => (
    <WorkLayout title={t('Masukkan kertas')} lead={`${numberOf(dossier)} · ${dossier.title}`} width="text" breadcrumbs={[{ label: t('Arsip dinamis'), href: '/kerja/arsip' }, { label: numberOf(dossier), href: `/kerja/arsip/${dossier.id}` }]}>
      <Form fields={fields} multipart submit={t('Masukkan')}>
        <Describing fields={fields} today={today} />
        <Secrecy fields={fields} />
        <FileField field={fields('files')} label={t('Pindaian atau berkasnya')} hint={t('PDF, gambar, atau dokumen kantor, masing-masing paling besar 30 MB.')} multiple kept={(kept.files ?? []).map(({ id, name, bytes }) => ({ id, name, size: bytes }))} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, files, params, hands, note } = context
    const dossier = await take(tx, context, params.id!)
    if (!mayFill(who, dossier)) throw new Refused('Berkas ini sudah ditutup. Buka kembali dahulu, atau pakai berkas lain.')
    if (input.datedOn && input.datedOn > todayOf(context)) throw new Problem('datedOn', 'Tanggal ini belum tiba.')
    const by = who.account!.id
    const stored = files.files ?? []
    const item = await put(tx, { dossier, ...input, files: stored.map(({ id, name, mediaType, bytes }) => ({ fileId: id, name, mediaType, bytes })), fileIds: stored.map(({ id }) => id), by })
    await hands.files.keep(tx, item.fileIds)
    await insertStep(tx, [dossier.id], 'Kertas dimasukkan', by, isSecret(item.secrecy) || item.secrecy === 'T' ? null : item.title)
    note({ record: ['dossier', dossier.id], after: { item: item.id, amount: item.amount, files: stored.length } })
    return goto(`/kerja/arsip/${dossier.id}`, 'Kertas dimasukkan sebagai item nomor {n}.', { n: item.sequence })
  },
})

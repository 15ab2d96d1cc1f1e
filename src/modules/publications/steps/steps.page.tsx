import { z } from 'zod'
import { optionalMoment } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { fromLocal } from '#platform/time/zone.ts'
import { goto, page, type Page, type Context } from '#platform/web/page.ts'
import type { Tx } from '#platform/db/database.ts'
import { Problem, Refused } from '#platform/web/problems.ts'
import { DateTimeField, Form, Notice, TextArea, WorkLayout } from '#ui/index.ts'
import { archive, enterOfficeSearch, goLive, readable, schedule, step, subjectOf, take } from '../lifecycle.ts'
import { may } from '../policy.ts'
import type { Event } from '../publication.ts'
import type { Publication } from '../rows.ts'
import { contentAt, insertVersion, updatePublication } from '../store.ts'
import { tellReviewers, tellWriter } from './telling.ts'

const form = z.object({
  remarks: z.string().trim().max(2000, 'Paling banyak {max} huruf').default(''),
  at: optionalMoment(),
})

interface Doing extends Context {
  tx: Tx
  input: z.output<typeof form>
}

interface StepSpec {
  event: Event
  /** Last part of the address, a verb. */
  path: string
  permission: 'publications.write' | 'publications.review' | 'publications.publish'
  title: string
  explain: string
  /** Text of the button. */
  button: string
  remarks?: { label: string; required: (publication: Publication) => string | null }
  moment?: boolean
  done: string
  run(doing: Doing, publication: Publication): Promise<void>
}

const plain = (event: Event) => async ({ tx, who, input }: Doing, publication: Publication) => void (await step(tx, publication, event, who.account!.id, input.remarks || null))

const specs: StepSpec[] = [
  {
    event: 'submit', path: 'kirim', permission: 'publications.write', title: 'Kirim untuk diperiksa', button: 'Kirim',
    explain: 'Pemeriksa unit Anda diberi tahu. Anda masih dapat menariknya kembali.', done: 'Dikirim untuk diperiksa.',
    remarks: { label: 'Pesan untuk pemeriksa', required: () => null },
    async run(doing, publication) {
      await plain('submit')(doing, publication)
      await tellReviewers(doing.tx, doing, publication)
    },
  },
  { event: 'withdraw', path: 'tarik', permission: 'publications.write', title: 'Tarik kembali', button: 'Tarik kembali', explain: 'Publikasi kembali menjadi konsep dan dapat diubah lagi.', done: 'Ditarik kembali menjadi konsep.', run: plain('withdraw') },
  {
    event: 'return', path: 'kembalikan', permission: 'publications.review', title: 'Kembalikan dengan catatan', button: 'Kembalikan',
    explain: 'Penulis menerima catatan Anda dan memperbaikinya.', done: 'Dikembalikan kepada penulis.',
    remarks: { label: 'Apa yang perlu diperbaiki', required: () => 'Tulis apa yang perlu diperbaiki.' },
    async run(doing, publication) {
      await plain('return')(doing, publication)
      await tellWriter(doing.tx, doing, publication, '{name} mengembalikan “{title}” dengan catatan.')
    },
  },
  {
    event: 'approve', path: 'setujui', permission: 'publications.review', title: 'Setujui', button: 'Setujui', explain: 'Setelah disetujui, publikasi dapat diterbitkan.', done: 'Disetujui.',
    remarks: { label: 'Catatan', required: () => null },
    async run(doing, publication) {
      await plain('approve')(doing, publication)
      await tellWriter(doing.tx, doing, publication, '{name} menyetujui “{title}”.')
    },
  },
  {
    event: 'publish', path: 'terbitkan', permission: 'publications.publish', title: 'Terbitkan', button: 'Terbitkan sekarang', explain: 'Semua orang dapat membacanya, dan pelanggan kanal ini dikabari.', done: 'Terbit.',
    remarks: { label: 'Alasan ralat', required: publication => (publication.liveVersion === null ? null : 'Tulis alasan ralat; pembaca melihatnya bersama tanggalnya.') },
    async run(doing, publication) {
      await goLive(doing.tx, doing.hands, publication, doing.who.account!.id, { reason: doing.input.remarks || null })
      await tellWriter(doing.tx, doing, publication, '{name} menerbitkan “{title}”.')
    },
  },
  {
    event: 'schedule', path: 'jadwalkan', permission: 'publications.publish', title: 'Jadwalkan', button: 'Jadwalkan', explain: 'Terbit dengan sendirinya pada menit itu, menurut waktu pemerintah daerah.', moment: true, done: 'Dijadwalkan.',
    async run({ tx, who, input, government, now, hands }, publication) {
      if (!input.at) throw new Problem('at', 'Isi tanggal dan jam terbit.')
      const at = fromLocal(input.at, government.zone)
      if (at <= now) throw new Problem('at', 'Waktu ini sudah lewat. Pilih waktu yang akan datang, atau terbitkan sekarang.')
      if (at.getTime() - now.getTime() > 2 * 365 * 86_400_000) throw new Problem('at', 'Pilih waktu dalam dua tahun ke depan.')
      await schedule(tx, hands, publication, at, who.account!.id)
    },
  },
  {
    event: 'unschedule', path: 'batal-jadwal', permission: 'publications.publish', title: 'Batalkan jadwal', button: 'Batalkan jadwal', explain: 'Publikasi tetap disetujui dan menunggu diterbitkan.', done: 'Jadwal dibatalkan.',
    async run(doing, publication) {
      await plain('unschedule')(doing, publication)
      await updatePublication(doing.tx, publication.id, { scheduled_at: null, bundle_id: null })
    },
  },
  {
    event: 'revise', path: 'ralat', permission: 'publications.write', title: 'Buat ralat', button: 'Mulai ralat', explain: 'Pembaca tetap melihat versi sekarang sampai ralat diterbitkan.', done: 'Ralat dimulai. Ubah isinya, lalu terbitkan.',
    run: plain('revise'),
  },
  {
    event: 'discard', path: 'buang-ralat', permission: 'publications.write', title: 'Buang ralat', button: 'Buang ralat', explain: 'Kembali ke versi yang dibaca semua orang. Versi ralat tetap tersimpan di riwayat.', done: 'Ralat dibuang.',
    async run({ tx, who }, publication) {
      const live = await contentAt(tx, publication.id, publication.liveVersion!)
      await insertVersion(tx, publication.id, publication.workingVersion + 1, live!, who.account!.id, null)
      await step(tx, publication, 'discard', who.account!.id)
      await updatePublication(tx, publication.id, { working_version: publication.workingVersion + 1, live_version: publication.workingVersion + 1, title: live!.title })
      await enterOfficeSearch(tx, publication.id)
    },
  },
  {
    event: 'archive', path: 'arsipkan', permission: 'publications.publish', title: 'Arsipkan', button: 'Arsipkan', explain: 'Tidak lagi tampil untuk umum. Dapat dipulihkan kapan saja.', done: 'Diarsipkan.',
    remarks: { label: 'Alasan', required: () => null },
    run: ({ tx, who, hands, input }, publication) => archive(tx, hands, publication, who.account!.id, input.remarks || null),
  },
  { event: 'restore', path: 'pulihkan', permission: 'publications.publish', title: 'Pulihkan', button: 'Pulihkan', explain: 'Kembali menjadi konsep; terbitkan lagi bila sudah benar.', done: 'Dipulihkan menjadi konsep.', run: plain('restore') },
]

function stepPage(spec: StepSpec): Page {
  return page({
    path: `/kerja/publikasi/:id/${spec.path}`,
    may: spec.permission,
    form,
    async load(context) {
      const publication = await readable(context, context.params.id!)
      if (!may(context.who, spec.event, subjectOf(publication))) throw new Refused('Langkah ini tidak dapat dilakukan pada publikasi ini sekarang.')
      return publication
    },
    view({ data: publication, fields }) {
      const required = spec.remarks?.required(publication)
      return (
        <WorkLayout title={t(spec.title)} width="text" breadcrumbs={[{ label: t('Publikasi'), href: '/kerja/publikasi' }, { label: publication.content.title, href: `/kerja/publikasi/${publication.id}` }]}>
          <Notice title={publication.content.title}><p>{t(spec.explain)}</p></Notice>
          <Form fields={fields} submit={t(spec.button)}>
            {spec.moment && <DateTimeField field={fields('at')} label={t('Terbit pada')} required />}
            {spec.remarks && (spec.event !== 'publish' || required) && <TextArea field={fields('remarks')} label={t(spec.remarks.label)} required={Boolean(required)} rows={4} maxlength={2000} />}
          </Form>
        </WorkLayout>
      )
    },
    async act(context) {
      const { tx, who, params, input, note } = context
      const publication = await take(tx, who, params.id!, spec.event)
      const required = spec.remarks?.required(publication)
      if (required && input.remarks.length < 5) throw new Problem('remarks', required)
      await spec.run(context as unknown as Doing, publication)
      note({ record: ['publication', publication.id], before: { state: publication.state }, after: { step: spec.event, remarks: input.remarks || null, at: input.at } })
      return goto(`/kerja/publikasi/${publication.id}`, spec.done)
    },
  })
}

/** One page per step: it explains what will happen, asks what is needed, and does it. */
export const stepPages: Page[] = specs.map(stepPage)

/** Steps in the order in which they are offered, with their addresses. */
export const stepOffers = specs.map(({ event, path, title }) => ({ event, path, title }))

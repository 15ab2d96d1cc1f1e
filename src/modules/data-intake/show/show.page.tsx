import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { fileSize, number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { Elsewhere } from '#platform/web/problems.ts'
import { Actions, Button, ButtonLink, FactList, FileField, Form, LiveBoard, Notice, ResumableUpload, Section, Stat, StateBadge, WorkLayout } from '#ui/index.ts'
import { uploading } from '../contract.ts'
import { after, underWay, type Upload } from '../intake.ts'
import { drop, sendTo } from '../lifecycle.ts'
import { meansOf, uploadHere } from '../parts/here.ts'
import { uploadStates } from '../parts/words.ts'
import { piecesPath } from '../upload/receiving.ts'

const query = z.object({ tunggu: z.string().max(4).optional() })
type Query = z.output<typeof query>

/** How often short work is waited for, a quarter of a second each. */
const tries = 14

const next: Partial<Record<Upload['state'], string>> = { describing: 'kolom', found: 'hasil' }

/** Whoever came straight from a form sees the end of short work at once, and stands where it goes on. */
async function uploadFor(context: Context<Query>): Promise<Upload> {
  for (let left = context.query.tunggu ? tries : 0; ; left--) {
    const upload = await uploadHere(context, context.params.id!)
    const here = `/kerja/data/unggahan/${upload.id}`
    if (left > 0 && underWay.includes(upload.state)) {
      await pause(250)
      continue
    }
    if (context.query.tunggu) throw new Elsewhere(next[upload.state] ? `${here}/${next[upload.state]}` : here)
    return upload
  }
}

const working: Partial<Record<Upload['state'], string>> = { reading: 'Berkas sedang dibaca: jenis isian, pemisah, dan hurufnya dikenali.', checking: 'Setiap sel sedang dibandingkan dengan kolomnya.', keeping: 'Tabel sedang disimpan ke dalam rilis.' }

/** One upload: how far it is, and where it goes on. The page may be left. */
export const showPage = page({
  path: '/kerja/data/unggahan/:id',
  may: 'datasets.produce',
  query,
  form: z.object({ step: z.enum(['finish', 'again', 'drop'], 'Pilih langkah') }),
  async load(context) {
    const upload = await uploadFor(context)
    return { upload, arrived: upload.state === 'arriving' ? await context.ask(uploading).arrived(upload.id) : null }
  },
  view({ data: { upload, arrived }, fields }) {
    const here = `/kerja/data/unggahan/${upload.id}`
    const busy = underWay.includes(upload.state)
    return (
      <WorkLayout title={upload.title} lead={<>{upload.name}, {fileSize(upload.bytes)} <StateBadge state={upload.state} states={uploadStates} /></>} width="text" islands={busy ? ['live-board'] : upload.state === 'arriving' ? ['resumable-upload'] : []}
        breadcrumbs={[{ label: t('Data'), href: '/kerja/data' }, { label: t('Rilis'), href: `/kerja/data/rilis/${upload.releaseId}` }, { label: upload.title }]}>
        <LiveBoard address={busy ? `${here}/aliran` : null}>
          {busy && (
            <Notice title={t('Sedang dikerjakan')}>
              <p>{t(working[upload.state]!)}</p>
              {upload.progress !== null && <Stat value={`${Math.round(upload.progress * 100)}%`} share={upload.progress} shareLabel={t('Kemajuan')}>{t('sudah dikerjakan')}</Stat>}
              <p>{t('Halaman ini boleh ditinggalkan; Anda diberi tahu bila sudah siap.')}</p>
            </Notice>
          )}
          <Standing upload={upload} here={here} />
        </LiveBoard>
        {busy && <Actions><ButtonLink kind="quiet" href={`${here}?tunggu=ya`}>{t('Muat ulang')}</ButtonLink></Actions>}
        {upload.state === 'arriving' && <Arriving upload={upload} arrived={arrived} />}
        <Form fields={fields} actions={(
          <>
            {upload.state === 'arriving' && arrived === upload.bytes && <Button kind="primary" name="step" value="finish">{t('Lanjutkan')}</Button>}
            {upload.state === 'refused' && upload.fileId && <Button kind="primary" name="step" value="again">{t('Coba lagi')}</Button>}
            {after(upload.state, 'drop') && !busy && <Button kind="danger" name="step" value="drop">{t('Buang unggahan ini')}</Button>}
          </>
        )} />
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, params, ask, note } = context
    const upload = await uploadHere(context, params.id!)
    if (input.step === 'finish') {
      await ask(uploading).finish(context, upload.id)
      return goto(`/kerja/data/unggahan/${upload.id}?tunggu=ya`)
    }
    if (input.step === 'again') {
      await sendTo(tx, meansOf(context), upload.id, 'reread')
      return goto(`/kerja/data/unggahan/${upload.id}?tunggu=ya`)
    }
    await drop(tx, meansOf(context), upload.id)
    await ask(uploading).forget(upload.id)
    note({ record: ['upload', upload.id], before: { state: upload.state, name: upload.name }, after: { state: 'dropped' } })
    return goto(`/kerja/data/rilis/${upload.releaseId}/unggah`, 'Unggahan dibuang. Rilisnya tidak berubah.')
  },
})

/** Where it stands when no job is at work. */
function Standing({ upload, here }: { upload: Upload; here: string }) {
  const { state, failure } = upload
  if (state === 'describing') return <Notice tone="good" title={t('Sudah dibaca')}><Actions><ButtonLink href={`${here}/kolom`}>{t('Tetapkan kolom')}</ButtonLink></Actions></Notice>
  if (state === 'found') return <Notice tone="good" title={t('Sudah diperiksa')}><Actions><ButtonLink href={`${here}/hasil`}>{t('Lihat hasil pemeriksaan')}</ButtonLink></Actions></Notice>
  if (state === 'refused' && failure)
    return (
      <Notice tone="bad" title={t('Berkas ini belum dapat dibaca')}>
        <p>{t(failure.text, failure.values)}</p>
        <Actions><ButtonLink href={`/kerja/data/rilis/${upload.releaseId}/unggah`}>{t('Unggah berkas lain')}</ButtonLink></Actions>
      </Notice>
    )
  if (state === 'kept')
    return (
      <Notice tone="good" title={t('Sudah menjadi isi rilis')}>
        <FactList facts={[{ label: t('Baris'), value: upload.checked && number(upload.checked.rows) }]} />
        <Actions><ButtonLink href={`/kerja/data/rilis/${upload.releaseId}`}>{t('Ke rilis')}</ButtonLink>{upload.resourceId && <ButtonLink kind="quiet" href={`/kerja/data/isi/${upload.resourceId}`}>{t('Lihat isinya')}</ButtonLink>}</Actions>
      </Notice>
    )
  if (state === 'dropped') return <Notice><p>{t('Unggahan ini dibuang. Rilisnya tidak berubah.')}</p></Notice>
  return null
}

/** What has come so far, and how the rest follows. */
const Arriving = ({ upload, arrived }: { upload: Upload; arrived: number | null }) => (
  <Section title={t('Lanjutkan unggahan')}>
    <Stat value={`${Math.floor(((arrived ?? 0) / Math.max(1, upload.bytes)) * 100)}%`} share={(arrived ?? 0) / Math.max(1, upload.bytes)} shareLabel={t('Kemajuan')}>{t('{done} dari {of} sudah diterima', { done: fileSize(arrived ?? 0), of: fileSize(upload.bytes) })}</Stat>
    <p>{t('Pilih berkas yang sama di peramban yang sama untuk melanjutkan. Bagian yang sudah diterima tidak dikirim lagi; setelah 24 jam bagian itu dihapus.')}</p>
    <ResumableUpload endpoint={piecesPath} done="/kerja/data/unggahan/:id?tunggu=ya" about={{ release: upload.releaseId }}>
      <Form action={`/kerja/data/rilis/${upload.releaseId}/unggah`} multipart submit={t('Lanjutkan unggahan')}>
        <FileField field={{ name: 'file', value: '', values: [], error: null }} label={t('Berkas data')} hint={upload.name} required />
      </Form>
    </ResumableUpload>
  </Section>
)

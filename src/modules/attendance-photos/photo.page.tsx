import { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { pictureWidths } from '#platform/files/files.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, resource, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { ButtonLink, FileField, Form, Notice, WorkLayout } from '#ui/index.ts'
import { attendance, viewers, type Waiting } from '#modules/attendance/contract.ts'
import { keepPhoto, photoOf, photoRule } from './store.ts'

/** Milliseconds after a check-in in which a photo still belongs to it. */
const belongs = 30 * 60_000
/** Pixels a face is known by. */
const width = 640

/** Whether a photo still belongs to a check-in. */
export const isRecent = ({ receivedAt }: Waiting, now: Date): boolean => now.getTime() - receivedAt.getTime() < belongs

async function ownCheckIn(db: Db | Tx, context: Pick<Context, 'who' | 'ask' | 'government' | 'now' | 'params'>): Promise<{ checkIn: Waiting; days: number }> {
  const { ask, params, now } = context
  const [self, checkIn, rule] = await Promise.all([ask(viewers).selfOf(db, context), ask(attendance).waiting(db, params.id ?? ''), photoRule(db, todayOf(context))])
  if (!checkIn || checkIn.employeeId !== self?.id || !rule.offered || !isRecent(checkIn, now)) throw new NotFound()
  return { checkIn, days: rule.days }
}

/** Offers a photo to whoever wants to help their superior decide; nobody needs to. */
export const photoPage = page({
  path: '/presensi/foto/:id',
  may: 'signed-in',
  form: z.object({}),
  files: { selfie: { max: 8_000_000, accept: 'image' } },
  load: context => ownCheckIn(context.db, context),
  view: ({ data: { days }, fields, kept }) => (
    <WorkLayout title={t('Sertakan foto diri')} width="text" breadcrumbs={[{ label: t('Presensi'), href: '/presensi' }]} action={<ButtonLink kind="quiet" href="/presensi">{t('Tanpa foto')}</ButtonLink>}>
      <Notice><p>{t('Boleh tidak. Foto hanya dilihat atasan yang menilai presensi ini, pembukaannya dicatat, dan dihapus begitu dinilai, paling lambat {n} hari.', { n: days })}</p></Notice>
      <Form fields={fields} multipart submit={t('Kirim foto')}>
        <FileField field={fields('selfie')} label={t('Foto diri')} accept="image/*" capture="user" kept={kept.selfie ?? []} required />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    const { tx, files, hands, note } = context
    const { checkIn } = await ownCheckIn(tx, context)
    const [upload] = files.selfie ?? []
    if (!upload) throw new Problem('selfie', 'Ambil atau pilih fotonya.')
    // Small pictures have no smaller width.
    const picture = await hands.files.read(hands.governmentId, upload.id, (upload.width ?? 0) > width ? width : undefined)
    await keepPhoto(tx, hands.secret, { checkInId: checkIn.id, employeeId: checkIn.employeeId, picture })
    // Nothing of it lies about unsealed.
    await hands.files.remove(hands.governmentId, upload.id, pictureWidths)
    note({ record: ['attendance', checkIn.id], after: { photo: true } })
    return goto('/presensi', 'Foto disertakan. Ia dihapus begitu atasan menilai presensi ini.')
  },
})

/** The photo of a check-in that waits, for whoever judges it; each opening is on record. */
export const photoResource = resource({
  path: '/kerja/presensi/tinjau/:id/foto',
  may: 'signed-in',
  async load(context) {
    const { db, params, who, ask, hands } = context
    const [viewer, scan] = await Promise.all([ask(viewers).viewerOf(context), ask(attendance).waiting(db, params.id ?? '')])
    if (!scan || !viewer.supervised.has(scan.unitId) || scan.employeeId === viewer.employeeId) throw new NotFound()
    const body = await photoOf(db, hands.secret, scan.id)
    if (!body) throw new NotFound()
    await db.transaction().execute(tx => appendAudit(tx, { action: 'signed-in', accountId: who.account!.id, path: '/kerja/presensi/tinjau/:id/foto', record: ['attendance', scan.id], after: { read: 'foto' } }))
    return { type: 'image/webp', body, headers: { 'Cache-Control': 'private, no-store', 'Content-Security-Policy': "default-src 'none'; sandbox" } }
  },
})

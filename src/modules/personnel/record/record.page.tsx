import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { goto, page } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import { Button, WorkLayout } from '#ui/index.ts'
import { fullName, type File } from '../employee.ts'
import { crumbsOf, fileHere, takeFile, todayOf } from '../parts/here.ts'
import { listsOn } from '../parts/lists.ts'
import { mayManageKind } from '../policy.ts'
import type { KindOfRecord } from '../records/kind.ts'
import { recordKinds } from '../records/kinds.ts'
import { fillEntry, readEntry } from '../records/reading.ts'
import { insertRecord, recordById, removeRecord, updateRecord } from '../records-store.ts'
import { remember } from '../remember.ts'
import { paperRule, RecordForm } from './form.tsx'
import type { Who } from '#platform/access/who.ts'

/** The kind an address names, as far as this person may write it; corrections of personal data are only proposed. */
function kindHere(who: Who, file: File, named: string | undefined): KindOfRecord {
  const spec = recordKinds.find(({ kind }) => kind === named)
  if (!spec || spec.kind === 'personal') throw new NotFound()
  if (!mayManageKind(who, file, spec)) throw new Refused('Riwayat ini hanya diubah oleh yang berwenang melihatnya, dan bukan oleh pemiliknya sendiri.')
  return spec
}

/** Adds or changes one entry of somebody's history; `baru` adds one. */
export const recordPage = page({
  path: '/kerja/pegawai/:id/riwayat/:kind/:record',
  may: 'personnel.manage',
  audited: true,
  form: z.looseObject({ version: z.coerce.number().int().optional(), langkah: z.enum(['simpan', 'hapus']).catch('simpan') }),
  files: paperRule,
  async load(context) {
    const { db, who, params } = context
    const file = await fileHere(context, 'personnel.manage')
    const spec = kindHere(who, file, params.kind)
    const record = params.record === 'baru' ? null : await recordById(db, file.id, params.record!)
    if (params.record !== 'baru' && (record?.kind !== spec.kind || record.state !== 'verified')) throw new NotFound()
    return { file, spec, record, lists: await listsOn(db, todayOf(context)) }
  },
  fill: ({ spec, record, lists }) => (record ? fillEntry(spec, lists, record) : {}),
  view: ({ data: { file, spec, record, lists }, fields, kept }) => (
    <WorkLayout title={t(spec.label)} lead={fullName(file)} width="text" breadcrumbs={crumbsOf(file)}>
      <RecordForm spec={spec} lists={lists} fields={fields} kept={kept} stored={record} actions={
        <>
          <Button kind="primary" name="langkah" value="simpan">{t('Simpan')}</Button>
          {record && <Button kind="danger" name="langkah" value="hapus">{t('Hapus riwayat ini')}</Button>}
        </>
      } />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, db, who, params, input, files, hands, note, now } = context
    const file = await takeFile(tx, context)
    const spec = kindHere(who, file, params.kind)
    const stored = params.record === 'baru' ? null : await recordById(tx, file.id, params.record!, true)
    if (params.record !== 'baru' && (stored?.kind !== spec.kind || stored.state !== 'verified')) throw new NotFound()
    if (stored && input.version !== undefined && input.version !== stored.version) throw new Conflict('Orang lain mengubah riwayat ini sementara Anda mengisi. Periksa lagi isinya, lalu simpan.', { version: String(stored.version) })
    const back = `/kerja/pegawai/${file.id}${spec.sensitive ? '/pribadi' : ''}`
    const today = todayOf(context)
    if (stored && input.langkah === 'hapus') {
      await removeRecord(tx, stored, today)
      await remember(tx, [file.id])
      note({ record: ['employee', file.id], before: told(spec, stored), after: {} })
      return goto(back, 'Riwayat dihapus.')
    }
    const entry = readEntry(spec, await listsOn(db, today), { input, files }, stored, localeOf(context, now), { born: file.birthDate, today })
    if (entry.fileId && entry.fileId !== stored?.fileId) await hands.files.keep(tx, [entry.fileId])
    if (stored) await updateRecord(tx, stored, entry, today)
    else await insertRecord(tx, file.id, entry, today)
    await remember(tx, [file.id])
    note({ record: ['employee', file.id], before: stored ? told(spec, stored) : {}, after: told(spec, entry) })
    return goto(back, stored ? 'Riwayat disimpan.' : 'Riwayat ditambahkan.')
  },
})

/** What the audit trail remembers of an entry: not the words of what is closed to others. */
const told = ({ kind, sensitive }: KindOfRecord, { decreeNumber, since, until, content }: { decreeNumber: string | null; since: string | null; until: string | null; content: Record<string, unknown> }) =>
  sensitive ? { kind } : { kind, decreeNumber, since, until, ...content }

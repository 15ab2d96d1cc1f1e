import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { notify } from '#platform/notifications/notifications.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { localeOf } from '#platform/web/render.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { Button, WorkLayout } from '#ui/index.ts'
import { fullName } from '../employee.ts'
import { todayOf } from '../parts/here.ts'
import { listsOn } from '../parts/lists.ts'
import { paperRule, RecordForm } from '../record/form.tsx'
import { recordKinds } from '../records/kinds.ts'
import { personalOf } from '../records/personal.ts'
import { fillEntry, readEntry } from '../records/reading.ts'
import { insertProposal, proposalsOf, recordById } from '../records-store.ts'
import { employeeOfAccount } from '../store.ts'

/** Proposals of one person that may wait at a time. */
const most = 20

async function ownRecord(db: Db | Tx, { who, params }: Pick<Context, 'who' | 'params'>) {
  const spec = recordKinds.find(({ kind }) => kind === params.kind)
  const file = await employeeOfAccount(db, who.account!.id)
  if (!file || !spec) throw new NotFound()
  const record = params.record === 'baru' ? null : await recordById(db, file.id, params.record!)
  if (params.record !== 'baru' && (record?.kind !== spec.kind || record.state !== 'verified' || spec.kind === 'personal')) throw new NotFound()
  return { spec, file, record }
}

/** Proposes a new entry of one's own history, or a correction of one; nothing changes before the personnel officer has looked at it. */
export const proposePage = page({
  path: '/saya/usul/:kind/:record',
  may: 'signed-in',
  form: z.looseObject({}),
  files: paperRule,
  async load(context) {
    return { ...(await ownRecord(context.db, context)), lists: await listsOn(context.db, todayOf(context)) }
  },
  fill: ({ spec, file, record, lists }) => (record ? fillEntry(spec, lists, record) : spec.kind === 'personal' ? personalOf(file) : {}),
  view: ({ data: { spec, file, record, lists }, fields, kept }) => (
    <WorkLayout title={record || spec.kind === 'personal' ? t('Usulkan perbaikan: {kind}', { kind: t(spec.label) }) : t('Usulkan tambahan: {kind}', { kind: t(spec.label) })}
      lead={t('Lampirkan buktinya. Perubahan berlaku setelah diperiksa pengelola kepegawaian.')} width="text" breadcrumbs={[{ label: t('Data saya'), href: '/saya' }]}>
      <RecordForm spec={spec} lists={lists} fields={fields} kept={kept} stored={record ?? (spec.kind === 'personal' ? { content: personalOf(file), fileId: null, version: file.version } : null)}
        proven={spec.kind !== 'personal'} actions={<Button kind="primary">{t('Kirim usulan')}</Button>} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, ask, input, files, hands, note, now } = context
    const { spec, file, record } = await ownRecord(tx, context)
    if ((await proposalsOf(tx, file.id)).filter(({ state }) => state === 'proposed').length >= most) throw new Refused('Sudah banyak usulan Anda yang menunggu. Tunggu sampai sebagian diperiksa.')
    const entry = readEntry(spec, await listsOn(tx, todayOf(context)), { input, files }, record, localeOf(context, now), { born: file.birthDate, today: todayOf(context) })
    if (spec.kind === 'personal' && Object.entries(personalOf(file)).every(([key, value]) => entry.content[key] === value) && !entry.content.remark)
      throw new Problem('', 'Belum ada yang berubah. Ubah salah satu isian, atau tulis keterangan.')
    // What proves an entry is looked at beside it; a change of address or telephone proves itself.
    const evidence = files.berkas?.[0]
    if (!evidence && spec.kind !== 'personal') throw new Problem('berkas', 'Lampirkan berkas bukti: foto atau pindaian SK, ijazah, atau sertifikat.')
    if (evidence) await hands.files.keep(tx, [evidence.id])
    const by = who.account!.id
    const id = await insertProposal(tx, file.id, { ...entry, fileId: evidence?.id ?? null }, { by, replaces: record?.id ?? null })
    const officers = (await ask(people).holding(tx, 'personnel.manage', file.unitId)).map(person => person.id).filter(officer => officer !== by)
    await notify(tx, officers, { text: '{name} mengusulkan perubahan data pegawai.', values: { name: fullName(file) }, href: `/kerja/pegawai/usulan/${id}` })
    note({ record: ['employee', file.id], after: { proposed: id, kind: spec.kind, replaces: record?.id ?? null } })
    return goto('/saya#usulan', 'Usulan terkirim. Anda diberi tahu setelah diperiksa.')
  },
})

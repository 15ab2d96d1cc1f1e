import { appendAudit } from '#platform/audit/audit.ts'
import { findFile, filePayload } from '#platform/files/serving.ts'
import { resource, type Context, type Payload } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import type { File } from '../employee.ts'
import { fileHere } from '../parts/here.ts'
import { mayManageKind, maySeePrivate } from '../policy.ts'
import { kindOf } from '../records/kinds.ts'
import { entryWithFile, type StoredRecord } from '../records-store.ts'
import { employeeOfAccount } from '../store.ts'

async function payloadOf({ db, params, hands }: Context, whose: File, may: (record: StoredRecord) => boolean): Promise<Payload> {
  const record = await entryWithFile(db, whose.id, params.file ?? '')
  const stored = record && may(record) && (await findFile(db, params.file!))
  if (!stored) throw new NotFound()
  return filePayload(hands, stored)
}

/** The paper of an entry in somebody's file; each opening is an audited act. */
export const recordFile = resource({
  path: '/kerja/pegawai/:id/berkas/:file',
  may: 'personnel.read',
  async load(context) {
    const { db, who, params } = context
    const file = await fileHere(context, 'personnel.read')
    const payload = await payloadOf(context, file, ({ kind, state }) => {
      const { sensitive } = kindOf(kind)
      return state === 'verified' ? !sensitive || maySeePrivate(who, file) : mayManageKind(who, file, { sensitive })
    })
    await db.transaction().execute(tx => appendAudit(tx, { action: 'personnel.read', accountId: who.account?.id ?? null, path: '/kerja/pegawai/:id/berkas/:file', record: ['file', params.file!] }))
    return payload
  },
})

/** The paper of an entry in one's own file. */
export const ownFile = resource({
  path: '/saya/berkas/:file',
  may: 'signed-in',
  async load(context) {
    const own = await employeeOfAccount(context.db, context.who.account!.id)
    if (!own) throw new NotFound()
    return payloadOf(context, own, () => true)
  },
})

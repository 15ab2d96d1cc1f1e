import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/database.ts'
import { pictureWidths } from '#platform/files/files.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { Services } from '#platform/web/services.ts'
import { letters } from '#modules/correspondence/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { officeOf } from './parts/office.ts'

export const eraseName = 'archives.erase'

interface Erasable {
  id: string
  letterId: string | null
  fileIds: string[]
}

/** Items destroyed by a proposal whose content is still there. */
export async function unerasedOf(db: Db | Tx, proposalId: string): Promise<Erasable[]> {
  const { rows } = await sql<Erasable>`
    select i.id, i.letter_id as "letterId", i.file_ids as "fileIds" from archives.decision e join archives.item i on i.dossier_id = e.dossier_id
    where e.proposal_id = ${proposalId} and e.kind = 'destroy' and i.destroyed_at is not null and i.content = 'kept' order by i.id`.execute(db)
  return rows
}

/** Whether nobody keeps the letter any more: every office it was made or received in filed it and destroyed what it filed. */
async function isLast(tx: Tx, services: Services, governmentId: string, letterId: string, unitId: string): Promise<boolean> {
  const { rows } = await sql<{ unitId: string; kept: boolean }>`
    select unit_id as "unitId", destroyed_at is null as kept from archives.item where letter_id = ${letterId} and removed_at is null
    union all select unit_id, true from archives.waiting where letter_id = ${letterId}`.execute(tx)
  const units = await services.ask(unitDirectory).of(governmentId)
  const received = await services.ask(letters).receipts(tx, letterId)
  const gone = new Set(rows.map(row => row.unitId))
  return rows.every(({ kept }) => !kept) && [unitId, ...received.map(one => one.unitId)].every(id => gone.has(officeOf(units, id)))
}

/**
 * Erases the content of one destroyed item: rows first, then bytes, then the mark, so that a run that was cut off is
 * simply done again. A letter another unit still keeps stays whole for that unit.
 */
async function erase(services: Services, governmentId: string, item: Erasable): Promise<void> {
  const { database, files, ask } = services
  const content = await database.transaction(governmentId, async tx => {
    const letter = item.letterId ? await ask(letters).take(tx, item.letterId) : null
    if (letter && !(await isLast(tx, services, governmentId, letter.id, letter.unitId))) return 'shared' as const
    if (letter) await ask(letters).erase(tx, letter.id)
    await sql`delete from platform.file where id = any(${item.fileIds}::uuid[])`.execute(tx)
    return 'erased' as const
  })
  if (content === 'erased') for (const id of item.fileIds) await files.remove(governmentId, id, pictureWidths)
  await database.transaction(governmentId, tx => sql`update archives.item set content = ${content} where id = ${item.id}`.execute(tx))
}

/** Erases everything a proposal destroyed that is not erased yet. */
async function eraseAll(services: Services, governmentId: string, proposalId: string): Promise<void> {
  for (const item of await unerasedOf(services.database.of(governmentId), proposalId)) await erase(services, governmentId, item)
}

export const eraseJob: Job = {
  name: eraseName,
  expires: 3600,
  async run({ services, governmentId }, { proposalId }) {
    if (governmentId) await eraseAll(services, governmentId, String(proposalId))
  },
}

import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import { index } from '#platform/search/search.ts'
import type { Context } from '#platform/web/page.ts'
import { letters, type Letter } from '#modules/correspondence/contract.ts'
import type { Dossier, Item } from './contract.ts'
import { after, higher, numberOf, type DossierEvent } from './dossier.ts'
import { judge } from './retention.ts'
import { insertDossier, insertItem, insertStep, takeDossier, updateDossier, type NewDossier, type NewItem } from './store.ts'

type Asking = Pick<Context, 'ask'>

/** Enters a dossier into the search of those who read the archive of its unit. */
const enterSearch = (tx: Tx, dossier: Dossier): Promise<void> =>
  index(tx, {
    kind: 'dossier', id: dossier.id, sort: dossier.state, title: dossier.title, summary: `${numberOf(dossier)} · ${dossier.classification}`, body: '',
    href: `/kerja/arsip/${dossier.id}`, unitId: dossier.unitId, districtCode: null, at: new Date(`${dossier.openedOn}T12:00:00Z`), permission: 'archives.read',
  })

/** Opens a dossier under the next number of its unit; the schedule of the day judges it until it is closed. */
export async function open(tx: Tx, given: NewDossier, by: string | null): Promise<Dossier> {
  const dossier = await insertDossier(tx, given, await judge(tx, given.classification, given.openedOn), by)
  await insertStep(tx, [dossier.id], 'Berkas dibuka', by)
  await enterSearch(tx, dossier)
  return dossier
}

/** Changes what describes a dossier; one the schedule did not know is judged anew. */
export async function describe(tx: Tx, dossier: Dossier, change: Partial<Pick<Dossier, 'classification' | 'title' | 'holderPostId' | 'room' | 'shelf' | 'box'>>, by: string): Promise<Dossier> {
  const classification = change.classification ?? dossier.classification
  const anew = classification !== dossier.classification || dossier.final === null ? await judge(tx, classification, dossier.closedOn ?? dossier.openedOn) : {}
  const changed = await updateDossier(tx, dossier.id, { ...change, ...anew })
  await insertStep(tx, [dossier.id], 'Uraian berkas diubah', by)
  await enterSearch(tx, changed)
  return changed
}

/** The highest class of what is in a dossier now; letters are asked, because theirs may have changed. */
async function secrecyNow(tx: Tx, { ask }: Asking, dossierId: string): Promise<Dossier['secrecy']> {
  const { rows } = await sql<Pick<Item, 'letterId' | 'secrecy'>>`select letter_id as "letterId", secrecy from archives.item where dossier_id = ${dossierId} and removed_at is null`.execute(tx)
  const known = await ask(letters).byIds(tx, rows.flatMap(({ letterId }) => letterId ?? []))
  return rows.map(({ letterId, secrecy }) => (letterId && known.get(letterId)?.secrecy) || secrecy).reduce(higher, 'B')
}

/** Closes a dossier on a day, or opens it again; the schedule of the day of closing judges it for good. */
export async function turn(tx: Tx, context: Asking, dossier: Dossier, event: Extract<DossierEvent, 'close' | 'reopen'>, day: string, by: string | null): Promise<Dossier> {
  const state = after(dossier.state, event)
  if (state === null) throw new Error(`${event} cannot happen in ${dossier.state}`)
  const changed = await updateDossier(tx, dossier.id, event === 'close' ? { state, closedOn: day, secrecy: await secrecyNow(tx, context, dossier.id), ...(await judge(tx, dossier.classification, day)) } : { state, closedOn: null })
  await insertStep(tx, [dossier.id], event === 'close' ? 'Berkas ditutup' : 'Berkas dibuka kembali', by)
  await enterSearch(tx, changed)
  return changed
}

/** Files that are the letter and its attachments. */
const filesOf = ({ fileId, attachments }: Letter): string[] => [...(fileId ? [fileId] : []), ...attachments.map(one => one.fileId)]

/** Puts something into a dossier, which becomes as secret as that. */
export async function put(tx: Tx, item: NewItem): Promise<Item> {
  const dossier = await takeDossier(tx, item.dossier.id)
  const stored = await insertItem(tx, item)
  if (dossier && higher(dossier.secrecy, item.secrecy) !== dossier.secrecy) await updateDossier(tx, dossier.id, { secrecy: item.secrecy })
  return stored
}

/** Files a letter for the unit of the dossier: the unit's archive becomes one of its parties, and it waits no longer. */
export async function fileLetter(tx: Tx, { ask }: Asking, dossier: Dossier, letter: Letter, by: string | null): Promise<void> {
  const roles = (await ask(letters).parties(tx, letter.id)).filter(({ unitId }) => unitId === dossier.unitId).map(({ role }) => role)
  await put(tx, {
    dossier, letterId: letter.id, datedOn: letter.letterOn, maturity: roles.includes('copy') && !roles.includes('to') ? 'kopi' : 'asli', amount: 1, secrecy: letter.secrecy, remarks: null, files: [], fileIds: filesOf(letter), by,
  })
  await sql`delete from archives.waiting where unit_id = ${dossier.unitId} and letter_id = ${letter.id}`.execute(tx)
  await ask(letters).join(tx, letter.id, [{ unitId: dossier.unitId, role: 'archive', desk: null }])
  await ask(letters).step(tx, letter.id, { event: 'Surat diberkaskan', by, remarks: `${dossier.classification} · ${numberOf(dossier)}` })
}

/** Puts something into another open dossier of the same unit, under its next number. */
export async function moveItem(tx: Tx, context: Asking, item: Item, [from, to]: readonly [Dossier, Dossier], by: string): Promise<void> {
  await sql`update archives.item set dossier_id = ${to.id}, sequence = (select coalesce(max(o.sequence), 0) + 1 from archives.item o where o.dossier_id = ${to.id}) where id = ${item.id}`.execute(tx)
  for (const { id } of [from, to]) await updateDossier(tx, id, { secrecy: await secrecyNow(tx, context, id) })
  await insertStep(tx, [from.id], 'Item dipindahkan ke berkas lain', by, numberOf(to))
  await insertStep(tx, [to.id], 'Item dipindahkan dari berkas lain', by, numberOf(from))
}

/** Takes something out of an open dossier, with the reason; a letter waits to be filed again. */
export async function remove(tx: Tx, context: Asking, dossier: Dossier, item: Item, reason: string, by: string): Promise<void> {
  await sql`update archives.item set removed_at = now(), removed_by = ${by}, removed_reason = ${reason} where id = ${item.id}`.execute(tx)
  if (item.letterId) await wait(tx, [dossier.unitId], item.letterId)
  await updateDossier(tx, dossier.id, { secrecy: await secrecyNow(tx, context, dossier.id) })
  await insertStep(tx, [dossier.id], 'Isi dikeluarkan dari berkas', by, reason)
}

/** Lets a letter wait to be filed by units that have not done so. */
export async function wait(tx: Tx, unitIds: readonly string[], letterId: string): Promise<void> {
  await sql`
    insert into archives.waiting (unit_id, letter_id) select u.id, ${letterId}::uuid from unnest(${[...unitIds]}::uuid[]) as u (id)
    where not exists (select from archives.item i where i.unit_id = u.id and i.letter_id = ${letterId}::uuid and i.removed_at is null) on conflict do nothing`.execute(tx)
}

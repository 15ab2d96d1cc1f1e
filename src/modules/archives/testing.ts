import { sql } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import { dayIn } from '#platform/time/zone.ts'
import { aLetter } from '#modules/correspondence/testing.ts'
import type { Browser } from '#modules/identity/testing.ts'
import type { Letter } from '#modules/correspondence/contract.ts'
import type { Dossier, Item } from './contract.ts'
import { fileLetter, open, put, turn, wait } from './lifecycle.ts'
import { insertLoan, updateLoan } from './loans/loan-store.ts'
import { insertStep, type NewDossier, type NewItem } from './store.ts'

/** What these builders need of an installation and a government of `#app/testing`. */
interface Opened {
  services: Services
}
interface Place {
  id: string
  units: Record<string, string>
}

/** A dossier of a unit; with `closed` it was closed that day. */
export const aDossier = ({ services }: Opened, place: Place, { unit = 'diskominfo', closed, ...given }: Partial<NewDossier> & { unit?: string; closed?: string } = {}): Promise<Dossier> =>
  services.database.transaction(place.id, async tx => {
    const dossier = await open(tx, {
      unitId: place.units[unit]!, classification: '000.5', title: 'Pembinaan kearsipan', openedOn: closed ?? dayIn(new Date(), 'Asia/Jakarta'), holderPostId: null, room: null, shelf: null, box: null, ...given,
    }, null)
    return closed ? turn(tx, services, dossier, 'close', closed, null) : dossier
  })

/** Closes a dossier on a day. */
export const closed = ({ services }: Opened, place: Place, dossier: Dossier, on: string): Promise<Dossier> => services.database.transaction(place.id, tx => turn(tx, services, dossier, 'close', on, null))

/** A paper in a dossier, with a file when `body` is given. */
export const aPaper = ({ services }: Opened, place: Place, dossier: Dossier, { body, name = 'Pindaian arsip.pdf', ...given }: Partial<NewItem> & { body?: string; name?: string } = {}): Promise<Item> =>
  services.database.transaction(place.id, async tx => {
    const file = body === undefined ? null : await services.files.put(tx, place.id, { name, mediaType: name.endsWith('.txt') ? 'text/plain' : 'application/pdf', body: Buffer.from(body), unitId: dossier.unitId, public: false })
    return put(tx, {
      dossier, title: 'Gambar rencana jembatan', datedOn: dossier.openedOn, maturity: 'asli', amount: 3, secrecy: 'B', remarks: null, by: null,
      files: file ? [{ fileId: file.id, name: file.name, mediaType: file.mediaType, bytes: file.bytes }] : [], fileIds: file ? [file.id] : [], ...given,
    })
  })

/** Files a letter in a dossier. */
export const filed = ({ services }: Opened, place: Place, dossier: Dossier, letter: Letter, by: string | null = null): Promise<void> => services.database.transaction(place.id, tx => fileLetter(tx, services, dossier, letter, by))

/** Lends a dossier until a day; answers the id of the loan. */
export const lent = ({ services }: Opened, place: Place, { dossier, borrower, by, from, until, purpose }: { dossier: Dossier; borrower: string; by: string; from?: string; until: string; purpose: string }): Promise<string> =>
  services.database.transaction(place.id, async tx => {
    const id = await insertLoan(tx, { dossierId: dossier.id, borrower, purpose, secrecy: dossier.secrecy, wantedUntil: until })
    await updateLoan(tx, id, 'lent', { by, dueOn: until })
    if (from) await sql`update archives.loan set requested_at = ${from}::date + time '09:00', decided_at = ${from}::date + time '10:30' where id = ${id}`.execute(tx)
    await insertStep(tx, [dossier.id], 'Berkas dipinjamkan', by)
    return id
  })

/** Lets letters wait to be filed by a unit. */
export const waits = ({ services }: Opened, place: Place, unitId: string, letterIds: readonly string[]): Promise<void> =>
  services.database.transaction(place.id, async tx => {
    for (const id of letterIds) await wait(tx, [unitId], id)
  })

/** A dossier with a paper and a loan, a letter to be filed, and a proposal to destroy an old one. */
export async function archiveAddresses({ services, government }: Opened & { government: { id: string } }, admin: Browser, unit: string, account: string): Promise<Record<string, string>> {
  const dossier = await posted(admin, '/kerja/arsip/baru', { unit, title: 'Pembangunan jembatan', classification: '600.1', openedOn: '2026-01-05', holder: '' })
  await posted(admin, `${dossier}/tambah`, { title: 'Gambar rencana', maturity: 'asli', amount: '3', secrecy: 'B', datedOn: '', remarks: '' })
  await posted(admin, `${dossier}/pinjam`, { purpose: 'Bahan pemeriksaan', until: '2199-12-31' })
  const letter = await aLetter({ services }, { id: government.id, units: { dpu: unit } }, { unit: 'dpu', classification: '600.1' }, [{ unitId: unit, role: 'to', desk: { accountId: account } }])
  const old = await posted(admin, '/kerja/arsip/baru', { unit, title: 'Tagihan telepon 2015', classification: '000.1.1', openedOn: '2015-01-05', holder: '' })
  await posted(admin, old, { step: 'close', on: '2015-12-31' })
  const proposal = await posted(admin, `/kerja/arsip/penyusutan/baru?jenis=destroy&unit=${unit}`, { dossiers: old.split('/').at(-1)! })
  const linked = async (page: string, pattern: RegExp) => pattern.exec((await admin.get(page)).body)?.[0] ?? ''
  const open = await posted(admin, '/kerja/arsip/baru', { unit, title: 'Drainase perkotaan', classification: '600.1', openedOn: '2026-01-05', holder: '' })
  return {
    '/kerja/arsip/:id': dossier, '/kerja/arsip/:id/ubah': `${dossier}/ubah`, '/kerja/arsip/:id/tambah': `${dossier}/tambah`, '/kerja/arsip/:id/paket': `${dossier}/paket`, '/kerja/arsip/:id/pinjam': `${open}/pinjam`,
    '/kerja/arsip/:id/isi/:item': await linked(dossier, /\/kerja\/arsip\/[\w-]+\/isi\/[\w-]+/), '/kerja/arsip/pinjaman/:loan': await linked(dossier, /\/kerja\/arsip\/pinjaman\/[\w-]{36}/),
    '/kerja/arsip/penyusutan/baru': `/kerja/arsip/penyusutan/baru?jenis=move&unit=${unit}`, '/kerja/arsip/penyusutan/:id': proposal, '/kerja/arsip/penyusutan/:id/cetak': `${proposal}/cetak`,
    '/kerja/surat/:id/berkaskan': `/kerja/surat/${letter.id}/berkaskan`,
  }
}

/** Posts a form and answers where it leads. */
async function posted(browser: Browser, address: string, values: Record<string, string | string[]>): Promise<string> {
  const answer = await browser.post(address, values)
  if (answer.statusCode !== 303) throw new Error(`${address} answered ${answer.statusCode}: ${/error-summary.*?<\/ul>/s.exec(answer.body)?.[0] ?? ''}`)
  return String(answer.headers.location)
}

import type { Services } from '#platform/web/services.ts'
import { dayIn } from '#platform/time/zone.ts'
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
export const lent = ({ services }: Opened, place: Place, { dossier, borrower, by, until, purpose }: { dossier: Dossier; borrower: string; by: string; until: string; purpose: string }): Promise<string> =>
  services.database.transaction(place.id, async tx => {
    const id = await insertLoan(tx, { dossierId: dossier.id, borrower, purpose, secrecy: dossier.secrecy, wantedUntil: until })
    await updateLoan(tx, id, 'lent', { by, dueOn: until })
    await insertStep(tx, [dossier.id], 'Berkas dipinjamkan', by)
    return id
  })

/** Lets letters wait to be filed by a unit. */
export const waits = ({ services }: Opened, place: Place, unitId: string, letterIds: readonly string[]): Promise<void> =>
  services.database.transaction(place.id, async tx => {
    for (const id of letterIds) await wait(tx, [unitId], id)
  })

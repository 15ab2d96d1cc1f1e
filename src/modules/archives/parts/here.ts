import { dayIn } from '#platform/time/zone.ts'
import type { Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { Conflict, NotFound, Refused } from '#platform/web/problems.ts'
import type { Counted, Dossier } from '../contract.ts'
import { mayManage, readerOf, type Reader } from '../policy.ts'
import { dossierFor, takeDossier } from '../store.ts'

export const todayOf = ({ now, government }: Pick<Context, 'now' | 'government'>): string => dayIn(now, government.zone)

/**
 * The dossier of an address, and who reads it.
 * @throws NotFound to a stranger
 */
export async function dossierHere(context: Context, id = context.params.id!): Promise<{ dossier: Counted; reader: Reader }> {
  const reader = await readerOf(context)
  const dossier = await dossierFor(context.db, reader, id)
  if (!dossier) throw new NotFound()
  return { dossier, reader }
}

/** The same for whoever keeps the archive of its unit. */
export async function managedHere(context: Context): Promise<Counted> {
  const { dossier } = await dossierHere(context)
  if (!mayManage(context.who, dossier)) throw new Refused('Berkas ini dikelola kantor lain.')
  return dossier
}

/**
 * Takes a dossier for a change by whoever keeps its archive: locked, on no proposal, still as the person saw it.
 * @throws Conflict when someone changed it meanwhile
 */
export async function take(tx: Tx, context: Context, id: string, seen?: number): Promise<Dossier> {
  const dossier = await takeDossier(tx, id)
  if (!dossier || !mayManage(context.who, dossier)) throw new NotFound()
  if (dossier.proposalId) throw new Refused('Berkas ini berada dalam usul penyusutan; isinya tetap sampai usul itu selesai.')
  if (seen !== undefined && seen !== dossier.version) throw new Conflict('Orang lain menyimpan perubahan lebih dahulu. Isian Anda masih ada di bawah. Simpan sekali lagi untuk memakai isian Anda.', { title: dossier.title, version: String(dossier.version) })
  return dossier
}

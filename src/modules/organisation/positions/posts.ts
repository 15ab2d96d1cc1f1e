import { sql } from 'kysely'
import { changed } from '#platform/db/changes.ts'
import type { Tx } from '#platform/db/database.ts'
import { governmentOf } from '#platform/db/government.ts'
import { tell } from '#platform/events/events.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { holdingChanged, type Appointment, type InCharge, type Posts } from '../contract.ts'
import { definitiveOf, deleteHolding, endHolding, gradesOn, headsOf, heldOn, holdersOn, holdingById, holdingsOf, inChargeOf, insertHolding, postById, postsOf, superiorsOf } from './store.ts'

/** PostgreSQL's word for a row that an exclusion constraint refuses. */
const exclusionViolation = '23P01'

const topicsOf = (governmentId: string, { unitId, accountId }: Pick<InCharge, 'unitId' | 'accountId'>): string[] => [`officials:${unitId}`, `posts:${governmentId}`, ...(accountId ? [`holder:${accountId}`] : [])]

/** Says that positions of a unit changed, or who holds them. */
export async function announce(tx: Tx, place: Pick<InCharge, 'unitId' | 'accountId'>): Promise<void> {
  await changed(tx, ...topicsOf(await governmentOf(tx), place))
}

async function announceHolding(tx: Tx, holding: Pick<InCharge, 'holdingId' | 'postId' | 'unitId' | 'accountId'>): Promise<void> {
  await announce(tx, holding)
  await tell(tx, holdingChanged, { holdingId: holding.holdingId, postId: holding.postId, unitId: holding.unitId })
}

/** A day as messages print it: noon, so that no zone moves it. */
const printed = (day: string): number => Date.parse(`${day}T12:00:00Z`)

/** The decree and the days of a holding, for a sentence. */
const described = ({ title, name, decree, from, to }: InCharge) => ({ title, name, decree: decree.number ?? 'tanpa', from: printed(from), ends: to ? 'ya' : 'tidak', to: to ? printed(to) : 0 })

const overlaps = (a: Pick<InCharge, 'from' | 'to'>, b: Pick<InCharge, 'from' | 'to'>): boolean => (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to)

/** Two definitive holders of one position never overlap, nor two definitive positions of one person: the database sees to it, this says it in words. */
async function refuseOverlap(tx: Tx, appointment: Appointment): Promise<void> {
  if (appointment.kind !== 'definitif') return
  const here = (await holdingsOf(tx, appointment.postId)).find(one => one.kind === 'definitif' && overlaps(one, appointment))
  if (here)
    throw new Problem('from', '{name} memegang jabatan ini {decree, select, tanpa {tanpa nomor SK} other {menurut SK {decree}}}, {ends, select, tidak {sejak {from, date, long}} other {dari {from, date, long} sampai {to, date, long}}}. Akhiri dahulu masa jabatannya, atau pilih Plt. atau Plh.', described(here))
  const elsewhere = (await definitiveOf(tx, appointment)).find(one => overlaps(one, appointment))
  if (elsewhere)
    throw new Problem('from', '{name} sudah memegang jabatan {title} {decree, select, tanpa {tanpa nomor SK} other {menurut SK {decree}}}, {ends, select, tidak {sejak {from, date, long}} other {dari {from, date, long} sampai {to, date, long}}}. Akhiri dahulu jabatan itu, atau pilih Plt. atau Plh.', described(elsewhere))
}

async function appoint(tx: Tx, appointment: Appointment): Promise<string> {
  // Whoever appoints to the same position waits here, and then sees this holding.
  const { rows } = await sql<{ unitId: string; active: boolean }>`select unit_id as "unitId", active from organisation.position where id = ${appointment.postId} for update`.execute(tx)
  const post = rows[0]
  if (!post) throw new NotFound()
  if (!post.active) throw new Problem('', 'Jabatan ini sudah ditutup.')
  if (appointment.to && appointment.to < appointment.from) throw new Problem('to', 'Hari terakhir mendahului hari mulai.')
  if (!appointment.to && appointment.kind !== 'definitif') throw new Problem('to', 'Isi hari terakhir: Plt. dan Plh. hanya untuk sementara.')
  await refuseOverlap(tx, appointment)
  const holdingId = await insertHolding(tx, appointment).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === exclusionViolation)) throw error
    throw new Problem('from', 'Orang ini baru saja diangkat pada jabatan lain untuk hari-hari itu. Muat ulang halaman, lalu periksa lagi.')
  })
  await announceHolding(tx, { holdingId, postId: appointment.postId, unitId: post.unitId, accountId: appointment.accountId })
  return holdingId
}

async function end(tx: Tx, holdingId: string, last: string): Promise<void> {
  const holding = await holdingById(tx, holdingId)
  if (!holding) throw new NotFound()
  if (last < holding.from) throw new Problem('last', 'Hari terakhir mendahului hari mulai.')
  if (holding.to && last > holding.to) throw new Problem('last', 'Masa jabatan ini berakhir {to, date, long}. Untuk memperpanjangnya, angkat lagi dengan SK yang baru.', { to: printed(holding.to) })
  await endHolding(tx, holdingId, last)
  await announceHolding(tx, holding)
}

async function withdraw(tx: Tx, holdingId: string, today: string): Promise<void> {
  const holding = await holdingById(tx, holdingId)
  if (!holding || (holding.to !== null && holding.to <= today)) return
  await (holding.from > today ? deleteHolding(tx, holdingId) : endHolding(tx, holdingId, today))
  await announceHolding(tx, holding)
}

/** Positions and who is in charge, for other modules. */
export const makePosts = (): Posts => ({
  of: (db, unitId) => postsOf(db, [unitId]),
  byId: postById,
  inCharge: inChargeOf,
  holders: holdersOn,
  heldBy: heldOn,
  grades: gradesOn,
  above: superiorsOf,
  heads: headsOf,
  appoint,
  end,
  withdraw,
})

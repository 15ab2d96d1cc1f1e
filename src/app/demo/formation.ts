import { sql } from 'kysely'
import type { Services } from '#platform/web/services.ts'
import { dayIn } from '#platform/time/zone.ts'
import { rolesOf } from '#modules/identity/manage/store.ts'
import { writePositionRoles } from '#modules/identity/by-position/store.ts'
import { candidates, posts, type PostKind } from '#modules/organisation/contract.ts'
import { insertPosition, plainPosition, type PositionFacts } from '#modules/organisation/positions/store.ts'
import type { DemoPost } from './content/index.ts'
import type { Place } from './units.ts'

/** What titles tell of a position in a regency; the first that fits counts. */
const known: [title: RegExp, kind: PostKind, echelon: string | null, grade: number | null][] = [
  [/^(Bupati|Wakil Bupati|Kepala Desa|Sekretaris Desa|Kepala Urusan|Wakil Kepala Sekolah|Operator)/, 'lain', null, null],
  [/^Sekretaris Daerah/, 'jpt', 'II.a', 15],
  [/^(Asisten|Kepala Dinas|Kepala Badan|Kepala BKPSDM|Kepala DP3AP2KB|Kepala DPMPTSP|Kepala Satuan|Inspektur$|Sekretaris DPRD|Direktur)/, 'jpt', 'II.b', 14],
  [/^Staf Ahli/, 'jpt', 'II.b', 13],
  [/^(Kepala Bagian|Camat|Kepala Pelaksana|Inspektur Pembantu)/, 'administrator', 'III.a', 12],
  [/^(Kepala Bidang|Sekretaris Kecamatan|Wakil Direktur)/, 'administrator', 'III.b', 11],
  [/^Sekretaris/, 'administrator', 'III.a', 12],
  [/^(Kepala Subbagian|Kepala Seksi|Lurah|Kepala UPTD(?! Puskesmas))/, 'pengawas', 'IV.a', 9],
  [/Ahli Muda$|^Sub Koordinator|^Kepala (UPTD Puskesmas|SMP)/, 'fungsional', null, 9],
  [/Ahli Pertama$/, 'fungsional', null, 8],
]

/** Kind, echelon and class by a title; without a better guess it is an executor's. */
export function postOf(title: string): Pick<PositionFacts, 'kind' | 'echelon' | 'grade'> {
  const [, kind, echelon, grade] = known.find(([pattern]) => pattern.test(title)) ?? [null, 'pelaksana' as const, null, 6]
  return { kind, echelon, grade }
}

/** Adds positions nobody holds, people who stand in this week, and what stands under the secretary of the region. */
export async function addFormation(services: Services, { governmentId, zone, unit, units }: Place, formation: readonly DemoPost[], now = new Date()): Promise<void> {
  const today = Date.parse(`${dayIn(now, zone)}T00:00:00Z`)
  const monday = today - ((new Date(today).getUTCDay() + 6) % 7) * 86_400_000
  const day = (offset: number) => new Date(monday + offset * 86_400_000).toISOString().slice(0, 10)
  await services.database.transaction(governmentId, async tx => {
    const port = services.ask(posts)
    const roles = await rolesOf(tx)
    for (const { unit: reference, title, rank, seats = 1, holder, roles: codes } of formation) {
      const unitId = unit(reference).id
      const standing = (await port.of(tx, unitId)).find(post => post.title === title)
      for (let seat = 1; !standing && seat < seats; seat++) await insertPosition(tx, unitId, { ...plainPosition, ...postOf(title), title, rank, code: `${rank}.${seat}` })
      const postId = standing?.id ?? (await insertPosition(tx, unitId, { ...plainPosition, ...postOf(title), title, rank, code: seats > 1 ? `${rank}.${seats}` : null }))
      if (codes) await writePositionRoles(tx, postId, roles.filter(role => codes.includes(role.code)).map(role => ({ roleId: role.id, unitId })))
      if (!holder) continue
      const [account] = await services.ask(candidates).search(tx, holder.nip)
      await port.appoint(tx, { postId, kind: holder.how, name: holder.name, nip: holder.nip, accountId: account?.accountId ?? null, employeeId: null, from: day(holder.fromDay), to: holder.toDay === null ? null : day(holder.toDay), decree: { number: holder.decree, on: day(holder.fromDay - 3), fileId: null }, reason: holder.reason ?? null })
    }
    // Heads of agencies answer to the regent through the secretary of the region.
    const [secretary] = await Promise.all(units.all.filter(one => one.slug === 'setda').map(async one => (await port.of(tx, one.id)).find(post => post.title === 'Sekretaris Daerah')))
    if (secretary)
      await sql`update organisation.position p set superior_id = ${secretary.id} from organisation.unit u
        where u.id = p.unit_id and u.kind in ('agency', 'subdistrict', 'hospital') and p.rank = 1 and p.kind in ('jpt', 'administrator') and p.id <> ${secretary.id}`.execute(tx)
  })
}

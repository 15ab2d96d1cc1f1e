import type { Db, Tx } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'
import type { Context } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { posts, unitDirectory, type HoldingKind } from '#modules/organisation/contract.ts'
import { employees } from '#modules/personnel/contract.ts'
import type { DraftSigner, Signatory } from './contract.ts'
import { officialName } from './correspondents.ts'

const standIn: Record<HoldingKind, string> = { definitif: '', plt: 'Plt. ', plh: 'Plh. ' }

/** Lines above the name: who it is signed for, then who signs. `titles` are those of the three positions as letters write them. */
export function capacityLines(titles: { signer: string; onBehalfOf: string | null; through: string | null }, kind: HoldingKind): string[] {
  const own = `${standIn[kind]}${titles.signer.toUpperCase()},`
  if (!titles.onBehalfOf) return [own]
  const behalf = `a.n. ${titles.onBehalfOf.toUpperCase()}`
  return titles.through ? [behalf, titles.through.toUpperCase(), 'u.b.', own] : [behalf, own]
}

type Asking = Pick<Context, 'government' | 'ask'> & { db: Db | Tx }

/** The title of a position as letters write it; null for none. */
async function titleOf({ db, ask, government }: Asking, postId: string | null): Promise<string | null> {
  const post = postId ? await ask(posts).byId(db, postId) : null
  if (!post) return null
  const units = await ask(unitDirectory).of(government.id)
  return officialName(post.title, units.byId(post.unitId), government)
}

/** Titles of the positions a signature names. */
export async function titlesOf(asking: Asking, { postId, onBehalfOf, through }: DraftSigner): Promise<{ signer: string; onBehalfOf: string | null; through: string | null }> {
  return { signer: (await titleOf(asking, postId)) ?? '', onBehalfOf: await titleOf(asking, onBehalfOf), through: await titleOf(asking, through) }
}

/** Who signs on a day, and how it is written. @throws Problem when nobody is in charge of the position */
export async function signatoryOn(asking: Asking, signer: DraftSigner, day: string): Promise<Signatory> {
  const { db, ask } = asking
  const titles = await titlesOf(asking, signer)
  const holder = (await ask(posts).inCharge(db, [signer.postId], day)).get(signer.postId)
  if (!holder) throw new Problem('', 'Jabatan {title} sedang lowong: belum ada yang berwenang menandatangani. Angkat Plt. atau Plh., atau pilih penanda tangan lain.', { title: titles.signer })
  const employee = holder.employeeId
    ? (await ask(employees).byId(db, [holder.employeeId])).get(holder.employeeId)
    : holder.accountId ? (await ask(employees).byAccount(db, [holder.accountId])).get(holder.accountId) : undefined
  const grades = employee?.grade ? await referenceList<{ name: string | null }>(db, 'grade', day) : []
  const rank = grades.find(({ code }) => code === employee?.grade)?.value.name
  const nip = employee?.nip ?? holder.nip
  return {
    accountId: holder.accountId, employeeId: employee?.id ?? holder.employeeId, postId: signer.postId, name: employee?.name ?? holder.name, kind: holder.kind,
    capacity: capacityLines(titles, holder.kind), below: [...(rank ? [rank] : []), ...(nip ? [`NIP ${nip}`] : [])],
  }
}

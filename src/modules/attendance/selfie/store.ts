import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { reference } from '#platform/reference/reference.ts'
import { seal, unseal } from '#platform/secrets/sealing.ts'

const purpose = 'attendance.selfie'
const rule = z.object({ offered: z.boolean(), days: z.int().min(1).max(31) })

/** Whether photos are offered on a day, and after how many days one is erased at the latest: reference list `attendance-selfie`. */
export async function selfieRule(db: Db | Tx, day: string): Promise<z.output<typeof rule>> {
  return rule.safeParse(await reference<unknown>(db, 'attendance-selfie', 'rule', day, null)).data ?? { offered: false, days: 1 }
}

/** Keeps a photo sealed; a second one takes the place of the first. */
export async function keepSelfie(tx: Tx, secret: string, { scanId, employeeId, picture }: { scanId: string; employeeId: string; picture: Buffer }): Promise<void> {
  const sealed = seal(secret, purpose, picture.toString('base64'))
  await sql`insert into attendance.selfie (scan_id, employee_id, picture) values (${scanId}, ${employeeId}, ${sealed}) on conflict (scan_id) do update set picture = excluded.picture, added_at = now()`.execute(tx)
}

export const hasSelfie = async (db: Db | Tx, scanIds: readonly string[]): Promise<Set<string>> =>
  new Set((await sql<{ id: string }>`select scan_id as id from attendance.selfie where scan_id = any(${[...scanIds]}::uuid[])`.execute(db)).rows.map(({ id }) => id))

export async function selfieOf(db: Db | Tx, secret: string, scanId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ picture: Buffer }>`select picture from attendance.selfie where scan_id = ${scanId}`.execute(db)
  return rows[0] ? Buffer.from(unseal(secret, purpose, rows[0].picture), 'base64') : null
}

export const eraseSelfie = (tx: Tx, scanId: string) => sql`delete from attendance.selfie where scan_id = ${scanId}`.execute(tx)

/** Erases photos whose check-in was decided, and those kept since before a moment; answers how many. */
export const eraseSelfies = async (db: Db, before: Date): Promise<number> =>
  (await sql`delete from attendance.selfie f where f.added_at < ${before} or exists (select from attendance.scan s where s.id = f.scan_id and (s.verdict is not null or s.level <> 'doubtful')) returning scan_id`.execute(db)).rows.length

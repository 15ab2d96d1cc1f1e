import { sql } from 'kysely'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { reference } from '#platform/reference/reference.ts'
import { seal, unseal } from '#platform/secrets/sealing.ts'

const purpose = 'attendance.selfie'
const rule = z.object({ offered: z.boolean(), days: z.int().min(1).max(31) })

/** Whether photos are offered on a day, and after how many days one is erased at the latest: reference list `attendance-selfie`. */
export async function photoRule(db: Db | Tx, day: string): Promise<z.output<typeof rule>> {
  return rule.safeParse(await reference<unknown>(db, 'attendance-selfie', 'rule', day, null)).data ?? { offered: false, days: 1 }
}

/** Keeps a photo sealed; a second one takes the place of the first. */
export async function keepPhoto(tx: Tx, secret: string, { checkInId, employeeId, picture }: { checkInId: string; employeeId: string; picture: Buffer }): Promise<void> {
  const sealed = seal(secret, purpose, picture.toString('base64'))
  await sql`insert into attendance_photos.photo (check_in_id, employee_id, picture) values (${checkInId}, ${employeeId}, ${sealed}) on conflict (check_in_id) do update set picture = excluded.picture, added_at = now()`.execute(tx)
}

export const hasPhoto = async (db: Db | Tx, checkInId: string): Promise<boolean> => (await sql`select from attendance_photos.photo where check_in_id = ${checkInId}`.execute(db)).rows.length > 0

export async function photoOf(db: Db | Tx, secret: string, checkInId: string): Promise<Buffer | null> {
  const { rows } = await sql<{ picture: Buffer }>`select picture from attendance_photos.photo where check_in_id = ${checkInId}`.execute(db)
  return rows[0] ? Buffer.from(unseal(secret, purpose, rows[0].picture), 'base64') : null
}

export async function erasePhoto(tx: Tx, checkInId: string): Promise<void> {
  await sql`delete from attendance_photos.photo where check_in_id = ${checkInId}`.execute(tx)
}

/** Erases photos kept since before a moment. */
export const eraseOlder = (db: Db, before: Date) => sql`delete from attendance_photos.photo where added_at < ${before}`.execute(db)

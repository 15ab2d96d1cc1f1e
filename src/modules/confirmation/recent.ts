import type { Db } from '#platform/db/database.ts'
import { reference } from '#platform/reference/reference.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Context } from '#platform/web/page.ts'
import { proving } from '#modules/identity/contract.ts'
import type { Confirmation } from './contract.ts'

/** Minutes for which a confirmation counts: reference data, list `security`. */
export const minutesOf = (db: Db, { now, government }: Pick<Context, 'now' | 'government'>): Promise<number> => reference(db, 'security', 'confirmation-minutes', dayIn(now, government.zone), 10)

/** Judges by the session of the request alone: another browser of the same person has shown nothing yet. */
export const makeConfirmation = (): Confirmation => ({
  async isFresh({ db, who, government, now, ask }) {
    if (!who.account) return false
    const [at, minutes] = await Promise.all([ask(proving).provenAt(db, who.account.sessionId), minutesOf(db, { now, government })])
    return at !== null && now.getTime() - at.getTime() < minutes * 60_000
  },
})

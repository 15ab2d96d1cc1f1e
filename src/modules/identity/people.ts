import { sql } from 'kysely'
import { governmentOf } from '#platform/db/government.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, posts, unitDirectory, type Candidate, type Candidates } from '#modules/organisation/contract.ts'
import { positionsGranting } from './by-position/store.ts'
import type { People } from './contract.ts'
import { addressesOf, holdersOf, namesOf } from './store.ts'

/** Names people for other modules. */
export const makePeople = (services: Services): People => ({
  named: namesOf,
  addresses: addressesOf,
  async holding(db, permission, unitId) {
    const governmentId = await governmentOf(db)
    const [units, government] = await Promise.all([services.ask(unitDirectory).of(governmentId), services.ask(governmentDirectory).byId(governmentId)])
    const [above, day] = [units.ancestors(unitId).map(unit => unit.id), dayIn(new Date(), government?.zone ?? 'Asia/Jakarta')]
    const positions = await positionsGranting(db, permission, unitId, above)
    const officials = positions.length > 0 ? await services.ask(posts).holders(db, positions, day) : []
    return holdersOf(db, permission, unitId, above, day, officials.flatMap(({ accountId }) => accountId ?? []))
  },
})

const candidate = sql`select id as "accountId", name, nip, title, unit_id as "unitId" from identity.account where state = 'active'`

/** Finds people to be put into positions. */
export const accountCandidates: Candidates = {
  async search(db, text) {
    const digits = text.replace(/[\s.-]/g, '')
    const fits = /^\d{18}$/.test(digits) ? sql`nip = ${digits}` : sql`name ilike ${`%${text.replace(/[\\%_]/g, '\\$&')}%`}`
    return (await sql<Candidate>`${candidate} and ${fits} order by name, id limit 20`.execute(db)).rows
  },
  byId: async (db, accountId) => (await sql<Candidate>`${candidate} and id = ${accountId}`.execute(db)).rows[0] ?? null,
}

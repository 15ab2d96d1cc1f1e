import type { Services } from '#platform/web/services.ts'
import type { Agendas, Numbers } from './contract.ts'
import { cancel, givenIn, ofMatter, preview, take } from './giving.ts'
import { nextIncoming, reachAtLeast } from './reserving.ts'
import { periodOf, seriesId } from './store.ts'

/** Numbers for letters that go out, for other modules. */
export const makeNumbers = ({ ask }: Pick<Services, 'ask'>): Numbers => ({
  take: (tx, request) => take(tx, ask, request),
  cancel,
  preview: (db, request) => preview(db, ask, request),
  ofMatter,
  given: givenIn,
})

/** Registers of letters that come in, for other modules. */
export const agendasOf: Agendas = {
  async next(tx, { unitId, on }) {
    const period = periodOf(await seriesId(tx, { unitId, kind: null }, 'in'), on, 'year')
    return { sequence: await nextIncoming(tx, period, on), year: period.year }
  },
  async follow(tx, { unitId, year, sequence }) {
    await reachAtLeast(tx, await seriesId(tx, { unitId, kind: null }, 'in'), year, sequence)
  },
}

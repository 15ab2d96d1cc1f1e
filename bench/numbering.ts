import { sql } from 'kysely'
import { makeNumbers } from '#modules/numbering/ports.ts'
import { governmentDirectory, unitDirectory, type UnitDirectory } from '#modules/organisation/contract.ts'
import { makeGovernmentDirectory } from '#modules/organisation/directory.ts'
import { unitsOf } from '#modules/organisation/store.ts'
import { treeOf } from '#modules/organisation/unit.ts'
import { listenForChanges } from '#platform/db/changes.ts'
import { openDatabase, type Tx } from '#platform/db/database.ts'
import { dayIn } from '#platform/time/zone.ts'
import type { Port } from '#platform/web/port.ts'
import { connect } from './database.ts'
import type { Server } from './server.ts'

/** Milliseconds one turn lasts. */
const turn = 2000
const turns = 3
const takers = 200
/** Connections both sides share; PostgreSQL grants a hundred in all. */
const connections = 60

const middle = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

interface Rates {
  ours: number
  bare: number
  /** Ours to bare, median of the pairs. */
  ratio: number
}

/** Works with so many at once for a while and answers how much per second was done. */
async function rate(at: number, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  let done = 0
  const one = async () => {
    while (performance.now() < began + turn) {
      await work()
      done++
    }
  }
  await Promise.all(Array.from({ length: at }, one))
  return (done * 1000) / (performance.now() - began)
}

/**
 * Numbers per second out of one series, each in a transaction of its own as that of a letter, against a counter that is
 * only counted up (`update … returning`) in such a transaction. In turns, so that both meet the same machine. `whole` says
 * whether the book is 1 to n afterwards.
 */
export async function numbering(server: Server): Promise<{ one: Rates; many: Rates; takers: number; taken: number; whole: boolean }> {
  const owner = await connect(server)
  const url = `postgres://${owner.user}:${owner.password}@127.0.0.1:${owner.port}/pendopo`
  const database = openDatabase({ url, role: 'pendopo_serve', max: connections })
  const changes = await listenForChanges(url)
  try {
    await owner.query('drop schema if exists bench cascade; create schema bench; create table bench.counter as select 0 as last; grant usage on schema bench to pendopo_serve; grant all on bench.counter to pendopo_serve')
    const { rows: [place] } = await owner.query<{ government: string; zone: string; unit: string }>("select g.id as government, g.zone, u.id as unit from organisation.government g join organisation.unit u on u.government_id = g.id where u.slug = 'kesbangpol' limit 1")
    const { government, zone, unit } = place!
    const units = treeOf(await unitsOf(database.of(government)))
    const offered = new Map<string, unknown>([[unitDirectory.name, { of: async () => units } satisfies UnitDirectory], [governmentDirectory.name, makeGovernmentDirectory({ database, changes })]])
    const port = makeNumbers({ ask: <T>(wanted: Port<T>) => offered.get(wanted.name) as T })
    const inTransaction = (work: (tx: Tx) => Promise<unknown>) => database.transaction(government, work)
    const bare = () => inTransaction(tx => sql`update bench.counter set last = last + 1 returning last`.execute(tx))
    const ours = () => inTransaction(tx => port.take(tx, { unitId: unit, kind: 'surat-dinas', classification: '000.1.2.3', secrecy: 'B', on: dayIn(new Date(), zone), matter: { kind: 'letter', id: crypto.randomUUID() }, title: 'Undangan rapat koordinasi' }))
    const measured = async (at: number): Promise<Rates> => {
      const pairs: { ours: number; bare: number }[] = []
      for (let i = 0; i < turns; i++) pairs.push({ bare: await rate(at, bare), ours: await rate(at, ours) })
      return { ours: middle(pairs.map(pair => pair.ours)), bare: middle(pairs.map(pair => pair.bare)), ratio: middle(pairs.map(pair => pair.ours / pair.bare)) }
    }
    await ours()
    const [one, many] = [await measured(1), await measured(takers)]
    const { rows: [book] } = await owner.query<{ taken: number; whole: boolean }>(
      `select c.last as taken, c.last = count(*) and c.last = max(n.sequence) and count(distinct n.sequence) = c.last and count(distinct n.number) = c.last as whole
       from numbering.series s join numbering.counter c on c.series_id = s.id join numbering.number n on n.series_id = s.id and n.year = c.year
       where s.unit_id = $1 and s.direction = 'out' group by c.last`, [unit])
    return { one, many, takers, taken: book!.taken, whole: book!.whole }
  } finally {
    await owner.query('drop schema if exists bench cascade').catch(() => {})
    await changes.close()
    await database.close()
    await owner.end()
  }
}

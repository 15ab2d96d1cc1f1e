import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Services } from '#platform/web/services.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Call } from '#modules/roll-calls/call.ts'
import { addMembers, insertList } from '#modules/roll-calls/lists/store.ts'
import { insertCall, writeAnswer } from '#modules/roll-calls/store.ts'
import { chanceOf } from './chance.ts'
import type { Place } from './units.ts'

const hour = 3_600_000

/** Calls of the week, so many hours before now; the last one still runs. */
const calls: readonly (Pick<Call, 'kind' | 'subject'> & { before: number; minutes: number })[] = [
  { kind: 'apel', subject: 'Apel pagi', before: 48, minutes: 15 },
  { kind: 'meeting', subject: 'Rapat persiapan evaluasi SPBE', before: 20, minutes: 30 },
  { kind: 'call', subject: '', before: 0, minutes: 60 },
]

const elsewhere = ['Pemasangan jaringan di Desa Kalisapu', 'Mendampingi operator desa di Balapulang', 'Di gudang peralatan']

async function answers(tx: Tx, id: string, { kind, before, minutes }: (typeof calls)[number], callees: readonly Employee[]): Promise<void> {
  const started = new Date(Date.now() - before * hour)
  await sql`update roll_calls.call set started_at = ${started}, ends_at = ${new Date(started.getTime() + minutes * 60_000)} where id = ${id}`.execute(tx)
  for (const { id: employeeId, accountId } of callees) {
    const chance = chanceOf(employeeId, kind)
    // Of the call that runs nobody with an account has answered yet.
    if (chance > 0.8 || (before === 0 && accountId !== null)) continue
    const answeredAt = new Date(started.getTime() + chance * minutes * 30_000)
    const away = chance < 0.12
    await writeAnswer(tx, id, { employeeId }, { answer: away ? 'elsewhere' : 'here', answeredAt, receivedAt: answeredAt, via: kind === 'call' ? 'tap' : 'screen', vouchedBy: null, remarks: away ? elsewhere[Math.floor(chance * 25)]! : null })
  }
}

/** Roll calls of the communication office, as its leader and its secretariat made them. */
export async function addRollCalls({ database, ask }: Pick<Services, 'database' | 'ask'>, place: Place): Promise<void> {
  const unit = place.unit('diskominfo')
  await database.transaction(place.governmentId, async tx => {
    const { rows: below } = await sql<{ id: string }>`select u.id from organisation.unit u join organisation.unit top on top.id = ${unit.id} where u.id = top.id or u.parent_id = top.id`.execute(tx)
    const { rows: [leader] } = await sql<{ id: string; name: string }>`select id, name from identity.account where username in ('kadis.kominfo', 'kabid.ikp') order by username limit 1`.execute(tx)
    const serving = (await ask(employees).serving(tx, below.map(({ id }) => id), 200)).filter(({ accountId }) => accountId !== leader?.id)
    if (!leader || serving.length === 0) return
    const { rows: callers } = await sql<{ id: string }>`select id from identity.account where username in ('kadis.kominfo', 'kabid.ikp', 'admin.tegal')`.execute(tx)
    for (const { id } of callers) {
      const list = await insertList(tx, id, 'Tim siaga jaringan')
      if (list) await addMembers(tx, list, serving.slice(0, 4).map(person => person.id))
    }
    for (const call of calls) {
      const id = await insertCall(tx, { unitId: unit.id, kind: call.kind, subject: call.subject, accountId: leader.id, caller: 'Kepala Dinas Komunikasi dan Informatika', minutes: call.minutes }, serving.map(({ id: employeeId, accountId, unitId, name }) => ({ employeeId, accountId, unitId, name })))
      await answers(tx, id, call, serving)
    }
  })
}

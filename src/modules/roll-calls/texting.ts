import { sql } from 'kysely'
import type { Tx } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { withoutPush } from '#platform/push/people.ts'
import { makeTextGateway, mobileNumber } from '#platform/texting/gateway.ts'
import { clockIn } from '#platform/time/zone.ts'
import { originOf } from '#platform/config/config.ts'
import type { Hands } from '#platform/web/page.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { telephones } from '#modules/personnel/contract.ts'
import type { NewCallee } from './store.ts'
import { callById } from './store.ts'

const jobName = 'roll-calls.text'

/** Has those told by SMS or WhatsApp whom no push message reaches; one job each, and no number in any of them. */
export async function textTo(tx: Tx, { jobs, governmentId }: Pick<Hands, 'jobs' | 'governmentId'>, callId: string, callees: readonly NewCallee[]): Promise<void> {
  const unreached = new Set(await withoutPush(tx, callees.flatMap(({ accountId }) => accountId ?? [])))
  for (const { employeeId, accountId } of callees) if (accountId === null || unreached.has(accountId)) await jobs.enqueue(tx, jobName, governmentId, { callId, employeeId })
}

/** Sends one message; the number is read from the file of the person at that moment and goes nowhere else. */
export const textJob: Job = {
  name: jobName,
  expires: 60,
  async run({ services: { config, database, ask, log }, governmentId, now }, { callId, employeeId }) {
    const gateway = makeTextGateway(config)
    if (!gateway || !governmentId) return
    const db = database.of(governmentId)
    const call = await callById(db, String(callId))
    const { rows } = await sql<{ accountId: string | null; answer: string | null; textedAt: Date | null }>`select account_id as "accountId", answer, texted_at as "textedAt" from roll_calls.callee where call_id = ${String(callId)} and employee_id = ${String(employeeId)}`.execute(db)
    const [callee] = rows
    if (!call || call.endsAt <= now || !callee || callee.answer !== null || callee.textedAt !== null) return
    const typed = (await ask(telephones).of(db, [String(employeeId)])).get(String(employeeId))
    const to = typed ? mobileNumber(typed) : null
    const directory = ask(governmentDirectory)
    const government = await directory.byId(governmentId)
    if (!to || !government) return
    const until = clockIn(call.endsAt, government.zone)
    // Messages are in Indonesian: nobody knows what language a telephone reads.
    const text = callee.accountId ? `${call.caller} menanyakan kehadiran Anda. Jawab sebelum ${until}: ${originOf(config, directory.portalOf(governmentId))}/hadir` : `${call.caller} menanyakan kehadiran Anda sampai ${until}. Minta rekan yang hadir menguatkan Anda.`
    const outcome = await gateway.send({ id: `${String(callId)}.${String(employeeId)}`, to, text })
    if (outcome === 'sent') await sql`update roll_calls.callee set texted_at = now() where call_id = ${String(callId)} and employee_id = ${String(employeeId)}`.execute(db)
    else log.warn({ callId }, 'the text gateway refused a message')
  },
}

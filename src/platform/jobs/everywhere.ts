import { sql } from 'kysely'
import type { Services } from '../web/services.ts'

/** Runs `work` for each government in turn; one that fails does not keep the others from their turn. */
export async function everyGovernment(services: Services, work: (governmentId: string) => Promise<void>): Promise<void> {
  const { rows } = await sql<{ id: string }>`select platform.all_governments() as id`.execute(services.database.shared)
  const failures: unknown[] = []
  for (const { id } of rows) {
    try {
      await work(id)
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${rows.length} governments failed`)
}

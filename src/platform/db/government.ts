import { sql } from 'kysely'
import { openedFor, type Db } from './database.ts'

/** Id of the government a connection speaks for. */
export async function governmentOf(db: Db): Promise<string> {
  const known = openedFor(db)
  if (known !== undefined) return known
  const { rows } = await sql<{ id: string }>`select platform.current_government() as id`.execute(db)
  return rows[0]!.id
}

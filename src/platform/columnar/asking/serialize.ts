import type { Here } from '../process/works.ts'

/** A text of SQL as the tree DuckDB's own parser makes of it, as JSON; nothing of it is run. */
export async function serialize({ connection }: Here, sql: string): Promise<string> {
  const rows = (await connection.runAndReadAll('select json_serialize_sql($1)', [sql])).getRows()
  return String(rows[0]?.[0])
}

import type { Db } from '#platform/db/database.ts'
import { referenceList } from '#platform/reference/reference.ts'

/** Themes of the catalogue in their order. */
export async function themesOf(db: Db, today: string): Promise<{ code: string; name: string }[]> {
  const rows = await referenceList<{ name: string; order: number }>(db, 'data-theme', today)
  return rows.toSorted((a, b) => a.value.order - b.value.order).map(({ code, value }) => ({ code, name: value.name }))
}

export interface Licence {
  code: string
  name: string
  url: string | null
  open: boolean
}

/** Licences data may be given under. */
export async function licencesOf(db: Db, today: string): Promise<Licence[]> {
  return (await referenceList<Omit<Licence, 'code'>>(db, 'data-licence', today)).map(({ code, value }) => ({ code, ...value }))
}

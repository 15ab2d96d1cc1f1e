import { sql } from 'kysely'
import type { Government, Pattern } from '#platform/access/government.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Vocabulary } from '#platform/i18n/locale.ts'
import type { Tables } from '../tables.ts'

/** What a government may change about itself. */
export type Identity = Pick<Government, 'name' | 'accent' | 'pattern' | 'vocabulary' | 'address' | 'email' | 'phone' | 'crestFileId'>

/** A government as it is stored, with the version its form must name. */
export async function storedGovernment(db: Db | Tx, id: string, lock = false): Promise<Identity & { version: number }> {
  const query = db.withTables<Tables>().selectFrom('organisation.government').select(['name', 'accent', 'pattern', 'vocabulary', 'address', 'email', 'phone', 'crest_file_id', 'version']).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirstOrThrow()
  const { crest_file_id: crestFileId, ...rest } = row
  return { ...rest, pattern: row.pattern as Pattern, vocabulary: row.vocabulary as Vocabulary, crestFileId }
}

/** Changes how a government presents itself; row-level security keeps it to one's own. */
export async function writeGovernment(tx: Tx, id: string, { crestFileId, vocabulary, ...rest }: Identity): Promise<void> {
  await tx
    .withTables<Tables>()
    .updateTable('organisation.government')
    .set({ ...rest, vocabulary: JSON.stringify(vocabulary), crest_file_id: crestFileId, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

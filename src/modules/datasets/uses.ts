import { sql } from 'kysely'
import type { ConceptUses } from '#modules/standards/contract.ts'

/** Which listed datasets use a standard. */
export const conceptUsesOffer: ConceptUses = {
  async of(db, conceptIds, limit) {
    const { rows } = await sql<{ title: string; slug: string; conceptId: string }>`
      select distinct d.title, d.slug, v->>'conceptId' as "conceptId" from datasets.dataset d, jsonb_array_elements(d.variables) v
      where d.state = 'listed' and v->>'conceptId' = any(${[...conceptIds]}::text[]) order by d.title limit ${limit}`.execute(db)
    return rows.map(({ title, slug, conceptId }) => ({ title, href: `/data/${slug}`, conceptId }))
  },
  async counts(db) {
    const { rows } = await sql<{ id: string; n: number }>`
      select v->>'conceptId' as id, count(distinct d.id)::int as n from datasets.dataset d, jsonb_array_elements(d.variables) v
      where d.state = 'listed' and v ? 'conceptId' group by 1`.execute(db)
    return new Map(rows.map(row => [row.id, row.n]))
  },
}

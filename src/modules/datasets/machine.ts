import { sql, type RawBuilder, type SqlBool } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { mentions } from '#platform/search/search.ts'
import type { FacetField, MachineCatalogue, Part, Release, Wanted, WantedField } from './contract.ts'
import { datasetOf, releaseOf, resourceOf } from './rows.ts'
import { tables } from './store.ts'

/** Short name of a form in which a part can be taken: `csv`, `pdf`. */
const formatsOfRow = sql`case when r.kind = 'table' then array['csv', 'xlsx', 'json', 'parquet'] || case when r.columns @> '[{"type": "geometry"}]' then array['geojson'] else '{}'::text[] end
  else array[lower(regexp_replace(coalesce(r.media_type, substring(r.url from '\\.([A-Za-z0-9]{2,8})(?:[?#]|$)'), ''), '^.*[/.+]', ''))] end`

const anyPart = (condition: RawBuilder<SqlBool>) => sql<SqlBool>`exists (select 1 from datasets.resource r where r.release_id = d.release_id and ${condition})`

const columns: Partial<Record<WantedField, RawBuilder<unknown>>> = {
  id: sql`d.id::text`, slug: sql`d.slug`, title: sql`d.title`, summary: sql`d.summary`, unitId: sql`d.unit_id::text`, theme: sql`d.theme`, licence: sql`d.licence`, access: sql`d.access`,
  updated: sql`coalesce(d.updated_at, d.changed_at)`, created: sql`d.created_at`,
}

const contains = (column: RawBuilder<unknown>, text: string) => sql<SqlBool>`lower(${column}) like ${`%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`}`

/** A question as one condition on `d`. */
function condition(wanted: Wanted): RawBuilder<SqlBool> {
  if ('all' in wanted) return wanted.all.length === 0 ? sql<SqlBool>`true` : sql<SqlBool>`(${sql.join(wanted.all.map(condition), sql` and `)})`
  if ('any' in wanted) return wanted.any.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(wanted.any.map(condition), sql` or `)})`
  if ('not' in wanted) return sql<SqlBool>`not ${condition(wanted.not)}`
  const { field, is, value } = wanted
  if (field === 'words') return mentions('dataset', sql.ref('d.id'), value) as RawBuilder<SqlBool>
  if (field === 'tag') return is === 'has' ? sql<SqlBool>`exists (select 1 from unnest(d.tags) as tag where ${contains(sql`tag`, value)})` : sql<SqlBool>`d.tags @> array[${value}]::text[]`
  if (field === 'format') return anyPart(sql<SqlBool>`${value.toLowerCase()} = any(${formatsOfRow})`)
  const column = columns[field]!
  if (field === 'updated' || field === 'created') {
    if (Number.isNaN(Date.parse(value))) return sql<SqlBool>`false`
    return is === 'from' ? sql<SqlBool>`${column} >= ${new Date(value)}` : is === 'to' ? sql<SqlBool>`${column} <= ${new Date(value)}` : sql<SqlBool>`${column} = ${new Date(value)}`
  }
  if (is === 'has') return contains(column, value)
  return is === 'from' ? sql<SqlBool>`${column} >= ${value}` : is === 'to' ? sql<SqlBool>`${column} <= ${value}` : sql<SqlBool>`${column} = ${value}`
}

const listed = (wanted: Wanted) => sql<SqlBool>`d.state = 'listed' and ${condition(wanted)}`

const orders = { title: sql`lower(d.title)`, slug: sql`d.slug`, updated: sql`coalesce(d.updated_at, d.changed_at)`, created: sql`d.created_at` }

const facetRows: Record<FacetField, RawBuilder<unknown>> = {
  unitId: sql`select d.id, d.unit_id::text as value from d`,
  theme: sql`select d.id, d.theme as value from d`,
  licence: sql`select d.id, d.licence as value from d`,
  access: sql`select d.id, d.access as value from d`,
  tag: sql`select d.id, unnest(d.tags) as value from d`,
  format: sql`select distinct d.id, unnest(${formatsOfRow}) as value from d join datasets.resource r on r.release_id = d.release_id`,
}

async function facets(db: Db, wanted: Wanted, fields: readonly FacetField[], limit: number): ReturnType<MachineCatalogue['facets']> {
  if (fields.length === 0) return {}
  const each = fields.map(field => sql`(select ${field}::text as facet, value, count(*)::int as n from (${facetRows[field]}) as ${sql.raw(`f_${field.toLowerCase()}`)} where value <> '' group by value order by n desc, value limit ${limit})`)
  const { rows } = await sql<{ facet: FacetField; value: string; n: number }>`
    with d as (select d.id, d.theme, d.unit_id, d.access, d.licence, d.tags, d.release_id from datasets.dataset d where ${listed(wanted)})
    ${sql.join(each, sql` union all `)}`.execute(db)
  return Object.fromEntries(fields.map(field => [field, rows.filter(row => row.facet === field).map(({ value, n }) => ({ value, count: n }))]))
}

async function search(db: Db, wanted: Wanted, { sort, limit, offset }: Parameters<MachineCatalogue['search']>[2]): ReturnType<MachineCatalogue['search']> {
  const order = sql.join([...sort.map(({ by, down }) => sql`${orders[by]} ${down ? sql`desc` : sql`asc`} nulls last`), sql`d.id`])
  const [rows, counted] = await Promise.all([
    limit === 0 ? [] : tables(db).selectFrom('datasets.dataset as d').selectAll().where(listed(wanted)).orderBy(order).limit(limit).offset(offset).execute(),
    tables(db).selectFrom('datasets.dataset as d').select(sql<number>`count(*)::int`.as('n')).where(listed(wanted)).executeTakeFirstOrThrow(),
  ])
  return { items: rows.map(datasetOf), total: counted.n }
}

async function releases(db: Db, datasetIds: readonly string[]): Promise<Map<string, Release[]>> {
  if (datasetIds.length === 0) return new Map()
  const rows = await tables(db).selectFrom('datasets.release').selectAll().where('dataset_id', 'in', datasetIds).where('state', '=', 'published').orderBy('period', 'desc').orderBy('version', 'desc').limit(20_000).execute()
  return Map.groupBy(rows.map(releaseOf), release => release.datasetId)
}

const texts = { name: sql`r.name`, description: sql`coalesce(r.description, '')`, url: sql`coalesce(r.url, '')`, format: sql`array_to_string(${formatsOfRow}, ' ')` }

/** Parts of what is shown of open entries, under a condition. */
const openParts = (db: Db, condition: RawBuilder<SqlBool>) =>
  tables(db).selectFrom('datasets.resource as r').innerJoin('datasets.dataset as d', 'd.release_id', 'r.release_id').where(sql<SqlBool>`d.state = 'listed' and d.access = 'open' and ${condition}`)

/** Parts with where they belong, in the order of their ids: three queries, however many. */
async function partsOf(db: Db, ids: readonly string[]): Promise<Part[]> {
  if (ids.length === 0) return []
  const resources = (await tables(db).selectFrom('datasets.resource').selectAll().where('id', 'in', ids).execute()).map(resourceOf)
  const shown = (await tables(db).selectFrom('datasets.release').selectAll().where('id', 'in', [...new Set(resources.map(one => one.releaseId))]).execute()).map(releaseOf)
  const entries = (await tables(db).selectFrom('datasets.dataset').selectAll().where('id', 'in', [...new Set(shown.map(one => one.datasetId))]).execute()).map(datasetOf)
  return ids.flatMap(id => {
    const resource = resources.find(one => one.id === id)
    const release = shown.find(one => one.id === resource?.releaseId)
    const dataset = entries.find(one => one.id === release?.datasetId)
    return resource && release && dataset ? [{ resource, release, dataset }] : []
  })
}

async function resources(db: Db, wanted: Parameters<MachineCatalogue['resources']>[1], { limit, offset }: { limit: number; offset: number }): ReturnType<MachineCatalogue['resources']> {
  const found = openParts(db, sql<SqlBool>`${sql.join([sql`true`, ...wanted.map(one => contains(texts[one.in], one.has))], sql` and `)}`)
  const [rows, counted] = await Promise.all([
    found.select('r.id').orderBy('r.created_at', 'desc').orderBy('r.id').limit(limit).offset(offset).execute(),
    found.select(sql<number>`count(*)::int`.as('n')).executeTakeFirstOrThrow(),
  ])
  return { items: await partsOf(db, rows.map(row => row.id)), total: counted.n }
}

async function mapped(db: Db): Promise<Part[]> {
  const rows = await openParts(db, sql<SqlBool>`r.kind = 'table' and r.columns @> '[{"type": "geometry"}]'`).select('r.id').orderBy('d.title').orderBy('r.position').limit(1000).execute()
  return partsOf(db, rows.map(row => row.id))
}

/** The catalogue as programs ask for it. */
export const machineOffer: MachineCatalogue = {
  search,
  facets,
  async slugs(db, { limit, offset }) {
    const rows = await tables(db).selectFrom('datasets.dataset').select('slug').where('state', '=', 'listed').orderBy('slug').limit(limit).offset(offset).execute()
    return rows.map(row => row.slug)
  },
  releases,
  resources,
  mapped,
}

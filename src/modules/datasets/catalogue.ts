import { sql, type SqlBool } from 'kysely'
import type { Db } from '#platform/db/database.ts'
import { mentions } from '#platform/search/search.ts'
import type { Catalogue, CatalogueFilter, Dataset, Release } from './contract.ts'
import { activityQuestions, indicatorQuestions, type Question } from './metadata.ts'
import { licencesOf, themesOf } from './parts/themes.ts'
import { datasetOf } from './rows.ts'
import { datasetById, datasetBySlug, releaseById, releasesOf, resourceById as storedResource, resourcesOf, tables } from './store.ts'

/** What a filter asks for, as one condition on `d`. */
function fits({ words, theme, unitId, access, tag, format }: CatalogueFilter) {
  const parts = [sql<SqlBool>`d.state = 'listed'`]
  if (theme) parts.push(sql<SqlBool>`d.theme = ${theme}`)
  if (unitId) parts.push(sql<SqlBool>`d.unit_id = ${unitId}::uuid`)
  if (access) parts.push(sql<SqlBool>`d.access = ${access}`)
  if (tag) parts.push(sql<SqlBool>`d.tags @> array[${tag}]::text[]`)
  if (format === 'csv') parts.push(sql<SqlBool>`exists (select 1 from datasets.resource r where r.release_id = d.release_id and r.kind = 'table')`)
  else if (format) parts.push(sql<SqlBool>`exists (select 1 from datasets.resource r where r.release_id = d.release_id and r.media_type = ${format})`)
  // Words are found where the search keeps them: stemmed, without stop words, in title, summary, tags and columns.
  if (words?.trim()) parts.push(mentions('dataset', sql.ref('d.id'), words))
  return sql<SqlBool>`${sql.join(parts, sql` and `)}`
}

const orders = {
  title: sql`d.title, d.id`,
  updated: sql`d.updated_at desc nulls last, d.id desc`,
  quality: sql`d.quality desc nulls last, d.title, d.id`,
}

async function find(db: Db, filter: CatalogueFilter, { limit, offset }: { limit: number; offset: number }): Promise<{ items: Dataset[]; total: number }> {
  const condition = fits(filter)
  const [rows, counted] = await Promise.all([
    tables(db).selectFrom('datasets.dataset as d').selectAll().where(condition).orderBy(orders[filter.sort ?? 'updated']).limit(limit).offset(offset).execute(),
    tables(db).selectFrom('datasets.dataset as d').select(sql<number>`count(*)::int`.as('n')).where(condition).executeTakeFirstOrThrow(),
  ])
  return { items: rows.map(datasetOf), total: counted.n }
}

async function facets(db: Db, filter: CatalogueFilter): ReturnType<Catalogue['facets']> {
  const { rows } = await sql<{ facet: 'theme' | 'unitId' | 'access' | 'tag'; value: string; n: number }>`
    with d as (select d.theme, d.unit_id, d.access, d.tags from datasets.dataset d where ${fits(filter)})
    select 'theme' as facet, theme as value, count(*)::int as n from d group by theme
    union all select 'unitId', unit_id::text, count(*)::int from d group by unit_id
    union all select 'access', access, count(*)::int from d group by access
    union all (select 'tag', tag, count(*)::int from d, unnest(d.tags) as tag group by tag order by 3 desc, 2 limit 50)
    order by 3 desc, 2`.execute(db)
  const of = (facet: string) => rows.filter(row => row.facet === facet).map(({ value, n }) => ({ value, count: n }))
  return { theme: of('theme'), unitId: of('unitId'), access: of('access'), tag: of('tag') }
}

const answered = (questions: readonly Question[], answers: Readonly<Record<string, string>>) => questions.flatMap(({ code, label }) => { const answer = answers[code]; return answer ? [{ label, answer }] : [] })

const listed = (dataset: Dataset | null) => (dataset?.state === 'listed' ? dataset : null)
const readable = (release: Release | null) => release !== null && (release.state === 'published' || release.state === 'replaced')

/** The catalogue as the public sees it. */
export const catalogueOffer: Catalogue = {
  find,
  facets,
  bySlug: async (db, slug) => listed(await datasetBySlug(db, slug)),
  byId: async (db, id) => listed(await datasetById(db, id)),
  releases: (db, datasetId, earlier) => releasesOf(db, datasetId, earlier ? ['published', 'replaced'] : ['published']),
  resources: (db, releaseIds) => resourcesOf(db, releaseIds),
  themes: themesOf,
  licences: licencesOf,
  told: dataset => ({ activity: answered(activityQuestions, dataset.activity), indicator: answered(indicatorQuestions, dataset.indicator) }),
  async resourceById(db, id) {
    const resource = await storedResource(db, id)
    const release = resource && (await releaseById(db, resource.releaseId))
    const dataset = release && listed(await datasetById(db, release.datasetId))
    return resource && release && dataset && readable(release) ? { resource, release, dataset } : null
  },
}

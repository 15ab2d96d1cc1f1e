import { catalogue, entryMaking, machineCatalogue, type Dataset, type FacetField, type MachineCatalogue, type Wanted } from '#modules/datasets/contract.ts'
import type { Around } from '../around.ts'
import { wholes, type Actions, type Asked } from './action.ts'
import { notFound } from './failure.ts'
import { packageDict } from './shapes.ts'
import { wantedBy } from './solr.ts'

const everything: Wanted = { all: [] }
const mostRows = 1000

/** A dataset by id or name: of the public catalogue, or for the holder of a key also before it is public. */
export async function datasetOf({ context }: Pick<Asked, 'context'>, idOrName: string): Promise<{ dataset: Dataset; own: boolean }> {
  const { ask, db, who } = context
  const shown = (await ask(catalogue).byId(db, idOrName)) ?? (await ask(catalogue).bySlug(db, idOrName))
  const own = who.account ? await ask(entryMaking).seen(context, idOrName) : null
  const dataset = own ?? shown
  if (!dataset) throw notFound('Dataset')
  return { dataset, own: own !== null }
}

/** As its package: to the holder of a key whose units it is of, with what is not published yet. */
export async function packageOf(asked: Pick<Asked, 'context' | 'around'>, idOrName: string) {
  const { dataset, own } = await datasetOf(asked, idOrName)
  if (own) return packageDict({ dataset, releases: await asked.context.ask(entryMaking).releases(asked.context, dataset) }, asked.around, true)
  return packageDict((await wholes(asked, [dataset]))[0]!, asked.around)
}

type Sort = Parameters<MachineCatalogue['search']>[2]['sort']
const sortable: Record<string, Sort[number]['by']> = { name: 'slug', title: 'title', title_string: 'title', metadata_modified: 'updated', metadata_created: 'created' }

/** `title_string asc, score desc`; what we do not rank by is left out. */
function sortOf(text: string): Sort {
  const parts = text.split(',').flatMap(part => {
    const [name = '', direction] = part.trim().split(/\s+/)
    const by = sortable[name]
    return by ? [{ by, down: direction?.toLowerCase() === 'desc' }] : []
  })
  return parts.length > 0 ? parts : [{ by: 'updated', down: true }]
}

const facetFields: Record<string, FacetField> = { organization: 'unitId', owner_org: 'unitId', groups: 'theme', tags: 'tag', res_format: 'format', license_id: 'licence', akses: 'access', access: 'access' }

/** What a value of a facet is called in queries, and by people. */
function facetWords(field: FacetField, value: string, { units, themes, licences }: Around): { name: string; display: string } {
  if (field === 'unitId') return { name: units.byId(value)?.slug ?? value, display: units.byId(value)?.name ?? value }
  if (field === 'theme') return { name: value, display: themes.find(({ code }) => code === value)?.name ?? value }
  if (field === 'licence') return { name: value, display: licences.get(value)?.name ?? value }
  return field === 'format' ? { name: value.toUpperCase(), display: value.toUpperCase() } : { name: value, display: value }
}

async function search(asked: Asked) {
  const { context, around, given } = asked
  const { ask, db, now } = context
  const query = given.text('q') ?? ''
  const filters = [given.text('fq') ?? '', ...given.list('fq_list')].filter(one => one.trim() !== '')
  const wanted: Wanted = { all: [query, ...filters].map(one => wantedBy(one, around, now)) }
  const rows = given.whole('rows', 10, { max: mostRows })
  const sort = given.text('sort') || 'score desc, metadata_modified desc'
  const asksFor = given.flag('facet', true) ? given.list('facet.field') : []
  const fields = asksFor.flatMap(name => facetFields[name] ?? [])
  const limit = given.text('facet.limit')?.startsWith('-') ? 10_000 : given.whole('facet.limit', 50, { max: 10_000 })
  const [{ items, total }, counted] = await Promise.all([
    ask(machineCatalogue).search(db, wanted, { sort: sortOf(sort), limit: rows, offset: given.whole('start', 0, { max: 1_000_000 }) }),
    ask(machineCatalogue).facets(db, wanted, [...new Set(fields)], limit || 10_000),
  ])
  const facets = asksFor.map(name => {
    const field = facetFields[name]
    const items = (field ? (counted[field] ?? []) : []).map(({ value, count }) => ({ ...facetWords(field!, value, around), count }))
    return { name, items }
  })
  return {
    count: total,
    results: (await wholes(asked, items)).map(whole => packageDict(whole, around)),
    sort,
    facets: Object.fromEntries(facets.map(({ name, items: values }) => [name, Object.fromEntries(values.map(value => [value.name, value.count]))])),
    search_facets: Object.fromEntries(facets.map(({ name, items: values }) => [name, { title: name, items: values.map(({ name: value, display, count }) => ({ name: value, display_name: display, count })) }])),
  }
}

/** Datasets: lists, search, one. */
export const packageActions: Actions = {
  package_list: {
    help: 'Names of all datasets. Parameters: limit, offset.',
    answer: ({ context: { ask, db }, given }) => ask(machineCatalogue).slugs(db, { limit: given.whole('limit', 100_000, { max: 100_000 }), offset: given.whole('offset', 0, { max: 1_000_000 }) }),
  },
  current_package_list_with_resources: {
    help: 'Datasets with their resources, last changed first. Parameters: limit (at most 1000), offset.',
    async answer(asked) {
      const { ask, db } = asked.context
      const limit = asked.given.whole('limit', 100, { max: mostRows })
      const offset = asked.given.has('page') ? (asked.given.whole('page', 1, { min: 1, max: 10_000 }) - 1) * limit : asked.given.whole('offset', 0, { max: 1_000_000 })
      const { items } = await ask(machineCatalogue).search(db, everything, { sort: sortOf(''), limit, offset })
      return (await wholes(asked, items)).map(whole => packageDict(whole, asked.around))
    },
  },
  package_show: { help: 'One dataset. Parameters: id (id or name).', answer: asked => packageOf(asked, asked.given.needed('id', 'name_or_id')) },
  package_search: { help: 'Datasets by a query in Solr’s language. Parameters: q, fq, fq_list, sort, rows (at most 1000), start, facet, facet.field, facet.limit.', answer: search },
  package_autocomplete: {
    help: 'Datasets whose title or name holds a text. Parameters: q, limit.',
    async answer({ context: { ask, db }, given }) {
      const value = given.needed('q')
      const { items } = await ask(machineCatalogue).search(db, { any: [{ field: 'title', is: 'has', value }, { field: 'slug', is: 'has', value }] }, { sort: [{ by: 'title' }], limit: given.whole('limit', 10, { max: 100 }), offset: 0 })
      return items.map(({ slug, title }) => {
        const byName = slug.includes(value.toLowerCase()) && !title.toLowerCase().includes(value.toLowerCase())
        return { name: slug, title, match_field: byName ? 'name' : 'title', match_displayed: byName ? slug : `${title} (${slug})` }
      })
    },
  },
}

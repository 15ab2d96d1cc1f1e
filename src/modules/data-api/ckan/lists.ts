import { covers } from '#platform/access/who.ts'
import { catalogue, machineCatalogue, type Wanted, type WantedField } from '#modules/datasets/contract.ts'
import { wholes, type Actions, type Asked } from './action.ts'
import { invalid, notFound } from './failure.ts'
import { packageDict, resourceDict, tagDict, themeDict, unitDict } from './shapes.ts'

const everything: Wanted = { all: [] }

/** How many datasets each value has. */
async function counts({ context: { ask, db } }: Asked, field: 'unitId' | 'theme' | 'tag'): Promise<Map<string, number>> {
  const found = await ask(machineCatalogue).facets(db, everything, [field], 10_000)
  return new Map((found[field] ?? []).map(({ value, count }) => [value, count]))
}

/** One page of a list, or all of it. */
const paged = <T>({ given }: Asked, items: readonly T[]): T[] => {
  const offset = given.whole('offset', 0, { max: 1_000_000 })
  return items.slice(offset, offset + given.whole('limit', 1000, { max: 1000 }))
}

/** Datasets of an organization or theme when they are asked for, and how many there are. */
async function inside(asked: Asked, field: WantedField, value: string, usual: boolean) {
  const { ask, db } = asked.context
  const wanted: Wanted = { field, is: 'eq', value }
  const include = asked.given.flag('include_datasets', usual)
  const { items, total } = await ask(machineCatalogue).search(db, wanted, { sort: [{ by: 'title' }], limit: include ? 1000 : 0, offset: 0 })
  return { package_count: total, ...(include ? { packages: (await wholes(asked, items)).map(whole => packageDict(whole, asked.around)) } : {}) }
}

async function organizations(asked: Asked) {
  const { units } = asked.around
  const of = await counts(asked, 'unitId')
  const chosen = asked.given.list('organizations')
  const all = [...of].flatMap(([id, count]) => {
    const unit = units.byId(id)
    return unit && (chosen.length === 0 || chosen.includes(unit.slug)) ? [{ ...unitDict(unit, asked.around), package_count: count }] : []
  })
  const [by = 'name', direction] = (asked.given.text('sort') ?? 'name asc').split(' ')
  const sorted = by === 'package_count' ? all.toSorted((a, b) => a.package_count - b.package_count) : all.toSorted((a, b) => (by === 'title' ? a.title.localeCompare(b.title) : a.name.localeCompare(b.name)))
  const shown = paged(asked, direction === 'desc' ? sorted.toReversed() : sorted)
  return asked.given.flag('all_fields') ? shown : shown.map(({ name }) => name)
}

async function groups(asked: Asked) {
  const of = await counts(asked, 'theme')
  const shown = paged(asked, asked.around.themes.map(theme => ({ ...themeDict(theme), package_count: of.get(theme.code) ?? 0 })).toSorted((a, b) => a.name.localeCompare(b.name)))
  return asked.given.flag('all_fields') ? shown : shown.map(({ name }) => name)
}

async function resourceSearch(asked: Asked) {
  const { ask, db } = asked.context
  const fields = { name: 'name', description: 'description', url: 'url', format: 'format' } as const
  const texts = asked.given.list('query').map(one => {
    const [, field = '', has = ''] = /^(\w+):(.*)$/s.exec(one) ?? []
    if (!(field in fields)) throw invalid('query', `Field "${field || one}" not recognised in resource_search.`)
    return { in: fields[field as keyof typeof fields], has }
  })
  if (texts.length === 0) throw invalid('query', 'Missing value')
  const { items, total } = await ask(machineCatalogue).resources(db, texts, { limit: asked.given.whole('limit', 100, { max: 1000 }), offset: asked.given.whole('offset', 0, { max: 1_000_000 }) })
  return { count: total, results: items.map(({ resource, dataset, release }) => resourceDict(resource, dataset, release, 0, asked.around.origin)) }
}

/** Organizations are units that produce data, groups are themes. */
export const listActions: Actions = {
  organization_list: { help: 'Producers of data. Parameters: all_fields, organizations, sort, limit, offset.', answer: organizations },
  organization_show: {
    help: 'One producer. Parameters: id (id or name), include_datasets.',
    async answer(asked) {
      const id = asked.given.needed('id')
      const unit = asked.around.units.bySlug(id) ?? asked.around.units.byId(id)
      if (!unit) throw notFound('Group was not found.')
      return { ...unitDict(unit, asked.around), ...(await inside(asked, 'unitId', unit.id, false)), users: [], extras: [], tags: [], groups: [] }
    },
  },
  organization_list_for_user: {
    help: 'Units for which the holder of this key may prepare data.',
    keyed: true,
    async answer({ context: { who }, around }) {
      const reach = who.reach('datasets.produce')
      return around.units.all.filter(unit => !['division', 'section'].includes(unit.kind) && covers(reach, { unitId: unit.id })).map(unit => ({ ...unitDict(unit, around), capacity: 'editor' }))
    },
  },
  group_list: { help: 'Themes. Parameters: all_fields, limit, offset.', answer: groups },
  group_show: {
    help: 'One theme. Parameters: id, include_datasets.',
    async answer(asked) {
      const id = asked.given.needed('id')
      const theme = asked.around.themes.find(({ code }) => code === id)
      if (!theme) throw notFound('Group was not found.')
      return { ...themeDict(theme), ...(await inside(asked, 'theme', theme.code, false)), users: [], extras: [], tags: [], groups: [] }
    },
  },
  tag_list: {
    help: 'Keywords. Parameters: query, all_fields.',
    async answer(asked) {
      const part = (asked.given.text('query') ?? '').toLowerCase()
      const tags = [...(await counts(asked, 'tag')).keys()].filter(tag => tag.toLowerCase().includes(part)).toSorted((a, b) => a.localeCompare(b))
      return asked.given.flag('all_fields') ? tags.map(tagDict) : tags
    },
  },
  tag_show: {
    help: 'One keyword. Parameters: id, include_datasets.',
    async answer(asked) {
      const id = asked.given.needed('id')
      const { package_count: count, ...more } = await inside(asked, 'tag', id, false)
      if (count === 0) throw notFound('Tag')
      return { ...tagDict(id), package_count: count, ...more }
    },
  },
  license_list: {
    help: 'Licences data are given under.',
    answer: async ({ around }) =>
      [...around.licences.values()].map(({ code, name, url, open }) => ({
        id: code, title: name, url: url ?? '', status: 'active', is_okd_compliant: open, is_osi_compliant: false, is_generic: false, domain_content: false, domain_data: open, domain_software: false,
        family: '', maintainer: '', od_conformance: open ? 'approved' : 'not reviewed', osd_conformance: 'not reviewed',
      })),
  },
  resource_show: {
    help: 'One resource. Parameters: id.',
    async answer({ context: { ask, db }, around, given }) {
      const found = await ask(catalogue).resourceById(db, given.needed('id'))
      if (!found || found.dataset.access !== 'open') throw notFound('Resource was not found.')
      return resourceDict(found.resource, found.dataset, found.release, 0, around.origin)
    },
  },
  resource_search: { help: 'Resources by parts of their text. Parameters: query (field:text, one or a list), limit, offset.', answer: resourceSearch },
}

import { z } from 'zod'
import { resource, type Context, type Resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue, machineCatalogue } from '#modules/datasets/contract.ts'
import { openToAll } from '../answering/answer.ts'
import { aroundOf } from '../around.ts'
import { wholes } from '../ckan/action.ts'
import { describeCatalogue, describeOne } from './describe.ts'
import { rdfForms, written, type RdfForm } from './written.ts'

/** Datasets on one page of the catalogue. */
const pageSize = 100

const shows = ({ government }: Pick<Context, 'government'>) => [`datasets:${government.id}`, `units:${government.id}`]
const typeOf = (form: RdfForm) => `${rdfForms[form]}; charset=utf-8`

const catalogueIn = (form: RdfForm): Resource =>
  resource({
    path: `/data/katalog.${form}`,
    may: 'public',
    about: { summary: 'The catalogue as DCAT 3; follow hydra:nextPage', query: z.object({ hal: z.number().optional() }), type: rdfForms[form] },
    query: z.object({ hal: z.coerce.number().int().min(1).max(10_000).default(1).catch(1) }),
    shows,
    async load(context) {
      const { ask, db, query } = context
      const around = await aroundOf(context)
      const { items, total } = await ask(machineCatalogue).search(db, { all: [] }, { sort: [{ by: 'created' }], limit: pageSize, offset: (query.hal - 1) * pageSize })
      if (items.length === 0 && query.hal > 1) throw new NotFound()
      const pages = Math.max(1, Math.ceil(total / pageSize))
      const quads = describeCatalogue(await wholes({ context }, items), around, { address: `${around.origin}/data/katalog.${form}`, page: query.hal, pages, size: pageSize, total })
      return { type: typeOf(form), body: await written(quads, form), headers: openToAll }
    },
  })

const datasetIn = (form: RdfForm): Resource =>
  resource({
    path: `/data/:slug.${form}`,
    may: 'public',
    about: { summary: 'One dataset as DCAT 3, with its earlier releases', type: rdfForms[form] },
    shows,
    async load(context) {
      const dataset = await context.ask(catalogue).bySlug(context.db, context.params.slug!)
      if (!dataset) throw new NotFound()
      const [around, [whole]] = await Promise.all([aroundOf(context), wholes({ context }, [dataset])])
      return { type: typeOf(form), body: await written(describeOne(whole!, around), form), headers: openToAll }
    },
  })

const forms = Object.keys(rdfForms) as RdfForm[]

export const dcatRoutes: Resource[] = [...forms.map(catalogueIn), ...forms.map(datasetIn)]

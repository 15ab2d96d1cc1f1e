import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { openToAll } from '../answering/answer.ts'
import { aroundOf } from '../around.ts'
import { wholes } from '../ckan/action.ts'
import { dataPackageOf } from './data-package.ts'

/** A dataset with all that programs need to read its files. */
export const dataPackageRoute = resource({
  path: '/data/:slug/datapackage.json',
  may: 'public',
  about: { summary: 'One dataset as a Data Package: files and the meaning of every column' },
  shows: ({ government }) => [`datasets:${government.id}`, `units:${government.id}`],
  async load(context) {
    const dataset = await context.ask(catalogue).bySlug(context.db, context.params.slug!)
    if (!dataset) throw new NotFound()
    const [around, [whole]] = await Promise.all([aroundOf(context), wholes({ context }, [dataset])])
    const described = dataPackageOf(whole!, around)
    if (!described) throw new NotFound()
    return { type: 'application/json; charset=utf-8', body: JSON.stringify(described, null, 1), headers: openToAll }
  },
})

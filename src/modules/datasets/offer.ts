import { NotFound, Refused } from '#platform/web/problems.ts'
import type { ReleaseMaking } from './contract.ts'
import { judged, settle } from './lifecycle.ts'
import { meansOf, releaseHere, takeRelease } from './parts/here.ts'
import { mayRelease } from './policy.ts'
import { deleteResource, insertResources, insertStep, resourceById, resourcesOf, updateDataset, updateRelease } from './store.ts'

/** Fills releases for pages and interfaces of other modules. */
export const releaseMakingOffer: ReleaseMaking = {
  async fillable(context, releaseId) {
    const here = await releaseHere(context, releaseId)
    if (!mayRelease(context.who, 'fill', here.dataset, here.release)) throw new Refused('Isi rilis ini tidak dapat diubah sekarang.')
    return { ...here, resources: (await resourcesOf(context.db, [releaseId])).get(releaseId) ?? [] }
  },
  async attach(tx, context, releaseId, resources, { found, variables } = {}) {
    const { dataset, release } = await takeRelease(tx, context, releaseId, 'fill')
    const ids = await insertResources(tx, release.id, resources)
    const declared = variables ?? dataset.variables
    if (variables) await updateDataset(tx, dataset.id, { variables: JSON.stringify(variables) })
    const all = (await resourcesOf(tx, [release.id])).get(release.id)!
    const means = meansOf(context)
    await updateRelease(tx, release.id, {
      quality: await judged(tx, means, { ...dataset, variables: declared }, release, all, found),
      rows: all.reduce((sum, one) => sum + (one.kind === 'table' ? one.table.rows : 0), 0),
    })
    await insertStep(tx, { datasetId: dataset.id, releaseId: release.id, event: 'fill' }, context.who.account?.id ?? null)
    if (variables) await settle(tx, means, dataset.id)
    return ids
  },
  async detach(tx, context, resourceId) {
    const resource = await resourceById(tx, resourceId)
    if (!resource) throw new NotFound()
    const { dataset, release } = await takeRelease(tx, context, resource.releaseId, 'fill')
    await deleteResource(tx, resource.id)
    await insertStep(tx, { datasetId: dataset.id, releaseId: release.id, event: 'fill' }, context.who.account?.id ?? null)
  },
}

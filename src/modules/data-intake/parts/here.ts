import { covers } from '#platform/access/who.ts'
import type { Context } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { releaseMaking, type Dataset, type Release } from '#modules/datasets/contract.ts'
import type { Upload } from '../intake.ts'
import type { Means } from '../lifecycle.ts'
import { uploadById } from '../store.ts'

export const meansOf = ({ government, hands }: Pick<Context, 'government' | 'hands'>): Means => ({ governmentId: government.id, files: hands.files, jobs: hands.jobs })

/** The upload of an address, for whoever prepares that unit's data. @throws NotFound */
export async function uploadHere({ db, who }: Pick<Context, 'db' | 'who'>, id: string): Promise<Upload> {
  const upload = await uploadById(db, id)
  if (!upload || !covers(who.reach('datasets.produce'), upload)) throw new NotFound()
  return upload
}

/** The same with its release, as long as that may be filled. @throws NotFound, Refused */
export async function fillableHere(context: Pick<Context, 'db' | 'who' | 'ask'>, id: string): Promise<{ upload: Upload; dataset: Dataset; release: Release }> {
  const upload = await uploadHere(context, id)
  const { dataset, release } = await context.ask(releaseMaking).fillable(context, upload.releaseId)
  return { upload, dataset, release }
}

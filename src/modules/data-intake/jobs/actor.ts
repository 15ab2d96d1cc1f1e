import type { Government } from '#platform/access/government.ts'
import type { Who } from '#platform/access/who.ts'
import { Refused } from '#platform/web/problems.ts'
import { releaseMaking, type Dataset, type Resource } from '#modules/datasets/contract.ts'
import { identification } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import type { Upload } from '../intake.ts'
import type { At } from './working.ts'

/** Whoever works on an upload, with the rights of now, and what it goes into. */
export interface Acting {
  who: Who
  government: Government
  now: Date
  dataset: Dataset
  resources: readonly Resource[]
}

/** The person behind an upload, as long as the release may be filled. @throws NotFound, Refused */
export async function actingFor({ services, governmentId, db }: At, { createdBy, strong, releaseId }: Upload): Promise<Acting> {
  const now = new Date()
  const government = await services.ask(governmentDirectory).byId(governmentId)
  const who = government && (await services.ask(identification).acting(government, { id: createdBy, strong }, now))
  if (!who) throw new Refused('Akun yang mengunggah tidak lagi aktif.')
  const { dataset, resources } = await services.ask(releaseMaking).fillable({ db, who }, releaseId)
  return { who, government, now, dataset, resources }
}

import { z } from 'zod'
import { endpoint } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { standards } from '../contract.ts'

/** One standard for programs, by the id of a version. */
export const standardEndpoint = endpoint({
  path: '/api/data/standar/:id',
  method: 'GET',
  may: 'public',
  summary: 'A data standard (standar data) by the id of one of its versions',
  answer: z.object({
    id: z.uuid(), slug: z.string(), version: z.number().int(), state: z.enum(['valid', 'replaced', 'retired']), name: z.string(), concept: z.string(), definition: z.string(),
    classifications: z.array(z.object({ label: z.string(), list: z.string().nullable() })), measure: z.string(), unit: z.string(), reference: z.string(), referenceUrl: z.string().nullable(), theme: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable(),
  }),
  async handle({ db, ask, params }) {
    const concept = await ask(standards).concept(db, params.id!)
    if (concept?.state !== 'valid' && concept?.state !== 'replaced' && concept?.state !== 'retired') throw new NotFound()
    const { unitId: _unitId, state, ...rest } = concept
    return { ...rest, state }
  },
})

import { z } from 'zod'
import { json } from './ckan.ts'
import type { Told } from './entry.ts'
import { SourceFailure, type Reader } from './outside.ts'

const text = z.string().nullish().catch(null)

const dataset = z.object({
  identifier: z.string(), title: z.string(), description: text, keyword: z.array(z.string()).catch([]), modified: text, license: text, accrualPeriodicity: text, spatial: text, landingPage: text, accessLevel: text,
  contactPoint: z.object({ fn: text, hasEmail: text }).nullish().catch(null),
  distribution: z.array(z.object({ title: text, description: text, mediaType: text, downloadURL: text, accessURL: text })).catch([]),
})

/** All public datasets of a `data.json` (Project Open Data 1.1). */
export async function* readDataJson(url: string, reader: Reader): AsyncGenerator<{ total: number; told: Told[]; refused: string[] }> {
  const { body } = await reader.text(url, 'application/json')
  const catalogue = z.object({ dataset: z.array(z.unknown()) }).safeParse(json(body))
  if (!catalogue.success) throw new SourceFailure('Jawabannya bukan data.json.')
  const all = catalogue.data.dataset
  for (let i = 0; i < all.length || i === 0; i += 200) {
    const told: Told[] = []
    const refused: string[] = []
    for (const one of all.slice(i, i + 200)) {
      const read = dataset.safeParse(one)
      if (!read.success) {
        refused.push('Satu entri tidak terbaca.')
        continue
      }
      const found = read.data
      if ((found.accessLevel ?? 'public') !== 'public') continue
      told.push({
        identifier: found.identifier, title: found.title, summary: found.description ?? '', page: found.landingPage ?? null, tags: found.keyword, licence: found.license ?? null, rhythm: found.accrualPeriodicity ?? null,
        changed: found.modified ?? null, contact: found.contactPoint?.hasEmail ?? found.contactPoint?.fn ?? null, coverage: found.spatial ?? null,
        links: found.distribution.flatMap(({ title, description, mediaType, downloadURL, accessURL }) => {
          const address = downloadURL ?? accessURL
          return address ? [{ name: title ?? null, description: description ?? null, type: mediaType ?? null, url: address }] : []
        }),
      })
    }
    yield { total: all.length, told, refused }
  }
}

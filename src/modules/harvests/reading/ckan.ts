import { z } from 'zod'
import type { Told } from './entry.ts'
import { SourceFailure, type Reader } from './outside.ts'

const text = z.string().nullish().catch(null)

const dataset = z.object({
  id: z.string(), name: z.string(), title: text, notes: text, license_id: text, license_url: text, metadata_modified: text, maintainer_email: text, author_email: text,
  tags: z.array(z.object({ name: z.string() })).catch([]),
  extras: z.array(z.object({ key: z.string(), value: z.unknown() })).catch([]),
  resources: z.array(z.object({ name: text, description: text, mimetype: text, url: text })).catch([]),
  private: z.boolean().catch(false),
})

const page = z.object({ success: z.literal(true), result: z.object({ count: z.number(), results: z.array(z.unknown()) }) })

const size = 100

/** All datasets of a CKAN portal, oldest first, so that what is added meanwhile comes at the end. */
export async function* readCkan(base: string, reader: Reader): AsyncGenerator<{ total: number; told: Told[]; refused: string[] }> {
  const root = base.replace(/\/+$/, '').replace(/\/api(\/3)?(\/action.*)?$/, '')
  for (let start = 0, total = 1; start < total; start += size) {
    const { body } = await reader.text(`${root}/api/3/action/package_search?rows=${size}&start=${start}&sort=metadata_created+asc`, 'application/json')
    const parsed = page.safeParse(json(body))
    if (!parsed.success) throw new SourceFailure('Jawabannya bukan katalog CKAN.')
    const { count, results } = parsed.data.result
    total = count
    const told: Told[] = []
    const refused: string[] = []
    for (const one of results) {
      const read = dataset.safeParse(one)
      if (!read.success) refused.push('Satu entri tidak terbaca.')
      else if (!read.data.private) told.push(toldBy(read.data, root))
    }
    yield { total, told, refused }
    if (results.length === 0) return
  }
}

function toldBy(found: z.output<typeof dataset>, root: string): Told {
  const extra = (...keys: string[]) => {
    const value = found.extras.find(({ key }) => keys.includes(key))?.value
    return typeof value === 'string' ? value : null
  }
  return {
    identifier: found.id, title: found.title || found.name, summary: found.notes ?? '', page: `${root}/dataset/${found.name}`, tags: found.tags.map(({ name }) => name), licence: found.license_url ?? found.license_id ?? null,
    rhythm: extra('frequency', 'accrual_periodicity', 'jadwal', 'update_frequency'), changed: found.metadata_modified ?? null, contact: found.maintainer_email || found.author_email || null, coverage: extra('cakupan', 'spatial_text', 'geographic_coverage'),
    links: found.resources.flatMap(({ name, description, mimetype, url }) => (url ? [{ name: name ?? null, description: description ?? null, type: mimetype ?? null, url }] : [])),
  }
}

/** JSON, or a failure of the source. */
export function json(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\uFEFF/, '')) as unknown
  } catch {
    throw new SourceFailure('Jawabannya bukan JSON.')
  }
}

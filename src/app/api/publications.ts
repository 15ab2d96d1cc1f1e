import { z } from 'zod'
import { toHtml } from '#platform/text/markdown.ts'
import { endpoint } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import type { Kind, PublicItem } from '#modules/publications/contract.ts'
import { kindNames } from '#modules/publications/publication.ts'
import { visibleBySlug, visibleItems } from '#modules/publications/store.ts'
import { activityByUnit } from '#modules/publications/activity.ts'
import { pictureAddress } from '#modules/publications/parts/photo.ts'

const channel = z.object({ slug: z.string(), name: z.string() })

const item = z.object({
  id: z.uuid(),
  url: z.url(),
  kind: z.enum(kindNames as [Kind, ...Kind[]]),
  title: z.string(),
  summary: z.string(),
  channel: channel.nullable(),
  publishedAt: z.iso.datetime(),
  correctedAt: z.iso.datetime().nullable(),
  tags: z.array(z.string()),
  image: z.object({ url: z.url(), alt: z.string() }).nullable(),
})

const asItem = (found: PublicItem, units: UnitTree, origin: string): z.output<typeof item> => {
  const unit = units.byId(found.unitId)
  return {
    id: found.id,
    url: `${origin}/berita/${found.slug}`,
    kind: found.kind,
    title: found.title,
    summary: found.summary,
    channel: unit ? { slug: unit.slug, name: unit.name } : null,
    publishedAt: found.publishedAt.toISOString(),
    correctedAt: found.correctedAt?.toISOString() ?? null,
    tags: found.tags,
    image: found.cover ? { url: origin + pictureAddress(found.cover.fileId, 'besar'), alt: found.cover.alt } : null,
  }
}

/** The public list for machines. */
const list = endpoint({
  path: '/api/publications',
  method: 'GET',
  may: 'public',
  summary: 'Visible publications, newest first; follow `next` for older ones',
  query: z.object({
    kind: z.enum(kindNames as [Kind, ...Kind[]]).optional(),
    channel: z.string().max(80).optional(),
    district: z.string().max(20).optional().describe('Kemendagri code of a kecamatan, e.g. 33.28.10'),
    year: z.coerce.number().int().min(1990).max(2100).optional(),
    before: z.string().max(60).optional().describe('Mark from `next`'),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  answer: z.object({ items: z.array(item), next: z.string().nullable() }),
  async handle({ db, query, government, ask, request }) {
    const units = await ask(unitDirectory).of(government.id)
    const unit = query.channel ? units.bySlug(query.channel) : undefined
    if (query.channel && !unit) throw new NotFound()
    const { items, older } = await visibleItems(db, { kind: query.kind, unitId: unit?.id, districtCode: query.district, year: query.year, before: query.before, limit: query.limit })
    return { items: items.map(found => asItem(found, units, request.origin)), next: older }
  },
})

/** One publication for machines. */
const one = endpoint({
  path: '/api/publications/:slug',
  method: 'GET',
  may: 'public',
  summary: 'One publication with its text as Markdown and HTML',
  answer: item.extend({ markdown: z.string(), html: z.string() }),
  async handle({ db, params, government, ask, request }) {
    const publication = await visibleBySlug(db, params.slug!)
    if (!publication) throw new NotFound()
    const { content } = publication
    const units = await ask(unitDirectory).of(government.id)
    return { ...asItem({ ...publication, ...content, publishedAt: publication.publishedAt! }, units, request.origin), markdown: content.body, html: toHtml(content.body) }
  },
})

/** Channels with their activity, for machines. */
const channels = endpoint({
  path: '/api/channels',
  method: 'GET',
  may: 'public',
  summary: 'Every channel with what it published',
  answer: z.object({ channels: z.array(channel.extend({ kind: z.string(), regionCode: z.string().nullable(), published: z.number().int(), lastPublishedAt: z.iso.datetime().nullable() })) }),
  async handle({ db, government, ask }) {
    const [units, activity] = await Promise.all([ask(unitDirectory).of(government.id), activityByUnit(db)])
    return { channels: units.all.filter(unit => unit.channel).map(unit => ({ slug: unit.slug, name: unit.name, kind: unit.kind, regionCode: unit.regionCode, published: activity.get(unit.id)?.published ?? 0, lastPublishedAt: activity.get(unit.id)?.lastPublishedAt?.toISOString() ?? null })) }
  },
})

export const api = [list, one, channels]

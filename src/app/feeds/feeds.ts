import { z } from 'zod'
import type { Government } from '#platform/access/government.ts'
import { NotFound } from '#platform/web/problems.ts'
import { resource, type Context, type Payload, type Resource } from '#platform/web/page.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import type { Kind, PublicItem } from '#modules/publications/contract.ts'
import { kindNames, kinds } from '#modules/publications/publication.ts'
import { visibleItems } from '#modules/publications/store.ts'
import { pictureAddress } from '#modules/publications/parts/photo.ts'
import { atom, json, rss } from './formats.ts'

const formats = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: atom },
  rss: { type: 'application/rss+xml; charset=utf-8', write: rss },
  json: { type: 'application/feed+json; charset=utf-8', write: json },
} as const

type Format = keyof typeof formats

/** Items in a feed: about a month of a busy government. */
const feedSize = 50

/** A feed may be narrowed as the list of news is. */
const query = z.object({ jenis: z.enum(kindNames as [Kind, ...Kind[]]).optional(), kecamatan: z.string().max(80).optional(), tagar: z.string().max(60).optional() })

type Query = z.output<typeof query>

/** A feed of one channel, or of all (RFC 4287, RSS 2.0, JSON Feed 1.1). */
function writeFeed(format: Format, about: { government: Government; origin: string; unit: Unit | null; query: Query; district: Unit | undefined; items: readonly PublicItem[]; units: UnitTree }): Payload {
  const { government, origin, unit, query, district, items, units } = about
  const base = unit ? `${origin}/kanal/${unit.slug}` : origin
  const narrowed = new URLSearchParams(Object.entries(query)).toString()
  const suffix = narrowed && `?${narrowed}`
  const home = narrowed ? `${origin}/berita?${new URLSearchParams({ ...(unit ? { unit: unit.slug } : {}), ...query })}` : unit ? base : `${origin}/berita`
  const only = [query.jenis && kinds[query.jenis], district?.name, query.tagar && `#${query.tagar}`].filter(Boolean).map(word => ` · ${word}`).join('')
  const changedAt = (item: PublicItem) => item.correctedAt ?? item.publishedAt
  const body = formats[format].write({
    title: (unit ? `${unit.name} · ${government.name}` : `Kabar ${government.name}`) + only,
    description: unit ? `Publikasi resmi ${unit.name}` : `Publikasi resmi semua kanal ${government.name}`,
    home,
    self: `${base}/feed.${format}${suffix}`,
    language: 'id',
    rights: `Pemerintah ${government.name}`,
    author: unit?.name ?? government.name,
    updated: new Date(Math.max(0, ...items.map(item => changedAt(item).getTime()))),
    items: items.map(item => ({
      id: `urn:uuid:${item.id}`,
      link: `${origin}/berita/${item.slug}`,
      title: item.title,
      summary: item.summary,
      author: units.byId(item.unitId)?.name ?? government.name,
      published: item.publishedAt,
      updated: changedAt(item),
      categories: [{ term: item.kind, label: kinds[item.kind] }, ...item.tags.map(tag => ({ term: tag, label: tag }))],
      image: item.cover && `${origin}${pictureAddress(item.cover.fileId, 640)}`,
    })),
  })
  return { type: formats[format].type, body }
}

async function load(context: Context<Query>, format: Format, slug: string | undefined): Promise<Payload> {
  const { government, db, request, query, ask } = context
  const units = await ask(unitDirectory).of(government.id)
  const unit = slug === undefined ? null : units.bySlug(slug)
  if (unit === undefined || (unit && !unit.channel)) throw new NotFound()
  const district = query.kecamatan ? (units.byRegion(query.kecamatan) ?? units.bySlug(query.kecamatan)) : undefined
  const { items } = await visibleItems(db, { unitId: unit?.id, kind: query.jenis, districtCode: district?.regionCode ?? undefined, tag: query.tagar, limit: feedSize })
  return writeFeed(format, { government, origin: request.origin, unit, query, district, items, units })
}

/** `/feed.atom|rss|json` and the same under each channel. */
export const feeds: Resource[] = (Object.keys(formats) as Format[]).flatMap(format => [
  resource({
    path: `/feed.${format}`,
    may: 'public',
    query,
    load: context => load(context, format, undefined),
    shows: ({ government }) => [`publications:${government.id}`],
  }),
  resource({
    path: `/kanal/:unit/feed.${format}`,
    may: 'public',
    query,
    load: context => load(context, format, context.params.unit),
    shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`],
  }),
])

import { Feed } from 'feed'
import type { Government } from '#platform/access/government.ts'
import { NotFound } from '#platform/web/problems.ts'
import { resource, type Context, type Payload, type Resource } from '#platform/web/page.ts'
import { unitDirectory, type Unit, type UnitTree } from '#modules/organisation/contract.ts'
import type { PublicItem } from '../contract.ts'
import { kinds } from '../publication.ts'
import { visibleItems } from '../store.ts'
import { pictureAddress } from '../parts/photo.ts'

const formats = {
  atom: { type: 'application/atom+xml; charset=utf-8', write: (feed: Feed) => feed.atom1() },
  rss: { type: 'application/rss+xml; charset=utf-8', write: (feed: Feed) => feed.rss2() },
  json: { type: 'application/feed+json; charset=utf-8', write: (feed: Feed) => feed.json1() },
} as const

type Format = keyof typeof formats

/** Items in a feed: about a month of a busy government. */
const feedSize = 50

/** A feed of one channel, or of all (RFC 4287, RSS 2.0, JSON Feed 1.1). */
function writeFeed(format: Format, about: { government: Government; origin: string; unit: Unit | null; items: readonly PublicItem[]; units: UnitTree; now: Date }): Payload {
  const { government, origin, unit, items, units } = about
  const base = unit ? `${origin}/kanal/${unit.slug}` : origin
  const home = unit ? base : `${origin}/berita`
  const feed = new Feed({
    id: home,
    link: home,
    title: unit ? `${unit.name} · ${government.name}` : `Kabar ${government.name}`,
    description: unit ? `Publikasi resmi ${unit.name}` : `Publikasi resmi semua kanal ${government.name}`,
    language: 'id',
    copyright: `Pemerintah ${government.name}`,
    updated: items.reduce<Date>((latest, item) => ((item.correctedAt ?? item.publishedAt) > latest ? (item.correctedAt ?? item.publishedAt) : latest), items[0]?.publishedAt ?? new Date(0)),
    generator: 'Pendopo',
    feedLinks: { atom: `${base}/feed.atom`, rss: `${base}/feed.rss`, json: `${base}/feed.json` },
    author: { name: unit?.name ?? government.name, link: home },
  })
  for (const item of items)
    feed.addItem({
      id: `urn:uuid:${item.id}`,
      guid: `urn:uuid:${item.id}`,
      link: `${origin}/berita/${item.slug}`,
      title: item.title,
      description: item.summary,
      published: item.publishedAt,
      date: item.correctedAt ?? item.publishedAt,
      author: [{ name: units.byId(item.unitId)?.name ?? government.name }],
      category: [{ name: kinds[item.kind], term: item.kind }, ...item.tags.map(name => ({ name, term: name }))],
      ...(item.cover ? { image: `${origin}${pictureAddress(item.cover.fileId, 640)}` } : {}),
    })
  return { type: formats[format].type, body: formats[format].write(feed) }
}

async function load(context: Context<unknown>, format: Format, slug: string | undefined): Promise<Payload> {
  const { government, db, request, now, ask } = context
  const units = await ask(unitDirectory).of(government.id)
  const unit = slug === undefined ? null : units.bySlug(slug)
  if (unit === undefined || (unit && !unit.channel)) throw new NotFound()
  const { items } = await visibleItems(db, { unitId: unit?.id, limit: feedSize })
  return writeFeed(format, { government, origin: request.origin, unit, items, units, now })
}

/** `/feed.atom|rss|json` and the same under each channel. */
export const feeds: Resource[] = (Object.keys(formats) as Format[]).flatMap(format => [
  resource({
    path: `/feed.${format}`,
    may: 'public',
    load: context => load(context, format, undefined),
    shows: ({ government }) => [`publications:${government.id}`],
  }),
  resource({
    path: `/kanal/:unit/feed.${format}`,
    may: 'public',
    load: context => load(context, format, context.params.unit),
    shows: ({ government }) => [`publications:${government.id}`, `units:${government.id}`],
  }),
])

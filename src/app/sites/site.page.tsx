import { locale, t } from '#platform/i18n/locale.ts'
import { page, type Context } from '#platform/web/page.ts'
import { Elsewhere, NotFound } from '#platform/web/problems.ts'
import { pagesPort, type PageLink } from '#modules/pages/contract.ts'
import { Blocks, loadBlocks, openingOf, topicsOf } from '#modules/pages/blocks/index.ts'
import { visibleBySlug } from '#modules/pages/store.ts'
import { NameList, PublicLayout, Section } from '#ui/index.ts'
import { baseOf } from '#modules/sites/directory.ts'
import { formerlyNumbered } from '../formerly.ts'
import { titleIn } from './frame.ts'
import { aroundOf, publishedSite } from './here.ts'

/** What a page of a site shows, and what stands above and below it. */
async function load(context: Context, slug: string) {
  const { db, ask, government, now, place } = context
  const { site, unit, units } = await publishedSite(context)
  const [shown, links] = await Promise.all([visibleBySlug(db, unit.id, slug), ask(pagesPort).shown(db, unit.id)])
  if (!shown) {
    const former = await ask(pagesPort).formerly(db, `/${slug}`, unit.id)
    if (former) throw new Elsewhere(`${place.base}/${former.slug}`, 'for-good')
    throw new NotFound()
  }
  const loaded = await loadBlocks({ db, ask, government, now, unit, units }, shown.content.blocks)
  return { site, unit, units, shown, links, loaded }
}

type Loaded = Awaited<ReturnType<typeof load>>

const shows = ({ government }: Context, { unit, shown }: Loaded) => [`pages:${unit.id}`, `units:${government.id}`, ...topicsOf(shown.content.blocks, { government, unit })]

function above(links: readonly PageLink[], page: Pick<PageLink, 'parentId'>): PageLink[] {
  const found: PageLink[] = []
  for (let parent = page.parentId; parent && found.length < 10; ) {
    const link = links.find(one => one.id === parent)
    if (!link) break
    found.unshift(link)
    parent = link.parentId
  }
  return found
}

function view(context: Context, { site, shown, links, loaded, unit, units }: Loaded) {
  const { place } = context
  const { language } = locale()
  const { content } = shown
  const english = language === 'en' ? content.english : null
  const home = shown.slug === ''
  const title = home ? site.name : (english?.title ?? content.title)
  const below = home ? [] : links.filter(link => link.parentId === shown.id)
  const around = aroundOf(place, unit, units, { home: baseOf(site), slugs: new Set(links.map(link => link.slug)) })
  const { hero, rest } = home ? openingOf(loaded, around) : { hero: null, rest: loaded }
  return (
    <PublicLayout title={title} lead={(home ? site.tagline : english?.summary || content.summary) || undefined} description={english?.summary || content.summary || site.tagline || title}
      breadcrumbs={home ? undefined : [{ label: t('Beranda'), href: place.base || '/' }, ...above(links, shown).map(link => ({ label: titleIn(link, language), href: `${place.base}/${link.slug}` }))]}
      hero={hero}>
      <Blocks loaded={rest} around={around} title={title} />
      {below.length > 0 && <Section title={t('Dalam bagian ini')}><NameList items={below.map(link => ({ label: titleIn(link, language), href: `${place.base}/${link.slug}` }))} /></Section>}
    </PublicLayout>
  )
}

/** The opening page of a unit's site. */
export const siteHomePage = page({
  path: '/situs/:site',
  may: 'public',
  async load(context) {
    const former = await formerlyNumbered(context)
    if (former) throw new Elsewhere(former, 'for-good')
    return load(context, '')
  },
  shows,
  view: ({ data, ...context }) => view(context, data),
})

/** One page of a unit's site. */
export const sitePage = page({
  path: '/situs/:site/:page',
  may: 'public',
  load: context => load(context, context.params.page!),
  shows,
  view: ({ data, ...context }) => view(context, data),
})

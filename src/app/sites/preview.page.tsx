import { t } from '#platform/i18n/locale.ts'
import { FrameContext, useFrame, type SiteFrame } from '#platform/web/frame.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { pagesPort } from '#modules/pages/contract.ts'
import { Blocks, loadBlocks, openingOf } from '#modules/pages/blocks/index.ts'
import { readable } from '#modules/pages/lifecycle.ts'
import { officeAddress } from '#modules/pages/parts/office-files.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { baseOf } from '#modules/sites/directory.ts'
import { Notice, PublicLayout } from '#ui/index.ts'
import type { ComponentChildren } from 'preact'
import { frameOf } from './frame.ts'
import { aroundOf } from './here.ts'

/** The working copy of a page as readers will see it, in the frame of its site. */
export const previewPage = page({
  path: '/kerja/halaman/:id/pratinjau',
  may: 'pages.read',
  async load(context) {
    const { db, ask, government, now, params } = context
    const shown = await readable(context, params.id!)
    const [units, sites] = await Promise.all([ask(unitDirectory).of(government.id), ask(siteDirectory).of(government.id)])
    const unit = units.byId(shown.unitId)!
    const site = sites.byUnit(unit.id)
    const place = { site: site?.slug ?? null, base: site ? baseOf(site) : '', portal: '', path: shown.slug === '' ? '/' : `/${shown.slug}` }
    const slugs = new Set((await ask(pagesPort).shown(db, unit.id)).map(link => link.slug))
    return { shown, unit, units, place, slugs, loaded: await loadBlocks({ db, ask, government, now, unit, units }, shown.content.blocks), frame: site ? await frameOf(context, site, place) : null }
  },
  view({ data: { shown, unit, units, place, slugs, loaded, frame } }) {
    const around = aroundOf(place, unit, units, { home: place.base, slugs }, officeAddress)
    const home = shown.slug === ''
    const { hero, rest } = home ? openingOf(loaded, around) : { hero: null, rest: loaded }
    return (
      <InSite site={frame}>
        <PublicLayout title={home && frame ? frame.name : shown.content.title} lead={shown.content.summary || undefined} hero={hero}>
          <Notice title={t('Pratinjau')}><p>{t('Ini belum dilihat umum.')} <a href={`/kerja/halaman/${shown.id}`}>{t('Kembali ke halaman kerja')}</a></p></Notice>
          <Blocks loaded={rest} around={around} title={shown.content.title} />
        </PublicLayout>
      </InSite>
    )
  },
})

/** What is inside is drawn as a page of the site. */
function InSite({ site, children }: { site: SiteFrame | null; children: ComponentChildren }) {
  return <FrameContext.Provider value={{ ...useFrame(), site }}>{children}</FrameContext.Provider>
}

import { longDate } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import { drawCard } from '#platform/share/card.ts'
import { resource } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { kinds } from '../publication.ts'
import { visibleBySlug } from '../store.ts'

/** The picture that goes with a shared link, 1200 × 630. */
export const cardResource = resource({
  path: '/berita/:slug/kartu.png',
  may: 'public',
  async load({ db, params, government, ask, now }) {
    const publication = await visibleBySlug(db, params.slug!)
    if (!publication) throw new NotFound()
    const unit = (await ask(unitDirectory).of(government.id)).byId(publication.unitId)
    const date = withLocale({ language: 'id', zone: government.zone, vocabulary: government.vocabulary, now }, () => longDate(publication.publishedAt!))
    return { type: 'image/png', body: await drawCard({ government, unit: unit?.name ?? government.name, title: publication.content.title, kind: kinds[publication.kind], date }), headers: { 'Cache-Control': 'public, max-age=3600' } }
  },
})

import QRCode from 'qrcode'
import { longDate } from '#platform/i18n/format.ts'
import { locale, t } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { PrintSheet, Prose, QrCode } from '#ui/index.ts'
import { placeName } from '../parts/place.ts'
import { kinds } from '../publication.ts'
import { visibleBySlug } from '../store.ts'

/** A sheet for the notice board: letterhead, text, and a code that leads to the page itself. */
export const printPage = page({
  path: '/berita/:slug/cetak',
  may: 'public',
  async load({ db, params, government, ask, request }) {
    const publication = await visibleBySlug(db, params.slug!)
    if (!publication) throw new NotFound()
    const address = `${request.origin}/berita/${publication.slug}`
    const qr = await QRCode.toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
    return { publication, address, qr, units: await ask(unitDirectory).of(government.id) }
  },
  shows: ({ government }, { publication }) => [`publication:${publication.id}`, `units:${government.id}`],
  view({ data: { publication, address, qr, units } }) {
    const { content } = publication
    const text = (locale().language === 'en' && content.languages.en) || content
    const facts = [t(kinds[publication.kind]), longDate(publication.publishedAt!), placeName(content.placeCode, units)].filter(Boolean).join(' · ')
    return (
      <PrintSheet title={text.title} unit={units.byId(publication.unitId)?.name} subtitle={facts} foot={<QrCode svg={qr} label={address} href={address} />}>
        <p class="lead">{text.summary}</p>
        <Prose html={toHtml(text.body)} />
      </PrintSheet>
    )
  },
})

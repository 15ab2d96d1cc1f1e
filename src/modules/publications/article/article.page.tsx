import { longDate } from '#platform/i18n/format.ts'
import { locale, t } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { page, type Context } from '#platform/web/page.ts'
import { Elsewhere, NotFound } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, DateTime, FactList, Figure, Gallery, Notice, photoOf, Prose, PublicLayout, Section } from '#ui/index.ts'
import { feedLinks } from '../parts/feed-links.tsx'
import { Attachments } from '../parts/attachments.tsx'
import { pictureAddress } from '../parts/photo.ts'
import { placeName } from '../parts/place.ts'
import { kinds } from '../publication.ts'
import { correctionsOf, redirectOf, visibleBySlug } from '../store.ts'
import { jsonLd, shareTags } from './sharing.tsx'

/** A publication everyone may read, with what is shown beside it. */
export async function loadArticle({ db, params, government, ask, place }: Context) {
  const publication = await visibleBySlug(db, params.slug!)
  if (!publication) {
    const slug = await redirectOf(db, `/berita/${params.slug}`)
    if (slug) throw new Elsewhere(`${place.base}/berita/${slug}`, 'for-good')
    throw new NotFound()
  }
  const units = await ask(unitDirectory).of(government.id)
  return { publication, units, corrections: publication.correctedAt ? await correctionsOf(db, publication.id) : [] }
}

type Article = Awaited<ReturnType<typeof loadArticle>>

export const articleTopics = ({ government }: Context, { publication }: Article): string[] => [`publication:${publication.id}`, `units:${government.id}`]

/** One publication, as everyone reads it: on the portal, and on the site of its unit. */
export const articlePage = page({ path: '/berita/:slug', may: 'public', load: loadArticle, shows: articleTopics, view: ({ data, ...context }) => articleView(context, data) })

export function articleView({ government, request, place }: Context, { publication, units, corrections }: Article) {
  const { content } = publication
  const english = content.languages.en
  const text = (locale().language === 'en' && english) || content
  const unit = units.byId(publication.unitId)
  // What is shared leads to the portal, where the publication stands whatever becomes of a site.
  const origin = place.portal || request.origin
  const address = `${origin}/berita/${publication.slug}`
  const onSite = place.site !== null
  // Texts are written for the portal; files stand at the same path on every host.
  const onPortal = (href: string) => (/^\/(?!gambar\/|berkas\/|aset\/)/.test(href) ? place.portal + href : href)
  const share = { publication, text, unit, government, address, origin, image: content.cover ? pictureAddress(content.cover.fileId, 'besar') : null }
  const days = content.activityFrom && (content.activityTo && content.activityTo !== content.activityFrom ? `${longDate(content.activityFrom)} – ${longDate(content.activityTo)}` : longDate(content.activityFrom))
  return (
    <PublicLayout title={text.title} lead={text.summary} description={text.summary} width="text" canonical={address} current="/berita"
      breadcrumbs={[{ label: t('Berita'), href: `${place.base}/berita` }, ...(unit && !onSite ? [{ label: unit.shortName, href: `/kanal/${unit.slug}` }] : [])]}
      head={<>{shareTags(share)}{jsonLd(share)}{unit && feedLinks(`${place.portal}/kanal/${unit.slug}`)}</>}>
      <p class="meta">
        <span class="kind">{t(kinds[publication.kind])}</span>
        <span>{unit?.name}</span>
        <DateTime at={publication.publishedAt!} />
      </p>
      {locale().language === 'en' && !english && <Notice><p>{t('Tulisan ini belum tersedia dalam bahasa Inggris.')}</p></Notice>}
      {corrections.map(correction => (
        <Notice key={correction.at.toISOString()} title={t('Ralat {date}', { date: longDate(correction.at) })}><p lang="id">{correction.reason}</p></Notice>
      ))}
      {content.cover && <Figure photo={photoOf(content.cover)} loading="eager" />}
      <div lang={text === content ? 'id' : 'en'}><Prose html={toHtml(text.body, { link: onPortal })} /></div>
      <FactList facts={[{ label: t('Waktu kegiatan'), value: days }, { label: t('Tempat'), value: placeName(content.placeCode, units) }]} />
      {content.gallery.length > 0 && <Section title={t('Foto')}><Gallery label={t('Foto')} photos={content.gallery.map(picture => ({ ...photoOf(picture), caption: picture.alt }))} /></Section>}
      <Attachments attachments={content.attachments} address="/berkas" />
      {content.tags.length > 0 && (
        <ul class="chips" aria-label={t('Tagar')}>
          {content.tags.map(tag => <li key={tag}><a class="chip" href={`${place.portal}/berita?tagar=${encodeURIComponent(tag)}`}>#{tag}</a></li>)}
        </ul>
      )}
      <Actions>
        {unit && <ButtonLink kind="quiet" href={`${place.portal}/langganan?unit=${unit.slug}`}>{t('Kabari saya')}</ButtonLink>}
        <ButtonLink kind="quiet" href={`${place.portal}/berita/${publication.slug}/cetak`}>{t('Cetak')}</ButtonLink>
      </Actions>
    </PublicLayout>
  )
}

import type { Government } from '#platform/access/government.ts'
import { locale } from '#platform/i18n/locale.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import { kinds } from '../publication.ts'
import type { Publication } from '../rows.ts'

interface Shared {
  publication: Publication
  text: { title: string; summary: string }
  unit: Unit | undefined
  government: Government
  address: string
  origin: string
  image: string | null
}

/** Open Graph, so that a shared link shows what it is about. */
export function shareTags({ publication, text, government, address, origin }: Shared) {
  const { content } = publication
  const card = `${origin}/berita/${publication.slug}/kartu.png`
  const english = Boolean(content.languages.en)
  return (
    <>
      <meta property="og:type" content="article" />
      <meta property="og:site_name" content={government.name} />
      <meta property="og:title" content={text.title} />
      <meta property="og:description" content={text.summary} />
      <meta property="og:url" content={address} />
      <meta property="og:locale" content={locale().language === 'en' ? 'en_GB' : 'id_ID'} />
      <meta property="og:image" content={card} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={text.title} />
      <meta property="article:published_time" content={publication.publishedAt!.toISOString()} />
      {publication.correctedAt && <meta property="article:modified_time" content={publication.correctedAt.toISOString()} />}
      <meta name="twitter:card" content="summary_large_image" />
      {english && <link rel="alternate" hreflang="id" href={`${address}?bahasa=id`} />}
      {english && <link rel="alternate" hreflang="en" href={`${address}?bahasa=en`} />}
    </>
  )
}

const inScript = (value: unknown) => JSON.stringify(value).replace(/</g, '\\u003c')

/** schema.org: a news article, or an event when it has days. */
export function jsonLd({ publication, text, unit, government, address, origin, image }: Shared) {
  const { content } = publication
  const publisher = { '@type': 'GovernmentOrganization', name: unit?.name ?? government.name, url: unit ? `${origin}/kanal/${unit.slug}` : origin, parentOrganization: { '@type': 'GovernmentOrganization', name: government.name, url: origin } }
  const article = {
    '@context': 'https://schema.org',
    '@type': publication.kind === 'dokumen' ? 'DigitalDocument' : 'NewsArticle',
    headline: text.title,
    name: text.title,
    description: text.summary,
    inLanguage: locale().language,
    datePublished: publication.publishedAt!.toISOString(),
    dateModified: (publication.correctedAt ?? publication.publishedAt!).toISOString(),
    articleSection: kinds[publication.kind],
    keywords: content.tags.join(', ') || undefined,
    mainEntityOfPage: address,
    author: publisher,
    publisher,
    image: image ? [`${origin}${image}`] : [`${origin}/berita/${publication.slug}/kartu.png`],
    ...(content.activityFrom
      ? { about: { '@type': 'Event', name: text.title, startDate: content.activityFrom, endDate: content.activityTo ?? content.activityFrom, eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode', location: { '@type': 'Place', name: content.placeCode ?? government.name, address: government.name }, organizer: publisher } }
      : {}),
  }
  // A data block, not a program: the content security policy does not apply to it, and "<" is escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inScript(article) }} />
}

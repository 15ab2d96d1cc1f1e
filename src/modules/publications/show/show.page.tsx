import { dateTime, longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { page } from '#platform/web/page.ts'
import { people } from '#modules/identity/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, FactList, Figure, Gallery, Notice, Prose, Section, photoOf, StateBadge, Timeline, WorkLayout } from '#ui/index.ts'
import { readable, subjectOf } from '../lifecycle.ts'
import { Attachments } from '../parts/attachments.tsx'
import { placeName } from '../parts/place.ts'
import { eventWords, stateWords } from '../parts/words.ts'
import { may, type Subject } from '../policy.ts'
import { kinds, type Event } from '../publication.ts'
import { stepsOf } from '../store.ts'
import { stepOffers } from '../steps/steps.page.tsx'
import type { Who } from '#platform/access/who.ts'
import type { Photo } from '#ui/index.ts'
import type { Picture } from '../contract.ts'

/** What is usually done next in each state; offered as the main button when it is permitted. */
const mainly: Event[] = ['publish', 'approve', 'submit', 'revise', 'restore']

/** One publication as officers see it: where it stands, what can be done, what it says, what happened. */
export const showPage = page({
  path: '/kerja/publikasi/:id',
  may: 'publications.read',
  async load(context) {
    const publication = await readable(context, context.params.id!)
    const steps = await stepsOf(context.db, publication.id)
    const [units, names] = await Promise.all([
      context.ask(unitDirectory).of(context.government.id),
      context.ask(people).named(context.db, [...steps.map(s => s.by), publication.createdBy, publication.pageOwner].filter(id => id !== null)),
    ])
    return { publication, steps, units, names }
  },
  view({ data, who }) {
    const { publication, steps, units, names } = data
    const { content } = publication
    const subject = subjectOf(publication)
    const unit = units.byId(publication.unitId)
    const returned = publication.state === 'returned' ? steps.find(s => s.event === 'return') : undefined
    return (
      <WorkLayout title={content.title} lead={<><StateBadge state={publication.state} states={stateWords} /> {unit?.name}</>} breadcrumbs={[{ label: t('Publikasi'), href: '/kerja/publikasi' }]}>
        {returned?.remarks && <Notice tone="warn" title={t('Perlu diperbaiki')}><p>{returned.remarks}</p></Notice>}
        {publication.liveVersion !== null && publication.liveVersion !== publication.workingVersion && <Notice title={t('Ralat sedang disiapkan')}><p>{t('Pembaca masih melihat versi sebelumnya.')}</p></Notice>}
        {publication.scheduledAt && <Notice title={t('Terbit {at}', { at: dateTime(publication.scheduledAt) })} />}
        {publication.private && <Notice tone="warn" title={t('Pribadi')}><p>{t('Dibawa dari situs lama sebagai tulisan pribadi; tidak pernah tampil untuk umum.')}</p></Notice>}
        <Offers who={who} subject={subject} id={publication.id} slug={publication.visible ? publication.slug : null} />
        <Section title={t('Isi')}>
          <p class="lead">{content.summary}</p>
          {content.cover && <Figure photo={officePhoto(content.cover)} loading="eager" />}
          <Prose html={toHtml(content.body)} />
          {content.gallery.length > 0 && <Gallery label={t('Foto')} photos={content.gallery.map(officePhoto)} />}
          <Attachments attachments={content.attachments} address="/kerja/publikasi/berkas" />
        </Section>
        <FactList facts={[
          { label: t('Jenis'), value: t(kinds[publication.kind]) },
          { label: t('Terbit'), value: publication.publishedAt && dateTime(publication.publishedAt) },
          { label: t('Tempat'), value: placeName(content.placeCode, units) },
          { label: t('Waktu kegiatan'), value: content.activityFrom && longDate(content.activityFrom) },
          { label: t('Tagar'), value: content.tags.map(tag => `#${tag}`).join(' ') },
          { label: t('Pemilik halaman'), value: names.get(publication.pageOwner ?? '')?.name },
          { label: t('Tinjau lagi pada'), value: publication.reviewOn && longDate(publication.reviewOn) },
        ]} />
        <Section title={t('Riwayat')} link={{ href: `/kerja/publikasi/${publication.id}/versi`, label: t('Semua versi') }}>
          <Timeline items={steps.map(s => ({ title: t(eventWords[s.event as Event] ?? s.event), at: s.at, who: names.get(s.by ?? '')?.name ?? t('Sistem'), body: s.remarks }))} />
        </Section>
      </WorkLayout>
    )
  },
})

/** Unpublished pictures are served to officers only. */
const officePhoto = (picture: Picture): Photo => photoOf(picture, address => address.replace('/gambar/', '/kerja/publikasi/gambar/'))

/** Buttons for what this person may do now; the server asks the same policy again. */
function Offers({ who, subject, id, slug }: { who: Who; subject: Subject; id: string; slug: string | null }) {
  const offers = stepOffers.filter(offer => may(who, offer.event, subject))
  const main = mainly.find(event => offers.some(offer => offer.event === event))
  const kindOf = (event: Event) => (event === main ? 'primary' : event === 'archive' ? 'danger' : 'quiet')
  return (
    <Actions>
      {offers.filter(offer => offer.event === main).map(offer => <ButtonLink key={offer.event} href={`/kerja/publikasi/${id}/${offer.path}`}>{t(offer.title)}</ButtonLink>)}
      {may(who, 'save', subject) && <ButtonLink kind="quiet" href={`/kerja/publikasi/${id}/ubah`}>{t('Ubah')}</ButtonLink>}
      {offers.filter(offer => offer.event !== main).map(offer => <ButtonLink key={offer.event} kind={kindOf(offer.event)} href={`/kerja/publikasi/${id}/${offer.path}`}>{t(offer.title)}</ButtonLink>)}
      {slug && <ButtonLink kind="quiet" href={`/berita/${slug}`}>{t('Lihat halamannya')}</ButtonLink>}
    </Actions>
  )
}

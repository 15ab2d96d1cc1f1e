import { z } from 'zod'
import type { Tx } from '#platform/db/database.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Goto } from '#platform/web/page.ts'
import { WorkLayout } from '#ui/index.ts'
import type { Banner } from '../banner.ts'
import { draft, save, schedule, show, type Means } from '../lifecycle.ts'
import { bannerHere, meansOf, publisherOnly, take } from '../parts/here.ts'
import { shownBanners } from '../store.ts'
import { contentOf, filled, form, tomorrow } from './content.ts'
import { BannerForm } from './form.tsx'

/** What the audit trail remembers. */
const facts = ({ tone, title, text, href, titleEnglish, textEnglish, startsAt, endsAt }: Banner) => ({ tone, title, text, href, titleEnglish, textEnglish, startsAt, endsAt })

/** A new banner; an earlier one may lend its words. */
export const createPage = page({
  path: '/kerja/banner/baru',
  may: 'banners.publish',
  query: z.object({ dari: z.uuid().optional().catch(undefined) }),
  form,
  async load(context) {
    publisherOnly(context.who)
    return context.query.dari ? bannerHere(context, context.query.dari) : null
  },
  fill: (earlier, { now, government }) => ({ tone: 'danger', ...(earlier && filled(earlier, government.zone)), from: null, until: tomorrow(now, government.zone) }),
  view: ({ fields }) => (
    <WorkLayout title={t('Buat banner')} lead={t('Tampil di atas setiap halaman portal dan semua situs, dalam hitungan detik.')} width="text" breadcrumbs={[{ label: t('Banner'), href: '/kerja/banner' }]}>
      <BannerForm fields={fields} state={null} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, government, now, note } = context
    publisherOnly(who)
    const by = who.account!.id
    const banner = await draft(tx, contentOf(input, government.zone, now), by)
    const outcome = input.next === 'show' ? await appear(tx, meansOf(context), banner, by, now) : goto(`/kerja/banner/${banner.id}/ubah`, 'Disimpan sebagai konsep. Begini rupanya nanti.')
    note({ record: ['banner', banner.id], after: { ...facts(banner), step: input.next === 'show' ? 'show' : 'save' } })
    return outcome
  },
})

/** Changes a banner; what is shown changes at once. */
export const editPage = page({
  path: '/kerja/banner/:id/ubah',
  may: 'banners.publish',
  form,
  load: context => bannerHere(context, context.params.id!, 'save'),
  fill: (banner, { government }) => filled(banner, government.zone),
  view: ({ data: banner, fields }) => (
    <WorkLayout title={t('Ubah banner')} lead={banner.state === 'shown' && t('Banner ini sedang tampil; perubahan terlihat dalam hitungan detik.')} width="text"
      breadcrumbs={[{ label: t('Banner'), href: '/kerja/banner' }, { label: banner.title, href: `/kerja/banner/${banner.id}` }]}>
      <BannerForm fields={fields} state={banner.state} version={banner.version} />
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, params, government, now, note } = context
    const by = who.account!.id
    const banner = await take(tx, who, params.id!, 'save', input.version)
    const content = contentOf(input, government.zone, now)
    const saved = await save(tx, meansOf(context), banner, content, by)
    const appears = banner.state === 'scheduled' || (banner.state === 'draft' && input.next === 'show')
    note({ record: ['banner', banner.id], before: facts(banner), after: { ...facts(saved), step: appears ? 'show' : 'save' } })
    if (appears) return appear(tx, meansOf(context), saved, by, now)
    return banner.state === 'shown' ? goto(`/kerja/banner/${banner.id}`, 'Perubahan tampil di semua halaman.') : goto(`/kerja/banner/${banner.id}/ubah`, 'Disimpan sebagai konsep. Begini rupanya nanti.')
  },
})

/** Shows a banner now, or at the minute it is promised for, and says which. */
export async function appear(tx: Tx, means: Means, banner: Banner, by: string, now: Date): Promise<Goto> {
  const place = `/kerja/banner/${banner.id}`
  if (banner.startsAt && banner.startsAt > now) {
    if (banner.state !== 'scheduled') await schedule(tx, means, banner, banner.startsAt, by)
    return goto(place, 'Terjadwal. Banner tampil dengan sendirinya pada waktunya.')
  }
  await show(tx, means, banner, by)
  const [first] = await shownBanners(tx)
  return first && first.id !== banner.id
    ? goto(place, 'Banner menunggu giliran: “{title}” lebih gawat dan sedang tampil.', { title: first.title })
    : goto(place, 'Banner tampil di semua halaman.')
}

import { z } from 'zod'
import { optionalMoment } from '#platform/forms/inputs.ts'
import { dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { fromLocal, toLocal } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Problem } from '#platform/web/problems.ts'
import { people } from '#modules/identity/contract.ts'
import { Actions, Banner as BannerView, Button, ButtonLink, DateTime, DateTimeField, FactList, Form, Section, StateBadge, Timeline, WorkLayout } from '#ui/index.ts'
import { timeProblems, type Banner } from '../banner.ts'
import { end, extend, unschedule } from '../lifecycle.ts'
import { bannerHere, meansOf, take } from '../parts/here.ts'
import { eventWords, standingOf, standingWords, toneWords } from '../parts/words.ts'
import { may } from '../policy.ts'
import { shownBanners, stepsOf } from '../store.ts'
import { appear } from '../write/write.page.tsx'

/** One banner: how it looks, how it stands, what can be done, what happened. */
export const showPage = page({
  path: '/kerja/banner/:id',
  may: 'banners.publish',
  form: z.object({ step: z.enum(['show', 'unschedule', 'extend', 'stop'], 'Pilih langkah'), until: optionalMoment() }),
  async load(context) {
    const banner = await bannerHere(context, context.params.id!)
    const [shown, steps] = await Promise.all([shownBanners(context.db), stepsOf(context.db, banner.id)])
    const names = await context.ask(people).named(context.db, steps.flatMap(step => step.by ?? []))
    return { banner, shown, steps, names }
  },
  fill: ({ banner }, { government }) => ({ until: toLocal(banner.endsAt, government.zone) }),
  view({ data: { banner, shown, steps, names }, who, fields }) {
    const here = `/kerja/banner/${banner.id}`
    return (
      <WorkLayout title={banner.title} lead={<StateBadge state={standingOf(banner, shown)} states={standingWords} />} breadcrumbs={[{ label: t('Banner'), href: '/kerja/banner' }]}
        action={<Actions>
          {may(who, 'save', banner.state) && <ButtonLink kind="quiet" href={`${here}/ubah`}>{t('Ubah')}</ButtonLink>}
          {banner.state === 'ended' && <ButtonLink kind="quiet" href={`/kerja/banner/baru?dari=${banner.id}`}>{t('Pakai lagi kata-katanya')}</ButtonLink>}
        </Actions>}>
        {banner.state !== 'ended' && shown[0]?.id !== banner.id && <BannerView label={t('Pratinjau')} {...banner} />}
        {may(who, 'show', banner.state) && (
          <Form fields={fields} actions={(
            <>
              <Button kind="primary" name="step" value="show">{t('Tampilkan sekarang')}</Button>
              {may(who, 'unschedule', banner.state) && <Button name="step" value="unschedule">{t('Batalkan jadwal')}</Button>}
            </>
          )} />
        )}
        {may(who, 'extend', banner.state) && (
          <Form fields={fields} actions={(
            <>
              <Button name="step" value="extend">{t('Perpanjang')}</Button>
              <Button kind="danger" name="step" value="stop">{t('Hentikan')}</Button>
            </>
          )}>
            <DateTimeField field={fields('until')} label={t('Tampil sampai')} required />
          </Form>
        )}
        <Section title={t('Rincian')}><FactList facts={factsOf(banner)} /></Section>
        <Section title={t('Riwayat')}>
          <Timeline items={steps.map(step => ({ title: t(eventWords[step.event]), at: step.at, who: names.get(step.by ?? '')?.name ?? t('Sistem'), body: step.event === 'save' ? `${t(toneWords[step.tone].label)}: ${step.title}` : step.event === 'extend' ? t('Sampai {at}', { at: dateTime(step.endsAt) }) : null }))} />
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, government, now, note } = context
    const by = who.account!.id
    const banner = await take(tx, who, params.id!, input.step)
    const record: [string, string] = ['banner', banner.id]
    if (input.step === 'show') {
      const [wrong] = timeProblems({ startsAt: null, endsAt: banner.endsAt }, now)
      if (wrong) throw new Problem('', wrong.message.text, wrong.message.values)
      note({ record, before: { state: banner.state }, after: { state: 'shown' } })
      return appear(tx, meansOf(context), { ...banner, startsAt: null }, by, now)
    }
    if (input.step === 'unschedule') {
      await unschedule(tx, banner, by)
      note({ record, before: { state: banner.state }, after: { state: 'draft' } })
      return goto(`/kerja/banner/${banner.id}`, 'Jadwal dibatalkan. Banner menjadi konsep lagi.')
    }
    if (input.step === 'stop') {
      await end(tx, meansOf(context), banner, 'stop', by)
      note({ record, before: { state: banner.state }, after: { state: 'ended' } })
      return goto(`/kerja/banner/${banner.id}`, 'Banner dihentikan. Tidak lagi tampil di mana pun.')
    }
    const until = input.until ? fromLocal(input.until, government.zone) : null
    if (!until || until <= banner.endsAt) throw new Problem('until', 'Pilih waktu sesudah yang sekarang. Untuk mengakhiri lebih awal, tekan Hentikan.')
    const wrong = timeProblems({ startsAt: null, endsAt: until }, now)
    if (wrong.length > 0) throw Problem.all(wrong)
    await extend(tx, meansOf(context), banner, until, by)
    note({ record, before: { endsAt: banner.endsAt }, after: { endsAt: until } })
    return goto(`/kerja/banner/${banner.id}`, 'Diperpanjang.')
  },
})

const factsOf = (banner: Banner) => [
  { label: t('Seberapa gawat'), value: t(toneWords[banner.tone].label) },
  { label: t('Penjelasan'), value: banner.text },
  { label: t('Tautan'), value: banner.href && <a href={banner.href}>{banner.href}</a> },
  { label: t('Tampil mulai'), value: banner.state === 'scheduled' && banner.startsAt && <DateTime at={banner.startsAt} as="full" /> },
  { label: t('Tampil sejak'), value: banner.shownAt && <DateTime at={banner.shownAt} as="full" /> },
  { label: t('Tampil sampai'), value: <DateTime at={banner.endedAt ?? banner.endsAt} as="full" /> },
  { label: t('Pesan (Inggris)'), value: banner.titleEnglish && <span lang="en">{banner.titleEnglish}</span> },
  { label: t('Penjelasan (Inggris)'), value: banner.textEnglish && <span lang="en">{banner.textEnglish}</span> },
]

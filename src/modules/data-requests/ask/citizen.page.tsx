import { z } from 'zod'
import { line, mailAddress } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Refused } from '#platform/web/problems.ts'
import { throttle } from '#platform/web/throttle.ts'
import { BareLayout, ButtonLink, Form, FormSection, Notice, PublicLayout, TextField } from '#ui/index.ts'
import { insertCitizen } from '../citizens.ts'
import { sendConfirmation } from '../letters.ts'
import { askAsCitizen, meansOf } from '../lifecycle.ts'
import { aboutOf, aboutQuery, contentOf, howInputs, whatInputs } from './content.ts'
import { HowFields, WhatFields } from './fields.tsx'

const hour = 3600
/** From one connection, where a whole office may sit, and to one mailbox. */
const limits = { connection: { limit: 20, seconds: hour }, address: { limit: 5, seconds: 24 * hour } }

/** A citizen asks for data that are not open, or not there. */
export const citizenAskPage = page({
  path: '/data/permintaan/baru',
  may: 'public',
  query: aboutQuery,
  form: z.object({ ...whatInputs, ...howInputs, name: line(3, 100, 'Tulis nama Anda'), email: mailAddress() }),
  load: aboutOf,
  fill: () => ({ form: 'online' }),
  view: ({ data, fields, who, query }) => (
    <PublicLayout title={t('Minta data')} lead={t('Pemegang data wajib menjawab dalam hari kerja yang ditentukan. Setiap langkah tercatat, dan Anda dapat mengikutinya lewat tautan pribadi.')} width="text" breadcrumbs={[{ label: t('Data'), href: '/data' }, { label: t('Permintaan data'), href: '/data/permintaan' }]}>
      {who.may('data-requests.ask') && <Notice><p>{t('Meminta atas nama perangkat daerah?')} <a href={`/kerja/permintaan-data/baru${query.data ? `?data=${encodeURIComponent(query.data)}` : ''}`}>{t('Pakai formulir kantor')}</a></p></Notice>}
      {data.dataset?.access === 'open' && <Notice tone="good"><p>{t('Data ini terbuka.')} <a href={`/data/${data.dataset.slug}`}>{t('Buka dan unduh tanpa meminta')}</a></p></Notice>}
      <Form fields={fields} submit={t('Kirim permintaan')}>
        <WhatFields fields={fields} {...data} />
        <HowFields fields={fields} />
        <FormSection title={t('Siapa Anda')} hint={t('Disimpan terenkripsi, tidak tampil di papan publik, dan dapat Anda hapus kapan saja.')}>
          <TextField field={fields('name')} label={t('Nama')} autocomplete="name" required maxlength={100} />
          <TextField field={fields('email')} label={t('Surel')} type="email" autocomplete="email" inputmode="email" required hint={t('Kami mengirim satu surat untuk memastikan alamat ini milik Anda.')} />
        </FormSection>
      </Form>
    </PublicLayout>
  ),
  async before({ db, hands, request, input }) {
    await throttle(db, hands.secret, `data request connection ${request.ip}`, limits.connection.limit, limits.connection.seconds)
    await throttle(db, hands.secret, `data request address ${input.email}`, limits.address.limit, limits.address.seconds)
  },
  async act(context) {
    const { tx, input, hands, request, government, language, note } = context
    // A request may claim any host; one that belongs to no government gets into no letter.
    if (!request.official) throw new Refused('Alamat {host} belum terdaftar untuk {name}. Buka portal lewat alamat resminya.', { host: new URL(request.origin).hostname, name: government.name })
    const means = meansOf(context)
    const about = await aboutOf({ ...context, db: tx })
    const asked = await askAsCitizen(tx, means, { ...contentOf(input, about, todayOf(context)), legalBasis: null, degree: 'full', publicTitle: about.dataset?.title ?? null })
    const citizen = { requestId: asked.id, name: input.name, email: input.email, origin: request.origin, language }
    await sendConfirmation(tx, means, citizen, asked, await insertCitizen(tx, hands.secret, citizen))
    note({ record: ['data-request', asked.id], after: { code: asked.code, holder: asked.holderUnitId } })
    return goto('/data/permintaan/terkirim')
  },
})

/** What comes next. */
export const sentPage = page({
  path: '/data/permintaan/terkirim',
  may: 'public',
  view: () => (
    <BareLayout title={t('Periksa kotak surel Anda')} lead={t('Buka tautan di dalam surat kami. Setelah itu permintaan Anda diteruskan dan tenggatnya mulai dihitung.')}>
      <p>{t('Belum datang dalam beberapa menit? Lihat juga folder spam, lalu coba sekali lagi.')}</p>
      <p><ButtonLink href="/data/permintaan" kind="quiet">{t('Lihat papan permintaan data')}</ButtonLink></p>
    </BareLayout>
  ),
})

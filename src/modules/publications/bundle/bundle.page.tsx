import { z } from 'zod'
import { covers } from '#platform/access/who.ts'
import { line, optionalMoment, several } from '#platform/forms/inputs.ts'
import { dateTime } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { fromLocal } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Badge, ButtonLink, CheckList, DataTable, DateTimeField, EmptyState, Form, StateBadge, TextField, WorkLayout } from '#ui/index.ts'
import { goLive, schedule, take } from '../lifecycle.ts'
import { stateWords } from '../parts/words.ts'
import { officeItems, updatePublication } from '../store.ts'
import { bundleById, bundleItems, bundlesOf, insertBundle } from './store.ts'

/** Items released together: readers see all of them from the same moment, or none. */
export const bundlesPage = page({
  path: '/kerja/rilis',
  may: 'publications.publish',
  form: z.object({
    title: line(5, 120, 'Isi nama rilis, paling sedikit 5 huruf'),
    items: several(z.uuid('Pilih dari daftar')),
    at: optionalMoment(),
  }),
  async load({ db, who, ask, government }) {
    const reach = who.reach('publications.publish')
    const [bundles, ready, units] = await Promise.all([bundlesOf(db, reach), officeItems(db, reach, { state: 'approved', limit: 100 }), ask(unitDirectory).of(government.id)])
    return { bundles, ready: ready.items, units }
  },
  view({ data, fields }) {
    const { bundles, ready, units } = data
    return (
      <WorkLayout title={t('Rilis bersama')} lead={t('Beberapa publikasi yang disetujui terbit pada saat yang sama.')}>
        {ready.length > 0 ? (
          <Form fields={fields} submit={t('Siapkan rilis')}>
            <TextField field={fields('title')} label={t('Nama rilis')} required />
            <CheckList field={fields('items')} label={t('Publikasi yang disetujui')} required options={ready.map(p => ({ value: p.id, label: p.content.title, hint: units.byId(p.unitId)?.shortName }))} />
            <DateTimeField field={fields('at')} label={t('Terbit pada')} hint={t('Kosongkan untuk terbit sekarang juga.')} />
          </Form>
        ) : (
          <EmptyState title={t('Belum ada publikasi yang disetujui')} action={<ButtonLink href="/kerja/publikasi?keadaan=submitted">{t('Lihat yang menunggu pemeriksaan')}</ButtonLink>}>{t('Setujui beberapa publikasi dahulu, lalu rilis bersama dari sini.')}</EmptyState>
        )}
        {bundles.length > 0 && (
          <DataTable caption={t('Rilis')} showCaption rows={bundles} rowKey={b => b.id} columns={[
            { label: t('Nama'), main: true, cell: b => <a href={`/kerja/rilis/${b.id}`}>{b.title}</a> },
            { label: t('Keadaan'), cell: b => (b.releasedAt ? <Badge tone="good">{t('Terbit')}</Badge> : <Badge tone="info">{t('Terjadwal')}</Badge>) },
            { label: t('Waktu'), cell: b => dateTime(b.releasedAt ?? b.publishAt ?? b.createdAt) },
            { label: t('Jumlah publikasi'), numeric: true, cell: b => b.items },
          ]} />
        )}
      </WorkLayout>
    )
  },
  async act({ tx, who, input, hands, government, now, note }) {
    if (input.items.length < 2) throw new Problem('items', 'Pilih paling sedikit dua publikasi.')
    const at = input.at ? fromLocal(input.at, government.zone) : null
    if (at && at <= now) throw new Problem('at', 'Waktu ini sudah lewat. Pilih waktu yang akan datang, atau kosongkan.')
    const by = who.account!.id
    const publications = []
    // Locked in one order, so that two releases never wait for each other in a circle.
    for (const id of input.items.toSorted()) publications.push(await take(tx, who, id, at ? 'schedule' : 'publish'))
    const id = await insertBundle(tx, { title: input.title, unitId: who.account!.unitId, publishAt: at ?? now, releasedAt: at ? null : now, by })
    for (const publication of publications) {
      await updatePublication(tx, publication.id, { bundle_id: id })
      if (at) await schedule(tx, hands, publication, at, by)
      else await goLive(tx, hands, publication, by, { at: now })
    }
    note({ record: ['bundle', id], after: { title: input.title, items: input.items.length, at: input.at } })
    return goto(`/kerja/rilis/${id}`, at ? 'Rilis dijadwalkan.' : 'Rilis terbit.')
  },
})

/** One release with what is in it. */
export const bundlePage = page({
  path: '/kerja/rilis/:id',
  may: 'publications.publish',
  async load({ db, params, who, ask, government }) {
    const bundle = await bundleById(db, params.id!)
    if (!bundle || !covers(who.reach('publications.publish'), { unitId: bundle.unitId, ownerId: bundle.createdBy })) throw new NotFound()
    const [items, units] = await Promise.all([bundleItems(db, bundle.id), ask(unitDirectory).of(government.id)])
    return { bundle, items, units }
  },
  view: ({ data: { bundle, items, units } }) => (
    <WorkLayout title={bundle.title} lead={dateTime(bundle.releasedAt ?? bundle.publishAt ?? bundle.createdAt)} breadcrumbs={[{ label: t('Rilis bersama'), href: '/kerja/rilis' }]}>
      <DataTable caption={t('Isi rilis')} rows={items} rowKey={p => p.id} columns={[
        { label: t('Judul'), main: true, cell: p => <a href={`/kerja/publikasi/${p.id}`}>{p.title}</a> },
        { label: t('Unit'), cell: p => units.byId(p.unitId)?.shortName },
        { label: t('Keadaan'), cell: p => <StateBadge state={p.state} states={stateWords} /> },
      ]} />
    </WorkLayout>
  ),
})

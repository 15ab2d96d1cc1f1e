import { z } from 'zod'
import { optionalId, ticked } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory, type UnitTree } from '#modules/organisation/contract.ts'
import { Badge, Button, CheckField, DataTable, DateTime, EmptyState, Form, HiddenField, Section, SelectField, TextField, WorkLayout } from '#ui/index.ts'
import { importTabs } from '../parts/tabs.ts'
import { importable, mayImport } from '../policy.ts'
import { feedAddress } from '../start/start.page.tsx'
import { lookJob } from './look.ts'
import { addSource, removeSource, setWatching, sourcesWithin, sourceWithin, type FeedSource } from './store.ts'

const paces = { 60: 'Setiap jam', 360: 'Setiap enam jam', 1440: 'Setiap hari' }

const form = z.discriminatedUnion('langkah', [
  z.object({ langkah: z.literal('pantau'), unit: optionalId(), alamat: feedAddress.refine(text => text !== '', 'Tulis alamat lengkap, diawali https://'), jeda: z.coerce.number().refine(minutes => minutes in paces, 'Pilih dari daftar'), terbit: ticked() }),
  z.object({ langkah: z.enum(['lihat', 'henti', 'lanjut', 'hapus']), umpan: z.uuid('Pilih dari daftar') }),
])

/** Feeds that are read again and again: what they gave last, and the acts on each. */
export const watchPage = page({
  path: '/kerja/impor/umpan',
  may: 'imports.run',
  form,
  async load({ db, who, ask, government }) {
    const units = await ask(unitDirectory).of(government.id)
    return { units, channels: importable(who, units), sources: await sourcesWithin(db, who.reach('imports.run')) }
  },
  fill: ({ channels }) => ({ unit: channels[0]?.id, jeda: 60 }),
  view({ data, fields, who }) {
    const { units, channels, sources } = data
    return (
      <WorkLayout title={t('Umpan yang dipantau')} lead={t('Tulisan baru di umpan masuk ke kanal dengan sendirinya.')} tabs={importTabs('feeds')}>
        <DataTable caption={t('Umpan yang dipantau')} rows={sources} rowKey={source => source.id} columns={[
          { label: t('Alamat umpan'), main: true, cell: source => source.title ? <>{source.title}<small>{source.url}</small></> : source.url },
          { label: t('Kanal'), cell: source => units.byId(source.unitId)?.shortName },
          { label: t('Masuk sebagai'), cell: source => (source.publish ? t('Terbit') : t('Konsep')) },
          { label: t('Terakhir'), cell: source => <LastLook source={source} /> },
          { label: t('Tindakan'), quiet: true, cell: source => mayImport(who, source.unitId) && <SourceActs source={source} /> },
        ]} empty={<EmptyState title={t('Belum ada umpan yang dipantau')}>{t('Tambahkan alamat RSS atau Atom di bawah; dilihat setiap jam tanpa membebani situsnya.')}</EmptyState>} />
        {channels.length > 0 && (
          <Section title={t('Tambah umpan')}>
            <Form fields={fields} actions={<Button kind="primary" name="langkah" value="pantau">{t('Pantau umpan ini')}</Button>}>
              <TextField field={fields('alamat')} label={t('Alamat umpan')} type="url" required hint={t('RSS, Atom, atau JSON Feed, misalnya https://contoh.go.id/feed/')} />
              {channels.length > 1 && <SelectField field={fields('unit')} label={t('Ke kanal')} required options={channels.map(unit => ({ value: unit.id, label: unit.name }))} />}
              <SelectField field={fields('jeda')} label={t('Dilihat')} required options={Object.entries(paces).map(([value, label]) => ({ value, label: t(label) }))} />
              <CheckField field={fields('terbit')} label={t('Langsung terbitkan isi umpan, dengan tanggalnya')} hint={t('Tanpa ini, isinya menunggu sebagai konsep.')} />
            </Form>
          </Section>
        )}
      </WorkLayout>
    )
  },
  act,
})

function LastLook({ source }: { source: FeedSource }) {
  return (
    <>
      {source.state === 'paused' && <><Badge tone="warn">{t('Dijeda')}</Badge> </>}
      {source.lastResult ? t(source.lastResult.text, source.lastResult.values) : t('Belum dilihat')}
      {source.lastSeenAt && <> <small><DateTime at={source.lastSeenAt} as="full" /></small></>}
    </>
  )
}

function SourceActs({ source }: { source: FeedSource }) {
  const about = source.title || source.url
  return (
    <Form actions={
      <>
        {source.state === 'active'
          ? <><Button name="langkah" value="lihat" about={about}>{t('Lihat sekarang')}</Button><Button name="langkah" value="henti" about={about}>{t('Jeda')}</Button></>
          : <Button name="langkah" value="lanjut" about={about}>{t('Lanjutkan')}</Button>}
        <Button name="langkah" value="hapus" about={about}>{t('Hapus')}</Button>
      </>
    }>
      <HiddenField name="umpan" value={source.id} />
    </Form>
  )
}

async function act({ tx, who, input, ask, government, hands, note }: ActContext<unknown, z.output<typeof form>>): Promise<Goto> {
  const here = '/kerja/impor/umpan'
  const enqueue = (id: string) => hands.jobs.enqueue(tx, lookJob.name, hands.governmentId, { source: id }, { key: id })
  if (input.langkah === 'pantau') return add(await ask(unitDirectory).of(government.id), input)
  const source = await sourceWithin(tx, who.reach('imports.run'), input.umpan)
  if (!source) throw new NotFound()
  if (!mayImport(who, source.unitId)) throw new Refused('Anda belum boleh membawa isi ke kanal ini.')
  note({ record: ['feed-source', source.id], before: { state: source.state }, after: { act: input.langkah } })
  if (input.langkah === 'hapus') {
    await removeSource(tx, source.id)
    return goto(here, 'Umpan tidak dipantau lagi. Yang sudah masuk tetap ada.')
  }
  if (input.langkah === 'henti') {
    await setWatching(tx, source.id, false)
    return goto(here, 'Umpan dijeda.')
  }
  if (input.langkah === 'lanjut') await setWatching(tx, source.id, true)
  await enqueue(source.id)
  return goto(here, 'Umpan sedang dilihat. Muat ulang halaman sebentar lagi.')

  async function add(units: UnitTree, wish: Extract<typeof input, { langkah: 'pantau' }>): Promise<Goto> {
    const channels = importable(who, units)
    const unit = wish.unit ? channels.find(one => one.id === wish.unit) : channels[0]
    if (!unit) throw new Problem('unit', 'Anda belum boleh membawa isi ke kanal ini.')
    const id = await addSource(tx, { unitId: unit.id, url: wish.alamat, title: '', publish: wish.terbit, everyMinutes: wish.jeda, by: who.account!.id })
    await enqueue(id)
    note({ record: ['feed-source', id], after: { url: wish.alamat, unit: unit.name, publish: wish.terbit } })
    return goto(here, 'Umpan ini dipantau mulai sekarang. Yang pertama sedang dibaca; muat ulang halaman sebentar lagi.')
  }
}

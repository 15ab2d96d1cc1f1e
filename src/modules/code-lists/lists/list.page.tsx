import { z } from 'zod'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Actions, Badge, Button, ButtonLink, DataTable, DateTime, EmptyState, Form, Muted, Notice, Section, WorkLayout } from '#ui/index.ts'
import { begin } from '../lifecycle.ts'
import { codeVersions, itemsOf, versionOn } from '../store.ts'
import { listHere } from '../here.ts'
import { listKindWords } from '../words.ts'

const shown = 20

/** One list: its versions, and the way to the next. */
export const listPage = page({
  path: '/kerja/kode-referensi/:code',
  may: 'code-lists.keep',
  form: z.object({ start: z.enum(['copy', 'empty'], 'Pilih langkah') }),
  async load(context) {
    const list = await listHere(context, context.params.code!)
    const [versions, current] = await Promise.all([codeVersions(context.db, [list.id]), versionOn(context.db, list.id, todayOf(context))])
    return { list, versions, current, items: current ? await itemsOf(context.db, current.id, { limit: shown }) : [] }
  },
  view({ data: { list, versions, current, items }, fields }) {
    const draft = versions.find(({ state }) => state === 'draft')
    return (
      <WorkLayout title={list.title} lead={t(listKindWords[list.kind])} breadcrumbs={[{ label: t('Kode referensi'), href: '/kerja/kode-referensi' }]}
        action={<Actions>
          {draft && <ButtonLink href={`/kerja/kode-referensi/${list.code}/rancangan`}>{t('Lanjutkan versi {n}', { n: draft.number })}</ButtonLink>}
          {current && <ButtonLink kind="quiet" href={`/data/kode/${list.code}`}>{t('Lihat halaman publik')}</ButtonLink>}
        </Actions>}>
        {list.description && <p>{list.description}</p>}
        {current && !current.verified && <Notice tone="warn" title={t('Belum dicocokkan dengan sumbernya')}><p>{t('Daftar ini ditulis dari ingatan. Siapkan versi baru, cocokkan dengan {basis}, lalu tandai sudah dicocokkan.', { basis: current.legalBasis })}</p></Notice>}
        {!draft && (
          <Form fields={fields} actions={(
            <>
              {current && <Button kind="primary" name="start" value="copy">{t('Siapkan versi baru dari yang berlaku')}</Button>}
              <Button kind={current ? 'quiet' : 'primary'} name="start" value="empty">{current ? t('Mulai dari kosong') : t('Siapkan versi pertama')}</Button>
            </>
          )} />
        )}
        <Section title={t('Semua versi')}>
          <DataTable caption={t('Semua versi')} rows={versions} rowKey={({ id }) => id} empty={<EmptyState title={t('Belum ada versi')} />} columns={[
            { label: t('Versi'), main: true, cell: one => (one.state === 'draft' ? <a href={`/kerja/kode-referensi/${list.code}/rancangan`}>{t('Versi {n}', { n: one.number })}</a> : <a href={`/data/kode/${list.code}?versi=${one.number}`}>{t('Versi {n}', { n: one.number })}</a>) },
            { label: t('Keadaan'), cell: one => (one.state === 'draft' ? <Badge tone="info">{t('Disiapkan')}</Badge> : one.id === current?.id ? <Badge tone="good">{t('Berlaku')}</Badge> : <Badge>{t('Tidak dipakai hari ini')}</Badge>) },
            { label: t('Asal'), cell: one => (one.national ? t('Nasional') : t('Pemerintah daerah')) },
            { label: t('Banyaknya kode'), numeric: true, cell: one => one.items },
            { label: t('Berlaku sejak'), cell: one => one.validFrom && <DateTime at={one.validFrom} /> },
            { label: t('Sampai sebelum'), cell: one => one.validTo && <DateTime at={one.validTo} /> },
            { label: t('Dasar hukum'), cell: one => one.legalBasis },
            { label: t('Dicocokkan'), cell: one => (one.verified ? t('Ya') : t('Belum')) },
          ]} />
        </Section>
        {current && (
          <Section title={t('Isi yang berlaku')} link={{ href: `/data/kode/${list.code}`, label: t('Semua {n} kode', { n: current.items }) }}>
            <DataTable caption={t('Isi yang berlaku')} rows={items} rowKey={({ code }) => code} columns={[
              { label: t('Kode'), main: true, cell: item => item.code },
              { label: t('Uraian'), cell: item => item.label },
              { label: t('Kode induk'), cell: item => item.parent ?? <Muted>–</Muted> },
            ]} />
          </Section>
        )}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, who, input, params, note } = context
    const list = await listHere({ db: tx, who }, params.code!)
    const id = await begin(tx, list, { empty: input.start === 'empty', today: todayOf(context), by: who.account!.id })
    note({ record: ['code-list', list.id], after: { draft: id, start: input.start } })
    return goto(`/kerja/kode-referensi/${list.code}/rancangan`, 'Versi baru disiapkan. Yang berlaku tidak berubah sampai versi ini ditetapkan.')
  },
})

import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page } from '#platform/web/page.ts'
import { Badge, ButtonLink, DataTable, DateTime, Form, Muted, RadioField, TextArea, TextField, WorkLayout } from '#ui/index.ts'
import { refuseTaken } from '../lifecycle.ts'
import { draftsOf, insertList, keptLists, versionsOn } from '../store.ts'
import { derivedLists } from '../derived.ts'
import { keeperOnly } from '../here.ts'
import { listKindWords } from '../words.ts'
import { listForm } from './fields.ts'

/** All code lists with the version that counts today and the one that is being prepared. */
export const listsPage = page({
  path: '/kerja/kode-referensi',
  may: 'code-lists.keep',
  async load(context) {
    keeperOnly(context.who)
    const lists = await keptLists(context.db)
    const ids = lists.map(({ id }) => id)
    const [current, drafts] = await Promise.all([versionsOn(context.db, ids, todayOf(context)), draftsOf(context.db, ids)])
    return lists.map(list => ({ list, current: current.get(list.id), draft: drafts.get(list.id) }))
  },
  view: ({ data: rows }) => (
    <WorkLayout title={t('Kode referensi')} lead={t('Kode referensi dan data induk yang dipakai bersama, dengan versi dan dasar hukumnya.')} action={<ButtonLink href="/kerja/kode-referensi/baru">{t('Buat daftar')}</ButtonLink>}>
      <DataTable caption={t('Kode referensi')} rows={rows} rowKey={({ list }) => list.id} columns={[
        { label: t('Daftar'), main: true, cell: ({ list }) => <a href={`/kerja/kode-referensi/${list.code}`}>{list.title}</a> },
        { label: t('Jenis'), cell: ({ list }) => t(listKindWords[list.kind]) },
        { label: t('Banyaknya kode'), numeric: true, cell: ({ current }) => current?.items ?? '–' },
        { label: t('Versi'), cell: ({ current }) => (current ? <>{t('Versi {n}', { n: current.number })} {current.national && <Muted>{t('nasional')}</Muted>}</> : '–') },
        { label: t('Berlaku sejak'), cell: ({ current }) => current?.validFrom && <DateTime at={current.validFrom} /> },
        { label: t('Dicocokkan'), cell: ({ current, draft }) => (
          <>
            {current && <Badge tone={current.verified ? 'good' : 'warn'}>{current.verified ? t('Ya') : t('Belum')}</Badge>}
            {draft && <> <Badge tone="info">{t('Versi {n} disiapkan', { n: draft.number })}</Badge></>}
          </>
        ) },
      ]} />
      <DataTable caption={t('Daftar yang berasal dari Pendopo sendiri')} showCaption rows={derivedLists} rowKey={({ code }) => code} columns={[
        { label: t('Daftar'), main: true, cell: ({ code, title }) => <a href={`/data/kode/${code}`}>{t(title)}</a> },
        { label: t('Jenis'), cell: ({ kind }) => t(listKindWords[kind]) },
        { label: t('Asal'), cell: ({ blurb }) => t(blurb) },
      ]} />
    </WorkLayout>
  ),
})

/** A list of the government's own. */
export const createPage = page({
  path: '/kerja/kode-referensi/baru',
  may: 'code-lists.keep',
  form: listForm,
  load: ({ who }) => keeperOnly(who),
  fill: () => ({ kind: 'reference' }),
  view: ({ fields }) => (
    <WorkLayout title={t('Buat daftar')} lead={t('Isinya ditulis sesudah ini, satu per satu atau dari lembar kerja.')} width="text" breadcrumbs={[{ label: t('Kode referensi'), href: '/kerja/kode-referensi' }]}>
      <Form fields={fields} submit={t('Buat daftar')}>
        <TextField field={fields('title')} label={t('Nama daftar')} required maxlength={120} />
        <TextField field={fields('code')} label={t('Kode daftar')} hint={t('Menjadi alamatnya dan tidak berubah lagi: huruf kecil, angka, dan garis.')} required maxlength={60} spellcheck={false} width="half" />
        <RadioField field={fields('kind')} label={t('Jenis')} required options={[
          { value: 'reference', label: t('Kode referensi'), hint: t('Mengelompokkan: jenis kelamin, kondisi jalan, lapangan usaha.') },
          { value: 'master', label: t('Data induk'), hint: t('Menyebut satu per satu yang ada: sekolah, puskesmas, ruas jalan.') },
        ]} />
        <TextArea field={fields('description')} label={t('Keterangan')} rows={3} maxlength={600} />
      </Form>
    </WorkLayout>
  ),
  async act({ tx, who, input, note }) {
    keeperOnly(who)
    await refuseTaken(tx, input.code)
    const list = { ...input, description: input.description ?? '' }
    const id = await insertList(tx, list)
    note({ record: ['code-list', id], after: list })
    return goto(`/kerja/kode-referensi/${input.code}`, 'Daftar dibuat. Siapkan versi pertamanya.')
  },
})

import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { t } from '#platform/i18n/locale.ts'
import { addReferences, ownVersionsOf } from '#platform/reference/keeping.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem } from '#platform/web/problems.ts'
import { DataTable, FileField, Form, Grid, Notice, Section, Stat, WorkLayout } from '#ui/index.ts'
import { announce, keeps } from '../policy.ts'
import { showValue } from '../value.ts'
import { planOf, readRows, type Plan } from './rows.ts'

const crumbs = () => [{ label: t('Data rujukan'), href: '/kerja/rujukan' }]

/** Rows shown of what would be added; the count says the rest. */
const shownRows = 20
/** Bad rows are all shown, up to what a page can bear. */
const shownBad = 500

/** Receives a CSV file; nothing is changed before its preview was seen. */
export const importPage = page({
  path: '/kerja/rujukan/impor',
  may: 'reference.manage',
  form: z.object({}),
  files: { file: { max: 5_000_000, accept: 'document' } },
  load: context => keeps(context),
  view: ({ fields, kept }) => (
    <WorkLayout title={t('Impor dari CSV')} lead={t('Anda melihat dahulu apa yang akan terjadi; semua masuk, atau tidak sama sekali.')} width="text" breadcrumbs={crumbs()}>
      <Form fields={fields} multipart submit={t('Lihat dahulu')}>
        <FileField field={fields('file')} label={t('Berkas CSV')} required accept=".csv,text/csv" kept={kept.file?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))}
          hint={t('Baris pertama berisi judul kolom: daftar, kode, nilai, dasar hukum, berlaku dari, berlaku sampai.')} />
      </Form>
    </WorkLayout>
  ),
  async act(context) {
    keeps(context)
    const file = context.files.file?.[0]
    if (!file) throw new Problem('file', 'Pilih berkas CSV.')
    if (!file.mediaType.startsWith('text/')) throw new Problem('file', 'Berkas {name} bukan CSV. Simpan lembar itu sebagai CSV, lalu unggah lagi.', { name: file.name })
    context.note({ record: ['file', file.id] })
    return goto(`/kerja/rujukan/impor/${file.id}`)
  },
})

/** Text of a file, in the encodings spreadsheets write. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reads the person's own uploaded file and compares it with what is stored. */
async function planFor({ db, who, params, hands }: Pick<Context, 'who' | 'params' | 'hands'> & { db: Db | Tx }): Promise<{ name: string; plan: Plan }> {
  const [file] = await hands.files.pending(db, [params.file!], who.account!.id)
  if (!file) throw new NotFound()
  const read = readRows(decode(await hands.files.read(hands.governmentId, file.id)))
  return { name: file.name, plan: planOf(read, await ownVersionsOf(db, read.rows.map(row => row.version))) }
}

/** What a file would do, with every bad row; then does it. */
export const previewPage = page({
  path: '/kerja/rujukan/impor/:file',
  may: 'reference.manage',
  load(context) {
    keeps(context)
    return planFor(context)
  },
  view({ data: { name, plan }, fields }) {
    const { added, unchanged, bad } = plan
    return (
      <WorkLayout title={t('Impor dari CSV')} lead={name} breadcrumbs={crumbs()}>
        <Grid>
          <Stat value={String(added.length)}>{t('nilai baru')}</Stat>
          <Stat value={String(unchanged)}>{t('sudah ada, tidak berubah')}</Stat>
          <Stat value={String(bad.length)}>{t('baris perlu diperbaiki')}</Stat>
        </Grid>
        {bad.length > 0 && (
          <Section title={t('Perbaiki baris ini')}>
            <Notice tone="warn"><p>{t('Selama masih ada baris yang salah, tidak ada yang masuk. Perbaiki berkasnya, lalu unggah lagi.')}</p></Notice>
            <DataTable caption={t('Baris yang perlu diperbaiki')} rows={bad.slice(0, shownBad)} rowKey={row => String(row.line)} columns={[
              { label: t('Nomor baris'), main: true, cell: row => row.line },
              { label: t('Sebab'), cell: row => row.reasons.map(reason => t(reason.text, reason.values)).join('; ') },
            ]} />
          </Section>
        )}
        {added.length > 0 && (
          <DataTable caption={t('Yang akan masuk')} showCaption rows={added.slice(0, shownRows)} columns={[
            { label: t('Kode'), main: true, cell: row => row.code },
            { label: t('Daftar'), cell: row => row.list },
            { label: t('Nilai'), cell: row => showValue(row.value) },
            { label: t('Dasar hukum'), cell: row => row.legalBasis },
            { label: t('Berlaku'), cell: row => `${row.validFrom} – ${row.validTo ?? '…'}` },
          ]} />
        )}
        {added.length > shownRows && <p>{t('… dan {n} lagi.', { n: added.length - shownRows })}</p>}
        {bad.length === 0 && (added.length > 0
          ? <Form fields={fields} submit={t('Masukkan {n} nilai', { n: added.length })} />
          : <Notice tone="good"><p>{t('Semua isi berkas ini sudah ada.')}</p></Notice>)}
      </WorkLayout>
    )
  },
  async act(context) {
    keeps(context)
    const { tx, note } = context
    const { name, plan } = await planFor({ ...context, db: tx })
    if (plan.bad.length > 0) throw new Problem('', 'Masih ada baris yang salah; tidak ada yang dimasukkan.')
    const added = await addReferences(tx, plan.added)
    if (added !== plan.added.length) throw new Problem('', 'Orang lain menambahkan nilai yang sama pada saat ini. Periksa pratinjau sekali lagi.')
    await announce(tx)
    note({ record: ['reference', name], after: { added } })
    return goto('/kerja/rujukan', '{n} nilai dimasukkan.', { n: added })
  },
})

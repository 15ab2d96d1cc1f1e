import { z } from 'zod'
import { appendAudit } from '#platform/audit/audit.ts'
import { line } from '#platform/forms/inputs.ts'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, resource, type Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { catalogue } from '#modules/datasets/contract.ts'
import { EmptyState, FilterBar, Form, Notice, Pager, RadioField, RowTable, Section, SelectField, TextField, WorkLayout, addressWith } from '#ui/index.ts'
import { byToken } from '../citizens.ts'
import type { Access } from '../contract.ts'
import { accessesOf, freshUse, insertUse } from '../grants.ts'
import { requestHere } from '../parts/here.ts'
import { degreeWords } from '../parts/words.ts'
import { mayUse, stands } from '../policy.ts'
import { fileGiven, rowsGiven, tablesOf, type TablePart } from './rows.ts'

const pageRows = 50
/** Minutes for which what was said to be the purpose holds. */
const fresh = 60

const wants = ['look', 'csv', 'xlsx', 'json', 'parquet'] as const
const wantWords: Record<(typeof wants)[number], string> = { look: 'Lihat di sini', csv: 'Unduh CSV', xlsx: 'Unduh XLSX', json: 'Unduh JSON', parquet: 'Unduh Parquet' }

const holdsRows = ({ degree }: Access) => degree === 'full' || degree === 'sample'

/** What this person may use of a request today, with its tables. @throws NotFound, Refused */
async function usable(context: Context<unknown>): Promise<{ access: Access; tables: TablePart[]; code: string; id: string }> {
  const request = await requestHere(context)
  const today = todayOf(context)
  const access = (await accessesOf(context.db, request.id)).find(one => holdsRows(one) && mayUse(context.who, one, today))
  if (!access) throw new Refused('Tidak ada izin yang berlaku hari ini untuk memakai data ini.')
  return { access, tables: await tablesOf(context, access.datasetId), code: request.code, id: request.id }
}

/** Uses what was given: first the purpose, then rows or a file; each use is written into the holder's ledger. */
export const dataPage = page({
  path: '/kerja/permintaan-data/:id/data',
  may: 'data-requests.use',
  query: z.object({ pakai: z.string().max(40).optional(), q: z.string().max(200).optional(), hal: z.coerce.number().int().min(1).max(100_000).default(1).catch(1) }),
  form: z.object({ table: z.string().max(40), purpose: line(10, 500, 'Tulis untuk apa dipakai kali ini, paling sedikit 10 huruf'), want: z.enum(wants, 'Pilih bentuknya') }),
  async load(context) {
    const { db, who, query, government } = context
    const found = await usable(context)
    const use = query.pakai ? await freshUse(db, query.pakai, who.account!.id, fresh) : null
    const part = use?.what === 'look' && use.accessId === found.access.id ? found.tables.find(({ resource }) => resource.id === use.detail) : undefined
    if (!use || !part) return { ...found, shown: null }
    const rows = await rowsGiven(context, part, found.access, { words: query.q?.trim(), limit: pageRows, offset: (query.hal - 1) * pageRows }, who.account!.id)
    // Every further question under the same purpose is a use of its own.
    if (query.q || query.hal > 1) {
      await db.transaction().execute(async tx => {
        await insertUse(tx, { accessId: found.access.id, accountId: who.account!.id, unitId: found.access.unitId, what: 'look', purpose: use.purpose, detail: `${part.resource.id} ${query.q ?? ''} ${query.hal}`.trim(), rows: rows.rows.length })
        await appendAudit(tx, { action: 'data-requests.use', accountId: who.account!.id, path: `/kerja/permintaan-data/${found.id}/data`, record: ['data-access', found.access.id], after: { rows: rows.rows.length, government: government.slug } })
      })
    }
    return { ...found, shown: { part, ...rows } }
  },
  fill: ({ tables }) => ({ table: tables[0]?.resource.id, want: 'look' }),
  view({ data: { access, tables, code, id, shown }, query, fields, request }) {
    const sampled = access.degree === 'sample'
    return (
      <WorkLayout title={t('Pakai data')} lead={t('{degree}, sampai {date}.', { degree: t(degreeWords[access.degree]), date: longDate(access.until) })} breadcrumbs={[{ label: t('Permintaan data'), href: '/kerja/permintaan-data' }, { label: code, href: `/kerja/permintaan-data/${id}` }]}>
        {shown && (
          <Section title={`${shown.part.resource.name}, ${shown.part.release.period}`}>
            {sampled ? <Notice><p>{t('Contoh: tulisan, nomor, dan tanggal disamarkan.')}</p></Notice> : <FilterBar search={{ label: t('Cari dalam data'), value: query.q }} keep={{ pakai: query.pakai }} />}
            {shown.rows.length > 0
              // What is masked is no number and no day any more.
              ? <RowTable caption={shown.part.resource.name} columns={sampled ? shown.columns.map(column => ({ ...column, type: 'text' as const })) : shown.columns} answer={shown} />
              : <EmptyState title={t('Tidak ada baris yang cocok')}>{t('Cari dengan kata lain.')}</EmptyState>}
            <Pager newer={query.hal > 1 ? addressWith(request.url, { hal: query.hal > 2 ? String(query.hal - 1) : null }) : null} older={shown.total > query.hal * pageRows ? addressWith(request.url, { hal: String(query.hal + 1) }) : null} labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} />
          </Section>
        )}
        <Section title={shown ? t('Pemakaian lain') : t('Untuk apa kali ini')}>
          {tables.length > 0 ? (
            <Form fields={fields} submit={t('Lanjutkan')}>
              <SelectField field={fields('table')} label={t('Tabel')} required options={tables.map(({ resource, release }) => ({ value: resource.id, label: `${resource.name}, ${release.period}` }))} />
              <TextField field={fields('purpose')} label={t('Keperluan')} hint={t('Dibaca pemegang data di buku pemakaian.')} required maxlength={500} />
              <RadioField field={fields('want')} label={t('Bentuk')} required options={wants.filter(want => !sampled || want === 'look' || want === 'csv').map(value => ({ value, label: t(wantWords[value]) }))} />
            </Form>
          ) : <EmptyState title={t('Belum ada isi')}>{t('Pemegang data belum menayangkan rilis yang berisi tabel.')}</EmptyState>}
        </Section>
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, input, who, note } = context
    const { access, tables, id } = await usable({ ...context, db: tx })
    const part = tables.find(({ resource }) => resource.id === input.table)
    if (!part) throw new NotFound()
    const what = input.want === 'look' ? 'look' : 'download'
    const use = await insertUse(tx, { accessId: access.id, accountId: who.account!.id, unitId: access.unitId, what, purpose: input.purpose, detail: what === 'look' ? part.resource.id : `${part.resource.id}.${input.want}`, rows: access.degree === 'full' ? part.resource.table.rows : null })
    note({ record: ['data-access', access.id], after: { use, what: input.want, table: part.resource.id, purpose: input.purpose } })
    return goto(what === 'look' ? `/kerja/permintaan-data/${id}/data?pakai=${use}` : `/kerja/permintaan-data/${id}/berkas/${use}`)
  },
})

/** The file a use is about; it is fetched by whoever said what it is for, within the hour, as long as the access stands. */
export const dataFile = resource({
  path: '/kerja/permintaan-data/:id/berkas/:use',
  may: 'data-requests.use',
  async load(context) {
    const { db, who, params, ask } = context
    const { access, tables } = await usable(context)
    const use = await freshUse(db, params.use!, who.account!.id, fresh)
    const [id, format] = (use?.detail ?? '').split('.')
    const part = tables.find(({ resource }) => resource.id === id)
    const dataset = await ask(catalogue).byId(db, access.datasetId)
    if (!use || use.what !== 'download' || use.accessId !== access.id || !part || !dataset || !wants.some(want => want === format)) throw new NotFound()
    return fileGiven(context, dataset, part, access, format as 'csv', who.account!.id)
  },
})

/** What a citizen was given, by their link. */
export const citizenFile = resource({
  path: '/data/permintaan/milik/:token/berkas/:resource',
  may: 'public',
  async load(context) {
    const { db, hands, params, ask, request } = context
    const citizen = await byToken(db, hands.secret, params.token!)
    const today = todayOf(context)
    const access = citizen?.confirmedAt ? (await accessesOf(db, citizen.requestId)).find(one => one.unitId === null && holdsRows(one) && stands(one, today)) : undefined
    const dataset = access ? await ask(catalogue).byId(db, access.datasetId) : null
    const part = access && (await tablesOf(context, access.datasetId)).find(({ resource }) => resource.id === params.resource)
    if (!access || !dataset || !part) throw new NotFound()
    const file = await fileGiven(context, dataset, part, access, 'csv', request.ip)
    await db.transaction().execute(async tx => {
      await insertUse(tx, { accessId: access.id, accountId: null, unitId: null, what: 'download', purpose: 'Keperluan dalam permintaan', detail: `${part.resource.id}.csv`, rows: access.degree === 'full' ? part.resource.table.rows : null })
      await appendAudit(tx, { action: 'public', accountId: null, path: '/data/permintaan/milik/:token/berkas/:resource', record: ['data-access', access.id], after: { downloaded: part.resource.id } })
    })
    return file
  },
})

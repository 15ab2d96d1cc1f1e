import { z } from 'zod'
import { day } from '#platform/forms/inputs.ts'
import { t } from '#platform/i18n/locale.ts'
import { todayOf } from '#platform/time/zone.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { DataTable, DateField, DateTime, FileField, Form, Section, StateBadge, WorkLayout } from '#ui/index.ts'
import { deliveryWords, lists } from '#modules/reconciliation/contract.ts'
import { addressOf } from '../address.ts'
import { deliveriesOf, insertDelivery } from '../store.ts'
import { deliveryJob } from '../work.ts'

/** Bytes of an upload. */
const largest = 50_000_000

async function sourceHere(context: Pick<Context, 'db' | 'who' | 'params' | 'ask'>) {
  const { comparison, sources } = await context.ask(lists).here(context)
  const source = sources.find(({ id }) => id === context.params.source)
  if (!source) throw new NotFound()
  if (!context.ask(lists).mayBring(context.who, comparison, source)) throw new Refused('Berkas sumber ini dibawa masuk oleh pengelola rekonsiliasi atau unit penyimpannya.')
  return { comparison, source }
}

/** Takes a file of a source; what is in it is looked at by a job. */
export const uploadPage = page({
  path: '/kerja/rekonsiliasi/:id/sumber/:source',
  may: 'reconciliation.see',
  form: z.object({ as_of: day('Isi tanggal keadaan datanya') }),
  files: { berkas: { max: largest, accept: 'sheet' } },
  async load(context) {
    const { comparison, source } = await sourceHere(context)
    return { comparison, source, deliveries: await deliveriesOf(context.db, [source.id], 20), today: todayOf(context) }
  },
  fill: ({ today }) => ({ as_of: today }),
  view: ({ data: { comparison, source, deliveries }, fields, kept }) => (
    <WorkLayout title={t('Bawa masuk {source}', { source: source.label })} lead={source.system} width="text" breadcrumbs={[{ label: t('Rekonsiliasi'), href: '/kerja/rekonsiliasi' }, { label: comparison.title, href: addressOf(comparison) }]}>
      <Form fields={fields} multipart submit={t('Unggah dan lihat dahulu')}>
        <FileField field={fields('berkas')} label={t('Lembar kerja')} required accept=".xlsx,.csv" kept={kept.berkas?.map(file => ({ id: file.id, name: file.name, size: file.bytes }))}
          hint={t('Seluruh daftar, Excel (.xlsx) atau CSV, paling banyak 50 MB. Berkas ini menggantikan versi sebelumnya; keputusan yang dasarnya tetap tidak berubah.')} />
        <DateField field={fields('as_of')} label={t('Keadaan data per tanggal')} required />
      </Form>
      {deliveries.length > 0 && (
        <Section title={t('Yang terakhir diunggah')}>
          <DataTable caption={t('Yang terakhir diunggah')} rows={deliveries} rowKey={one => one.id} columns={[
            { label: t('Berkas'), main: true, cell: one => <a href={`${addressOf(comparison)}/berkas/${one.id}`}>{one.fileName}</a> },
            { label: t('Keadaan'), cell: one => <StateBadge state={one.state} states={deliveryWords} /> },
            { label: t('Diunggah'), cell: one => <DateTime at={one.createdAt} as="full" /> },
          ]} />
        </Section>
      )}
    </WorkLayout>
  ),
  async act(context) {
    const { tx, who, input, files, hands, note } = context
    const { comparison, source } = await sourceHere({ ...context, db: tx })
    const file = files.berkas?.[0]
    if (!file) throw new Problem('berkas', 'Pilih lembar kerja.')
    if (input.as_of > todayOf(context)) throw new Problem('as_of', 'Tanggal ini belum tiba.')
    const delivery = await insertDelivery(tx, source.id, file, input.as_of, who.account!.id)
    await hands.jobs.enqueue(tx, deliveryJob.name, hands.governmentId, { delivery })
    note({ record: ['reconciliation-source', source.id], after: { file: file.name } })
    return goto(`${addressOf(comparison)}/berkas/${delivery}?tunggu=ya`)
  },
})

import { z } from 'zod'
import type { Cell } from '#platform/columnar/query.ts'
import { fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { catalogue, type Release, type Resource } from '#modules/datasets/contract.ts'
import { DataTable, EmptyState, FactList, Form, PublicLayout, RowTable, Section, SelectField } from '#ui/index.ts'

const words = (cell: Cell) => (cell === null ? '–' : typeof cell === 'number' ? number(cell) : String(cell))
const nameOf = (release: Release) => (release.version > 1 ? t('{period}, koreksi {n}', { period: periodWords(release.period), n: release.version - 1 }) : periodWords(release.period))
const tableOf = (resources: readonly Resource[] | undefined) => resources?.flatMap(one => (one.kind === 'table' ? [one.table] : []))[0]

/** Two releases of a dataset side by side: which rows and columns came, went and changed. */
export const comparePage = page({
  path: '/data/:slug/banding',
  may: 'public',
  query: z.object({ dari: z.uuid().optional().catch(undefined), ke: z.uuid().optional().catch(undefined) }),
  async load({ db, params, query, ask, hands, government, request }) {
    const dataset = await ask(catalogue).bySlug(db, params.slug!)
    if (!dataset || dataset.access !== 'open') throw new NotFound()
    const releases = await ask(catalogue).releases(db, dataset.id, 'earlier')
    const after = releases.find(({ id }) => id === query.ke) ?? releases[0]
    const before = releases.find(({ id }) => id === query.dari) ?? releases.find(({ id }) => id !== after?.id)
    if (!before || !after) return { dataset, releases, before, after, comparison: null, columns: [] }
    const resources = await ask(catalogue).resources(db, [before.id, after.id])
    const [old, young] = [tableOf(resources.get(before.id)), tableOf(resources.get(after.id))]
    const comparison = old && young ? await hands.tables.compare(government.id, old, young, dataset.variables.filter(({ key }) => key).map(({ name }) => name), { asker: request.ip }) : null
    return { dataset, releases, before, after, comparison, columns: young?.columns ?? [] }
  },
  shows: ({ government }) => [`datasets:${government.id}`],
  view({ data: { dataset, releases, before, after, comparison, columns } }) {
    const fields = fieldsOf({ dari: before?.id, ke: after?.id })
    const options = releases.map(one => ({ value: one.id, label: nameOf(one) }))
    const title = (name: string) => columns.find(column => column.name === name)?.title ?? name
    const keys = dataset.variables.filter(({ key }) => key)
    return (
      <PublicLayout title={t('Bandingkan rilis')} lead={dataset.title} current="/data" breadcrumbs={[{ label: t('Satu Data'), href: '/data' }, { label: dataset.title, href: `/data/${dataset.slug}` }]}>
        {releases.length < 2 ? <EmptyState title={t('Baru ada satu rilis')}>{t('Perbandingan ada setelah rilis kedua tayang.')}</EmptyState> : (
          <Form method="get" submit={t('Bandingkan')}>
            <SelectField field={fields('dari')} label={t('Dari')} required options={options} />
            <SelectField field={fields('ke')} label={t('Ke')} required options={options} />
          </Form>
        )}
        {comparison && before && after && (
          <>
            <Section title={t('{before} dan {after}', { before: nameOf(before), after: nameOf(after) })}>
              <FactList facts={[
                { label: t('Baris baru'), value: number(comparison.rows.added) },
                { label: t('Baris hilang'), value: number(comparison.rows.removed) },
                { label: t('Baris berubah'), value: comparison.rows.changed !== null && number(comparison.rows.changed) },
                { label: t('Baris sama'), value: comparison.rows.same !== null && number(comparison.rows.same) },
                { label: t('Kolom baru'), value: comparison.columns.added.map(title).join(', ') },
                { label: t('Kolom hilang'), value: comparison.columns.removed.join(', ') },
                { label: t('Kolom berubah jenis'), value: comparison.columns.retyped.map(title).join(', ') },
              ]} />
            </Section>
            {comparison.changes.length > 0 && (
              <Section title={t('Yang berubah menurut kolom')}>
                <DataTable caption={t('Yang berubah menurut kolom')} rows={comparison.changes} rowKey={one => one.column} columns={[{ label: t('Kolom'), main: true, cell: one => title(one.column) }, { label: t('Baris berubah'), numeric: true, cell: one => number(one.rows) }]} />
              </Section>
            )}
            {comparison.sample.changed.length > 0 && (
              <Section title={t('Contoh baris yang berubah')}>
                <DataTable caption={t('Contoh baris yang berubah')} rows={comparison.sample.changed.flatMap(row => row.cells.map(cell => ({ ...cell, key: row.key })))} columns={[
                  { label: keys.map(one => one.title).join(', ') || t('Baris'), main: true, cell: one => one.key.map(words).join(', ') },
                  { label: t('Kolom'), cell: one => title(one.column) },
                  { label: nameOf(before), numeric: true, cell: one => words(one.before) },
                  { label: nameOf(after), numeric: true, cell: one => words(one.after) },
                ]} />
              </Section>
            )}
            {comparison.sample.added.length > 0 && <Section title={t('Contoh baris baru')}><RowTable caption={t('Contoh baris baru')} columns={columns} answer={{ columns: comparison.sample.columns.map(name => ({ name, type: 'text' })), rows: comparison.sample.added }} /></Section>}
            {comparison.sample.removed.length > 0 && <Section title={t('Contoh baris hilang')}><RowTable caption={t('Contoh baris hilang')} columns={columns} answer={{ columns: comparison.sample.columns.map(name => ({ name, type: 'text' })), rows: comparison.sample.removed }} /></Section>}
          </>
        )}
      </PublicLayout>
    )
  },
})

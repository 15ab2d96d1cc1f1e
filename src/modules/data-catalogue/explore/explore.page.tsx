import type { Column } from '#platform/columnar/table.ts'
import { type Fields, fieldsOf } from '#platform/forms/fields.ts'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { page } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { Actions, ButtonLink, CodeBlock, Disclosure, EmptyState, FilterBar, Notice, Pager, PublicLayout, RowTable, RowsField, Section, SelectField, ViewChart, addressWith } from '#ui/index.ts'
import { chartPictures } from '../chart/chart.ts'
import { regionNames, tableHere } from '../parts/here.ts'
import { chartWords, comparisonWords, measureChoice, measuredColumn, viewTitle } from '../parts/words.ts'
import { charts, comparisons, isNumber, measures, mostConditions, mostGroups, pageSize, viewOf, viewQuery, type Comparison, type MeasureName } from '../view.ts'

/** Groups, measure and picture: what makes a table into an answer. */
function Summary({ fields, columns, map }: { fields: Fields; columns: readonly Column[]; map: boolean }) {
  const groupable = columns.filter(({ type }) => type !== 'geometry').map(({ name, title }) => ({ value: name, label: title }))
  const measurable = [{ value: 'banyak', label: t('Banyaknya baris') }, ...columns.filter(isNumber).flatMap(({ name, title }) => (Object.keys(measures) as MeasureName[]).filter(measure => measure !== 'berbeda').map(measure => ({ value: `${measure}:${name}`, label: measureChoice(measure, title) })))]
  return (
    <>
      <SelectField field={fields('kel')} label={t('Kelompokkan menurut')} empty={t('Jangan dikelompokkan')} options={groupable} />
      <SelectField field={fields('kel2')} label={t('dan menurut')} empty={t('Tidak ada')} options={groupable} />
      <SelectField field={fields('ukur')} label={t('Yang dihitung')} empty={t('Banyaknya baris')} options={measurable.slice(1)} />
      <SelectField field={fields('bagan')} label={t('Bagan')} empty={t('Yang cocok')} options={charts.filter(kind => map || kind !== 'peta').map(value => ({ value, label: t(chartWords[value]) }))} />
    </>
  )
}

function Conditions({ fields, columns }: { fields: Fields; columns: readonly Column[] }) {
  const names = [{ value: '', label: t('Tidak disaring') }, ...columns.filter(({ type }) => type !== 'geometry').map(({ name, title }) => ({ value: name, label: title }))]
  const ways = (Object.keys(comparisons) as Comparison[]).map(value => ({ value, label: t(comparisonWords[value]) }))
  return (
    <RowsField field={fields('saring')} label={t('Hanya baris yang')} count={mostConditions} cell={(row, key) => fields(`${key}${row + 1}`)}
      columns={[{ key: 'k', label: t('Kolom'), options: names }, { key: 'o', label: t('Perbandingan'), options: ways }, { key: 'v', label: t('Nilai') }]} />
  )
}

/** Any table of the catalogue, to look through, sum up and draw; the address is the view. */
export const explorePage = page({
  path: '/data/:slug/jelajah/:resource',
  may: 'public',
  query: viewQuery,
  async load(context) {
    const { query, hands, government, request, ask } = context
    const here = await tableHere(context)
    const view = viewOf(query, here.columns)
    const [answer, units, ...names] = await Promise.all([
      hands.tables.query(government.id, here.resource.table, view.query, { asker: request.ip }), ask(unitDirectory).of(government.id),
      ...here.columns.filter(({ type }) => type === 'region').map(async column => [column.name, await regionNames(context, column)] as const),
    ])
    return { ...here, view, answer, unit: units.byId(here.dataset.unitId), names: new Map(names) }
  },
  shows: ({ government }) => [`datasets:${government.id}`],
  view({ data: { dataset, release, resource, columns, view, answer, unit, names }, query, request }) {
    const fields = fieldsOf({ ...query, urut: query.urut })
    const { grouped, chart } = view
    const here = `/data/${dataset.slug}/jelajah/${resource.id}`
    const search = new URL(request.url, 'http://pendopo').search
    const permanent = `${request.origin}${here}${search}`
    const picture = chart && `${here}/bagan.svg${search}`
    const title = `${dataset.title}, ${periodWords(release.period)}`
    const summed = viewTitle(view)
    const active = [
      ...view.conditions.map(({ column, is, value }, i) => ({ name: `k${i + 1}`, label: `${column.title} ${t(comparisonWords[is])}${value === null ? '' : ` ${value}`}` })),
      ...(grouped ? [{ name: 'kel', label: t('menurut {by}', { by: grouped.by.map(column => column.title).join(', ') }) }] : []),
    ]
    const sort = query.urut ?? (view.query.sort?.[0] ? `${view.query.sort[0].down ? '-' : ''}${view.query.sort[0].column}` : '')
    const shownGroups = grouped && answer.total > mostGroups
    const download = (format: string) => addressWith(`${here}/unduh.${format}${search}`, { hal: null, bagan: null })
    return (
      <PublicLayout title={summed ?? dataset.title} lead={summed ? title : `${resource.name}. ${periodWords(release.period)}, ${unit?.name ?? ''}`} current="/data" canonical={`${request.origin}${here}`}
        breadcrumbs={[{ label: t('Satu Data'), href: '/data' }, { label: dataset.title, href: `/data/${dataset.slug}` }]}>
        <FilterBar search={{ label: t('Cari dalam tabel'), value: query.q }} active={active} keep={{ urut: query.urut }} more={t('Saring dan ringkas')} open={view.ignored.length > 0}>
          <Summary fields={fields} columns={columns} map={columns.some(({ type }) => type === 'region' || type === 'geometry')} />
          <Conditions fields={fields} columns={columns} />
        </FilterBar>
        {view.ignored.length > 0 && <Notice tone="warn"><p>{t('Tidak dipakai karena tidak cocok dengan kolomnya: {what}.', { what: view.ignored.join(', ') })}</p></Notice>}
        {picture && <ViewChart pictures={chartPictures(picture)} alt={t('Bagan: {what}. Angkanya ada dalam tabel di bawah.', { what: summed ?? dataset.title })} caption={`${title}. ${unit?.name ?? ''}`} />}
        {answer.rows.length === 0 ? <EmptyState title={t('Tidak ada baris yang cocok')} action={<ButtonLink kind="quiet" href={here}>{t('Lihat semua baris')}</ButtonLink>}>{t('Kurangi saringan, atau cari dengan kata lain.')}</EmptyState> : (
          <>
            <p class="muted">
              {grouped ? t('{n, plural, one {# kelompok} other {# kelompok}}', { n: answer.total }) : t('Baris {from} sampai {to} dari {of}', { from: number((query.hal - 1) * pageSize + 1), to: number(Math.min(query.hal * pageSize, answer.total)), of: number(answer.total) })}
              {shownGroups && <> {t('{n} yang pertama ditampilkan; unduh untuk semuanya.', { n: number(mostGroups) })}</>}
            </p>
            <RowTable caption={summed ?? dataset.title} columns={[...columns, ...measuredColumn(view)]} answer={answer} sort={sort} name={(cell, column) => (names.get(column.name) && grouped ? names.get(column.name)!(cell) : cell)} />
            {!grouped && <Pager newer={query.hal > 1 ? addressWith(request.url, { hal: query.hal > 2 ? String(query.hal - 1) : null }) : null} older={answer.total > query.hal * pageSize ? addressWith(request.url, { hal: String(query.hal + 1) }) : null} labels={{ newer: t('Sebelumnya'), older: t('Berikutnya') }} />}
          </>
        )}
        <Section title={t('Ambil')}>
          <Actions>
            <ButtonLink download href={download('csv')}>CSV</ButtonLink>
            <ButtonLink kind="quiet" download href={download('xlsx')}>XLSX</ButtonLink>
            <ButtonLink kind="quiet" download href={download('json')}>JSON</ButtonLink>
            <ButtonLink kind="quiet" download href={download('parquet')}>Parquet</ButtonLink>
            <ButtonLink kind="quiet" href={`/data/${dataset.slug}/banding`}>{t('Bandingkan rilis')}</ButtonLink>
          </Actions>
          <Disclosure title={t('Pakai di tempat lain')}>
            <p>{t('Alamat tetap tampilan ini:')}</p>
            <CodeBlock label={t('Alamat tetap tampilan ini:')}>{permanent}</CodeBlock>
            {picture && (
              <>
                <p>{t('Sematkan bagannya di situs lain:')}</p>
                <CodeBlock label={t('Sematkan bagannya di situs lain:')}>{`<a href="${escaped(permanent)}"><img src="${escaped(request.origin + picture)}" alt="${escaped(summed ?? dataset.title)}" width="800" height="420"></a>`}</CodeBlock>
              </>
            )}
          </Disclosure>
        </Section>
      </PublicLayout>
    )
  },
})

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

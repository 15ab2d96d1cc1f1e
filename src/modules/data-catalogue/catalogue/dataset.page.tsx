import { z } from 'zod'
import { longDate } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { toHtml } from '#platform/text/markdown.ts'
import { todayOf } from '#platform/time/zone.ts'
import { page } from '#platform/web/page.ts'
import { NotFound } from '#platform/web/problems.ts'
import { standards } from '#modules/standards/contract.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { ButtonLink, Columns, DataQuality, DateTime, Disclosure, EmptyState, FactList, NameList, NewestTable, Notice, Prose, PublicLayout, RowTable, Section, StateBadge } from '#ui/index.ts'
import { accessHints, accessWords, catalogue, rhythms, type Dataset } from '#modules/datasets/contract.ts'
import { inRdf } from '../parts/forms.ts'
import { periodWords } from '#platform/i18n/period.ts'
import { ResourceList } from '../parts/resources.tsx'
import { VariableTable } from '../parts/variables.tsx'
import { storiesOf } from '../stories/stories.ts'
import { SchemaOrg } from './schema-org.tsx'

/** Rows shown before anybody explores. */
const sampleRows = 8

/** One dataset: what it is, what it holds, how good it is, how to take it. */
export const datasetPage = page({
  path: '/data/:slug',
  may: 'public',
  also: ({ params }) => inRdf(`/data/${params.slug}`),
  query: z.object({ rilis: z.string().max(12).optional() }),
  async load(context) {
    const { db, params, query, ask, government, hands } = context
    const dataset = await ask(catalogue).bySlug(db, params.slug!)
    if (!dataset) throw new NotFound()
    const today = todayOf(context)
    const [units, releases, themes, licences, concepts] = await Promise.all([
      ask(unitDirectory).of(government.id), ask(catalogue).releases(db, dataset.id), ask(catalogue).themes(db, today), ask(catalogue).licences(db, today),
      ask(standards).concepts(db, dataset.variables.flatMap(one => one.conceptId ?? [])),
    ])
    const release = query.rilis ? releases.find(one => one.period === query.rilis) : (releases.find(one => one.id === dataset.releaseId) ?? null)
    if (release === undefined) throw new NotFound()
    const resources = release ? ((await ask(catalogue).resources(db, [release.id])).get(release.id) ?? []) : []
    const first = dataset.access === 'open' ? resources.find(one => one.kind === 'table') : undefined
    const stories = dataset.access === 'open' && release ? (await storiesOf(context)).filter(one => one.datasets.has(dataset.slug)) : []
    const sample = first?.kind === 'table' ? { table: first.table, ...(await hands.tables.query(government.id, first.table, { limit: sampleRows }, { asker: context.request.ip })) } : null
    return { sample, stories, told: ask(catalogue).told(dataset), dataset, release, releases, resources, concepts, unit: units.byId(dataset.unitId), theme: themes.find(one => one.code === dataset.theme), licence: licences.find(one => one.code === dataset.licence), today }
  },
  shows: ({ government }, { dataset }) => [`dataset:${dataset.id}`, `units:${government.id}`, `pages-of:${government.id}`, `sites:${government.id}`, 'day'],
  view({ data, government, place, request }) {
    const { sample, stories, told, dataset, release, releases, resources, concepts, unit, theme, licence, today } = data
    const open = dataset.access === 'open'
    const late = dataset.dueOn !== null && dataset.dueOn < today
    return (
      <PublicLayout title={dataset.title} description={dataset.summary.slice(0, 160)} current="/data" breadcrumbs={[{ label: t('Satu Data'), href: '/data' }]}
        head={(
          <>
            <link rel="describedby" type="text/turtle" href={`/data/${dataset.slug}.ttl`} />
            <SchemaOrg {...{ dataset, release, resources, unit, licence }} origin={place.portal || request.origin} catalogueName={`Satu Data ${government.name}`} />
          </>
        )}>
        <p class="meta">
          <span class="kind">{theme?.name ?? dataset.theme}</span> <span>{unit?.name}</span> {release?.publishedAt && <DateTime at={release.publishedAt} />}
        </p>
        <Prose html={toHtml(dataset.summary)} />
        {!open && <AccessNotice dataset={dataset} />}
        {dataset.originGoneAt && <Notice tone="warn"><p>{t('Portal asalnya tidak menampilkan data ini lagi.')} <DateTime at={dataset.originGoneAt} /></p></Notice>}
        {late && <Notice tone="warn"><p>{t('Rilis berikutnya seharusnya terbit {date}.', { date: longDate(dataset.dueOn!) })}</p></Notice>}
        <Columns aside={(
          <>
            {release?.quality && <DataQuality quality={release.quality} />}
            <Section title={t('Keterangan')}>
              <FactList facts={[
                { label: t('Produsen data'), value: unit && (unit.channel ? <a href={`/kanal/${unit.slug}`}>{unit.name}</a> : unit.name) },
                { label: t('Akses'), value: <StateBadge state={dataset.access} states={accessWords} /> },
                { label: t('Jadwal pembaruan'), value: t(rhythms[dataset.every]) },
                { label: t('Rilis berikutnya'), value: dataset.dueOn && longDate(dataset.dueOn) },
                { label: t('Cakupan'), value: dataset.coverage },
                { label: t('Dasar hukum'), value: dataset.legalBasis },
                { label: t('Lisensi'), value: licence && (licence.url ? <a href={licence.url} rel="license">{licence.name}</a> : licence.name) },
                { label: t('Kontak'), value: dataset.contact ?? unit?.email },
                { label: t('Kata kunci'), value: dataset.tags.length > 0 && dataset.tags.map(tag => <span key={tag}><a href={`/data?tagar=${encodeURIComponent(tag)}`}>#{tag}</a> </span>) },
                { label: t('Dihasilkan sistem'), value: dataset.origin === 'module' && t('Langsung dari pekerjaan sehari-hari di portal ini, tanpa disalin.') },
                { label: t('Asal'), value: dataset.originUrl && <a href={dataset.originUrl}>{new URL(dataset.originUrl).host}</a> },
              ]} />
            </Section>
          </>
        )}>
          {release ? (
            <Section title={t('Rilis {period}', { period: periodWords(release.period) })}>
              {release.note && <p>{release.note}</p>}
              <ResourceList resources={resources} slug={dataset.slug} open={open} />
              {!open && dataset.access === 'limited' && <ButtonLink href={`/data/permintaan/baru?data=${dataset.slug}`}>{t('Minta data ini')}</ButtonLink>}
            </Section>
          ) : (
            <EmptyState title={t('Belum ada rilis')}>{dataset.dueOn ? t('Rilis pertama dijadwalkan sampai {date}.', { date: longDate(dataset.dueOn) }) : t('Produsen data belum menayangkan isinya.')}</EmptyState>
          )}
          {sample && sample.rows.length > 0 && (
            <Section title={t('Contoh isi')}>
              {sample.total > sample.rows.length && <p class="muted">{t('{n} baris pertama dari {of}.', { n: sample.rows.length, of: sample.total })}</p>}
              <RowTable caption={t('Contoh isi')} columns={sample.table.columns} answer={sample} />
            </Section>
          )}
          {stories.length > 0 && <Section title={t('Dipakai dalam kisah')} link={{ href: '/data/kisah', label: t('Kisah data') }}><NameList items={stories.map(({ href, title, unit }) => ({ label: title, href, note: unit }))} /></Section>}
          {dataset.variables.length > 0 && <Section title={t('Arti setiap kolom')}><VariableTable variables={dataset.variables} concepts={concepts} /></Section>}
          <Answers title={t('Metadata kegiatan statistik')} answers={told.activity} />
          <Answers title={t('Metadata indikator')} answers={told.indicator} />
          {releases.length > 1 && (
            <Section title={t('Semua rilis')}>
              <NewestTable caption={t('Semua rilis')} rows={releases} rowKey={one => one.id} columns={[
                { label: t('Periode'), main: true, cell: one => <a href={`/data/${dataset.slug}?rilis=${one.period}`} aria-current={one.id === release?.id ? 'true' : undefined}>{periodWords(one.period)}</a> },
                { label: t('Ditayangkan'), cell: one => one.publishedAt && <DateTime at={one.publishedAt} /> },
                { label: t('Baris'), numeric: true, cell: one => one.rows },
                { label: t('Mutu'), numeric: true, cell: one => one.quality?.score },
              ]} />
            </Section>
          )}
        </Columns>
      </PublicLayout>
    )
  },
})

const AccessNotice = ({ dataset }: { dataset: Dataset }) => (
  <Notice tone={dataset.access === 'closed' ? 'bad' : 'warn'} title={t(accessWords[dataset.access].label)}>
    <p>{t(accessHints[dataset.access])}</p>
    <p>{dataset.accessReason} <small>{dataset.accessBasis}</small></p>
  </Notice>
)

const Answers = ({ title, answers }: { title: string; answers: readonly { label: string; answer: string }[] }) =>
  answers.length > 0 ? <Disclosure title={title} level={2}><FactList facts={answers.map(({ label, answer }) => ({ label: t(label), value: answer }))} /></Disclosure> : null

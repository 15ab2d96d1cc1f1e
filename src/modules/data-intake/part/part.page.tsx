import { z } from 'zod'
import { number } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { goto, page, type Context } from '#platform/web/page.ts'
import { NotFound, Refused } from '#platform/web/problems.ts'
import { entryMaking, releaseMaking } from '#modules/datasets/contract.ts'
import { Button, DataTable, FactList, FilterBar, Form, RowTable, Section, addressWith, WorkLayout } from '#ui/index.ts'
import { releaseCrumbs } from '../parts/frame.tsx'
import { typeWords } from '../parts/words.ts'

/** Rows that are shown, and columns side by side. */
const shown = { rows: 20, columns: 10 }

const query = z.object({ kolom: z.coerce.number().int().min(1).max(1000).catch(1).default(1) })
type Query = z.output<typeof query>

/** Whether the person may still change what the release holds. */
const mayFill = (context: Pick<Context, 'db' | 'who' | 'ask'>, releaseId: string): Promise<boolean> =>
  context.ask(releaseMaking).fillable(context, releaseId).then(() => true, (error: unknown) => {
    if (error instanceof Refused || error instanceof NotFound) return false
    throw error
  })

/** One part of a release for those who work on it: what its columns are, its first rows, and taking it out. */
export const partPage = page({
  path: '/kerja/data/isi/:id',
  may: 'datasets.read',
  query,
  form: z.object({ step: z.literal('detach', 'Pilih langkah') }),
  async load(context: Context<Query>) {
    const part = await context.ask(entryMaking).part(context, context.params.id!)
    if (!part) throw new NotFound()
    const { resource } = part
    const columns = resource.kind === 'table' ? resource.table.columns : []
    const parts = Math.max(1, Math.ceil(columns.length / shown.columns))
    const at = Math.min(context.query.kolom, parts)
    const here = columns.slice((at - 1) * shown.columns, at * shown.columns)
    const answer = resource.kind === 'table' ? await context.hands.tables.query(context.government.id, resource.table, { columns: here.map(({ name }) => name), limit: shown.rows }, { asker: context.who.account!.id }) : null
    return { ...part, columns, parts, at, here, answer, may: await mayFill(context, part.release.id) }
  },
  view({ data: { dataset, release, resource, columns, parts, at, here, answer, may }, fields, request }) {
    return (
      <WorkLayout title={resource.name} lead={resource.description ?? dataset.title} breadcrumbs={releaseCrumbs(dataset, release, resource.name)}>
        {answer && <FactList facts={[{ label: t('Baris'), value: number(answer.total) }, { label: t('Kolom'), value: number(columns.length) }]} />}
        {answer && (
          <Section title={t('Baris pertama')}>
            {parts > 1 && <FilterBar quick={Array.from({ length: parts }, (_, i) => ({ label: t('Kolom {from}–{to}', { from: i * shown.columns + 1, to: Math.min((i + 1) * shown.columns, columns.length) }), href: addressWith(request.url, { kolom: String(i + 1) }), current: i + 1 === at }))} />}
            <RowTable caption={t('Baris pertama')} columns={here} answer={answer} />
          </Section>
        )}
        {columns.length > 0 && (
          <Section title={t('Kolom')}>
            <DataTable caption={t('Arti setiap kolom')} rows={columns.slice(0, 500)} rowKey={one => one.name} columns={[
              { label: t('Kolom'), main: true, cell: one => <>{one.title} <small><code>{one.name}</code></small></> },
              { label: t('Jenis isian'), cell: one => t(typeWords[one.type]) },
              { label: t('Satuan'), cell: one => one.unit },
              { label: t('Penjelasan'), cell: one => one.description },
            ]} />
          </Section>
        )}
        {may && <Form fields={fields} actions={<Button kind="danger" name="step" value="detach">{t('Keluarkan dari rilis')}</Button>} />}
      </WorkLayout>
    )
  },
  async act(context) {
    const { tx, params, ask, note } = context
    const part = await ask(entryMaking).part(context, params.id!)
    if (!part) throw new NotFound()
    await ask(releaseMaking).detach(tx, context, part.resource.id)
    note({ record: ['resource', part.resource.id], before: { release: part.release.id, name: part.resource.name } })
    return goto(`/kerja/data/rilis/${part.release.id}`, 'Dikeluarkan dari rilis. Data yang sudah terbit tidak berubah.')
  },
})

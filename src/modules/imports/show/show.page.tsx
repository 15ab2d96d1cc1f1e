import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { inReadersLanguage, t } from '#platform/i18n/locale.ts'
import { goto, page, type ActContext, type Context, type Goto } from '#platform/web/page.ts'
import { NotFound, Problem, Refused } from '#platform/web/problems.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { siteDirectory } from '#modules/sites/contract.ts'
import { Actions, addressWith, ButtonLink, ErrorSummary, FilterBar, Pager, Section, WorkLayout } from '#ui/index.ts'
import { bringJob, readJob } from '../bring/jobs.ts'
import type { Action, Choices, Run, RunState } from '../import-run.ts'
import { ItemTable } from '../parts/item-table.tsx'
import { RunProgress } from '../parts/progress.tsx'
import { kindWords } from '../parts/words.ts'
import { mayBringPages, mayImport, mayOpenSite } from '../policy.ts'
import { deleteRun, itemsOf, runWithin, updateRun } from '../store.ts'
import { Decision } from './decision.tsx'
import { Outcome } from './outcome.tsx'

const views = { masuk: ['create', 'update', 'keep'], sama: ['unchanged'], tidak: ['skip'] } as const satisfies Record<string, readonly Action[]>

const query = z.object({ daftar: z.enum(['semua', 'masuk', 'sama', 'tidak']).default('semua'), setelah: z.string().max(12).optional(), tunggu: z.string().max(4).optional() })
type Query = z.output<typeof query>

const form = z.looseObject({ langkah: z.enum(['hitung', 'bawa', 'baca', 'buang'], 'Pilih langkah'), terbit: z.string().optional(), ambil: z.string().optional(), situs: z.string().optional() })

const underWay: readonly RunState[] = ['reading', 'bringing', 'undoing']

/** Whoever came straight from a form, or asked to wait, sees the end of short work at once. */
async function runFor({ db, who, params, query }: Context<Query>): Promise<Run> {
  for (let tries = query.tunggu ? 12 : 0; ; tries--) {
    const run = await runWithin(db, who.reach('imports.run'), params.run!)
    if (!run) throw new NotFound()
    if (tries <= 0 || !underWay.includes(run.state)) return run
    await pause(250)
  }
}

/** One import: what would come of it, how far it is, what came of it. */
export const showPage = page({
  path: '/kerja/impor/:run',
  may: 'imports.run',
  query,
  form,
  async load(context) {
    const { db, ask, government, query } = context
    const run = await runFor(context)
    const [units, items, sites] = await Promise.all([
      ask(unitDirectory).of(government.id),
      itemsOf(db, run.id, { actions: query.daftar === 'semua' ? undefined : views[query.daftar], after: query.setelah, limit: 100 }),
      // Only what brings pages has to do with sites.
      Object.keys(run.counts.pages ?? {}).length > 0 ? ask(siteDirectory).of(government.id) : null,
    ])
    return { run, unit: units.byId(run.unitId), items, site: sites?.byUnit(run.unitId) }
  },
  fill: ({ run }) => ({ ...Object.fromEntries((run.reading.categories ?? []).map(({ slug, kind }) => [`jenis_${slug}`, run.choices.mapping[slug] ?? kind])), terbit: run.choices.publish ? 'on' : '', ambil: run.choices.fetchMedia ? 'on' : '', situs: run.choices.site ? 'on' : '' }),
  view({ data, query, fields, request, who }) {
    const { run, unit, items, site } = data
    const at = (changes: Record<string, string | null>) => addressWith(request.url, { tunggu: null, ...changes })
    const { create = 0, update = 0, keep = 0, unchanged = 0, skip = 0 } = run.counts
    const all: [Query['daftar'], string, number][] = [['semua', t('Semua'), create + update + keep + unchanged + skip], ['masuk', t('Yang masuk'), create + update + keep], ['sama', t('Tidak berubah'), unchanged], ['tidak', t('Tidak dibawa'), skip]]
    const lead = [...new Set([unit?.name, run.reading.site])].filter(Boolean).join(' · ')
    const undo = run.state === 'done' && mayImport(who, run.unitId) && create > 0 && <ButtonLink kind="danger" href={`/kerja/impor/${run.id}/batalkan`}>{t('Batalkan impor')}</ButtonLink>
    const visit = run.state === 'done' && site?.published && <ButtonLink href={inReadersLanguage(`/situs/${site.slug}`)}>{t('Lihat situs')}</ButtonLink>
    return (
      <WorkLayout title={run.name} lead={lead} action={visit || undo ? <Actions>{visit}{undo}</Actions> : null} breadcrumbs={[{ label: t('Impor'), href: '/kerja/impor' }, { label: run.name }]}>
        {run.state !== 'ready' && <ErrorSummary fields={fields} />}
        {underWay.includes(run.state) ? <RunProgress run={run} /> : <Outcome run={run} mayAct={mayImport(who, run.unitId)} />}
        {run.state === 'ready' && mayImport(who, run.unitId) && <Decision run={run} fields={fields} offerSite={!site?.published && mayOpenSite(who, run.unitId)} />}
        {run.kind && run.state !== 'reading' && (
          <Section title={t('Isi')}>
            <FilterBar quick={all.map(([value, label, n]) => ({ label: `${label} (${n})`, href: at({ daftar: value === 'semua' ? null : value }), current: query.daftar === value }))} />
            <ItemTable items={items.items} linked={run.state === 'done' || run.state === 'undone'} />
            <Pager newer={query.setelah ? at({ setelah: null }) : null} older={items.next ? at({ setelah: items.next }) : null} labels={{ newer: t('Ke awal daftar'), older: t('Berikutnya') }} />
          </Section>
        )}
      </WorkLayout>
    )
  },
  act,
})

async function act({ tx, who, input, params, hands, note }: ActContext<Query, z.output<typeof form>>): Promise<Goto> {
  const run = await runWithin(tx, who.reach('imports.run'), params.run!, true)
  if (!run) throw new NotFound()
  if (!mayImport(who, run.unitId)) throw new Refused('Anda belum boleh membawa isi ke kanal ini.')
  if (run.state !== 'ready' && run.state !== 'failed') throw new Problem('', 'Impor ini sudah berjalan. Muat ulang halaman.')
  if (input.langkah === 'buang') {
    await deleteRun(tx, run.id)
    note({ record: ['import', run.id], before: { name: run.name, state: run.state } })
    return goto('/kerja/impor', 'Pratinjau dibuang. Tidak ada yang berubah.')
  }
  const here = `/kerja/impor/${run.id}?tunggu=ya`
  if (run.state === 'failed') {
    const state = run.kind ? 'bringing' : 'reading'
    await updateRun(tx, run.id, { state, failure: null, progress: null, finishedAt: null })
    await hands.jobs.enqueue(tx, run.kind ? bringJob.name : readJob.name, hands.governmentId, { run: run.id })
    note({ record: ['import', run.id], before: { state: run.state }, after: { state } })
    return goto(here)
  }
  const choices: Choices = { mapping: mappingFrom(run, input), publish: Boolean(input.terbit), fetchMedia: Boolean(input.ambil), pages: mayBringPages(who, run.unitId), site: Boolean(input.situs) && mayOpenSite(who, run.unitId) }
  const state = input.langkah === 'bawa' ? 'bringing' : 'reading'
  await updateRun(tx, run.id, { state, choices, progress: null })
  await hands.jobs.enqueue(tx, state === 'bringing' ? bringJob.name : readJob.name, hands.governmentId, { run: run.id })
  note({ record: ['import', run.id], before: { state: run.state, ...run.choices }, after: { state, ...choices } })
  return goto(here)
}

/** What was chosen for each category that the source has. */
function mappingFrom(run: Run, input: Record<string, unknown>): Choices['mapping'] {
  const chosen = (run.reading.categories ?? []).map(({ slug, kind }) => {
    const value = input[`jenis_${slug}`]
    const known = [...(Object.keys(kindWords) as (keyof typeof kindWords)[]), 'tag' as const].find(one => one === value)
    return [slug, known ?? run.choices.mapping[slug] ?? kind] as const
  })
  return { ...run.choices.mapping, ...Object.fromEntries(chosen) }
}

import type { StoredTable } from '#platform/columnar/table.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { regionMatching } from '#modules/code-lists/contract.ts'
import { releaseMaking, type Variable } from '#modules/datasets/contract.ts'
import { withCodes } from '../declare/codes.ts'
import { after, takenIn, violationsLeft, type Declared, type Upload } from '../intake.ts'
import { clear, jobNames } from '../lifecycle.ts'
import { updateUpload, uploadById } from '../store.ts'
import { actingFor, type Acting } from './actor.ts'
import { regionsOf } from './check.ts'
import { tellPerson, working, type At } from './working.ts'

/** Makes the table and puts it into the release, with the rights of whoever asked for it. */
export const keepJob: Job = {
  name: jobNames.keep,
  expires: 3600,
  run: (context, data) =>
    working(context, data, 'keeping', async (at, upload, tell) => {
      const { services, governmentId, db } = at
      const acting = await actingFor(at, upload)
      const kept = keptColumns(upload)
      const table = await keepTable(at, upload, kept, tell)
      try {
        await attach(at, acting, upload, kept, table)
      } catch (error) {
        await services.tables.remove(governmentId, table)
        throw error
      }
      if ((await uploadById(db, upload.id))?.resourceId === null) await services.tables.remove(governmentId, table)
      await tellPerson(at, upload, 'Berkas “{name}” sudah menjadi isi rilis.')
    }),
}

/** What is kept: without what is left out, and masked columns as text. */
function keptColumns({ declared, answers }: Upload): Declared[] {
  const become = (name: string) => answers.personal?.[name]?.answer.become
  return takenIn(declared).filter(({ name }) => become(name) !== 'out').map(one => (become(one.name) === 'mask' ? masked(one) : one))
}

/** Nothing is compared with a masked text. */
const masked = ({ min: _min, max: _max, codes: _codes, codeList: _list, key: _key, required: _required, ...rest }: Declared): Declared => ({ ...rest, type: 'text' })

async function keepTable({ services, governmentId, db }: At, upload: Upload, kept: readonly Declared[], tell: (progress: number) => void): Promise<StoredTable> {
  const { tables } = services
  const { answers } = upload
  const columns = await withCodes(db, services.ask, upload.taken!, kept)
  const regions = Object.fromEntries(Object.entries(answers.regions ?? {}).map(([column, texts]) => [column, Object.fromEntries(Object.entries(texts).flatMap(([text, code]) => (code === null ? [] : [[text, code]])))]))
  // Rows are left out for what is still wrong in the columns that stay.
  if (answers.unfit === 'leave-out') await tables.check(governmentId, upload.taken!, columns, { regions: regionsOf(await services.ask(regionMatching).of(governmentId)), names: regions })
  const asked = Object.entries(answers.personal ?? {}).filter(([, { answer }]) => answer.become === 'mask').map(([column]) => column)
  return tables.keep(governmentId, upload.taken!, columns, { regions, masked: asked, unfit: answers.unfit ?? 'empty' }, { tellProgress: tell })
}

async function attach({ services, governmentId }: At, { who, government, now, dataset, resources }: Acting, upload: Upload, kept: readonly Declared[], table: StoredTable): Promise<void> {
  // A release may have several tables: what the others declare stays.
  const others = new Set(resources.flatMap(one => (one.kind === 'table' ? one.table.columns.map(({ name }) => name) : [])))
  const declared = kept.map(variableOf)
  const variables = [...declared, ...dataset.variables.filter(({ name }) => others.has(name) && !declared.some(one => one.name === name))]
  await services.database.transaction(governmentId, async tx => {
    const current = await uploadById(tx, upload.id, true)
    if (current?.state !== 'keeping') return
    const found = { violations: violationsLeft(upload), filled: filledShare(upload, kept) }
    const [resourceId] = await services.ask(releaseMaking).attach(tx, { who, government, now, ask: services.ask }, upload.releaseId, [{ kind: 'table', name: upload.title, mediaType: null, table }], { found, variables })
    await updateUpload(tx, upload.id, { state: after('keeping', 'finish')!, resourceId, fileId: null, progress: null, failure: null })
    await clear(tx, { governmentId, files: services.files, jobs: services.jobs }, current)
  })
}

/** What the catalogue keeps of a column; codes of a registered list stay in the registry. */
function variableOf({ from: _from, reading: _reading, out: _out, ...variable }: Declared): Variable {
  const { codes: _codes, ...listed } = variable
  return variable.codeList ? listed : variable
}

/** Share of cells that are filled. */
function filledShare({ taken, checked, answers }: Upload, kept: readonly Declared[]): number | null {
  const cells = (taken?.rows ?? 0) * kept.length
  if (!taken || cells === 0) return null
  const filled = kept.reduce((sum, { from }) => sum + (taken.columns.find(one => one.from === from)?.filled ?? 0), 0)
  const emptied = answers.unfit === 'empty' ? (checked?.byRule ?? []).reduce((sum, { rule, count }) => sum + (rule === 'type' || rule === 'geometry' ? count : 0), 0) : 0
  return Math.max(0, filled - emptied) / cells
}

import { appendAudits, type AuditNote } from '../audit/audit.ts'
import type { Reach } from '../access/who.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Job, JobContext } from '../jobs/jobs.ts'
import { SourceRefused } from '../text/refused.ts'
import { Problem } from '../web/problems.ts'
import { accepted, examine, judged, matchRows, readRows } from './checking.ts'
import type { SheetImportSpec, Work } from './declaring.ts'
import { guessColumns, headingsOf, topOf } from './heading.ts'
import { noChoices, noCounts, underWay, type Counts, type Reading, type SheetRun, type StoredReach } from './sheet-run.ts'
import { openSheets } from './source.ts'
import { badLines, changeRun, oneAtATime, rememberedMapping, replaceBadRows, runById } from './store.ts'
import type { SheetBody } from './worksheet.ts'

type Here = Pick<JobContext, 'services' | 'db' | 'now'> & { governmentId: string }

/** Somebody else changed what the preview was made from. */
class Outdated extends Error {}

/** A run that is lost is taken up again after this many seconds. */
const expires = 600

/**
 * The job of an import: goes on with a run wherever it stands. Nothing is written before everything is known, and then
 * in one transaction, so it bears being lost in the middle and being run twice.
 */
export const sheetJob = <D>(spec: SheetImportSpec<D>): Job => ({
  name: `${spec.code}-sheet`,
  expires,
  async run({ services, db, governmentId, now }, data) {
    const run = await runById(db, spec.code, String(data.run))
    if (!governmentId || !run || !underWay.includes(run.state)) return
    const here: Here = { services, db, governmentId, now }
    try {
      if (run.state === 'reading') await read(spec, here, run)
      else if (run.state === 'checking') await look(spec, here, run)
      else await bring(spec, here, run)
    } catch (error) {
      const told = error instanceof SourceRefused ? { text: error.text, values: { name: run.fileName, ...error.values } } : error instanceof Problem ? error.problems[0]?.message : undefined
      if (!told) services.log.error({ err: error, run: run.id }, 'spreadsheet import failed')
      const failure = told ?? { text: 'Ada gangguan. Tidak ada yang masuk; coba lagi.' }
      await changeRun(db, run.id, { state: 'failed', failure, progress: null, finishedAt: new Date() }, [run.state])
    }
  },
})

async function sourceOf({ services, governmentId }: Here, run: SheetRun) {
  const bytes = await services.files.read(governmentId, run.fileId).catch(() => {
    throw new SourceRefused('Berkas {name} sudah dihapus, seperti setiap unggahan setelah sehari. Unggah lagi.', { name: run.fileName })
  })
  return openSheets(bytes, { name: run.fileName, mediaType: run.mediaType })
}

/** Looks at the tops of all sheets, and guesses which one is meant and what its columns are. */
async function read<D>(spec: SheetImportSpec<D>, here: Here, run: SheetRun): Promise<void> {
  const source = await sourceOf(here, run)
  const reading: Reading = { sheets: [], hidden: source.hidden }
  for (const sheet of source.sheets) {
    const { lines, merges, hiddenRows } = await sheet.read()
    reading.sheets.push({ name: sheet.name, rows: lines.length, hiddenRows, top: topOf(lines, merges) })
    await changeRun(here.db, run.id, { progress: { done: reading.sheets.length, of: source.sheets.length } }, ['reading'])
  }
  if (reading.sheets.every(({ rows }) => rows < 2)) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name: run.fileName })
  const remembered = await rememberedMapping(here.db, spec.code, run.unitId)
  const guesses = reading.sheets.map(({ top, rows }) => {
    const headings = headingsOf(top, spec.fields)
    return { rows, columns: headings ? guessColumns(headings, spec.fields, remembered.columns) : {} }
  })
  const sheet = guesses.reduce((best, guess, i) => (Object.keys(guess.columns).length > Object.keys(guesses[best]!.columns).length ? i : best), Math.max(0, guesses.findIndex(({ rows }) => rows > 1)))
  await changeRun(here.db, run.id, { state: 'mapping', reading, choices: { ...noChoices, sheet, columns: guesses[sheet]!.columns, matches: remembered.matches }, progress: null, failure: null }, ['reading'])
}

/** Looks at all rows and says what would become of each. */
async function look<D>(spec: SheetImportSpec<D>, here: Here, run: SheetRun, failure: SheetRun['failure'] = null): Promise<void> {
  const body = await sheetOf(here, run)
  const { bad, ...found } = await examine(spec, workIn(here, run, here.db), body, run.choices, tellingOf(here, run))
  await here.services.database.transaction(here.governmentId, async tx => {
    if (!(await changeRun(tx, run.id, { ...found, state: 'ready', progress: null, failure }, ['checking', 'applying']))) return
    await replaceBadRows(tx, run.id, bad)
  })
}

/** Brings in everything at once, as the preview said; when that is no longer true it is looked at again instead. */
async function bring<D>(spec: SheetImportSpec<D>, here: Here, run: SheetRun): Promise<void> {
  const body = await sheetOf(here, run)
  try {
    await here.services.database.transaction(here.governmentId, async tx => {
      await oneAtATime(tx, spec.code)
      if ((await runById(tx, spec.code, run.id))?.state !== 'applying') return
      const counts = await bringRows(spec, here, run, body, tx)
      await changeRun(tx, run.id, { state: 'done', counts, progress: null, failure: null, finishedAt: new Date() }, ['applying'])
    })
  } catch (error) {
    if (!(error instanceof Outdated)) throw error
    await look(spec, here, run, { text: 'Data berubah sejak pratinjau ini dibuat. Tidak ada yang masuk; periksa sekali lagi.' })
  }
}

async function bringRows<D>(spec: SheetImportSpec<D>, here: Here, run: SheetRun, body: SheetBody, tx: Tx): Promise<Counts> {
  const work = { ...workIn(here, run, tx), db: tx }
  const known = run.choices.leaveOut ? await badLines(tx, run.id) : new Set<number>()
  const rows = await readRows(spec, body, run.choices)
  await matchRows(spec, work, rows, run.choices)
  const tellProgress = tellingOf(here, run)
  const counts = { ...noCounts }
  const notes: AuditNote[] = []
  let done = 0
  for await (const some of judged(spec, work, rows)) {
    const good = accepted(some, known)
    if (!good) throw new Outdated()
    if (good.rows.length > 0) notes.push(...(await spec.apply(work, good.rows)))
    for (const { is } of good.rows) counts[is]++
    counts.unchanged += good.unchanged
    counts.wrong += some.length - good.rows.length - good.unchanged
    await tellProgress((done += some.length), rows.length)
  }
  // The audit's chain is everyone's; it is held no longer than it must be.
  const entry = { action: spec.may, accountId: run.reach.accountId, path: spec.address }
  await appendAudits(tx, [...notes.map(note => ({ ...entry, ...note })), { ...entry, record: ['sheet-run', run.id], after: { file: run.fileName, ...counts } }])
  return counts
}

async function sheetOf(here: Here, run: SheetRun): Promise<SheetBody> {
  const sheet = (await sourceOf(here, run)).sheets[run.choices.sheet]
  if (!sheet) throw new SourceRefused('Berkas {name} tidak berisi baris data.', { name: run.fileName })
  return sheet.read()
}

const workIn = ({ services, governmentId, now }: Here, run: SheetRun, db: Db | Tx): Work => ({ db, governmentId, services, accountId: run.reach.accountId, reach: permission => reachOf(run.reach, permission), unitId: run.unitId, now })

function reachOf({ accountId, held }: StoredReach, permission: string): Reach | null {
  const reach = held[permission]
  return reach ? { accountId, government: reach.government, governmentsBelow: false, own: reach.own, units: new Set(reach.units) } : null
}

/** Tells how far it is, on a connection of its own: what the transaction writes nobody sees yet. */
const tellingOf = ({ db }: Here, run: SheetRun) => async (done: number, of: number) => {
  await changeRun(db, run.id, { progress: { done, of } }, [run.state])
}

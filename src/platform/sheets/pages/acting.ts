import { z } from 'zod'
import { t } from '../../i18n/locale.ts'
import type { Job } from '../../jobs/jobs.ts'
import { goto, type ActContext, type Goto } from '../../web/page.ts'
import { NotFound, Problem } from '../../web/problems.ts'
import type { SheetImportSpec } from '../declaring.ts'
import { guessColumns, headingKey, headingsOf } from '../heading.ts'
import { simplified } from '../readers.ts'
import { underWay, type Choices, type SheetRun } from '../sheet-run.ts'
import { changeRun, deleteRun, rememberedMapping, rememberMapping, runFor } from '../store.ts'
import { reachFor } from './reach.ts'

const steps = ['baca', 'periksa', 'padankan', 'kolom', 'masuk', 'ulang', 'buang'] as const

export const stepForm = z.looseObject({ langkah: z.enum(steps, 'Pilih langkah'), lembar: z.string().optional(), judul: z.string().optional(), tanpa: z.string().optional() })
type StepInput = z.output<typeof stepForm>

/** Whether a step makes sense where the run stands. */
const possible: Record<(typeof steps)[number], readonly SheetRun['state'][]> = {
  baca: ['mapping'],
  periksa: ['mapping'],
  padankan: ['ready'],
  kolom: ['ready'],
  masuk: ['ready'],
  ulang: ['failed', ...underWay],
  buang: ['mapping', 'ready', 'failed'],
}

/** Goes on with a run as a person decided. */
export async function actOn<D>(spec: SheetImportSpec<D>, job: Job, context: ActContext<unknown, StepInput>): Promise<Goto> {
  const { tx, who, params, input, note, hands } = context
  const run = await runFor(tx, spec.code, who.reach(spec.may), params.run!, true)
  if (!run) throw new NotFound()
  const step = input.langkah
  if (!possible[step].includes(run.state)) throw new Problem('', 'Langkah ini sudah dikerjakan. Muat ulang halaman.')
  const here = `${spec.address}/${run.id}`
  const go = async (state: SheetRun['state'], choices: Choices = run.choices): Promise<Goto> => {
    await changeRun(tx, run.id, { state, choices, reach: reachFor(who, spec), progress: null, failure: null, finishedAt: null })
    note({ record: ['sheet-run', run.id], before: { state: run.state }, after: { state } })
    if (!underWay.includes(state)) return goto(here)
    await hands.jobs.enqueue(tx, job.name, hands.governmentId, { run: run.id })
    return goto(`${here}?tunggu=ya`)
  }
  if (step === 'buang') {
    await deleteRun(tx, run.id)
    note({ record: ['sheet-run', run.id], before: { file: run.fileName, state: run.state } })
    return goto(spec.address, 'Pratinjau dibuang. Tidak ada yang berubah.')
  }
  if (step === 'kolom') return go('mapping')
  if (step === 'baca') return go('mapping', await chosenSheet(spec, context, run))
  if (step === 'ulang') return go(underWay.includes(run.state) ? run.state : run.reading.sheets.length > 0 ? 'checking' : 'reading')
  if (step === 'padankan') {
    const choices = { ...run.choices, matches: matchesFrom(run, input) }
    await remember(spec, tx, run, choices)
    return go('checking', choices)
  }
  if (step === 'periksa') {
    const choices = { ...run.choices, columns: columnsFrom(spec, run, input) }
    await remember(spec, tx, run, choices)
    return go('checking', choices)
  }
  const leaveOut = Boolean(input.tanpa)
  if (run.counts.wrong > 0 && !leaveOut) throw new Problem('tanpa', 'Masih ada baris yang salah; tidak ada yang dimasukkan. Perbaiki berkasnya, atau pilih untuk meninggalkan baris itu.')
  return go('applying', { ...run.choices, leaveOut })
}

/** Another sheet, or another row of headings: the columns are guessed anew. */
async function chosenSheet<D>(spec: SheetImportSpec<D>, { tx, input }: ActContext<unknown, StepInput>, run: SheetRun): Promise<Choices> {
  const sheet = Number(input.lembar ?? run.choices.sheet)
  const top = run.reading.sheets[sheet]?.top
  if (!top) throw new Problem('lembar', 'Pilih dari daftar')
  const typed = (input.judul ?? '').trim()
  const heading = typed === '' ? null : Number(typed)
  const headings = headingsOf(top, spec.fields, heading ?? undefined)
  if (!headings) throw new Problem('judul', 'Baris {line} kosong atau terlalu jauh di bawah. Judul harus ada di antara {max} baris pertama.', { line: typed || 1, max: top.lines.length })
  const { columns } = await rememberedMapping(tx, spec.code, run.unitId)
  return { ...run.choices, sheet, heading, columns: guessColumns(headings, spec.fields, columns) }
}

/** Columns as chosen, each once, and all that are required. */
function columnsFrom<D>({ fields, unique }: SheetImportSpec<D>, run: SheetRun, input: StepInput): Choices['columns'] {
  const top = run.reading.sheets[run.choices.sheet]?.top
  const known = (top && headingsOf(top, fields, run.choices.heading ?? undefined)?.columns) ?? []
  const chosen = fields.flatMap(field => {
    const column = known.find(({ at }) => String(at) === input[`k_${field.name}`])
    return column ? [{ field, at: column.at }] : []
  })
  const missing = fields.filter(({ name, required }) => required && !chosen.some(({ field }) => field.name === name))
  const keys = fields.filter(({ name }) => unique.includes(name))
  const keyless = keys.length > 0 && !chosen.some(({ field }) => unique.includes(field.name)) ? keys.slice(0, 1) : []
  const twice = chosen.filter(({ at }, i) => chosen.findIndex(one => one.at === at) < i)
  if (missing.length + twice.length + keyless.length > 0)
    throw Problem.all([
      ...missing.map(({ name }) => ({ name: `k_${name}`, message: { text: 'Kolom ini wajib ada; pilih kolomnya di berkas.' } })),
      ...keyless.map(({ name }) => ({ name: `k_${name}`, message: { text: 'Pilih kolom yang mengenali baris: {fields}.', values: { fields: keys.map(({ label }) => t(label)).join(', ') } } })),
      ...twice.map(({ field }) => ({ name: `k_${field.name}`, message: { text: 'Kolom ini sudah dipakai untuk isian lain.' } })),
    ])
  return Object.fromEntries(chosen.map(({ field, at }) => [field.name, at]))
}

function matchesFrom(run: SheetRun, input: StepInput): Choices['matches'] {
  const matches: Choices['matches'] = { ...run.choices.matches }
  for (const [i, { field, text, suggestions }] of run.doubts.entries()) {
    const value = input[`p_${i}`]
    if (suggestions.some(one => one.value === value)) matches[field] = { ...matches[field], [simplified(text)]: String(value) }
  }
  return matches
}

async function remember<D>({ code, fields }: SheetImportSpec<D>, tx: ActContext<unknown, StepInput>['tx'], run: SheetRun, choices: Choices): Promise<void> {
  const before = await rememberedMapping(tx, code, run.unitId)
  const top = run.reading.sheets[choices.sheet]?.top
  const known = (top && headingsOf(top, fields, choices.heading ?? undefined)?.columns) ?? []
  const columns = { ...before.columns }
  // Headings of this file that were left out are forgotten, those of other files stay.
  for (const { at, heading } of known) {
    const name = Object.entries(choices.columns).find(([, column]) => column === at)?.[0]
    if (name) columns[headingKey(heading)] = name
    else delete columns[headingKey(heading)]
  }
  delete columns['']
  await rememberMapping(tx, code, run.unitId, { columns, matches: choices.matches })
}

import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Assigned, AssignedRow, Assigning, Assignment } from './contract.ts'

/** Staff of one's agency offered; others are typed by NIP or whole name. */
const offered = 500

/** How somebody of the staff is written in a row. */
const written = ({ name, nip }: { name: string; nip: string | null }): string => [name, nip].filter(Boolean).join(', ')

/** Staff of the agency somebody writes for, as they are written in a row. */
const colleaguesOf: Assigning['colleagues'] = async ({ db, ask, government, who }) => {
  const units = await ask(unitDirectory).of(government.id)
  const above = units.ancestors(who.account!.unitId)
  const agency = above[1] ?? above[0]
  return agency ? (await ask(employees).serving(db, units.below(agency.id), offered)).map(written) : []
}

type Wrong = Parameters<Assigning['read']>[3]

/** The one somebody means: by NIP, else the only one of that name. */
function meantBy(typed: string, found: readonly Employee[]): Employee | null {
  const alike = found.filter(one => one.name.toLowerCase() === typed.toLowerCase() || written(one).toLowerCase() === typed.toLowerCase() || (one.nip !== null && typed.endsWith(one.nip)))
  return alike.length === 1 ? alike[0]! : null
}

async function assignedOf({ ask, db }: Pick<Context, 'ask'> & { db: Db | Tx }, { name, position }: AssignedRow, input: string, wrong: Wrong): Promise<Assigned[]> {
  const nip = /(\d{18})\s*$/.exec(name)?.[1]
  const known = meantBy(name, await ask(employees).search(db, nip ?? name))
  if (known) return [{ employeeId: known.id, name: known.name, nip: known.nip, grade: known.grade, position: known.position }]
  if (position !== '' && name !== '') return [{ employeeId: null, name, nip: null, grade: null, position }]
  wrong(`${input}-name`, name === '' ? 'Tulis siapa yang ditugaskan.' : '“{name}” bukan pegawai di sini, atau ada beberapa. Tulis NIP-nya, atau jabatannya bila dari luar.', { name })
  return []
}

const assignmentFrom: Assigning['read'] = async (asking, how, { rows, inputs, from, until, place }, wrong) => {
  if (rows.length === 0 && !from && !until) return null
  const people: Assigned[] = []
  for (const [i, row] of rows.entries()) people.push(...(await assignedOf(asking, row, inputs[i] ?? 'assigned', wrong)))
  if (rows.length === 0) wrong('assigned', 'Tulis siapa yang ditugaskan.')
  if (!from) wrong('duty_from', 'Isi hari pertama tugasnya.')
  if (from && until && until < from) wrong('duty_until', 'Tanggal akhir mendahului tanggal awal.')
  return { how, people: [...new Map(people.map(one => [one.employeeId ?? `${one.name}|${one.position}`, one])).values()], from: from ?? '', until: until ?? from ?? '', place: place ?? '' }
}

const cell = (text: string): string => text.replace(/[|\\`*_{}[\]<>]/g, '\\$&')

/** The people of an assignment as its paper lists them: what is printed is what counts. */
export const assignedTable = ({ people }: Assignment): string =>
  ['| No. | Nama | NIP | Pangkat/Golongan | Jabatan |', '|:-:|---|---|---|---|', ...people.map(({ name, nip, grade, position }, i) => `| ${[String(i + 1), name, nip ?? '–', grade ?? '–', position ?? '–'].map(cell).join(' | ')} |`)].join('\n')

const assignedRows = ({ people }: Assignment): AssignedRow[] => people.map(({ employeeId, name, nip, position }) => (employeeId ? { name: written({ name, nip }), position: '' } : { name, position: position ?? '' }))

/** Assignments, for those who write letters. */
export const makeAssigning: Assigning = { colleagues: colleaguesOf, read: assignmentFrom, table: assignedTable, rows: assignedRows }

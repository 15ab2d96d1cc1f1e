import type { Context } from '#platform/web/page.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { employees, type Employee } from '#modules/personnel/contract.ts'
import type { Assigned, Assignment } from '../contract.ts'
import type { Kind } from '../kinds.ts'
import type { DraftInput, Findings } from './content.ts'

/** Id of the list of staff browsers offer while one types. */
export const staffSuggestions = 'pegawai'
/** Staff of one's agency offered; others are typed by NIP or whole name. */
const offered = 500

export interface AssignedRow {
  name: string
  position: string
}

/** How somebody of the staff is written in a row. */
const written = ({ name, nip }: { name: string; nip: string | null }): string => [name, nip].filter(Boolean).join(', ')

/** Staff of the agency somebody writes for, as they are written in a row. */
export async function colleaguesOf({ db, ask, government, who }: Pick<Context, 'db' | 'ask' | 'government' | 'who'>, kind: Kind | null): Promise<string[]> {
  if (!kind?.assigns) return []
  const units = await ask(unitDirectory).of(government.id)
  const above = units.ancestors(who.account!.unitId)
  const agency = above[1] ?? above[0]
  return agency ? (await ask(employees).serving(db, units.below(agency.id), offered)).map(written) : []
}

/** The one somebody means: by NIP, else the only one of that name. */
function meantBy(typed: string, found: readonly Employee[]): Employee | null {
  const alike = found.filter(one => one.name.toLowerCase() === typed.toLowerCase() || written(one).toLowerCase() === typed.toLowerCase() || (one.nip !== null && typed.endsWith(one.nip)))
  return alike.length === 1 ? alike[0]! : null
}

async function assignedOf({ ask, db }: Pick<Context, 'ask' | 'db'>, { name, position }: AssignedRow, input: string, found: Findings): Promise<Assigned[]> {
  const nip = /(\d{18})\s*$/.exec(name)?.[1]
  const known = meantBy(name, await ask(employees).search(db, nip ?? name))
  if (known) return [{ employeeId: known.id, name: known.name, nip: known.nip, grade: known.grade, position: known.position }]
  if (position !== '' && name !== '') return [{ employeeId: null, name, nip: null, grade: null, position }]
  found.wrong(`${input}-name`, name === '' ? 'Tulis siapa yang ditugaskan.' : '“{name}” bukan pegawai di sini, atau ada beberapa. Tulis NIP-nya, atau jabatannya bila dari luar.', { name })
  return []
}

/** Whom a form sends where and when; nothing where nobody is named. */
export async function assignmentFrom(asking: Pick<Context, 'ask' | 'db'>, kind: Kind, input: DraftInput, rows: readonly AssignedRow[], inputs: readonly string[], found: Findings): Promise<Assignment | null> {
  if (!kind.assigns || (rows.length === 0 && !input.duty_from && !input.duty_until)) return null
  const people: Assigned[] = []
  for (const [i, row] of rows.entries()) people.push(...(await assignedOf(asking, row, inputs[i] ?? 'assigned', found)))
  if (rows.length === 0) found.wrong('assigned', 'Tulis siapa yang ditugaskan.')
  if (!input.duty_from) found.wrong('duty_from', 'Isi hari pertama tugasnya.')
  if (input.duty_from && input.duty_until && input.duty_until < input.duty_from) found.wrong('duty_until', 'Tanggal akhir mendahului tanggal awal.')
  const from = input.duty_from ?? ''
  return { people: [...new Map(people.map(one => [one.employeeId ?? `${one.name}|${one.position}`, one])).values()], from, until: input.duty_until ?? from, place: input.duty_place ?? '' }
}

const cell = (text: string): string => text.replace(/[|\\`*_{}[\]<>]/g, '\\$&')

/** The people of an assignment as its paper lists them: what is printed is what counts. */
export const assignedTable = ({ people }: Assignment): string =>
  ['| No. | Nama | NIP | Pangkat/Golongan | Jabatan |', '|:-:|---|---|---|---|', ...people.map(({ name, nip, grade, position }, i) => `| ${[String(i + 1), name, nip ?? '–', grade ?? '–', position ?? '–'].map(cell).join(' | ')} |`)].join('\n')

/** An assignment as the rows of its form. */
export const assignedRows = ({ people }: Assignment): AssignedRow[] => people.map(({ employeeId, name, nip, position }) => (employeeId ? { name: written({ name, nip }), position: '' } : { name, position: position ?? '' }))

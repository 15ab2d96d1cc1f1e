import { sql } from 'kysely'
import type { AuditNote } from '#platform/audit/audit.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { tellAll } from '#platform/events/events.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import type { Accepted, Work } from '#platform/sheets/declaring.ts'
import { recordVerified, type RecordKind } from '../contract.ts'
import type { File } from '../employee.ts'
import { remember } from '../remember.ts'
import { columnsOf, refreshCurrent, sealedColumns } from '../store.ts'
import { todayIn, type Plan } from './checking.ts'

type Row = Accepted<Plan>

const hex = (bytes: Buffer | null) => bytes?.toString('hex') ?? null

/** Columns of `personnel.employee` a row writes, in the order of the statements below. */
const plainColumns = ['unit_id', 'kind', 'status', 'nip', 'number_reason', 'name', 'title_before', 'title_after', 'birth_place', 'birth_date', 'sex', 'religion', 'marital', 'phone', 'email', 'address', 'entered_on', 'contract_until']
const typed = (column: string) => `${column} ${column === 'unit_id' ? 'uuid' : ['birth_date', 'entered_on', 'contract_until'].includes(column) ? 'date' : 'text'}`
const columns = sql.raw(plainColumns.join(', '))
const shape = sql.raw(`row integer, id uuid, ${plainColumns.map(typed).join(', ')}, nik_sealed text, nik_hash text`)

/** Writes rows and what follows from them; answers what changed, never what is private. */
export async function applyRows(work: Work & { db: Tx }, rows: readonly Row[]): Promise<AuditNote[]> {
  const { db: tx, services } = work
  const { secret } = services.config
  const recordset = (some: readonly { row: Row; index: number }[]) =>
    JSON.stringify(some.map(({ row: { data: { stored, person } }, index }) => {
      const { nik_sealed, nik_hash } = sealedColumns(secret, person.nik ?? null)
      return { row: index, id: stored?.id ?? null, ...columnsOf(person.facts), nik_sealed: hex(nik_sealed), nik_hash: hex(nik_hash) }
    }))
  const numbered = rows.map((row, index) => ({ row, index }))
  const ids = new Map(rows.flatMap(({ data: { stored } }, index) => (stored ? [[index, stored.id] as const] : [])))
  for (const [index, id] of await insert(tx, recordset(numbered.filter(({ row }) => row.is === 'new')))) ids.set(index, id)
  if (ids.size < rows.length) throw new SourceRefused('Orang lain mencatat pegawai yang sama pada saat ini. Tidak ada yang masuk; coba lagi.')
  await update(tx, recordset(numbered.filter(({ row }) => row.is === 'changed')))

  const entries = numbered.flatMap(({ row, index }) => row.data.entries.map(entry => ({ employee_id: ids.get(index)!, ...entry })))
  const { rows: records } = await sql<{ id: string; employeeId: string; kind: RecordKind }>`
    insert into personnel.record (employee_id, kind, since, content)
    select employee_id, kind, since, content from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as r (employee_id uuid, kind text, since date, content jsonb)
    returning id, employee_id as "employeeId", kind`.execute(tx)
  await refreshCurrent(tx, await todayIn(work), [...ids.values()])
  await remember(tx, [...ids.values()])
  await tellAll(tx, recordVerified, records.map(({ id, employeeId, kind }) => ({ employeeId, recordId: id, kind })))
  return rows.map((row, index) => noteOf(row, ids.get(index)!))
}

/** Ids by the number of the row; one that somebody else has just recorded is left out. */
async function insert(tx: Tx | Db, recordset: string): Promise<Map<number, string>> {
  const { rows } = await sql<{ row: number; id: string }>`
    with given as materialized (select uuidv7() as new_id, * from jsonb_to_recordset(${recordset}::jsonb) as r (${shape})),
    made as (
      insert into personnel.employee (id, ${columns}, nik_sealed, nik_hash, increase_since)
      select new_id, ${columns}, decode(nik_sealed, 'hex'), decode(nik_hash, 'hex'), entered_on from given
      on conflict do nothing returning id)
    select given.row, made.id from made join given on given.new_id = made.id`.execute(tx)
  return new Map(rows.map(({ row, id }) => [row, id]))
}

/** A NIK that the row does not change stays. */
async function update(tx: Tx, recordset: string): Promise<void> {
  await sql`
    update personnel.employee e set (${columns}) = (select ${sql.raw(plainColumns.map(column => `r.${column}`).join(', '))}),
      nik_sealed = coalesce(decode(r.nik_sealed, 'hex'), e.nik_sealed), nik_hash = coalesce(decode(r.nik_hash, 'hex'), e.nik_hash), version = e.version + 1, updated_at = now()
    from jsonb_to_recordset(${recordset}::jsonb) as r (${shape}) where e.id = r.id`.execute(tx)
}

const remembered = ({ unitId, kind, status, nip, name, enteredOn, contractUntil }: Pick<File, 'unitId' | 'kind' | 'status' | 'nip' | 'name' | 'enteredOn' | 'contractUntil'>) => ({ unitId, kind, status, nip, name, enteredOn, contractUntil })

/** What the audit trail remembers: never what is private, only that it changed. */
function noteOf({ line, data: { stored, person: { facts, nik }, entries } }: Row, id: string): AuditNote {
  const hidden = (['titleBefore', 'titleAfter', 'birthPlace', 'religion', 'marital', 'phone', 'email', 'address', 'birthDate', 'sex'] as const).filter(key => facts[key] !== (stored?.[key] ?? null))
  const history = entries.map(({ kind, since, content }) => [kind, content.grade ?? content.title ?? content.level, since].filter(Boolean).join(' '))
  return { record: ['employee', id], before: stored ? remembered(stored) : {}, after: { ...remembered(facts), line, private: [...hidden, ...(nik ? ['nik'] : [])], ...(history.length > 0 ? { history } : {}) } }
}

import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'
import { within, type Reach } from '#platform/access/who.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import { keyedHash, seal, unseal } from '#platform/secrets/sealing.ts'
import { Problem } from '#platform/web/problems.ts'
import { educations, type Facts, type File } from './employee.ts'
import type { Tables } from './tables.ts'

/** This module's tables on a connection. */
export const tables = (db: Db | Tx) => db.withTables<Tables>()

const purpose = 'personnel.nik'

/** Finds a NIK without opening any. */
export const nikHash = (secret: string, nik: string): Buffer => keyedHash(secret, purpose, nik)

/** The NIK in clear, for those who may see it. */
export const nikOf = (secret: string, { sealedNik }: Pick<File, 'sealedNik'>): string | null => (sealedNik ? unseal(secret, purpose, sealedNik) : null)

/** Where an employee is, as far as permissions are concerned. */
export const reached = (reach: Reach | null): Expression<SqlBool> => within(reach, { unit: sql.ref('e.unit_id'), owner: sql.ref('e.account_id') })

const columns = sql`e.id, e.unit_id as "unitId", e.account_id as "accountId", e.kind, e.status, e.nip, e.nik_sealed as "sealedNik", e.number_reason as "numberReason", e.name, e.title_before as "titleBefore",
  e.title_after as "titleAfter", e.birth_place as "birthPlace", e.birth_date as "birthDate", e.sex, e.religion, e.marital, e.phone, e.email, e.address, e.photo_id as "photoId", e.entered_on as "enteredOn",
  e.contract_until as "contractUntil", e.grade, e.grade_since as "gradeSince", e.education, e.position_title as "positionTitle", e.position_level as "positionLevel", e.position_since as "positionSince",
  e.increase_since as "increaseSince", e.license_until as "licenseUntil", e.version`

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

/** Files that fit; `order` is SQL that follows, such as an order or a lock. */
export const filesWhere = async (db: Db | Tx, condition: Expression<SqlBool>, order: RawBuilder<unknown> = sql``): Promise<File[]> =>
  (await sql<File>`select ${columns} from personnel.employee e where ${condition} ${order}`.execute(db)).rows

/** One person's file within a reach; nothing for a stranger's. With `lock` nobody else changes it until the transaction ends. */
export const employeeWithin = async (db: Db | Tx, reach: Reach | null, id: string, lock = false): Promise<File | null> =>
  (isId(id) && (await filesWhere(db, sql<SqlBool>`e.id = ${id} and ${reached(reach)}`, lock ? sql`for update` : sql``))[0]) || null

/** The file of whoever signs in with this account. */
export const employeeOfAccount = async (db: Db | Tx, accountId: string): Promise<File | null> => (await filesWhere(db, sql<SqlBool>`e.account_id = ${accountId}`))[0] ?? null

/** Files by id; ids nobody has are left out. */
export const filesOf = (db: Db | Tx, ids: readonly string[]): Promise<File[]> => filesWhere(db, sql<SqlBool>`e.id = any(${ids.filter(isId)}::uuid[])`)

const columnsOf = (facts: Omit<Facts, 'nik'>) => ({
  unit_id: facts.unitId, kind: facts.kind, status: facts.status, nip: facts.nip, number_reason: facts.numberReason,
  name: facts.name, title_before: facts.titleBefore, title_after: facts.titleAfter, birth_place: facts.birthPlace, birth_date: facts.birthDate, sex: facts.sex,
  religion: facts.religion, marital: facts.marital, phone: facts.phone, email: facts.email, address: facts.address, entered_on: facts.enteredOn, contract_until: facts.contractUntil,
})

/** Columns people write, with their types. */
const written = ['unit_id uuid', ...['kind', 'status', 'nip', 'number_reason', 'name', 'title_before', 'title_after', 'birth_place', 'sex', 'religion', 'marital', 'phone', 'email', 'address'].map(name => `${name} text`), ...['birth_date', 'entered_on', 'contract_until'].map(name => `${name} date`)]
const names = sql.raw(written.map(column => column.split(' ')[0]).join(', '))

/**
 * Adds files without an id and changes those with one, in one statement; a `nik` left out stays as it is. Answers ids in
 * the order given: null for somebody whose number was taken meanwhile.
 */
export async function writeEmployees(tx: Tx, secret: string, people: readonly { id: string | null; facts: Omit<Facts, 'nik'> & { nik?: string | null } }[]): Promise<(string | null)[]> {
  const given = people.map(({ id, facts: { nik, ...facts } }, row) => ({ row, id, ...columnsOf(facts), said: nik !== undefined, sealed: nik ? seal(secret, purpose, nik).toString('hex') : null, hash: nik ? nikHash(secret, nik).toString('hex') : null }))
  const { rows } = await sql<{ row: number; id: string }>`
    with given as materialized (
      select coalesce(id, uuidv7()) as target, * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as g (row integer, id uuid, ${sql.raw(written.join(', '))}, said boolean, sealed text, hash text)),
    made as (
      insert into personnel.employee (id, ${names}, nik_sealed, nik_hash, increase_since)
      select target, ${names}, decode(sealed, 'hex'), decode(hash, 'hex'), entered_on from given where id is null on conflict do nothing returning id),
    changed as (
      update personnel.employee e set (${names}) = (select ${sql.raw(written.map(column => `g.${column.split(' ')[0]}`).join(', '))}),
        nik_sealed = case when g.said then decode(g.sealed, 'hex') else e.nik_sealed end, nik_hash = case when g.said then decode(g.hash, 'hex') else e.nik_hash end, version = e.version + 1, updated_at = now()
      from given g where e.id = g.id returning e.id)
    select row, w.id from given join (select id from made union all select id from changed) w on w.id = target`.execute(tx)
  const ids = new Map(rows.map(({ row, id }) => [row, id]))
  return people.map((_, row) => ids.get(row) ?? null)
}

/**
 * Refuses numbers that somebody else has. Who that is stays untold where the reach does not go; the index says the
 * same should two people write at once.
 */
async function refuseTaken(tx: Tx, secret: string, reach: Reach | null, { nip, nik }: { nip: string | null; nik: string | null }, except: string | null): Promise<void> {
  if (nip === null && nik === null) return
  const { rows: found } = await sql<{ name: string; nip: string | null; seen: boolean }>`select e.name, e.nip, ${reached(reach)} as seen from personnel.employee e
    where (e.nip = ${nip} or e.nik_hash = ${nik && nikHash(secret, nik)}) and e.id is distinct from ${except}::uuid`.execute(tx)
  if (found.length === 0) return
  throw Problem.all(found.map(({ name, nip: theirs, seen }) => {
    const field = nip !== null && theirs === nip ? 'nip' : 'nik'
    const text = seen ? 'Nomor ini sudah dipakai {name}. Buka berkas itu, atau periksa nomornya.' : 'Nomor ini sudah dipakai pegawai lain di pemerintah daerah ini. Periksa nomornya.'
    return { name: field, message: { text, values: seen ? { name } : undefined } }
  }))
}

/** Adds a person; the numbers must have been checked. @throws Problem when somebody else has one of them */
export async function insertEmployee(tx: Tx, secret: string, reach: Reach | null, facts: Facts): Promise<string> {
  await refuseTaken(tx, secret, reach, facts, null)
  const [id] = await writeEmployees(tx, secret, [{ id: null, facts }])
  if (!id) throw new Problem('', 'NIP atau NIK ini baru saja dipakai orang lain. Periksa lagi daftarnya.')
  return id
}

/** Changes what is written of a person; a `nik` left out stays as it is. @throws Problem when somebody else has one of the numbers */
export async function updateEmployee(tx: Tx, secret: string, reach: Reach | null, id: string, facts: Omit<Facts, 'nik'> & { nik?: string | null }): Promise<void> {
  await refuseTaken(tx, secret, reach, { nip: facts.nip, nik: facts.nik ?? null }, id)
  await writeEmployees(tx, secret, [{ id, facts }])
}

/** Binds an account, or lets go of it. @throws Problem when the account belongs to somebody else */
export async function bindAccount(tx: Tx, id: string, accountId: string | null): Promise<void> {
  const other = accountId && (await tables(tx).selectFrom('personnel.employee').select('id').where('account_id', '=', accountId).where('id', '<>', id).executeTakeFirst())
  if (other) throw new Problem('akun', 'Akun ini sudah terhubung dengan pegawai lain. Lepas dahulu di sana.')
  await tables(tx).updateTable('personnel.employee').set({ account_id: accountId, version: sql`version + 1` }).where('id', '=', id).execute()
}

/** Gives somebody another portrait, or none. */
export const setPhoto = (tx: Tx, id: string, photoId: string | null) => tables(tx).updateTable('personnel.employee').set({ photo_id: photoId, version: sql`version + 1` }).where('id', '=', id).execute()

/**
 * Writes what the newest verified records in force, else the last that were, say into the people they are about: grade, position, last salary
 * increase, the highest education, retirement, the soonest end of a licence. A contract is extended as soon as its decree is there.
 */
export async function refreshCurrent(tx: Tx, today: string, ids: readonly string[]): Promise<void> {
  const newest = (kind: string, columns: string) => sql`(select ${sql.raw(columns)} from personnel.record r where r.employee_id = e.id and r.kind = ${kind} and r.state = 'verified'
    and (r.since is null or r.since <= ${today}::date) order by coalesce(r.until < ${today}::date, false), r.since desc nulls last, r.id desc limit 1)`
  const others = (sort: string) => sql`from personnel.record r where r.employee_id = e.id and r.kind = 'other' and r.content ->> 'sort' = ${sort} and r.state = 'verified'`
  await sql`update personnel.employee e set
      (grade, grade_since) = ${newest('rank', "content ->> 'grade', since")},
      (position_title, position_level, position_since) = ${newest('position', "content ->> 'title', content ->> 'level', since")},
      increase_since = coalesce(${newest('salary-increase', 'since')}, e.entered_on),
      education = (select content ->> 'level' from personnel.record r where r.employee_id = e.id and r.kind = 'education' and r.state = 'verified'
        order by array_position(${[...educations]}::text[], content ->> 'level') desc nulls last limit 1),
      contract_until = case when e.kind = 'pns' then e.contract_until else greatest(e.contract_until, (select max(r.until) ${others('kontrak')})) end,
      license_until = (select min(until) from (select distinct on (lower(content ->> 'name')) r.until from personnel.record r where r.employee_id = e.id and r.kind = 'license' and r.state = 'verified'
        order by lower(content ->> 'name'), r.until desc nulls first) held),
      status = case when e.status in ('active', 'cltn') and exists (select 1 ${others('pensiun')} and r.since <= ${today}::date) then 'retired' else e.status end,
      updated_at = now()
    where e.id = any(${[...ids]}::uuid[])`.execute(tx)
}

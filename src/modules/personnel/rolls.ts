import { sql } from 'kysely'
import { tellAll } from '#platform/events/events.ts'
import type { Services } from '#platform/web/services.ts'
import { Problem } from '#platform/web/problems.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { recordVerified, type ListedEntry, type RecordKind, type Rolls } from './contract.ts'
import { remember } from './remember.ts'
import { filesOf, nikHash, nikOf, refreshCurrent, tables, writeEmployees } from './store.ts'

/** Files by the hundred, for lists that come in. */
export const makeRolls = ({ ask, config: { secret } }: Services): Rolls => ({
  async known(db, { nips, niks }) {
    const asked = new Map(niks.map(nik => [nikHash(secret, nik).toString('hex'), nik]))
    const { rows } = await sql<{ id: string; hash: string | null; history: ListedEntry[] }>`
      select e.id, encode(e.nik_hash, 'hex') as hash, coalesce((select jsonb_agg(jsonb_build_object('kind', r.kind, 'since', r.since, 'content', r.content)) from personnel.record r
        where r.employee_id = e.id and r.state = 'verified' and r.kind in ('rank', 'position', 'education')), '[]') as history
      from personnel.employee e where e.nip = any(${[...nips]}::text[]) or e.nik_hash = any(${niks.map(nik => nikHash(secret, nik))}::bytea[])`.execute(db)
    const files = new Map((await filesOf(db, rows.map(({ id }) => id))).map(file => [file.id, file]))
    return rows.flatMap(({ id, hash, history }) => (files.has(id) ? [{ ...files.get(id)!, nik: asked.get(hash ?? '') ?? null, history }] : []))
  },
  async nikOf(db, id) {
    const [file] = await filesOf(db, [id])
    return file ? nikOf(secret, file) : null
  },
  async write(tx, people) {
    const ids = (await writeEmployees(tx, secret, people)).filter(id => id !== null)
    if (ids.length < people.length) throw new Problem('', 'NIP atau NIK ini baru saja dipakai orang lain. Periksa lagi daftarnya.')
    const entries = people.flatMap((one, i) => one.entries.map(({ kind, since, content }) => ({ employee_id: ids[i]!, kind, since, content: JSON.stringify(content) })))
    const records = entries.length === 0 ? [] : await tables(tx).insertInto('personnel.record').values(entries).returning(['id', 'employee_id', 'kind']).execute()
    await refreshCurrent(tx, await ask(governmentDirectory).today(tx), ids)
    await remember(tx, ids)
    await tellAll(tx, recordVerified, records.map(({ id, employee_id, kind }) => ({ employeeId: employee_id, recordId: id, kind: kind as RecordKind })))
    return ids
  },
})

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAccount } from '#modules/identity/testing.ts'
import { servingRole } from './database.ts'
import { aGovernment, type TestGovernment } from './testing/government.ts'
import { openInstallation, type Installation } from './testing/installation.ts'

/** Tables that belong to no single government. The list is short on purpose: each has its reason. */
const shared: Record<string, string> = {
  'organisation.government': 'a request finds its government before it can speak for one; everyone reads, only the own row may be changed',
  'organisation.government_host': 'the same, by the host of the request; read only',
  'platform.government_id': 'recurring work visits one government after the other; ids only, read only',
  'platform.stop_word': 'words of the language itself; read only',
  'platform.migration': 'kept and read by the migrating role alone',
}

const nationalOrOwn = [
  'own: (government_id = ( SELECT platform.current_government() AS current_government)) / (government_id = ( SELECT platform.current_government() AS current_government))',
  'readable: ((government_id IS NULL) OR (government_id = ( SELECT platform.current_government() AS current_government)))',
]

/** Tables a government reads and may not write as it likes, with what they are protected by instead. */
const guarded: Record<string, string[]> = {
  'platform.audit_entry': ['government: (government_id = ( SELECT platform.current_government() AS current_government))'],
  'platform.audit_head': ['government: (government_id = ( SELECT platform.current_government() AS current_government))'],
  // National lists are everyone's to read; a government's own are its own.
  'platform.reference': nationalOrOwn,
  'code_lists.list': nationalOrOwn,
  'code_lists.version': nationalOrOwn,
  'code_lists.item': nationalOrOwn,
}

/** What `platform.protect` writes. */
const standing = ['government: (government_id = ( SELECT platform.current_government() AS current_government)) / (government_id = ( SELECT platform.current_government() AS current_government))']

/**
 * Functions that act with the migrating role's rights: the only way to write the audit, partitions of a month, the searches, which could use no
 * index under row-level security and so name the government themselves, and the verified domains, by which a request
 * finds its government.
 */
const elevated = ['attendance.open_month', 'inbox.found', 'personnel.named', 'platform.append_audit', 'platform.append_audits', 'platform.ensure_audit_partition', 'platform.find_entries', 'platform.nearest_word', 'sites.verified_domains']

interface Table {
  name: string
  owner: string
  secured: boolean
  partition: boolean
  government: boolean
  policies: string[]
  grants: string[]
}

let installation: Installation
let owner: pg.Client
let tables: Table[]
let governments: TestGovernment[]

const ask = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []) => (await owner.query<R>(text, values)).rows

beforeAll(async () => {
  installation = await openInstallation()
  owner = new pg.Client({ connectionString: installation.url })
  await owner.connect()
  governments = [await aGovernment(installation), await aGovernment(installation, 'purbalinggakab', 'Kabupaten Purbalingga')]
  for (const government of governments) {
    await anAccount(installation, government, { roles: ['administrator'] })
    await installation.services.database.transaction(government.id, tx => tx.withTables<{ 'platform.search_word': { word: string } }>().insertInto('platform.search_word').values({ word: government.slug }).execute())
  }
  tables = await ask<Table & pg.QueryResultRow>(
    `select n.nspname || '.' || c.relname as name, pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as secured, c.relispartition as partition,
       exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'government_id' and not a.attisdropped) as government,
       array(select p.polname || ': ' || pg_get_expr(p.polqual, c.oid) || coalesce(' / ' || pg_get_expr(p.polwithcheck, c.oid), '') from pg_policy p where p.polrelid = c.oid order by 1) as policies,
       array(select privilege from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) as privilege where has_table_privilege($1, c.oid, privilege)) as grants
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss') order by 1`,
    [servingRole],
  )
})

afterAll(async () => {
  await owner.end()
  await installation.close()
})

describe('every table', () => {
  it('belongs to a government or stands on the short list of shared ones', () => {
    expect(tables.length).toBeGreaterThan(25)
    expect(tables.filter(table => !table.government && !(table.name in shared)).map(table => table.name)).toEqual([])
    expect(Object.keys(shared).filter(name => !tables.some(table => table.name === name))).toEqual([])
  })

  it('of a government is kept apart by the standing policy of row-level security', () => {
    for (const { name, secured, partition, policies } of tables.filter(table => table.government && !(table.name in shared))) {
      expect(secured, `${name} has row-level security`).toBe(true)
      // A partition is reached through its table; by itself it shows no more than that.
      const wanted = guarded[partition ? name.replace(/_\d{6}$/, '') : name] ?? standing
      expect({ name, policies }).toEqual({ name, policies: wanted })
    }
  })

  it('that is shared is not written by the serving role', () => {
    const writable = tables.filter(table => table.name in shared && table.grants.some(right => right !== 'SELECT')).map(table => table.name)
    expect(writable).toEqual([])
  })

  it('is none of the serving role’s own, and never truncated by it', () => {
    expect(tables.filter(table => table.owner === servingRole || table.grants.includes('TRUNCATE')).map(table => table.name)).toEqual([])
  })
})

describe('the serving role', () => {
  it('owns nothing, in no schema', async () => {
    expect(await ask(`select deptype, classid::regclass::text, objid from pg_shdepend where refclassid = 'pg_authid'::regclass and refobjid = $1::regrole and deptype = 'o'`, [servingRole])).toEqual([])
  })

  it('has no power besides what it was granted', async () => {
    const [role] = await ask(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1`, [servingRole])
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false })
    expect(await ask(`select roleid::regrole::text from pg_auth_members where member = $1::regrole`, [servingRole])).toEqual([])
    expect(await ask(`select nspname from pg_namespace where nspname !~ '^pg_(temp|toast_temp)' and has_schema_privilege($1, oid, 'create')`, [servingRole])).toEqual([])
  })

  it('borrows other rights only through functions known by name, whose search path is fixed', async () => {
    const rows = await ask<{ name: string; config: string[] | null }>(
      `select n.nspname || '.' || p.proname as name, p.proconfig as config from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss') order by 1`,
    )
    expect(rows.map(({ name }) => name)).toEqual(elevated)
    expect(rows.filter(({ config }) => !config?.some(one => one.startsWith('search_path=')))).toEqual([])
  })

  it('finds no view that would look with its owner’s eyes', async () => {
    const views = await ask<{ name: string }>(
      `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'v' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'pgboss') and not coalesce('security_invoker=true' = any (c.reloptions), false)
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,
    )
    expect(views).toEqual([])
  })
})

describe('on the serving connection', () => {
  let serving: pg.Client
  const speakFor = (id: string) => serving.query(`select set_config('app.government', $1, false)`, [id])
  const refusal = (text: string) => serving.query(text).then(
    () => 'done',
    (error: pg.DatabaseError) => error.message,
  )

  beforeAll(async () => {
    serving = new pg.Client({ connectionString: installation.serveUrl })
    await serving.connect()
  })
  afterAll(() => serving.end())

  const visible = async () => {
    const counts: Record<string, number> = {}
    for (const { name } of tables.filter(table => table.government && !(table.name in shared) && table.grants.includes('SELECT'))) {
      const { rows } = await serving.query<{ n: number }>(`select count(*)::integer as n from ${name} where government_id is not null`)
      if (rows[0]!.n > 0) counts[name] = rows[0]!.n
    }
    return counts
  }

  it('nothing is seen before it speaks for a government', async () => {
    await speakFor('')
    expect(await visible()).toEqual({})
  })

  it('each government sees its own rows and no other, whatever the query says', async () => {
    for (const { id } of governments) {
      await speakFor(id)
      const seen = await visible()
      expect(Object.keys(seen)).toEqual(expect.arrayContaining(['identity.account', 'identity.assignment', 'organisation.unit', 'platform.search_word']))
      for (const name of Object.keys(seen)) {
        const { rows } = await serving.query(`select distinct government_id from ${name} where government_id is not null`)
        expect({ name, rows }).toEqual({ name, rows: [{ government_id: id }] })
      }
    }
  })

  it('nothing is written into another government, nor moved there', async () => {
    const [here, there] = governments.map(({ id }) => id)
    await speakFor(here!)
    expect(await refusal(`insert into platform.search_word (government_id, word) values ('${there}', 'disusupkan')`)).toContain('row-level security')
    expect(await refusal(`update platform.search_word set government_id = '${there}'`)).toContain('row-level security')
    const { rowCount } = await serving.query(`delete from platform.search_word where government_id = $1`, [there])
    expect(rowCount).toBe(0)
  })

  it('the audit is only ever added to', async () => {
    await speakFor(governments[0]!.id)
    await serving.query(`select platform.append_audit('{"action": "test"}')`)
    const [partition] = await ask<{ name: string }>(`select inhrelid::regclass::text as name from pg_inherits where inhparent = 'platform.audit_entry'::regclass`)
    for (const name of ['platform.audit_entry', 'platform.audit_head', partition!.name]) {
      expect(await refusal(`delete from ${name}`)).toContain('permission denied')
      expect(await refusal(`update ${name} set hash = ''`)).toContain('permission denied')
      expect(await refusal(`insert into ${name} (government_id, sequence) values ('${governments[0]!.id}', 99)`)).toContain('permission denied')
    }
  })

  it('row-level security is not switched off', async () => {
    await speakFor(governments[0]!.id)
    await serving.query('set row_security = off')
    expect(await refusal('select * from identity.account')).toContain('row-level security')
    await serving.query('set row_security = on')
    expect(await refusal('set role postgres')).toContain('permission denied')
  })
})

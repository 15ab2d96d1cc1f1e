import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { Problem } from '../web/problems.ts'
import type { Condition, Query } from './query.ts'
import type { Column, StoredTable } from './table.ts'
import type { Tables } from './tables.ts'
import { aGovernmentId, someTables } from './testing.ts'

const columns: Column[] = [
  { name: 'kode', title: 'Kode', type: 'region', key: true },
  { name: 'nama', title: 'Nama', type: 'text' },
  { name: 'jumlah', title: 'Jumlah', type: 'integer' },
  { name: 'nilai', title: 'Nilai', type: 'decimal' },
]
const rows = [['33.28.01', 'Margasari', 10, 1.5], ['33.28.02', "Bumi'jawa", 20, 2.25], ['33.28.03', 'Bojong; drop table x', 30, null]]

let tables: Tables
let end: () => void
let table: StoredTable
beforeAll(async () => {
  const made = await someTables()
  tables = made.tables
  end = made.close
  table = await tables.keepRows(aGovernmentId, columns, rows)
})
afterAll(() => end())

const sql = (text: string) => tables.sql(aGovernmentId, { 'data-desa': table, lain: table }, text)
async function problem(promise: Promise<unknown>): Promise<Problem> {
  const error = await promise.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(Problem)
  return error as Problem
}

describe('SQL that somebody typed', () => {
  it('is answered when it is one question to the tables', async () => {
    expect((await sql(`select upper(nama) as n, jumlah * 2 as dua from "data-desa" where jumlah > 10 and nama like '%jawa' order by 1 -- akhir`)).rows).toEqual([["BUMI'JAWA", 40]])
    expect(await sql(`SELECT left(kode, 5) AS kab, count(*), sum(jumlah), avg(nilai) FROM "data-desa" GROUP BY 1 HAVING count(*) > 1 ORDER BY 2 DESC LIMIT 5`)).toMatchObject({
      columns: [{ name: 'kab', type: 'text' }, { name: 'count_star()', type: 'integer' }, { name: 'sum(jumlah)', type: 'integer' }, { name: 'avg(nilai)', type: 'decimal' }],
      rows: [['33.28', 3, 60, 1.875]], more: false,
    })
    expect((await sql(`select a.nama from "data-desa" a join lain b on a.kode = b.kode where b.jumlah = (select max(jumlah) from lain) and a.nilai is null`)).rows).toEqual([['Bojong; drop table x']])
    expect((await sql(`select kode, row_number() over (order by jumlah desc) as urut, case when jumlah between 1 and 15 then 'kecil' else 'besar' end as ukuran, cast(nilai as integer), jumlah::text from lain where kode in ('33.28.01', '33.28.02') order by kode;`)).rows).toEqual([['33.28.01', 2, 'kecil', 2, '10'], ['33.28.02', 1, 'besar', 2, '20']])
    expect((await tables.sql(aGovernmentId, { t: table }, 'select kode from t order by kode', { rows: 2 }))).toMatchObject({ rows: [['33.28.01'], ['33.28.02']], more: true })
  })

  const hostile = [
    'drop table lain', "insert into lain values (1)", "update lain set nama = 'x'", 'delete from lain', 'create table x as select 1', "copy lain to '/tmp/x.csv'", "copy (select 1) to '/tmp/x'",
    "attach '/tmp/x.db'", "install httpfs", 'load httpfs', "set memory_limit = '100GB'", 'reset memory_limit', 'pragma database_list', 'call pragma_version()', 'checkpoint', 'describe lain', 'show tables', 'explain select 1', 'explain analyze select * from lain', 'vacuum', "export database '/tmp/x'", 'use memory', 'begin', 'prepare p as select 1', 'execute p',
    'select 1; select 2', 'select 1; drop table lain', '', ';', 'selec 1', 'from lain select *; select 1',
    "select * from read_csv('/etc/passwd')", "select * from read_text('/etc/passwd')", "select * from read_blob('/etc/passwd')", "select * from '/etc/passwd'", 'select * from "/etc/passwd"', "select * from 'x.parquet'", "select * from glob('*')", "select * from read_parquet('*.parquet')", "select * from parquet_metadata('x')", "select * from read_json('x')", "select * from sniff_csv('x')",
    'select * from duckdb_settings()', 'select * from duckdb_tables', 'select * from duckdb_secrets()', 'select * from information_schema.tables', 'select * from pg_catalog.pg_class', 'select * from pg_class', 'select * from sqlite_master', 'select * from main.lain', 'select * from temp."lain"', 'select * from memory.main.lain', 'select * from rahasia',
    "select current_setting('memory_limit')", "select getenv('HOME')", "select getvariable('x')", 'select version()', 'select current_database()', 'select current_user', 'select txid_current()', "select nextval('s')", 'select pg_typeof(1)',
    "select repeat('x', 1000000000)", "select lpad('x', 1000000000, 'y')", 'select range(1000000000)', 'select * from range(10)', 'select * from generate_series(1, 10)', 'select unnest([1, 2])', 'select list(nama) from lain', 'select [1, 2, 3]', "select {'a': 1}", 'select map([1], [2])', 'select array_agg(nama) from lain', 'select histogram(nama) from lain', 'select list_transform([1], x -> x)',
    'with x as (select 1) select * from x', 'with recursive x as (select 1 as n union all select n + 1 from x) select * from x', 'select 1 union all select 2', 'select * from lain except select * from lain', 'values (1)', 'select * from (values (1)) v', 'select * from lain tablesample 10%', 'select * from lain using sample 1', 'pivot lain on nama', 'unpivot lain on jumlah into name n value v', 'summarize lain', 'select columns(*) from lain', "select columns('.*') from lain", 'select * replace (1 as nama) from lain', 'select $1', 'select ?', 'select #1 from lain', 'select nama collate nocase from lain', 'select lain from lain.x', "select query('select 1')", "select * from query('select 1')", "select * from query_table('lain')", "select * from query_table(['lain'])", "select json_execute_serialized_sql('x')", "from_json('x', 'y')", "select cast('x' as json)", "select 'x'::blob", "select system.main.lower('x')", "select pg_catalog.lower('x')",
    `select ${'abs('.repeat(100)}1${')'.repeat(100)}`, 'select current_catalog', 'select user', 'select session_user', `select ${Array.from({ length: 6000 }, () => '1').join('+')}`,
  ]
  it.each(hostile)('is refused: %s', async text => {
    const { problems } = await problem(sql(text))
    expect(problems[0]!.name).toBe('sql')
  })

  it('that does not fit the tables is told why', async () => {
    expect((await problem(sql('select rahasia from lain'))).problems[0]!.message.values!.reason).toContain('rahasia')
    expect((await problem(sql('select file_row_number from lain'))).problems[0]!.message.values!.reason).toContain('file_row_number')
    expect((await problem(sql("select cast(nama as integer) from lain"))).problems[0]!.message.values!.reason).toContain('Could not convert')
  })
})

describe('a question', () => {
  it('with hostile names and values is refused or finds nothing, and does nothing else', async () => {
    const nasty = fc.oneof(fc.constantFrom(`' or 1=1 --`, `"; drop table x; --`, `nama" or 1=1`, `$1`, '?', `\\'`, `'||getenv('HOME')||'`, `kode.province"`, `jumlah.year`, 'file_row_number', '*', `%`, '\0', '\u2028'), fc.string({ unit: 'binary' }))
    const condition: fc.Arbitrary<Condition> = fc.record({ column: fc.oneof(fc.constantFrom('kode', 'nama', 'jumlah', 'nilai'), nasty.map(text => text.slice(0, 80))), is: fc.constantFrom('eq', 'ne', 'lt', 'gte', 'contains', 'in', 'within', 'empty', 'filled'), value: fc.oneof(nasty, fc.integer(), fc.array(nasty, { maxLength: 3 })) })
    const query: fc.Arbitrary<Query> = fc.record({ columns: fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom('kode', 'nama') }, { weight: 1, arbitrary: nasty.map(text => text.slice(0, 80)) }), { minLength: 1, maxLength: 2 }), where: fc.array(condition, { maxLength: 2 }), search: nasty.map(text => text.slice(0, 200)) }, { requiredKeys: ['columns'] })
    await fc.assert(fc.asyncProperty(query, async asked => {
      const answer = await tables.query(aGovernmentId, table, asked).catch((error: unknown) => error)
      if (answer instanceof Problem) return
      expect(answer).toMatchObject({ rows: expect.any(Array) as unknown })
    }), { numRuns: 200 })
    expect((await tables.query(aGovernmentId, table, {})).rows).toEqual(rows)
  }, 60_000)

  it('finds exactly the text it names', async () => {
    for (const [, name] of rows) expect((await tables.query(aGovernmentId, table, { columns: ['nama'], where: [{ column: 'nama', is: 'eq', value: String(name) }] })).rows).toEqual([[name]])
  })
})

describe('two versions', () => {
  it('are compared row by row and column by column', async () => {
    const next = await tables.keepRows(aGovernmentId, [...columns.slice(0, 3), { name: 'nilai', title: 'Nilai', type: 'text' }, { name: 'baru', title: 'Baru', type: 'text' }], [['33.28.01', 'Margasari', 11, '1.50', 'x'], ['33.28.03', 'Bojong', 30, null, 'y'], ['33.28.04', 'Balapulang', 5, '3', 'z']])
    expect(await tables.compare(aGovernmentId, table, next, ['kode'])).toEqual({
      columns: { added: ['baru'], removed: [], retyped: ['nilai'] },
      rows: { added: 1, removed: 1, changed: 2, same: 0 },
      changes: [{ column: 'nama', rows: 1 }, { column: 'jumlah', rows: 1 }],
      sample: {
        columns: ['kode', 'nama', 'jumlah', 'nilai'],
        added: [['33.28.04', 'Balapulang', 5, '3']],
        removed: [['33.28.02', "Bumi'jawa", 20, '2.25']],
        changed: [{ key: ['33.28.01'], cells: [{ column: 'jumlah', before: 10, after: 11 }] }, { key: ['33.28.03'], cells: [{ column: 'nama', before: 'Bojong; drop table x', after: 'Bojong' }] }],
      },
    })
    expect((await tables.compare(aGovernmentId, table, table, ['kode'])).rows).toEqual({ added: 0, removed: 0, changed: 0, same: 3 })
    expect((await tables.compare(aGovernmentId, table, next, [])).rows).toEqual({ added: 3, removed: 3, changed: null, same: null })
  })
})

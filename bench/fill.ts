import type pg from 'pg'
import { connect } from './database.ts'
import type { Server } from './server.ts'

/**
 * Fills two governments of one installation: Purbalingga with 1,000 publications, Tegal with `rows`, spread over ten
 * years, in words whose frequency falls as in real texts (a few everywhere, many seldom).
 */
export async function fill(server: Server, rows: number): Promise<void> {
  const client = await connect(server)
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
    await client.query('alter table publications.publication disable trigger count_activity')
    // The index is built once at the end: a hundred times faster than word by word.
    const { rows: [index] } = await client.query<{ definition: string }>("select pg_get_indexdef('platform.search_entry_words'::regclass) as definition")
    await client.query('drop index platform.search_entry_words')
    for (const [slug, count] of [['purbalinggakab', 1000], ['tegalkab', rows]] as const) await fillGovernment(client, slug, count)
    await client.query(index!.definition)
    await client.query('alter table publications.publication enable trigger count_activity')
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** A repeatable source of numbers from 0 up to 1 (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const letters = 'abcdefghij'
const invented = (i: number) => `kata${String(i).split('').map(digit => letters[Number(digit)]).join('')}`

async function fillGovernment(client: pg.Client, slug: string, count: number): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select id from organisation.government where slug = $1', [slug])
  const government = rows[0]!.id
  const real = await client.query<{ word: string }>('select word from platform.search_word where government_id = $1 order by md5(word)', [government])
  const words = [...real.rows.map(row => row.word), ...Array.from({ length: 20_000 }, (_, i) => invented(i))]
  const places = (await client.query<{ id: string; district: string | null }>('select id, left(region_code, 8) as district from organisation.unit where government_id = $1 and channel order by position, id', [government])).rows
  const random = numbers(count)
  // Cubed: the first words occur in almost every text, the last ones in a handful.
  const text = (length: number) => Array.from({ length }, () => words[Math.floor(words.length * random() ** 3)]).join(' ')
  await client.query('delete from publications.publication where government_id = $1', [government])
  await client.query('delete from platform.search_entry where government_id = $1', [government])
  const kinds = ['berita', 'pengumuman', 'kegiatan', 'program', 'siaran-pers', 'dokumen', 'infografis']
  const tenYears = 3650 * 86_400_000
  const batch = 10_000
  for (let from = 0; from < count; from += batch) {
    const size = Math.min(batch, count - from)
    const numbersOf = Array.from({ length: size }, (_, i) => from + i)
    const places_ = numbersOf.map(i => places[(i * 7919) % places.length]!)
    await client.query(
      `with made as materialized (
        select uuidv7() as id, i, unit_id, nullif(district, '') as district, at, kind, title, summary, body
        from unnest($2::int[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::text[]) as t(i, unit_id, district, at, kind, title, summary, body)
      ), p as (
        insert into publications.publication (id, government_id, unit_id, kind, slug, state, working_version, live_version, visible, title, published_at, district_code, created_at, changed_at)
        select id, $1, unit_id, kind, 'uji-' || i, 'published', 1, 1, true, title, at, district, at, at from made
      ), v as (
        insert into publications.version (publication_id, number, government_id, title, summary, body, made_at) select id, 1, $1, title, summary, body, at from made
      )
      insert into platform.search_entry (government_id, kind, id, sort, title, summary, href, unit_id, district_code, at, words)
      select $1, 'publication', id, kind, title, summary, '/berita/uji-' || i, unit_id, district, at,
        setweight(to_tsvector('indonesian', title), 'A') || setweight(to_tsvector('indonesian', summary), 'B') || setweight(to_tsvector('indonesian', body), 'C') from made`,
      [
        government, numbersOf, places_.map(p => p.id), places_.map(p => p.district ?? ''), numbersOf.map(i => new Date(Date.now() - 3_600_000 - tenYears * (1 - i / count))),
        numbersOf.map(i => kinds[i % kinds.length]), numbersOf.map(() => text(8)), numbersOf.map(() => text(16).slice(0, 200)), numbersOf.map(() => text(50)),
      ],
    )
    process.stdout.write(`  ${slug}: ${(from + size).toLocaleString('en')}\r`)
  }
  process.stdout.write('\n')
  await client.query('insert into platform.search_word (government_id, word) select $1, unnest($2::text[]) on conflict do nothing', [government, words])
  await client.query('delete from publications.activity where government_id = $1', [government])
  await client.query('insert into publications.activity (unit_id, government_id, published, last_published_at) select unit_id, government_id, count(*), max(published_at) from publications.publication where visible and government_id = $1 group by 1, 2', [government])
}

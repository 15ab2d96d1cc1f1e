import assert from 'node:assert/strict'
import type pg from 'pg'
import type { Letter, PartyRole } from '../src/modules/correspondence/contract.ts'
import { locksOf } from '../src/modules/correspondence/locks.ts'
import { connect, withoutIndexes } from './database.ts'
import { inTurn, large, small, slugs, type Case, type Figure, type Slug } from './measure.ts'
import type { Server } from './server.ts'
import { addViewer } from './viewers.ts'

/** Letters of three years in the small government and in the large one, over as many offices, desks and people. */
const sizes = { [small]: 10_000, [large]: 1_000_000 } as const
const offices = 80
const desks = 100_000
const texts = 20_000
const batch = 100_000

const indexed = [
  'correspondence.letter_unit_id_created_at_id_idx', 'correspondence.letter_created_by_changed_at_id_idx', 'correspondence.letter_government_id_likeness_idx', 'correspondence.letter_government_id_signed_at_idx',
  'correspondence.letter_government_id_number_idx', 'correspondence.receipt_unit_id_at_letter_id_idx', 'platform.search_entry_locked',
]

/** Fills both governments once: letters with parties, lines of the agenda and what the search knows of them. */
export async function fillLetters(server: Server): Promise<void> {
  const client = await connect(server)
  try {
    // References are right by the way they are made; checking each of six million takes longer than all else.
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'; set session_replication_role = replica`)
    await client.query('begin')
    const { rows } = await client.query<{ id: string; slug: Slug; letters: number }>('select g.id, g.slug, (select count(*)::int from correspondence.letter l where l.government_id = g.id) as letters from organisation.government g where slug = any($1)', [slugs])
    const empty = rows.filter(({ slug, letters }) => letters < sizes[slug])
    if (empty.length > 0) await withoutIndexes(client, indexed, async () => {
      for (const { id, slug } of empty) await fillGovernment(client, id, slug)
    })
    await client.query('commit')
    for (const table of ['correspondence.letter', 'correspondence.party', 'correspondence.receipt', 'platform.search_entry', 'organisation.position', 'organisation.holding']) await client.query(`vacuum analyze ${table}`)
  } finally {
    await client.end()
  }
}

async function fillGovernment(client: pg.Client, government: string, slug: Slug): Promise<void> {
  await makePlaces(client, government)
  await makeTexts(client)
  for (let from = 0; from < sizes[slug]; from += batch) {
    await makeLetters(client, government, from, Math.min(from + batch, sizes[slug]) - 1)
    process.stdout.write(`  ${slug}: ${Math.min(from + batch, sizes[slug]).toLocaleString('en')} letters\r`)
  }
  await client.query(
    `insert into correspondence.receipt (government_id, letter_id, unit_id, year, sequence, received_on, via, at, due_on, closed_at, outcome, secret)
     select $1, id, office_id, extract(year from at), row_number() over (partition by office_id, extract(year from at) order by at), at::date, case when made then 'office' else 'paper' end, at,
       (at + interval '7 days')::date, case when not open then at + interval '3 days' end, case when not open then 'done' end,
       (select l.secrecy in ('R', 'SR') from correspondence.letter l where l.id = bench_letter.id) from bench_letter where office_id is not null`,
    [government],
  )
  process.stdout.write('\n')
  await compareLocks(client, government)
  await addViewers(client, government, slug)
  await client.query('drop table bench_letter, bench_office, bench_desk, bench_text')
}

/** Offices with an agenda of their own, and desks in them. */
async function makePlaces(client: pg.Client, government: string): Promise<void> {
  await client.query(
    `create temporary table bench_office as select id, kind, name, row_number() over (order by kind <> 'subdistrict', kind <> 'agency', position, id) - 1 as n from organisation.unit
     where government_id = '${government}' and kind in ('agency', 'subdistrict', 'hospital', 'puskesmas', 'school', 'village') order by 4 limit ${offices};
     insert into organisation.position (government_id, unit_id, title, rank, kind) select '${government}', o.id, 'Meja surat ' || i, 900, 'pelaksana' from generate_series(0, ${desks} - 1) as i join bench_office o on o.n = i % ${offices};
     create temporary table bench_desk as select id, unit_id, substr(title, 12)::int as n from organisation.position where government_id = '${government}' and title like 'Meja surat %';
     create index on bench_desk (n);
     analyze bench_office, bench_desk;
     create temporary table bench_letter (id uuid, made boolean, open boolean, office_id uuid, at timestamptz)`,
  )
}

/** Bodies of sixty words whose frequency falls as in real texts, with what the index keeps of them. */
async function makeTexts(client: pg.Client): Promise<void> {
  await client.query(
    `create temporary table bench_text as
     select i as n, platform.search_vector('', '', string_agg(case when w < 40 then (array[
       'kegiatan', 'anggaran', 'laporan', 'pelaksanaan', 'kabupaten', 'dinas', 'bidang', 'program', 'tahun', 'kecamatan', 'data', 'rapat', 'koordinasi', 'pembangunan', 'pegawai', 'masyarakat', 'desa', 'undangan', 'permohonan', 'kesehatan',
       'pendidikan', 'pertanian', 'infrastruktur', 'jalan', 'jembatan', 'bantuan', 'usulan', 'evaluasi', 'sosialisasi', 'pelatihan', 'aset', 'pengadaan', 'perizinan', 'pajak', 'retribusi', 'banjir', 'stunting', 'irigasi', 'puskesmas', 'posyandu'])[w + 1]
       else translate('kata' || w, '0123456789', 'abcdefghij') end, ' ')) as words
     from generate_series(0, ${texts} - 1) as i cross join generate_series(1, 60) as k
       cross join lateral (select floor(30000 * power((hashint8(i::bigint * 61 + k) & 1048575) / 1048576.0, 4))::int as w) as chosen
     group by i;
     create index on bench_text (n);
     analyze bench_text`,
  )
}

/**
 * Half of the letters came on paper, half are made here for another office; one in twelve of those is unfinished. Of forty
 * thirty are B, seven T, two R and one SR.
 */
async function makeLetters(client: pg.Client, government: string, first: number, last: number): Promise<void> {
  await client.query(
    `create temporary table bench_new as
     with chosen as (
       select i, uuidv7() as id, i % 2 = 1 as made, i % 24 = 1 as unfinished, (hashint4(i * 5) & 1023) < 51 as open,
         case when i / 2 % 40 < 30 then 'B' when i / 2 % 40 < 37 then 'T' when i / 2 % 40 < 39 then 'R' else 'SR' end as secrecy,
         (hashint4(i * 3) & 2147483647) % ${desks} as writer, (hashint4(i * 11) & 2147483647) % ${desks} as reader, (hashint4(i * 7) & 2147483647) % ${texts} as text,
         now() - make_interval(secs => ((hashint4(i) & 1048575) / 1048576.0) * 94608000) as at
       from generate_series(${first}, ${last}) as i
     )
     select c.*, o.name as sender, w.id as writer_id, r.id as reader_id, case when made then w.unit_id else r.unit_id end as unit_id, case when not unfinished then r.unit_id end as office_id,
       (array['Undangan', 'Permohonan', 'Laporan', 'Usulan', 'Penyampaian', 'Undangan', 'Laporan', 'Pemberitahuan'])[1 + c.text % 8] || ' ' || (array['rapat', 'data', 'anggaran', 'kegiatan', 'koordinasi', 'pelatihan', 'perbaikan'])[1 + i % 7] || ' '
         || (array['infrastruktur', 'kesehatan', 'pendidikan', 'pertanian', 'keuangan', 'kepegawaian', 'irigasi', 'stunting', 'perizinan', 'pariwisata', 'perpustakaan'])[1 + c.text % 11] || ' ' || translate('hal' || i % 50000, '0123456789', 'abcdefghij') as subject,
       '000.' || i % 9 || '/' || i || '/' || extract(year from at) as number,
       case when not made then 'received' when unfinished then 'circulating' else 'sent' end as state, (array['surat-dinas', 'nota-dinas', 'undangan', 'surat-tugas'])[1 + i % 4] as kind,
       array(
         select distinct lock collate "C" from (
           select shelf || ':' || place from unnest(case when secrecy = 'B' and not unfinished then array['r', 'o'] when secrecy in ('B', 'T') then array['o'] when secrecy = 'R' then array['s'] else '{}' end) as shelf,
             unnest(array['*', case when not unfinished then r.unit_id::text end, case when made then w.unit_id::text end]) as place
           union all select 'p:' || desk from unnest(array[case when not unfinished then r.id end, case when made then w.id end]) as desk
         ) as l (lock) where lock is not null order by 1) as locks
     from chosen c join bench_desk w on w.n = c.writer join bench_desk r on r.n = c.reader join bench_office o on o.id = case when made then w.unit_id else r.unit_id end;
     insert into correspondence.letter (id, government_id, origin, unit_id, kind, state, secrecy, number, letter_on, subject, sender, locks, created_at, changed_at, signed_at, sent_at)
     select id, '${government}', case when made then 'made' else 'paper' end, unit_id, kind, state, secrecy, case when not unfinished then number end, at::date, subject, sender, locks, at, at, case when state = 'sent' then at end, case when state = 'sent' then at end from bench_new;
     insert into correspondence.party (government_id, letter_id, unit_id, role, post_id) select '${government}', n.id, w.unit_id, 'maker', w.id from bench_new n join bench_desk w on w.id = n.writer_id where n.made;
     insert into correspondence.party (government_id, letter_id, unit_id, role, post_id) select '${government}', id, office_id, 'to', reader_id from bench_new where not unfinished;
     insert into platform.search_entry (government_id, kind, id, sort, title, summary, href, unit_id, at, locks, words)
     select '${government}', 'letter', n.id, n.kind, said.title, said.summary, '/kerja/surat/' || n.id, n.unit_id, n.at::date + interval '12 hours', n.locks,
       ts_delete(setweight(to_tsvector('indonesian', said.title), 'A') || setweight(to_tsvector('indonesian', said.summary), 'B'), stops.lexemes) || case when n.secrecy in ('B', 'T') then t.words else ''::tsvector end
     from (select platform.stop_lexemes() as lexemes) stops, bench_new n join bench_text t on t.n = n.text
       cross join lateral (select case secrecy when 'R' then 'Surat rahasia' when 'SR' then 'Surat sangat rahasia' else subject end as title, concat_ws(' · ', case when not unfinished then number end, sender) as summary) said;
     insert into bench_letter select id, made, open, office_id, at from bench_new;
     drop table bench_new`,
  )
}

/** What was written as locks here must be what correspondence writes, or the figures would be those of another program. */
async function compareLocks(client: pg.Client, government: string): Promise<void> {
  const { rows } = await client.query<Pick<Letter, 'secrecy' | 'state' | 'origin'> & { locks: string[]; parties: { unitId: string; role: PartyRole; postId: string }[] }>(
    `select l.secrecy, l.state, l.origin, l.locks, (select jsonb_agg(jsonb_build_object('unitId', unit_id, 'role', role, 'postId', post_id)) from correspondence.party p where p.letter_id = l.id) as parties
     from (select * from correspondence.letter where government_id = $1 and id in (select id from bench_letter limit 500)) l`,
    [government],
  )
  for (const { locks, parties, ...letter } of rows) assert.deepEqual(locks, locksOf(letter, parties.map(({ unitId, role, postId }) => ({ unitId, role, desk: { postId } }))))
}

/** Somebody with a desk only, the secretariat of a subdistrict, somebody who reads in all units, and one who holds everything. */
async function addViewers(client: pg.Client, government: string, slug: Slug): Promise<void> {
  const { rows } = await client.query<{ id: string; unit_id: string }>('select id, unit_id from bench_desk where n < 4 order by n')
  const viewers = [
    { username: 'surat.pegawai', permissions: [], reach: 'unit-and-below' },
    { username: 'surat.sekretariat', permissions: ['correspondence.office', 'correspondence.read'], reach: 'unit-and-below' },
    { username: 'surat.pembaca', permissions: ['correspondence.read'], reach: 'government' },
    { username: 'surat.pemerintah', permissions: ['correspondence.office', 'correspondence.read', 'correspondence.read-secret'], reach: 'government' },
  ] as const
  for (const [n, viewer] of viewers.entries()) await addViewer(client, government, slug, { ...viewer, unitId: rows[n]!.unit_id, positionId: rows[n]!.id })
}

const searches: [name: string, words: string][] = [
  ['common word', 'anggaran'], ['middling word', 'stunting'], ['rare word', 'halbhhhh'], ['two words', 'undangan irigasi'], ['a common and a rare word', 'laporan halbhhh'], ['typing error', 'anggrran'], ['word nobody wrote', 'zzqxw'],
]

const seekers = { 'own desk': 'surat.pegawai', 'a subdistrict': 'surat.sekretariat', 'a government': 'surat.pemerintah' } as const

const books: Case[] = [
  { name: 'agenda of a subdistrict', viewer: 'surat.sekretariat', path: '/kerja/surat' },
  { name: 'agenda, not done with', viewer: 'surat.sekretariat', path: '/kerja/surat?keadaan=terbuka' },
  { name: 'agenda, one year, one kind', viewer: 'surat.sekretariat', path: `/kerja/surat?tahun=${new Date().getFullYear() - 1}&jenis=undangan` },
  { name: 'agenda, top secret', viewer: 'surat.sekretariat', path: '/kerja/surat?sifat=SR' },
  { name: 'book of what went out', viewer: 'surat.sekretariat', path: '/kerja/surat?buku=keluar' },
  { name: 'book of what went out, limited', viewer: 'surat.sekretariat', path: '/kerja/surat?buku=keluar&sifat=T' },
  { name: 'own drafts', viewer: 'surat.pegawai', path: '/kerja/surat?buku=konsep' },
  { name: 'what one has to do with', viewer: 'surat.pegawai', path: '/kerja/surat?buku=terlibat' },
  { name: 'agenda of an office, by who holds everything', viewer: 'surat.pemerintah', path: '/kerja/surat' },
  { name: 'agenda, secret, by who reads in all units', viewer: 'surat.pembaca', path: '/kerja/surat?sifat=R' },
]

/** Books and searches over letters, and the public search beside them. */
export const letters = (server: Server, times = 100): Promise<Figure[]> =>
  inTurn(server, [
    ...books,
    ...Object.entries(seekers).flatMap(([who, viewer]) => searches.map(([name, words]): Case => ({ name: `search, ${who}, ${name}`, viewer, path: `/kerja/surat?q=${encodeURIComponent(words)}` }))),
    { name: 'public search', viewer: 'surat.pegawai', path: '/cari?q=anggaran' },
  ], times)

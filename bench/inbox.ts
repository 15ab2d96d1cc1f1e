import type pg from 'pg'
import { connect, withoutIndexes } from './database.ts'
import { inTurn, large, small, slugs, type Figure, type Slug } from './measure.ts'
import type { Server } from './server.ts'
import { addViewer } from './viewers.ts'

/** Tasks in the small government and in the large one, each spread over as many desks. */
const sizes = { [small]: 10_000, [large]: 1_000_000 } as const
const desks = 100_000
const positions = 90_000

/** Who looks, and how far the role of a secretariat reaches that they hold. */
const viewers = { 'bench.pegawai': null, 'bench.pimpinan': null, 'bench.sekretariat': 'unit-and-below', 'bench.pemerintah': 'government' } as const

/** Fills both governments once: three years of letters, one in twenty still open. */
export async function fillInbox(server: Server): Promise<void> {
  const client = await connect(server)
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
    await client.query('begin')
    await withoutIndexes(client, ['inbox.task_open_words', 'inbox.task_done_words'], async () => {
      for (const slug of slugs) await fillGovernment(client, slug)
    })
    await client.query('commit')
    for (const table of ['inbox.task', 'organisation.position', 'organisation.holding']) await client.query(`vacuum analyze ${table}`)
  } finally {
    await client.end()
  }
}

async function fillGovernment(client: pg.Client, slug: Slug): Promise<void> {
  const { rows: [government] } = await client.query<{ id: string; full: boolean }>('select id, (select count(*) from inbox.task t where t.government_id = g.id) >= $2 as full from organisation.government g where slug = $1', [slug, sizes[slug]])
  const { id, full } = government!
  if (full) return
  await client.query(
    `with unit as (select id, row_number() over (order by id) - 1 as n, count(*) over () as all from organisation.unit where government_id = $1)
     insert into organisation.position (government_id, unit_id, title, rank, kind) select $1, u.id, 'Meja uji ' || i, 900, 'pelaksana' from generate_series(1, $2::int) as i join unit u on u.n = i % u.all`,
    [id, positions],
  )
  await addViewers(client, id, slug)
  for (let from = 0; from < sizes[slug]; from += 100_000) {
    await client.query(
      `with unit as materialized (select id, row_number() over (order by id) - 1 as n, count(*) over () as all from organisation.unit where government_id = $1),
         desk as materialized (select id, unit_id, row_number() over (order by id) - 1 as n from organisation.position where government_id = $1 and title like 'Meja uji %'),
         made as (select i, i % $4::int as d, now() - make_interval(secs => ((hashint4(i) & 1048575) / 1048576.0) * 94608000) as at, (hashint4(i * 7) & 1023) < 51 as open from generate_series($2::int, $3::int) as i)
       insert into inbox.task (government_id, kind, matter_kind, matter_id, post_id, account_id, unit_id, confidential, title, sender, number, href, urgency, due_on, at, read_at, done_at, outcome)
       select $1, (array['sign', 'paraf', 'revise', 'send', 'incoming', 'incoming', 'incoming', 'disposition', 'disposition', 'copy', 'approve'])[1 + i % 11], 'letter', gen_random_uuid(),
         desk.id, case when desk.id is null then person.id end, coalesce(desk.unit_id, unit.id), i % 40 = 0,
         (array['Undangan rapat', 'Permohonan data', 'Laporan bulanan', 'Usulan anggaran', 'Nota dinas'])[1 + i % 5] || ' ' || (array['infrastruktur', 'kesehatan', 'pendidikan', 'pertanian', 'keuangan', 'kepegawaian'])[1 + (i / 5) % 6] || ' nomor kegiatan ' || i,
         'Unit ' || i % 97, '000.' || i % 9 || '/' || i || '/' || 2026 - i % 3, '/kerja', (array['biasa', 'biasa', 'biasa', 'segera', 'kilat'])[1 + i % 5],
         case when i % 3 > 0 then (at + interval '5 days')::date end, at, case when not open or i % 2 = 0 then at + interval '1 hour' end, case when not open then at + interval '2 days' end, case when not open then 'done' end
       from made left join desk on desk.n = made.d left join unit on unit.n = made.i % unit.all
       cross join lateral (select md5($1::text || made.d)::uuid as id) person`,
      [id, from, Math.min(from + 100_000, sizes[slug]) - 1, desks],
    )
    process.stdout.write(`  ${slug}: ${(from + 100_000).toLocaleString('en')}\r`)
  }
  process.stdout.write('\n')
  // A leader's desk is as full in both: 60 letters wait, 1,000 are done.
  await client.query(
    `insert into inbox.task (government_id, kind, matter_kind, matter_id, post_id, unit_id, title, sender, number, href, due_on, at, read_at, done_at, outcome)
     select $1, (array['sign', 'incoming', 'disposition'])[1 + i % 3], 'letter', gen_random_uuid(), h.position_id, p.unit_id, 'Permohonan tanda tangan ' || i, 'Sekretaris Daerah', '900/' || i, '/kerja', current_date + i % 9,
       now() - make_interval(hours => i), case when i % 2 = 0 or i > 60 then now() end, case when i > 60 then now() - make_interval(hours => i) end, case when i > 60 then 'signed' end
     from generate_series(1, 1060) as i, organisation.holding h join organisation.position p on p.id = h.position_id join identity.account a on a.id = h.account_id
     where a.government_id = $1 and a.username = 'bench.pimpinan'`,
    [id],
  )
}

async function addViewers(client: pg.Client, government: string, slug: Slug): Promise<void> {
  for (const [n, [username, reach]] of Object.entries(viewers).entries()) {
    const { rows: [place] } = await client.query<{ unitId: string; positionId: string }>(
      `select (select id from organisation.unit u where u.government_id = $1 and kind = (case when $2::text = 'government' then 'government' else 'subdistrict' end) order by position, id limit 1) as "unitId",
         (select id from organisation.position where government_id = $1 and title = 'Meja uji ' || $3::int) as "positionId"`,
      [government, reach, n + 1],
    )
    await addViewer(client, government, slug, { ...place!, username, permissions: reach ? ['inbox.office'] : [], reach: reach ?? 'unit-and-below' })
  }
}

const cases: [name: string, viewer: keyof typeof viewers, query: string][] = [
  ['own desk', 'bench.pegawai', ''],
  ['leader’s desk', 'bench.pimpinan', ''],
  ['leader’s desk, to sign, by deadline', 'bench.pimpinan', '?tugas=tanda-tangan&urut=tenggat'],
  ['leader’s desk, done', 'bench.pimpinan', '?tab=selesai'],
  ['leader’s desk, search', 'bench.pimpinan', '?q=tangan+7'],
  ['office of a subdistrict', 'bench.sekretariat', '?meja=kantor'],
  ['office of a subdistrict, by deadline', 'bench.sekretariat', '?meja=kantor&urut=tenggat'],
  ['office of a subdistrict, done', 'bench.sekretariat', '?meja=kantor&tab=selesai'],
  ['office of a subdistrict, search', 'bench.sekretariat', '?meja=kantor&q=anggaran'],
  ['office of a government', 'bench.pemerintah', '?meja=kantor'],
  ['office of a government, by deadline', 'bench.pemerintah', '?meja=kantor&urut=tenggat'],
  ['office of a government, one kind', 'bench.pemerintah', '?meja=kantor&tugas=persetujuan'],
  ['office of a government, done', 'bench.pemerintah', '?meja=kantor&tab=selesai'],
  ['office of a government, search, common word', 'bench.pemerintah', '?meja=kantor&q=anggaran'],
  ['office of a government, search, rare word', 'bench.pemerintah', '?meja=kantor&tab=selesai&q=kegiatan+7777'],
]

/** Whole pages of the inbox with list, counters and seats: the small government and the large one in turn. */
export const inbox = (server: Server, times = 200): Promise<Figure[]> => inTurn(server, cases.map(([name, viewer, query]) => ({ name, viewer, path: `/kerja/kotak-masuk${query}` })), times)

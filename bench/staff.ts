import type pg from 'pg'
import { connect } from './database.ts'
import { administrators, inTurn, large, small, slugs, type Figure, type Slug } from './measure.ts'
import type { Server } from './server.ts'

/** Employees in the small government and in the large one. */
const sizes = { [small]: 1000, [large]: 100_000 } as const

/** Fills both governments once: people spread over all units, one in eight called Sri, each with a few records. */
export async function fillStaff(server: Server): Promise<void> {
  const client = await connect(server)
  try {
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '128MB'`)
    await client.query('begin')
    for (const slug of slugs) await fillGovernment(client, slug)
    await client.query('commit')
    for (const table of ['personnel.employee', 'personnel.record']) await client.query(`vacuum analyze ${table}`)
  } finally {
    await client.end()
  }
}

async function fillGovernment(client: pg.Client, slug: Slug): Promise<void> {
  const { rows: [government] } = await client.query<{ id: string; full: boolean }>('select id, (select count(*) from personnel.employee e where e.government_id = g.id) >= $2 as full from organisation.government g where slug = $1', [slug, sizes[slug]])
  const { id, full } = government!
  if (full) return
  await client.query(
    `with unit as materialized (select id, row_number() over (order by id) - 1 as n, count(*) over () as all from organisation.unit where government_id = $1),
       made as (select i, date '1966-01-01' + ((hashint4(i) & 65535) % 13000) as born, (array['I/d', 'II/c', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b'])[1 + (hashint4(i * 3) & 7)] as grade from generate_series(1, $2::int) as i)
     insert into personnel.employee (government_id, unit_id, kind, nip, name, title_after, birth_date, sex, entered_on, contract_until, license_until, grade, grade_since, education, position_title, position_level, position_since, increase_since)
     select $1, unit.id, case when i % 5 = 0 then 'pppk' else 'pns' end, to_char(born, 'YYYYMMDD') || lpad((i % 10000000000)::text, 10, '0'),
       (array['Sri', 'Agus', 'Siti', 'Bambang', 'Dewi', 'Eko', 'Nur', 'Rini'])[1 + i % 8] || ' ' || (array['Wahyuni', 'Santoso', 'Rahayu', 'Prasetyo', 'Lestari', 'Hidayat', 'Utami', 'Setiawan', 'Kurniasih', 'Nugroho', 'Puspita'])[1 + (i / 8) % 11] || ' ' || md5(i::text),
       'S.E.', born, case when i % 2 = 0 then 'f' else 'm' end, (born + interval '25 years')::date, case when i % 5 = 0 then current_date + i % 900 end, case when i % 7 = 0 then current_date + i % 1000 end,
       grade, (born + interval '40 years')::date, (array['sma', 'd3', 's1', 's1', 's2'])[1 + i % 5], 'Analis Kebijakan', (array['pelaksana', 'ahli-pertama', 'ahli-muda', 'administrator'])[1 + i % 4], current_date - 900, current_date - (i % 800)
     from made join unit on unit.n = i % unit.all`,
    [id, sizes[slug]],
  )
  await client.query(
    `insert into personnel.record (government_id, employee_id, kind, since, content)
     select $1, e.id, r.kind, e.grade_since, case r.kind when 'performance' then '{"year": 2025, "rating": "baik"}' when 'rank' then jsonb_build_object('grade', e.grade, 'years', 10) else '{"title": "Analis Kebijakan", "level": "ahli-muda"}' end
     from personnel.employee e cross join unnest(array['rank', 'position', 'performance']) as r (kind) where e.government_id = $1 and e.name like '% ________________________________'`,
    [id],
  )
}

const cases: [name: string, path: (mark: string) => string][] = [
  ['list, first page', () => '/kerja/pegawai'],
  ['list, from the middle', mark => `/kerja/pegawai?setelah=${mark}`],
  ['list, one grade', () => '/kerja/pegawai?golongan=III%2Fb'],
  ['search, a name one in eight has', () => '/kerja/pegawai?q=sri'],
  ['search, two names of many', () => '/kerja/pegawai?q=sri+wahyuni'],
  ['search, a name nobody has', () => '/kerja/pegawai?q=zzqx'],
  ['search, the beginning of a number', () => '/kerja/pegawai?q=19780'],
  ['one file', mark => `/kerja/pegawai/${mark}`],
  ['due, salary increases', () => '/kerja/pegawai/jatuh-tempo'],
  ['due, retirements of five years', () => '/kerja/pegawai/jatuh-tempo?daftar=retirement&sampai=60'],
  ['due, licences', () => '/kerja/pegawai/jatuh-tempo?daftar=license'],
  ['figures', () => '/kerja/pegawai/statistik'],
]

/** The same pages of the small and the large government, in turn, as an administrator sees them. */
export async function staff(server: Server, times = 60): Promise<Figure[]> {
  const client = await connect(server)
  const { rows } = await client.query<{ slug: Slug; id: string }>("select g.slug, e.id from organisation.government g cross join lateral (select e.id from personnel.employee e where e.government_id = g.id and e.sort_name >= 'nur' order by e.sort_name limit 1) e where g.slug = any($1)", [slugs])
  await client.end()
  const middle = (slug: Slug) => rows.find(row => row.slug === slug)!.id
  return inTurn(server, cases.map(([name, path]) => ({ name, viewer: administrators, path: { [small]: path(middle(small)), [large]: path(middle(large)) } })), times)
}

import { sql } from 'kysely'
import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { educationWords, kindWords, sexWords, wordOf } from './parts/words.ts'
import { tables } from './store.ts'

/** A cell with fewer people than this would point at somebody. */
const fewest = 5

/** Numbers of people without anybody in them: small cells are left empty. */
export const datasets: DatasetSpec[] = [
  {
    code: 'pegawai',
    title: 'Jumlah pegawai menurut unit, golongan, jenis kelamin, dan pendidikan',
    description: 'Pegawai aktif per unit dan satu ciri. Sel dengan kurang dari lima orang dikosongkan agar tidak menunjuk siapa pun.',
    every: 'month',
    columns: [
      { name: 'unit', title: 'Unit', type: 'text' },
      { name: 'ciri', title: 'Ciri', type: 'text' },
      { name: 'nilai', title: 'Nilai', type: 'text' },
      { name: 'jumlah', title: 'Jumlah', type: 'integer' },
    ],
    async rows({ db, government, ask }) {
      const units = await ask(unitDirectory).of(government.id)
      const { rows } = await sql<{ unit: string; trait: string; value: string | null; n: number }>`
        select unit_id as unit, trait, value, count(*)::int as n from personnel.employee e,
          lateral (values ('Jenis pegawai', kind), ('Golongan', grade), ('Jenis kelamin', sex), ('Pendidikan', education)) as t (trait, value)
        where status = 'active' group by unit_id, trait, value order by unit_id, trait, value`.execute(db)
      const told = { ...kindWords, ...sexWords, ...educationWords }
      return suppressed(rows).map(({ unit, trait, value, n }) => ({ unit: units.byId(unit)?.name ?? '', ciri: trait, nilai: value === null ? 'Belum tercatat' : wordOf(told, value), jumlah: n }))
    },
  },
]

interface Cell {
  unit: string
  trait: string
  value: string | null
  n: number
}

/**
 * Empties cells of few people. Where only one cell of a trait is emptied, the smallest other one goes too: else what is
 * missing could be reckoned from the unit's total, which other traits give away.
 */
export function suppressed(cells: readonly Cell[]): (Omit<Cell, 'n'> & { n: number | null })[] {
  const groups = Map.groupBy(cells, ({ unit, trait }) => `${unit} ${trait}`)
  return [...groups.values()].flatMap(group => {
    const hidden = new Set(group.filter(({ n }) => n < fewest))
    if (hidden.size === 1) {
      const [next] = group.filter(cell => !hidden.has(cell)).toSorted((a, b) => a.n - b.n)
      if (next) hidden.add(next)
    }
    return group.map(cell => ({ ...cell, n: hidden.has(cell) ? null : cell.n }))
  })
}

export const indicators: Indicator[] = [
  {
    code: 'riwayat-pegawai-lengkap',
    label: 'pegawai aktif punya pangkat, jabatan, dan pendidikan yang tercatat',
    inside: true,
    async measure({ db }) {
      const { rows } = await sql<{ n: number; of: number }>`
        select count(*)::int as of, count(*) filter (where grade is not null and position_title is not null and education is not null)::int as n
        from personnel.employee where status = 'active' and kind <> 'honorer'`.execute(db)
      return { value: rows[0]!.n, of: rows[0]!.of, source: '/kerja/pegawai' }
    },
  },
]

/** Evidence that personnel data is kept electronically and stays current, month by month. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian',
    title: 'Pengelolaan data kepegawaian secara elektronik',
    async collect({ db, government }) {
      const rows = await tables(db)
        .selectFrom('personnel.record')
        .select([sql<Date>`date_trunc('month', coalesce(decided_at, created_at))`.as('month'), eb => eb.fn.countAll<bigint>().as('n'), sql<bigint>`count(distinct employee_id)`.as('people'), sql<bigint>`count(*) filter (where proposed_by is not null)`.as('proposed')])
        .where('state', '=', 'verified')
        .groupBy('month')
        .orderBy('month')
        .execute()
      return rows.map(row => ({ at: row.month, text: `${row.n} riwayat ${row.people} pegawai disahkan pada ${dayIn(row.month, government.zone).slice(0, 7)}, ${row.proposed} di antaranya atas usulan pegawai sendiri`, source: '/kerja/pegawai' }))
    },
  },
]

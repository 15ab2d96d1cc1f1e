import { dayIn } from '#platform/time/zone.ts'
import type { DatasetSpec, EvidenceSpec, Indicator } from '#platform/web/module.ts'
import { unitDirectory } from '#modules/organisation/contract.ts'
import { educationWords, kindWords, sexWords, staff } from '#modules/personnel/contract.ts'

/** A cell with fewer people than this would point at somebody. */
const fewest = 5

const traits = { kind: 'Jenis pegawai', grade: 'Golongan', sex: 'Jenis kelamin', education: 'Pendidikan' }
const values: Readonly<Record<string, string>> = { ...kindWords, ...sexWords, ...educationWords }

/** Numbers of people without anybody in them. */
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
      const [units, cells] = await Promise.all([ask(unitDirectory).of(government.id), ask(staff).cells(db)])
      return suppressed(cells).map(({ unit, trait, value, n }) => ({ unit: units.byId(unit)?.name ?? '', ciri: traits[trait], nilai: value === null ? 'Belum tercatat' : (values[value] ?? value), jumlah: n }))
    },
  },
]

/**
 * Empties cells of few people. Where only one cell of a trait is emptied, the smallest other one goes too: else what is
 * missing could be reckoned from the unit's total, which other traits give away.
 */
export function suppressed<C extends { unit: string; trait: string; n: number }>(cells: readonly C[]): (Omit<C, 'n'> & { n: number | null })[] {
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
    async measure({ db, ask }) {
      const { n, of } = await ask(staff).complete(db)
      return { value: n, of, source: '/kerja/pegawai' }
    },
  },
]

/** Evidence that personnel data is kept electronically and stays current, month by month. */
export const evidence: EvidenceSpec[] = [
  {
    code: 'kepegawaian',
    title: 'Pengelolaan data kepegawaian secara elektronik',
    async collect({ db, government, ask }) {
      const months = await ask(staff).verified(db)
      return months.map(({ month, n, people, proposed }) => ({ at: month, text: `${n} riwayat ${people} pegawai disahkan pada ${dayIn(month, government.zone).slice(0, 7)}, ${proposed} di antaranya atas usulan pegawai sendiri`, source: '/kerja/pegawai' }))
    },
  },
]

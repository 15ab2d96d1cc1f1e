import type { EmployeeKind } from '#modules/personnel/contract.ts'

/** An invented member of the staff; the numbers follow from these, with serials of noughts that nobody holds. */
export interface DemoEmployee {
  unit: string
  kind: EmployeeKind
  name: string
  titleAfter: string | null
  birthDate: string
  sex: 'm' | 'f'
  enteredOn: string
  education: { level: string; major: string; year: number }
  position: { title: string; level: string }
  /** Grades with the day each began, the first at entry. */
  grades: { grade: string; since: string }[]
}

const men = ['Aditya', 'Agus', 'Ahmad', 'Andi', 'Arif', 'Bayu', 'Budi', 'Dedi', 'Eko', 'Fajri', 'Hadi', 'Hendra', 'Imron', 'Joko', 'Khoirul', 'Lukman', 'Misbah', 'Nanang', 'Pandu', 'Rahmat', 'Ridwan', 'Slamet', 'Taufik', 'Untung', 'Wahyu', 'Yusuf', 'Zaenal']
const women = ['Aisyah', 'Anisa', 'Astri', 'Citra', 'Desi', 'Diah', 'Erna', 'Fatimah', 'Gita', 'Hesti', 'Indah', 'Kartini', 'Laila', 'Maya', 'Nur', 'Oktavia', 'Puji', 'Ratna', 'Rini', 'Siti', 'Tri', 'Umi', 'Vina', 'Wiwin', 'Yanti', 'Zulfa']
const last = ['Abidin', 'Anggoro', 'Basuki', 'Cahyono', 'Darmawan', 'Fauzi', 'Gunawan', 'Handoyo', 'Irawan', 'Jatmika', 'Kurniawan', 'Lestari', 'Maulana', 'Nugroho', 'Oetomo', 'Prasetyo', 'Qomar', 'Rahayu', 'Santosa', 'Triyono', 'Utami', 'Wibowo', 'Yuliana', 'Zakaria', 'Pamuji', 'Sulistyo', 'Hartono', 'Mulyani', 'Purnomo']

const schooling = [
  { level: 's1', titles: ['S.E.', 'S.Sos.', 'S.Kom.', 'S.T.', 'S.H.'], majors: ['Ekonomi', 'Administrasi Negara', 'Informatika', 'Teknik Sipil', 'Hukum'], grade: 8, age: 22 },
  { level: 's2', titles: ['S.E., M.M.', 'S.Sos., M.Si.', 'S.Kom., M.Kom.', 'S.T., M.T.', 'S.H., M.H.'], majors: ['Manajemen', 'Administrasi Publik', 'Ilmu Komputer', 'Teknik Sipil', 'Hukum'], grade: 9, age: 25 },
  { level: 'd3', titles: ['A.Md.'], majors: ['Akuntansi', 'Manajemen Informatika', 'Kearsipan'], grade: 6, age: 21 },
  { level: 'sma', titles: [null], majors: ['IPA', 'IPS', 'Akuntansi'], grade: 4, age: 18 },
]
const pnsGrades = ['I/a', 'I/b', 'I/c', 'I/d', 'II/a', 'II/b', 'II/c', 'II/d', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a', 'IV/b']
const highestOf: Record<string, number> = { s1: 11, s2: 12, d3: 10, sma: 8 }

const work: { title: string; level: string }[] = [
  { title: 'Penelaah Teknis Kebijakan', level: 'pelaksana' }, { title: 'Pengadministrasi Perkantoran', level: 'pelaksana' }, { title: 'Pengolah Data dan Informasi', level: 'pelaksana' },
  { title: 'Analis Kebijakan Ahli Pertama', level: 'ahli-pertama' }, { title: 'Arsiparis Terampil', level: 'keterampilan' }, { title: 'Perencana Ahli Muda', level: 'ahli-muda' },
  { title: 'Pranata Komputer Ahli Pertama', level: 'ahli-pertama' }, { title: 'Kepala Subbagian Umum', level: 'pengawas' },
]

const two = (n: number) => String(n).padStart(2, '0')
const of = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** A plausible staff over the units, `each` in every one; always the same people. */
export function inventStaff(units: readonly string[], each: number, thisYear: number): DemoEmployee[] {
  const taken = new Set<string>()
  return Array.from({ length: units.length * each }, (_, i): DemoEmployee => {
    const sex = (i * 7) % 13 < 7 ? 'm' : 'f'
    const kind: EmployeeKind = i % 9 === 4 ? 'honorer' : i % 4 === 2 ? 'pppk' : 'pns'
    const school = of(schooling, Math.floor(i / 3) + (i % 5 === 0 ? 1 : 0))
    const variant = i % school.titles.length
    // Ages from 24 to 59, thinner at both ends.
    const age = 24 + ((i * 11) % 19) + ((i * 5) % 17)
    let day = 1 + ((i * 17) % 28)
    const year = thisYear - age
    const birth = () => `${year}-${two(1 + ((i * 3) % 12))}-${two(day)}`
    while (taken.has(birth())) day = 1 + (day % 28)
    taken.add(birth())
    const entered = Math.min(Math.max(year + school.age + 1 + (i % 4), kind === 'pns' ? 0 : thisYear - 1 - (i % 5)), thisYear - 1)
    const enteredOn = `${entered}-${two(1 + ((i * 5) % 12))}-01`
    const steps = Math.min(Math.floor((thisYear - entered - (i % 3 === 0 ? 1 : 0)) / 4), highestOf[school.level]! - school.grade)
    const grades = kind === 'pns'
      ? Array.from({ length: steps + 1 }, (__, n) => ({ grade: of(pnsGrades, school.grade + n), since: `${entered + n * 4}-${n === 0 ? enteredOn.slice(5, 7) : i % 2 ? '04' : '10'}-01` }))
      : kind === 'pppk' ? [{ grade: school.level === 'sma' ? 'V' : school.level === 'd3' ? 'VII' : 'IX', since: enteredOn }] : []
    return {
      unit: of(units, i), kind, name: `${of(sex === 'm' ? men : women, i * 3 + Math.floor(i / 26))} ${of(last, i * 5 + Math.floor(i / 29))}`, titleAfter: of(school.titles, variant), birthDate: birth(), sex, enteredOn,
      education: { level: school.level, major: of(school.majors, variant), year: year + school.age }, position: kind === 'honorer' ? work[1]! : of(work, i + Math.floor(i / 8)), grades,
    }
  })
}

/** A row of an invented list of staff, by heading. */
export type StaffRow = Record<(typeof headings)[number], string>

/** Headings of a usual list of staff. */
export const headings = [
  'NIP', 'NIK', 'Nama', 'Gelar Depan', 'Gelar Belakang', 'Tempat Lahir', 'Tanggal Lahir', 'JK', 'Agama', 'Gol. Ruang', 'TMT Gol', 'Nama Jabatan', 'TMT Jabatan', 'Unit Kerja', 'Pendidikan Terakhir', 'TMT CPNS', 'Status Kepegawaian',
] as const

const first = ['Slamet', 'Siti', 'Budi', 'Endang', 'Agus', 'Dewi', 'Tri', 'Nur', 'Eko', 'Sri']
const last = ['Riyadi', 'Aminah', 'Santoso', 'Kusumastuti', 'Wibowo', 'Lestari', 'Handayani', 'Hidayat', 'Prasetyo', 'Wahyuni']
const grades = ['II/c', 'III/a', 'III/b', 'III/c', 'III/d', 'IV/a']
const titles = ['Pengadministrasi Umum', 'Pranata Komputer Ahli Muda', 'Guru Ahli Pertama', 'Bidan Terampil', 'Analis Kebijakan Ahli Madya']

const two = (n: number) => String(n).padStart(2, '0')
const written = (year: number, month: number, day: number) => `${two(day)}/${two(month)}/${year}`

/** An invented civil servant whose numbers fit; another for every `n` up to 100,000. Days are written as people write them. */
export function aStaffRow(n: number, unit = 'Dinas Komunikasi dan Informatika'): StaffRow {
  const [year, month, day] = [1966 + (n % 30), 1 + (Math.floor(n / 30) % 12), 1 + (Math.floor(n / 360) % 28)]
  const female = n % 2 === 1
  const entered = year + 24
  const born = `${year}${two(month)}${two(day)}`
  return {
    'NIP': `${born}${entered}03${female ? 2 : 1}${String(Math.floor(n / 10_080) % 1000).padStart(3, '0')}`,
    'NIK': `3328${two(1 + (n % 18))}${two(day + (female ? 40 : 0))}${two(month)}${two(year % 100)}${String(Math.floor(n / 10_080) % 10_000).padStart(4, '0')}`,
    'Nama': `${first[n % 10]} ${last[Math.floor(n / 10) % 10]} ${last[Math.floor(n / 100) % 10]}`,
    'Gelar Depan': n % 7 === 0 ? 'Dra.' : '',
    'Gelar Belakang': n % 3 === 0 ? 'S.Sos., M.Si.' : 'S.E.',
    'Tempat Lahir': 'Tegal',
    'Tanggal Lahir': written(year, month, day),
    'JK': female ? 'P' : 'L',
    'Agama': 'Islam',
    'Gol. Ruang': grades[n % 6]!,
    'TMT Gol': '01/04/2022',
    'Nama Jabatan': titles[n % 5]!,
    'TMT Jabatan': '01/02/2023',
    'Unit Kerja': unit,
    'Pendidikan Terakhir': 'S-1 Ilmu Pemerintahan',
    'TMT CPNS': written(entered, 3, 1),
    'Status Kepegawaian': 'PNS',
  }
}

/** Cells of rows in the order of the headings. */
export const cellsOf = (rows: readonly StaffRow[]): string[][] => rows.map(row => headings.map(heading => row[heading]))

/** A list with somebody new, a unit that is spelt otherwise, and mistakes, as CSV. */
export const staffListWithMistakes = [
  'NIP;Nama;Tanggal Lahir;JK;Unit Kerja;Gol',
  ...[
    { ...aStaffRow(20_200), unit: 'diskominfo' },
    { ...aStaffRow(20_201), unit: 'Dinas Kominfo Kabupaten' },
    { ...aStaffRow(20_202), 'unit': 'diskominfo', 'NIP': '1,98503E+17' },
    { ...aStaffRow(20_203), 'unit': 'diskominfo', 'Tanggal Lahir': '31/02/1985', 'Gol. Ruang': 'tiga' },
  ].map(row => [row.NIP, row.Nama, row['Tanggal Lahir'], row.JK, row.unit, row['Gol. Ruang']].join(';')),
].join('\r\n')

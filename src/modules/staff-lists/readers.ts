import { asMail } from '#platform/forms/typed.ts'
import { cellText, type CellReader } from '#platform/sheets/cell.ts'
import { asCalendarDay, asOneCode, asWords, simplified } from '#platform/sheets/readers.ts'
import { educationWords, kindWords, sexWords } from '#modules/personnel/contract.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII']

/** Golongan as `III/a` or `IX`, out of `Penata Muda (III/a)`, `III.a`, `Gol. 9` and the like. */
export const asGrade: CellReader = cell => {
  const reading = asWords(80)(cell)
  if ('wrong' in reading || reading.value === '') return reading
  const text = reading.value
  const [, group, room] = /(?:^|[^A-Za-z])(IV|III|II|I)\s?[/.\- ]?\s?([a-e])(?![A-Za-z])/i.exec(text) ?? []
  if (group && room) return { value: `${group.toUpperCase()}/${room.toLowerCase()}` }
  const [, digits, letters] = /^(?:gol(?:ongan)?\.?\s*)?(?:(\d{1,2})|([IVX]{1,5}))$/i.exec(text) ?? []
  const value = digits ? roman[Number(digits) - 1] : roman.find(one => one === letters?.toUpperCase())
  return value ? { value } : { wrong: '“{text}” bukan golongan. Tulis seperti III/a, atau IX untuk PPPK.', values: { text: text.slice(0, 40) } }
}

const levels: [RegExp, keyof typeof educationWords][] = [
  [/^(?:s ?3|doktor|dr strata 3|strata 3)\b/, 's3'], [/^(?:s ?2|magister|strata 2|pasca ?sarjana|spesialis|sp ?1)\b/, 's2'], [/^(?:d ?(?:4|iv)|diploma (?:4|iv)|sarjana terapan)\b/, 'd4'],
  [/^(?:s ?1|sarjana(?! muda)|strata 1|profesi|ners|akta ?4)\b/, 's1'], [/^(?:d ?(?:3|iii)|diploma (?:3|iii)|sarjana muda|akademi)\b/, 'd3'], [/^(?:d ?(?:2|ii)|diploma (?:2|ii))\b/, 'd2'],
  [/^(?:d ?(?:1|i)|diploma (?:1|i))\b/, 'd1'], [/^(?:sma|smk|slta|smea|stm|spg|ma|man|mas|spk|sga|smu|paket c|sederajat sma)\b/, 'sma'], [/^(?:smp|sltp|mts|mtsn|paket b|st)\b/, 'smp'], [/^(?:sd|mi|min|paket a|sr)\b/, 'sd'],
]

/** Education as its level and what was studied: `s1 Ilmu Hukum`. */
export const asEducation: CellReader = cell => {
  const reading = asWords(160)(cell)
  if ('wrong' in reading || reading.value === '') return reading
  const words = simplified(reading.value)
  const [pattern, level] = levels.find(([one]) => one.test(words)) ?? []
  if (!pattern || !level) return { wrong: '“{text}” bukan tingkat pendidikan. Mulai dengan seperti S-1, D-III, atau SMA.', values: { text: reading.value.slice(0, 40) } }
  const said = pattern.exec(words)![0].replaceAll(' ', '').length
  // The major begins where the letters of the level end, in the text as it was written.
  const major = new RegExp(`^(?:[^\\p{L}\\p{N}]*[\\p{L}\\p{N}]){${said}}[^\\p{L}\\p{N}]*(.*)$`, 'u').exec(reading.value)?.[1] ?? ''
  return { value: major === '' ? level : `${level} ${major}` }
}

/** An e-mail address; what stands for nothing is nothing. */
export const asMailAddress: CellReader = cell => {
  const reading = asWords(160)(cell)
  if ('wrong' in reading) return reading
  const said = asMail(reading.value)
  return 'value' in said ? said : { wrong: '“{text}” bukan alamat surel. Tulis seperti nama@contoh.id.', values: { text: reading.value.slice(0, 40) } }
}

/** `Tegal, 7 Maret 1985` as `1985-03-07 Tegal`. */
export const asBirth: CellReader = cell => {
  if (cell.kind === 'day') return { value: cell.day }
  const reading = asWords(160)(cell)
  if ('wrong' in reading || reading.value === '') return reading
  const [, place = '', written = ''] = /^(.*?)[\s,/]+(\d{1,2}[-/. ].*|\d{4}-\d.*)$/.exec(reading.value) ?? []
  const day = written === '' ? null : asCalendarDay({ kind: 'text', text: written })
  if (!day || 'wrong' in day || day.value === '') return { wrong: '“{text}” bukan tempat dan tanggal lahir. Tulis seperti Tegal, 7 Maret 1985.', values: { text: cellText(cell).slice(0, 40) } }
  return { value: `${day.value} ${place.replace(/[\s,/]+$/, '')}`.trim() }
}

/** What each code is called, the usual word first. */
const calls = {
  sex: { m: [sexWords.m, 'L', 'LK', 'Pria', '1', 'M', 'Laki'], f: [sexWords.f, 'P', 'PR', 'Wanita', '2', 'F', 'W'] },
  kind: {
    pns: [kindWords.pns, 'CPNS', 'Pegawai Negeri Sipil', 'ASN PNS', 'PNS Daerah', 'PNSD'],
    pppk: [kindWords.pppk, 'P3K', 'PPPK Penuh Waktu', 'PPPK Paruh Waktu', 'ASN PPPK'],
    honorer: [kindWords.honorer, 'Non ASN', 'THL', 'Tenaga Harian Lepas', 'Kontrak', 'PTT', 'GTT', 'Tenaga Honorer', 'Wiyata Bakti'],
  },
  status: {
    active: ['Aktif', 'PNS Aktif', 'Bekerja'], cltn: ['Cuti di luar tanggungan negara', 'CLTN'], retired: ['Pensiun', 'Pensiunan', 'BUP'], moved: ['Pindah instansi', 'Pindah', 'Mutasi keluar'],
    dismissed: ['Diberhentikan', 'Berhenti', 'Diberhentikan dengan hormat'], deceased: ['Meninggal', 'Meninggal dunia', 'Wafat', 'Tewas'],
  },
  religion: {
    islam: ['Islam'], kristen: ['Kristen', 'Kristen Protestan', 'Protestan'], katolik: ['Katolik', 'Kristen Katolik', 'Katholik'], hindu: ['Hindu'], buddha: ['Buddha', 'Budha'],
    konghucu: ['Konghucu', 'Khonghucu', 'Kong Hu Cu'], kepercayaan: ['Kepercayaan terhadap Tuhan Yang Maha Esa', 'Kepercayaan', 'Penghayat'],
  },
  marital: { 'belum': ['Belum kawin', 'Belum menikah', 'Lajang', 'TK'], 'kawin': ['Kawin', 'Menikah', 'K'], 'cerai-hidup': ['Cerai hidup', 'Cerai', 'Duda', 'Janda'], 'cerai-mati': ['Cerai mati'] },
  level: {
    'jpt': ['Pimpinan tinggi', 'JPT', 'JPT Pratama', 'Jabatan pimpinan tinggi', 'Eselon II', 'II.a', 'II.b'], 'administrator': ['Administrator (eselon III)', 'Administrator', 'Eselon III', 'III.a', 'III.b'],
    'pengawas': ['Pengawas (eselon IV)', 'Pengawas', 'Eselon IV', 'IV.a', 'IV.b'], 'pelaksana': ['Pelaksana', 'Fungsional umum', 'Staf', 'Jabatan pelaksana'], 'keterampilan': ['Fungsional keterampilan', 'Keterampilan'],
    'ahli-pertama': ['Fungsional ahli pertama', 'Ahli pertama'], 'ahli-muda': ['Fungsional ahli muda', 'Ahli muda'], 'ahli-madya': ['Fungsional ahli madya', 'Ahli madya'], 'ahli-utama': ['Fungsional ahli utama', 'Ahli utama'], 'guru': ['Guru'],
  },
} as const satisfies Record<string, Record<string, readonly string[]>>

export const asSex = asOneCode(calls.sex)
export const asKind = asOneCode(calls.kind)
export const asStatus = asOneCode(calls.status)
export const asReligion = asOneCode(calls.religion)
export const asMarital = asOneCode(calls.marital)
export const asLevel = asOneCode(calls.level)

/** The usual word for a code; a code of another time is its own. */
export function wordFor(list: keyof typeof calls, code: string | null): string {
  const words: Readonly<Record<string, readonly string[]>> = calls[list]
  return code === null ? '' : (words[code]?.[0] ?? code)
}

/** What an education cell was called, in words. */
export const educationText = (value: string): string => {
  const [level = '', ...major] = value.split(' ')
  return [educationWords[level as keyof typeof educationWords] ?? level, ...major].join(' ')
}

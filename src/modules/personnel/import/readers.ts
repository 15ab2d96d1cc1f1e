import { cellText, type CellReader } from '#platform/sheets/cell.ts'
import { asCalendarDay, asOneCode, asWords, simplified } from '#platform/sheets/readers.ts'
import { educationWords, kindWords, sexWords } from '../contract.ts'
import { educations, maritals, positionLevels, religions } from '../employee.ts'
import { levelWords, maritalWords, religionWords, statusWords } from '../parts/words.ts'

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

const levels: [RegExp, (typeof educations)[number]][] = [
  [/^(?:s ?3|doktor|dr strata 3|strata 3)\b/, 's3'], [/^(?:s ?2|magister|strata 2|pasca ?sarjana|spesialis|sp ?1)\b/, 's2'], [/^(?:d ?(?:4|iv)|diploma (?:4|iv)|sarjana terapan)\b/, 'd4'],
  [/^(?:s ?1|sarjana|strata 1|profesi|ners|akta ?4)\b/, 's1'], [/^(?:d ?(?:3|iii)|diploma (?:3|iii)|sarjana muda|akademi)\b/, 'd3'], [/^(?:d ?(?:2|ii)|diploma (?:2|ii))\b/, 'd2'],
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
  let letters = 0
  const at = [...reading.value].findIndex(sign => (/[\p{L}\p{N}]/u.test(sign) ? ++letters > said : false))
  const major = at < 0 ? '' : [...reading.value].slice(at).join('').trim()
  return { value: major === '' ? level : `${level} ${major}` }
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

const called = <K extends string>(codes: readonly K[], words: Readonly<Record<K, string>>, more: Partial<Record<K, string[]>> = {}) =>
  asOneCode(Object.fromEntries(codes.map(code => [code, [words[code], ...(more[code] ?? [])]])))

export const asSex = asOneCode({ m: [sexWords.m, 'L', 'LK', 'Pria', '1', 'M', 'Laki'], f: [sexWords.f, 'P', 'PR', 'Wanita', '2', 'F', 'W'] })
export const asKind = asOneCode({ pns: [kindWords.pns, 'CPNS', 'Pegawai Negeri Sipil', 'ASN PNS', 'PNS Daerah', 'PNSD'], pppk: [kindWords.pppk, 'P3K', 'PPPK Penuh Waktu', 'PPPK Paruh Waktu', 'ASN PPPK'], honorer: [kindWords.honorer, 'Non ASN', 'THL', 'Tenaga Harian Lepas', 'Kontrak', 'PTT', 'GTT', 'Tenaga Honorer', 'Wiyata Bakti'] })
export const asStatus = called(['active', 'cltn', 'retired', 'moved', 'dismissed', 'deceased'], { active: statusWords.active.label, cltn: statusWords.cltn.label, retired: statusWords.retired.label, moved: statusWords.moved.label, dismissed: statusWords.dismissed.label, deceased: statusWords.deceased.label },
  { active: ['PNS Aktif', 'Bekerja', 'Dinas'], cltn: ['CLTN'], retired: ['Pensiunan', 'BUP'], moved: ['Pindah', 'Mutasi keluar'], dismissed: ['Berhenti', 'Diberhentikan dengan hormat'], deceased: ['Meninggal dunia', 'Wafat', 'Tewas'] })
export const asReligion = called(religions, religionWords, { kristen: ['Kristen Protestan', 'Protestan'], katolik: ['Kristen Katolik', 'Katholik'], buddha: ['Budha'], konghucu: ['Khonghucu', 'Kong Hu Cu'], kepercayaan: ['Penghayat', 'Kepercayaan'] })
export const asMarital = called(maritals, maritalWords, { belum: ['Belum menikah', 'Lajang', 'TK'], kawin: ['Menikah', 'K'], 'cerai-hidup': ['Cerai', 'Duda', 'Janda'], 'cerai-mati': [] })
export const asLevel = called(positionLevels, levelWords, { jpt: ['JPT', 'JPT Pratama', 'Jabatan pimpinan tinggi', 'Eselon II', 'II.a', 'II.b'], administrator: ['Administrator', 'Eselon III', 'III.a', 'III.b'], pengawas: ['Pengawas', 'Eselon IV', 'IV.a', 'IV.b'], pelaksana: ['Fungsional umum', 'Staf', 'Jabatan pelaksana'], keterampilan: ['Keterampilan'], 'ahli-pertama': ['Ahli pertama'], 'ahli-muda': ['Ahli muda'], 'ahli-madya': ['Ahli madya'], 'ahli-utama': ['Ahli utama'] })

/** What an education cell was called, in words. */
export const educationText = (value: string): string => {
  const [level = '', ...major] = value.split(' ')
  return [educationWords[level as keyof typeof educationWords] ?? level, ...major].join(' ')
}

import { getDistricts, getVillages } from 'idn-area-data'
import type { Entry } from '../comparing.ts'
import { Chance } from './chance.ts'
import { slippedCode, spoilt, type Fault } from './faults.ts'

/** Two lists of which is known who is who: for each entry on the right its like on the left, or null. */
export interface Planted {
  left: Entry[]
  right: Entry[]
  truth: (number | null)[]
}

/** How much is wrong with the list on the right, as shares of its entries. */
export interface Damage {
  /** At least one fault in the name; some of these have two. */
  spoilt: number
  withoutCode: number
  slippedCode: number
  doubled: number
  /** Left out on the right, and there only on the right. */
  gone: number
  namesakes: number
  withoutPlace: number
}

export const usual: Damage = { spoilt: 0.6, withoutCode: 0.3, slippedCode: 0.03, doubled: 0.03, gone: 0.05, namesakes: 0.05, withoutPlace: 0.1 }
/** Lists without any code, as they are typed by hand. */
export const codeless: Damage = { ...usual, withoutCode: 1, slippedCode: 0 }

export type Subject = 'schools' | 'villages' | 'budget'

const kinds: readonly Fault[] = ['abbreviation', 'typo', 'swapped', 'numeral', 'joined', 'capitals']

interface PlaceName { name: string; district: string; urban: boolean }

async function places(): Promise<PlaceName[]> {
  const districts = new Map((await getDistricts({ transform: true })).map(({ code, name }) => [code, name]))
  return (await getVillages({ transform: true })).filter(({ code }) => code.startsWith('33.')).map(({ code, name, districtCode }) => ({ name, district: districts.get(districtCode) ?? '', urban: code.split('.').at(-1)!.startsWith('1') }))
}

const activities = ['Penyediaan Gaji dan Tunjangan ASN', 'Penyediaan Jasa Surat Menyurat', 'Penyediaan Jasa Komunikasi Sumber Daya Air dan Listrik', 'Pemeliharaan Kendaraan Dinas Jabatan', 'Pemeliharaan Gedung Kantor', 'Penyediaan Bahan Logistik Kantor', 'Penyediaan Barang Cetakan dan Penggandaan', 'Koordinasi dan Penyusunan Dokumen Perencanaan', 'Koordinasi dan Penyusunan Laporan Kinerja', 'Penyelenggaraan Rapat Koordinasi dan Konsultasi', 'Pendidikan dan Pelatihan Pegawai', 'Pengadaan Peralatan dan Mesin', 'Pengelolaan Barang Milik Daerah', 'Sosialisasi Peraturan Perundang-undangan', 'Pembinaan Kelompok Masyarakat', 'Pengawasan dan Pengendalian Kegiatan', 'Rehabilitasi Jalan', 'Pembangunan Saluran Irigasi', 'Pelayanan Kesehatan Ibu Hamil', 'Pengelolaan Data dan Informasi']

/** Everything the list on the left holds; the last of each village's schools are told by number or by side. */
function truthOf(subject: Subject, all: readonly PlaceName[], count: number, chance: Chance): Entry[] {
  const entries: Entry[] = []
  const push = (name: string, place: string) => entries.push({ code: subject === 'budget' ? `${1 + chance.below(6)}.${String(1 + chance.below(30)).padStart(2, '0')}.${String(entries.length % 90).padStart(2, '0')}.2.${String(1 + Math.floor(entries.length / 90)).padStart(2, '0')}.${String(1 + chance.below(9000)).padStart(4, '0')}` : String(20_300_000 + entries.length * 7 + chance.below(6)), name, place })
  // Whole districts, because neighbours are what is mistaken for each other.
  const start = chance.below(Math.max(1, all.length - count))
  for (let at = start; entries.length < count; at = (at + 1) % all.length) {
    const { name, district, urban } = all[at]!
    if (subject === 'villages') push(`${urban ? 'Kelurahan' : 'Desa'} ${name}`, district)
    else if (subject === 'budget') for (const activity of activities.filter(() => chance.under(0.5))) push(activity, `Kecamatan ${district} ${name}`)
    else {
      const number = 1 + chance.below(4)
      for (let i = 1; i <= number; i++) push(`SD Negeri ${name}${number > 1 ? ` ${i}` : ''}`, district)
      if (chance.under(0.3)) push(`MI ${chance.one(['Muhammadiyah', "Ma'arif NU", 'Islamiyah', 'Miftahul Huda'])} ${name}`, district)
      if (chance.under(0.25)) push(`TK Pertiwi ${name}`, district)
      if (chance.under(0.15)) push(`SMP Negeri ${1 + chance.below(3)} ${district}`, district)
      if (chance.under(0.1)) push(`SMP ${chance.one(['Muhammadiyah', 'PGRI', 'Islam Terpadu Al Falah'])} ${district}`, district)
    }
  }
  const seen = new Set<string>()
  return entries.slice(0, count).filter(({ name, place }) => !seen.has(`${name} ${place}`) && seen.add(`${name} ${place}`))
}

/** Something else that is called almost the same, and that only the list on the right has. */
function namesake({ name, place }: Entry, all: readonly PlaceName[], chance: Chance, called: ReadonlySet<string>): Entry | null {
  const other = chance.one(all)
  const made = chance.one([
    { name: /\d/.test(name) ? name.replace(/\d+/, digits => String(Number(digits) + 5)) : `${name} 7`, place },
    { name: `${name} ${chance.one(['Kulon', 'Wetan', 'Lor', 'Kidul'])}`, place },
    { name, place: other.district },
    { name: name.replace(/^SD Negeri/, 'SD Islam').replace(/^Desa/, 'Kelurahan').replace(/^MI/, 'MTs').replace(/^Pemeliharaan/, 'Pengadaan'), place: name.startsWith('Desa') ? other.district : place },
  ])
  return called.has(`${made.name} ${made.place}`) ? null : { code: '', ...made }
}

/**
 * Makes two lists of the same things with known faults, the same for the same seed.
 * @param count entries on the left, about
 */
export async function plant(subject: Subject, count: number, damage: Damage, seed: number): Promise<Planted> {
  const chance = new Chance(seed)
  const all = await places()
  const left = truthOf(subject, all, count, chance)
  const called = new Set(left.map(({ name, place }) => `${name} ${place}`))
  const rows: { entry: Entry; truth: number | null }[] = []
  // Only names of places are written in one word or two; a budget line without its agency is no line.
  const possible = subject === 'budget' ? kinds.filter(kind => kind !== 'joined') : kinds
  const withoutPlace = subject === 'budget' ? 0 : damage.withoutPlace
  const faults = () => (chance.under(damage.spoilt) ? [chance.one(possible), ...(chance.under(0.35) ? [chance.one(possible)] : [])] : [])
  const copy = ({ code, name, place }: Entry): Entry => ({
    code: chance.under(damage.withoutCode) ? '' : chance.under(damage.slippedCode) ? slippedCode(code, chance) : code,
    name: spoilt(name, faults(), chance), place: chance.under(withoutPlace) ? '' : place,
  })
  for (const [i, entry] of left.entries()) {
    if (chance.under(damage.gone)) continue
    rows.push({ entry: copy(entry), truth: i })
    if (chance.under(damage.doubled)) rows.push({ entry: copy(entry), truth: i })
    const other = chance.under(damage.namesakes) ? namesake(entry, all, chance, called) : null
    if (other) rows.push({ entry: { ...other, code: chance.under(damage.withoutCode) ? '' : String(20_900_000 + i) }, truth: null })
  }
  for (let i = rows.length - 1; i > 0; i--) {
    const j = chance.below(i + 1)
    ;[rows[i], rows[j]] = [rows[j]!, rows[i]!]
  }
  return { left, right: rows.map(({ entry }) => entry), truth: rows.map(({ truth }) => truth) }
}

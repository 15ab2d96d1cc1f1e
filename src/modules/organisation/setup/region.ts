import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import type { Pattern } from '#platform/access/government.ts'
import type { Vocabulary } from '#platform/i18n/locale.ts'
import { Problem } from '#platform/web/problems.ts'

/** A government's territory as Kepmendagri 300.2.2-2138/2025 lists it (through `idn-area-data`). */
export interface Territory {
  code: string
  name: string
  level: 'province' | 'regency' | 'city'
  zone: string
  vocabulary: Vocabulary
  pattern: Pattern
  /** Empty for a province: its regencies are governments of their own. */
  districts: { code: string; name: string; villages: { code: string; name: string; urban: boolean }[] }[]
}

/** Zone by the first digits of the province code (Keppres 41/1987 and later splits). */
const zones: [codes: RegExp, zone: string][] = [
  [/^(1|2|3|61|62)/, 'Asia/Jakarta'],
  [/^(5|63|64|65|7)/, 'Asia/Makassar'],
  [/^(8|9)/, 'Asia/Jayapura'],
]

/** What a village calls itself where it is not `desa`; the government may change it. */
const vocabularies: Record<string, Vocabulary> = {
  '11': { desa: 'gampong', Desa: 'Gampong', kepalaDesa: 'keuchik' },
  '13': { desa: 'nagari', Desa: 'Nagari', kepalaDesa: 'wali nagari' },
}
for (const papua of ['91', '92', '93', '94', '95', '96']) vocabularies[papua] = { desa: 'kampung', Desa: 'Kampung', kecamatan: 'distrik', Kecamatan: 'Distrik', kepalaDesa: 'kepala kampung' }

const patterns: [codes: RegExp, pattern: Pattern][] = [
  [/^1[0-9]|^2/, 'pucuk-rebung'],
  [/^34/, 'parang'],
  [/^7/, 'sekomandi'],
]

const matching = <T>(list: [RegExp, T][], code: string, otherwise: T): T => list.find(([codes]) => codes.test(code))?.[1] ?? otherwise

/**
 * Reads the territory of a region code such as `33.28` or `33`.
 * @throws Problem on `region` when no province, regency or city has that code
 */
export async function territoryOf(code: string): Promise<Territory> {
  const province = code.slice(0, 2)
  const common = { code, zone: matching(zones, code, 'Asia/Jakarta'), vocabulary: vocabularies[province] ?? {}, pattern: matching(patterns, code, 'kawung' as Pattern) }
  if (/^\d\d$/.test(code)) {
    const found = (await getProvinces()).find(row => row.code === code)
    if (!found) throw new Problem('region', 'Kode wilayah {code} tidak dikenal.', { code })
    return { ...common, name: `Provinsi ${found.name}`, level: 'province', districts: [] }
  }
  const found = (await getRegencies()).find(row => row.code === code)
  if (!found) throw new Problem('region', 'Kode wilayah {code} tidak dikenal.', { code })
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()])
  const byDistrict = Map.groupBy(villages.filter(row => row.code.startsWith(`${code}.`)), row => row.code.slice(0, 8))
  return {
    ...common,
    name: found.name,
    level: /^Kota\b/.test(found.name) ? 'city' : 'regency',
    districts: districts
      .filter(row => row.code.startsWith(`${code}.`))
      .map(row => ({
        code: row.code,
        name: row.name,
        villages: (byDistrict.get(row.code) ?? []).map(village => ({ code: village.code, name: village.name, urban: village.code.split('.')[3]!.startsWith('1') })),
      })),
  }
}

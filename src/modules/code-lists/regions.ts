import { getDistricts, getRegencies, getVillages } from 'idn-area-data'
import type { Government } from '#platform/access/government.ts'
import type { Unit } from '#modules/organisation/contract.ts'
import type { Region } from './contract.ts'

/** A region as its name is compared. */
export interface NamedRegion extends Region {
  /** The name without what it is: `Kalisapu`. */
  bare: string
  /** What it calls itself, in small letters: `desa`, `kelurahan`, `kota`. */
  kind: string
}

/** What regions call themselves before their names, by level; the first word of a name that is one of these is not part of it. */
export const kinds: Record<string, Region['level']> = {
  provinsi: 'province', kabupaten: 'regency', kota: 'regency', kecamatan: 'district', distrik: 'district', kapanewon: 'district', kemantren: 'district',
  desa: 'village', kelurahan: 'village', nagari: 'village', gampong: 'village', kampung: 'village', kalurahan: 'village', pekon: 'village',
}

function named(code: string, label: string, level: Region['level'], parent: NamedRegion | null): NamedRegion {
  const [first = '', ...rest] = label.split(' ')
  const kind = first.toLowerCase()
  const bare = Object.hasOwn(kinds, kind) && rest.length > 0 ? rest.join(' ') : label
  return { code, label, level, parent: parent?.code ?? null, within: parent ? [parent.label, parent.within].filter(Boolean).join(', ') : '', bare, kind: bare === label ? '' : kind }
}

/** The territory itself; a test installation may call it by something that is no code. */
const top = ({ regionCode, name, level }: Pick<Government, 'regionCode' | 'name' | 'level'>): NamedRegion => named(regionCode, name, level === 'province' ? 'province' : 'regency', null)

/**
 * All regions of a government in the order of their codes: those of its units, because a government may have changed
 * them; of a province, whose regencies are governments of their own, as Kepmendagri 300.2.2-2138/2025 lists them (through
 * `idn-area-data`).
 */
export async function regionsOf(government: Pick<Government, 'regionCode' | 'name' | 'level'>, units: readonly Unit[]): Promise<NamedRegion[]> {
  const root = top(government)
  if (government.level === 'province') return provinceOf(root)
  const of = (kind: Unit['kind']) => units.filter(unit => unit.kind === kind && unit.regionCode !== null)
  const regions = new Map([[root.code, root]])
  for (const unit of of('subdistrict')) regions.set(unit.regionCode!, named(unit.regionCode!, unit.name, 'district', root))
  for (const unit of of('village')) regions.set(unit.regionCode!, named(unit.regionCode!, unit.name, 'village', regions.get(unit.regionCode!.slice(0, 8)) ?? root))
  return [...regions.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

async function provinceOf(root: NamedRegion): Promise<NamedRegion[]> {
  const [regencies, districts, villages] = await Promise.all([getRegencies(), getDistricts(), getVillages()])
  const inside = ({ code }: { code: string }) => code.startsWith(`${root.code}.`)
  const regions = new Map([[root.code, root]])
  for (const { code, name } of regencies.filter(inside)) regions.set(code, named(code, name, 'regency', root))
  for (const { code, name } of districts.filter(inside)) regions.set(code, named(code, `Kecamatan ${name}`, 'district', regions.get(code.slice(0, 5)) ?? root))
  // Numbers from 1001 on are those of kelurahan, from 2001 on those of desa.
  for (const { code, name } of villages.filter(inside)) regions.set(code, named(code, `${code[9] === '1' ? 'Kelurahan' : 'Desa'} ${name}`, 'village', regions.get(code.slice(0, 8)) ?? root))
  return [...regions.values()].toSorted((a, b) => (a.code < b.code ? -1 : 1))
}

import type { UnitTree } from '#modules/organisation/contract.ts'

/** Words for a region code of this government: `Desa Kalisapu, Kecamatan Slawi`. */
export function placeName(code: string | null, units: UnitTree): string | null {
  if (!code) return null
  const unit = units.byRegion(code)
  if (!unit) return code
  const district = code.length > 8 ? units.byRegion(code.slice(0, 8)) : undefined
  return district ? `${unit.name}, ${district.name}` : unit.name
}

/** Kecamatan a publication concerns: of its place, else of the unit that publishes it. */
export function districtOf(placeCode: string | null, unitRegion: string | null): string | null {
  const code = placeCode ?? unitRegion
  return code && code.length >= 8 ? code.slice(0, 8) : null
}

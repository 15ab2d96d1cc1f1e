import type { UnitKind } from './contract.ts'

/** Kinds of units as people call them, Indonesian source text, in the order of lists. */
export const kindNames: Record<UnitKind, string> = {
  government: 'Pemerintah',
  secretariat: 'Sekretariat',
  agency: 'Dinas atau badan',
  office: 'Kantor',
  hospital: 'Rumah sakit',
  subdistrict: '{Kecamatan}',
  village: '{Desa} atau kelurahan',
  division: 'Bidang atau bagian',
  section: 'Seksi atau subbagian',
  uptd: 'UPTD',
  puskesmas: 'Puskesmas',
  school: 'Sekolah',
}

/** Kinds a new unit can be: there is one government, and it is there already. */
export const newKinds = (Object.keys(kindNames) as UnitKind[]).filter(kind => kind !== 'government')

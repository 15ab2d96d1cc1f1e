import { t } from '#platform/i18n/locale.ts'
import type { UnitTree } from '#modules/organisation/contract.ts'
import type { Kind, PublicItem } from '#modules/publications/contract.ts'
import type { Choice, Frequency } from './contract.ts'

/** As much of a publication as decides who is told of it. */
export type Subject = Pick<PublicItem, 'unitId' | 'kind' | 'districtCode' | 'tags'>

/** Kinds by the names readers know, in the order of menus. */
export const kindWords: Record<Kind, string> = {
  berita: 'Berita',
  pengumuman: 'Pengumuman',
  kegiatan: 'Kegiatan',
  program: 'Program',
  'siaran-pers': 'Siaran pers',
  dokumen: 'Dokumen',
  infografis: 'Infografis',
}

export const frequencyWords: Record<Frequency, string> = { 'at-once': 'Begitu terbit', daily: 'Ringkasan setiap pukul 07.00' }

/** A tag as it is compared: however it was typed, `#Banjir ` is `banjir`. */
export const tidyTag = (text: string): string => text.normalize('NFC').replace(/^\s*#+/, '').replace(/\s+/g, ' ').trim().toLowerCase()

/** Whether a reader who chose this is told of the publication; `matching` in the store says the same in SQL. */
export const matches = (choice: Choice, item: Subject): boolean =>
  (choice.unitId === null || choice.unitId === item.unitId) &&
  (choice.kind === null || choice.kind === item.kind) &&
  (choice.districtCode === null || choice.districtCode === item.districtCode) &&
  (choice.tag === null || item.tags.some(tag => tidyTag(tag) === choice.tag))

/** A choice in words: `Pengumuman · Kecamatan Slawi · #banjir`. */
export function describe(choice: Choice, units: UnitTree): string {
  const parts = [
    choice.kind && t(kindWords[choice.kind]),
    choice.unitId && (units.byId(choice.unitId)?.name ?? t('Kanal yang sudah tutup')),
    choice.districtCode && (units.byRegion(choice.districtCode)?.name ?? choice.districtCode),
    choice.tag && `#${choice.tag}`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : t('Semua kabar')
}

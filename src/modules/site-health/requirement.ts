import { z } from 'zod'

/** What a government site must show. */
export const contentCodes = ['profile', 'duties', 'officials', 'services', 'public-information', 'contact', 'complaints', 'budget', 'population', 'potentials', 'villages', 'admissions'] as const
/** How it must be. */
export const qualityCodes = ['freshness', 'links', 'weight', 'accessibility', 'certificate'] as const
export const partCodes = [...contentCodes, ...qualityCodes] as const

export type ContentCode = (typeof contentCodes)[number]
export type QualityCode = (typeof qualityCodes)[number]
export type PartCode = (typeof partCodes)[number]

/** Whose site it is: a template here, or what comes nearest to the unit of an outside site. */
export const siteKinds = ['agency', 'village', 'subdistrict', 'school'] as const
export type SiteKind = (typeof siteKinds)[number]

/** Where a measure is worth all its points, and where none; between the two it falls evenly. */
export interface Band {
  full: number
  none: number
}

/** Measures with a band each: days, number of links, KB, requests, barriers, days left. */
export const limitCodes = ['freshness-days', 'broken-links', 'weight-kb', 'html-kb', 'requests', 'barriers', 'certificate-days'] as const
export type LimitCode = (typeof limitCodes)[number]

/** What sites of one kind are judged by, as it was in force on a day. */
export interface Requirements {
  /** Points of 100 per part; parts that are not named are not asked for. */
  weights: Partial<Record<PartCode, number>>
  limits: Record<LimitCode, Band>
  /** Words by which a page, heading or link is recognised, Indonesian and English. */
  words: Record<ContentCode | 'service-standards', string[]>
  /** Versions of the reference data this was read from. */
  judgedBy: string[]
  legalBasis: string
  validFrom: string
  verified: boolean
}

/** Reference lists this is read from: weights by kind of site, bands by measure, words by content. */
export const lists = { weights: 'site-health', limits: 'site-health-limits', words: 'site-health-words' } as const

export const weightsSchema = z.partialRecord(z.enum(partCodes), z.number().min(0).max(100)).refine(weights => Object.values(weights).some(weight => weight > 0))
export const bandSchema = z.object({ full: z.number(), none: z.number() }).refine(({ full, none }) => full !== none)
export const wordsSchema = z.array(z.string().trim().min(2).max(60)).min(1).max(60)

/** How parts are called on screens. */
export const partNames: Record<PartCode, string> = {
  profile: 'Profil',
  duties: 'Tugas dan fungsi',
  officials: 'Pejabat',
  services: 'Layanan dengan standarnya',
  'public-information': 'Informasi publik',
  contact: 'Kontak',
  complaints: 'Saluran pengaduan',
  budget: 'Dokumen anggaran',
  population: 'Data penduduk',
  potentials: 'Potensi',
  villages: '{Desa} dan kelurahan',
  admissions: 'Penerimaan murid',
  freshness: 'Kemutakhiran',
  links: 'Tautan yang terbuka',
  weight: 'Bobot halaman depan',
  accessibility: 'Keteraksesan',
  certificate: 'Sertifikat domain',
}

export const kindNames: Record<SiteKind, string> = { agency: 'Perangkat daerah', village: '{Desa} dan kelurahan', subdistrict: '{Kecamatan}', school: 'Sekolah' }

/** Share of the points that a measure is worth, 0 to 1. */
export const shareOf = (value: number, { full, none }: Band): number => Math.min(1, Math.max(0, (none - value) / (none - full)))

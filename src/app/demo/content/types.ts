export type DemoUnitKind = 'secretariat' | 'agency' | 'office' | 'hospital' | 'uptd' | 'puskesmas' | 'school'

/** A unit of a government. `parent` is another unit's slug; `place` is the region code (Kemendagri) where it stands. */
export type DemoUnit = {
  slug: string
  name: string
  shortName: string
  kind: DemoUnitKind
  parent?: string
  address?: string
  phone?: string
  email?: string
  place?: string
  /** Eight digits, schools only. Every NPSN here is invented. */
  npsn?: string
}

export type DemoRole =
  | 'administrator' | 'leader' | 'reviewer' | 'publisher' | 'writer'
  | 'village-operator' | 'school-operator' | 'channel-supervisor' | 'walidata' | 'emergency-officer' | 'personnel-officer' | 'secretariat' | 'archivist'
  | 'data-producer' | 'walidata-pendukung' | 'pembina-data' | 'forum-coordinator'

/** An invented person. `unit` is a unit's slug, or a region code for subdistricts and villages. */
export type DemoPerson = {
  username: string
  /** 18 digits: birth date, month of appointment, sex (1 man, 2 woman), serial 9xx, which nobody holds. */
  nip?: string
  name: string
  title: string
  unit: string
  /** Place among the people of the unit, 1 first. */
  rank: number
  /** Unit of the position, when it is not where they work: the regent sits in the secretariat. */
  office?: string
  /** Acting for somebody else: Pelaksana Tugas or Pelaksana Harian. */
  acting?: 'Plt.' | 'Plh.'
  /** Of another institution: an account, and no position here. */
  guest?: true
  roles: DemoRole[]
  /** What a newcomer sees as the role's name; present on one account per role. */
  demoAccount?: string
}

export type CoverMotif =
  | 'road' | 'market' | 'health' | 'school' | 'farm' | 'water' | 'meeting' | 'document' | 'sea' | 'tree'

export type DemoPublicationKind =
  | 'program' | 'kegiatan' | 'pengumuman' | 'berita' | 'siaran-pers' | 'dokumen' | 'infografis'

/**
 * A publication. `unit` is a unit's slug, or a region code for subdistricts and villages.
 * `title`, `summary` and `body` may hold date marks; see `withDates`.
 */
export type DemoPublication = {
  unit: string
  kind: DemoPublicationKind
  title: string
  summary: string
  /** Markdown; headings start at level 2. */
  body: string
  /** Days before now; negative is in the coming days. */
  daysAgo: number
  /** Local time, HH:MM. */
  at: string
  tags: string[]
  place?: string
  activity?: { fromDaysAgo: number, toDaysAgo: number }
  state?: 'draft' | 'submitted' | 'returned' | 'published' | 'scheduled' | 'archived'
  /** What the reviewer asked for; with state `returned`. */
  remarks?: string
  correction?: { daysAgo: number, reason: string }
  english?: { title: string, summary: string, body: string }
  cover?: { motif: CoverMotif, alt: string }
}

export type DemoHoliday = {
  date: string
  name: string
  kind: 'libur-nasional' | 'cuti-bersama'
  /** False until somebody has compared the line with the signed decree. */
  verified: false
  basis: string
}

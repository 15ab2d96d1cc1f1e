import type { UnitKind } from '#modules/organisation/contract.ts'
import type { BlockKind, Outline, Purpose, Value } from '#modules/pages/contract.ts'
import type { Template } from './contract.ts'

export const templateNames: Record<Template, string> = {
  village: '{Desa} atau kelurahan',
  school: 'Sekolah',
  agency: 'Perangkat daerah',
  subdistrict: '{Kecamatan}',
}

/** What a template brings, in one sentence. */
export const templateHints: Record<Template, string> = {
  village: 'Profil, pemerintah {desa}, penduduk, potensi, anggaran, layanan, dan dokumen.',
  school: 'Profil, guru, penerimaan murid, galeri, dan dokumen.',
  agency: 'Tugas dan fungsi, struktur, pejabat, layanan, informasi publik, dan pengaduan.',
  subdistrict: 'Tugas dan fungsi, {desa} di wilayahnya, layanan, dan informasi publik.',
}

/** The template that fits a kind of unit. */
export function templateFor(kind: UnitKind): Template {
  if (kind === 'village' || kind === 'school' || kind === 'subdistrict') return kind
  return 'agency'
}

type Part = BlockKind | { kind: BlockKind; values: Record<string, Value> }

interface Sketch {
  purpose: Purpose
  blocks: Part[]
  under?: Purpose
}

const text = (heading: string): Part => ({ kind: 'text', values: { heading } })

const contact: Sketch = { purpose: 'contact', blocks: ['contact', 'map'] }
const documents: Sketch = { purpose: 'documents', under: 'public-information', blocks: ['documents', { kind: 'latest', values: { heading: 'Dokumen terbaru', sort: 'dokumen' } }] }
const publicInformation: Sketch = { purpose: 'public-information', blocks: ['text', 'links'] }
const gallery: Sketch = { purpose: 'gallery', blocks: ['gallery'] }
const services: Sketch = { purpose: 'services', blocks: ['services'] }
const duties: Sketch[] = [
  { purpose: 'profile', blocks: ['text', text('Visi dan misi')] },
  { purpose: 'duties', under: 'profile', blocks: [text('Tugas'), text('Fungsi')] },
  { purpose: 'structure', under: 'profile', blocks: ['structure'] },
  { purpose: 'officials', under: 'profile', blocks: ['officials'] },
]
const complaints: Sketch = { purpose: 'complaints', blocks: ['text', 'links'] }

const sketches: Record<Template, Sketch[]> = {
  village: [
    { purpose: 'home', blocks: ['hero', 'latest', 'links', 'officials', 'contact', 'map'] },
    { purpose: 'profile', blocks: ['text', 'facts', text('Visi dan misi')] },
    { purpose: 'history', under: 'profile', blocks: ['text'] },
    { purpose: 'officials', under: 'profile', blocks: ['officials'] },
    { purpose: 'population', under: 'profile', blocks: ['population'] },
    { purpose: 'potentials', blocks: ['potential'] },
    { purpose: 'budget', blocks: ['budget'] },
    services,
    publicInformation,
    documents,
    gallery,
    contact,
    complaints,
  ],
  school: [
    { purpose: 'home', blocks: ['hero', 'school', 'latest', 'links', 'contact', 'map'] },
    { purpose: 'profile', blocks: ['school', 'text', text('Visi dan misi')] },
    { purpose: 'history', under: 'profile', blocks: ['text'] },
    { purpose: 'officials', under: 'profile', blocks: ['officials'] },
    { purpose: 'admissions', blocks: ['admissions'] },
    services,
    gallery,
    publicInformation,
    documents,
    { purpose: 'budget', under: 'public-information', blocks: ['budget'] },
    contact,
  ],
  agency: [
    { purpose: 'home', blocks: ['hero', 'latest', 'links', 'officials', 'contact', 'map'] },
    ...duties,
    services,
    publicInformation,
    documents,
    { purpose: 'budget', under: 'public-information', blocks: ['budget'] },
    gallery,
    complaints,
    contact,
  ],
  subdistrict: [
    { purpose: 'home', blocks: ['hero', 'latest', 'links', 'villages', 'officials', 'contact', 'map'] },
    ...duties,
    { purpose: 'villages', blocks: ['villages'] },
    services,
    publicInformation,
    documents,
    { purpose: 'budget', under: 'public-information', blocks: ['budget'] },
    gallery,
    complaints,
    contact,
  ],
}

/** What a site begins with, beyond what its template brings. */
export interface Beginning {
  name: string
  tagline: string | null
  picture: { fileId: string; alt: string; width: number; height: number } | null
  point: { latitude: number; longitude: number } | null
}

/** The pages of a template, in the order of the menu. */
export function outlinesOf(template: Template, beginning: Beginning): Outline[] {
  const given: Partial<Record<BlockKind, Record<string, Value>>> = {
    hero: { headline: beginning.name, lead: beginning.tagline, picture: beginning.picture ? [beginning.picture] : [] },
    ...(beginning.point ? { map: { point: beginning.point, name: beginning.name } } : {}),
  }
  return sketches[template].map(({ purpose, blocks, under }) => ({
    purpose,
    under,
    inMenu: true,
    blocks: blocks.map(part => (typeof part === 'string' ? { kind: part, values: given[part] ?? {} } : part)),
  }))
}

import type { BlockKind, Point, Purpose, Row } from '#modules/pages/contract.ts'
import type { CoverMotif } from './types.ts'

/** Days counted from the one the demo is made on. */
export interface Calendar {
  year: number
  /** The day so many days from now, `2026-11-21`. */
  day(from: number): string
}

/** A drawn picture; what it shows is also what its lines are thrown from. */
export interface DemoPhoto {
  motif: CoverMotif
  alt: string
}

/** A file to download: a table becomes CSV, paragraphs become an OpenDocument text. */
export interface DemoDocument {
  name: string
  title: string
  category?: 'perencanaan' | 'anggaran' | 'laporan' | 'peraturan' | 'informasi-publik' | 'formulir'
  year?: number
  content: string[][] | string[]
}

/** A part of a page; texts in it may hold date marks, see `withDates`. */
export interface DemoBlock {
  kind: BlockKind
  values: Record<string, string | number | Point | Row[]>
  /** Under the name the kind has for them. */
  photos?: DemoPhoto[]
  documents?: DemoDocument[]
}

export interface DemoPage {
  /** Fills the template's page of this purpose; left out, the page is one more. */
  purpose?: Purpose
  /** Of one more. */
  title?: string
  under?: Purpose
  summary: string
  /** Its English summary; a page without purpose brings its title too. */
  english?: { title?: string; summary: string }
  blocks: DemoBlock[]
  /** How it stands when it is not simply public; `changed` is public and holds `later` as a change nobody has published yet. */
  state?: 'submitted' | 'hidden' | 'changed'
  later?: DemoBlock[]
}

export interface DemoSite {
  /** A unit's slug, or a region code. */
  unit: string
  /** Where the unit's own name is too long for one. */
  name?: string
  tagline: string
  accent?: string
  point: Point
  /** SVG. */
  logo?: string
  /** How the unit is reached, where its government has not said. Telephone and e-mail are invented and reach nobody. */
  contact?: { address: string; phone: string; email: string }
  /** Who heads it: title and name, highest first. */
  leaders?: [title: string, name: string][]
  /** Not shown to the public yet. */
  draft?: boolean
  pages: DemoPage[]
}

export type DemoSites = (calendar: Calendar) => DemoSite[]

export const photo = (motif: CoverMotif, alt: string): DemoPhoto => ({ motif, alt })

/** Rows of a block from tuples in the order of its columns. */
const rowsOf = (columns: readonly string[], tuples: readonly (readonly (string | number | undefined)[])[]): Row[] =>
  tuples.map(tuple => Object.fromEntries(columns.flatMap((column, i) => (tuple[i] === undefined ? [] : [[column, String(tuple[i])]]))))

export const hero = (headline: string, lead: string, picture: DemoPhoto, buttons: [label: string, address: string][], english?: [headline: string, lead: string]): DemoBlock => ({
  kind: 'hero',
  values: {
    headline, lead,
    ...(buttons[0] && { firstLabel: buttons[0][0], firstAddress: buttons[0][1] }),
    ...(buttons[1] && { secondLabel: buttons[1][0], secondAddress: buttons[1][1] }),
    ...(english && { englishHeadline: english[0], englishLead: english[1] }),
  },
  photos: [picture],
})

export const text = (heading: string, words: string, english?: string): DemoBlock => ({ kind: 'text', values: { heading, text: words, ...(english && { english }) } })

export const facts = (heading: string, tuples: [label: string, value: string][]): DemoBlock => ({ kind: 'facts', values: { heading, rows: rowsOf(['label', 'value'], tuples) } })

export const links = (heading: string, tuples: [label: string, address: string, note?: string][]): DemoBlock => ({ kind: 'links', values: { heading, rows: rowsOf(['label', 'address', 'note'], tuples) } })

export const officials = (tuples: [name: string, position: string, period?: string][]): DemoBlock => ({ kind: 'officials', values: { rows: rowsOf(['name', 'position', 'period'], tuples) } })

export const latest = (count: number, heading = ''): DemoBlock => ({ kind: 'latest', values: { heading, count } })

/** A block that fills itself. */
export const itself = (kind: BlockKind, heading = ''): DemoBlock => ({ kind, values: { heading } })

export const contact = (hours: [days: string, hours: string, note?: string][], whatsapp = ''): DemoBlock => ({
  kind: 'contact',
  values: { hours: rowsOf(['days', 'hours', 'note'], hours), whatsapp, complaints: 'https://www.lapor.go.id/', complaintsLabel: 'SP4N-LAPOR!' },
})

export const map = (name: string, point: Point, places: [name: string, latitude: number, longitude: number, note?: string][] = []): DemoBlock => ({
  kind: 'map', values: { name, point, places: rowsOf(['name', 'latitude', 'longitude', 'note'], places) },
})

export const documents = (heading: string, list: DemoDocument[]): DemoBlock => ({ kind: 'documents', values: { heading }, documents: list })

export const gallery = (list: DemoPhoto[]): DemoBlock => ({ kind: 'gallery', values: {}, photos: list })

export const population = (heading: string, date: string, source: string, tuples: [label: string, men: number, women: number][]): DemoBlock => ({
  kind: 'population', values: { heading, date, source, rows: rowsOf(['label', 'men', 'women'], tuples) },
})

export interface Potential {
  heading: string
  category: 'ekonomi' | 'wisata' | 'alam' | 'budaya' | 'infrastruktur'
  text: string
  english?: string
  point?: Point
  contact?: string
  phone?: string
  photos: DemoPhoto[]
}

export const potential = ({ photos, ...values }: Potential): DemoBlock => ({ kind: 'potential', values, photos })

type Amount = [group: 'pendapatan' | 'belanja' | 'pembiayaan', label: string, budgeted: number, realised?: number]

/** What goes out as financing is below nothing. */
export const budget = (heading: string, year: number, source: string, tuples: Amount[]): DemoBlock => ({
  kind: 'budget', values: { heading, year, source, rows: rowsOf(['group', 'label', 'budgeted', 'realised'], tuples) },
})

export interface Service {
  name: string
  requirements: string
  procedure: string
  time: string
  cost: string
  product: string
  basis: string
  address?: string
}

export const services = (heading: string, list: Service[]): DemoBlock => ({ kind: 'services', values: { heading, rows: list.map(({ address, ...service }) => ({ ...service, ...(address && { address }) })) } })

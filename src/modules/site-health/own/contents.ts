import type { Unit } from '#modules/organisation/contract.ts'
import type { Block, BlockKind, OfficePage, Purpose, Row, Value } from '#modules/pages/contract.ts'
import { speaksOf, type Content, type Contents, type Place } from '../inspection/recognise.ts'
import { contentCodes, type ContentCode, type Requirements } from '../requirement.ts'

/** A block the public sees, with the page it stands on. */
export interface ShownBlock {
  unitId: string
  pageId: string
  block: Block
}

/** Kinds of blocks that tell whether a site shows what it is asked for. */
export const tellingBlocks = ['text', 'links', 'officials', 'structure', 'services', 'contact', 'budget', 'documents', 'population', 'potential', 'villages', 'admissions'] as const satisfies readonly BlockKind[]

/** Pages that are for a content, and blocks that show it, whatever words they use. */
const shownBy: Record<Exclude<ContentCode, 'services' | 'contact'>, { purposes: readonly Purpose[]; blocks: readonly BlockKind[] }> = {
  profile: { purposes: ['profile', 'history'], blocks: [] },
  duties: { purposes: ['duties'], blocks: [] },
  officials: { purposes: ['officials', 'structure'], blocks: ['officials', 'structure'] },
  'public-information': { purposes: ['public-information'], blocks: [] },
  complaints: { purposes: ['complaints'], blocks: [] },
  budget: { purposes: ['budget'], blocks: ['budget'] },
  population: { purposes: ['population'], blocks: ['population'] },
  potentials: { purposes: ['potentials'], blocks: ['potential'] },
  villages: { purposes: ['villages'], blocks: ['villages'] },
  admissions: { purposes: ['admissions'], blocks: ['admissions'] },
}

/** Contents that are prose: a title or heading in the right words shows them on any page. */
const prose: readonly ContentCode[] = ['profile', 'duties', 'public-information']

/** What the office knows about the site of a unit. */
export interface Told {
  unit: Pick<Unit, 'address' | 'phone' | 'email'>
  /** Address of the site, e.g. `/situs/desa-kalisapu`. */
  base: string
  /** Pages the public sees. */
  pages: readonly OfficePage[]
  /** What people wrote on each, by id; blocks that fill themselves say nothing here. */
  written: ReadonlyMap<string, string>
  blocks: readonly ShownBlock[]
  /** What blocks fill themselves with: officials, parts of the unit, its villages. */
  filled: { officials: boolean; structure: boolean; villages: boolean }
  words: Requirements['words']
}

/** What a site here shows, by what its pages are for and what their blocks hold. */
export function contentsOf(told: Told): Contents {
  const contents: Contents = {}
  for (const code of contentCodes) contents[code] = code === 'services' ? services(told) : code === 'contact' ? contact(told) : contentOf(code, told)
  return contents
}

function contentOf(code: keyof typeof shownBy, told: Told): Content {
  const { purposes, blocks } = shownBy[code]
  const telling = told.blocks.filter(({ block }) => blocks.includes(block.kind) && holds(block, told.filled))
  const where = [...pagesFor(told, purposes), ...placesOf(told, telling)]
  const known = told.words[code]
  if (code === 'complaints') where.push(...placesOf(told, told.blocks.filter(({ block }) => leadsToComplaints(block, known))))
  if (code === 'budget') where.push(...placesOf(told, told.blocks.filter(({ block }) => categories(block.values.documents).includes('anggaran'))))
  if (prose.includes(code)) {
    const spoken = told.blocks.filter(({ block }) => block.kind === 'text' && has(block.values.text) && typeof block.values.heading === 'string' && speaksOf(block.values.heading, known))
    where.push(...placesOf(told, spoken), ...places(told, told.pages.filter(page => page.slug !== '' && isWritten(told, page) && speaksOf(page.title, known))))
  }
  return { share: where.length > 0 ? 1 : 0, where: unique(where) }
}

const standard = ['requirements', 'time', 'cost'] as const
/** Worth of services without any standard. */
const listed = 0.4

/** Services count when each says what is needed, how long it takes and what it costs; a mere list is worth little. */
function services(told: Told): Content {
  const shown = told.blocks.filter(({ block }) => block.kind === 'services')
  const all = shown.flatMap(({ block }) => rowsOf(block.values.rows))
  const where = unique([...placesOf(told, shown.filter(({ block }) => has(block.values.rows))), ...pagesFor(told, ['services'])])
  if (all.length === 0) return { share: where.length > 0 ? listed : 0, where }
  const lacking = all.filter(row => standard.some(name => !has(row[name]))).length
  return { share: listed + (1 - listed) * (1 - lacking / all.length), where, counted: { all: all.length, lacking } }
}

/** Contact counts when it says where to go and how to call; the page alone tells nobody. */
function contact(told: Told): Content {
  const shown = told.blocks.filter(({ block }) => block.kind === 'contact')
  const where = unique([...placesOf(told, shown), ...pagesFor(told, ['contact'])])
  if (where.length === 0) return { share: 0, where }
  const { address, phone, email } = told.unit
  const reachable = phone || email || shown.some(({ block }) => has(block.values.whatsapp))
  return { share: (address ? 0.5 : 0) + (reachable ? 0.5 : 0), where }
}

/** Whether a block shows something. */
function holds({ kind, values }: Block, filled: Told['filled']): boolean {
  if (kind === 'structure' || kind === 'villages') return filled[kind]
  if (kind === 'officials' && filled.officials) return true
  return Object.entries(values).some(([name, value]) => name !== 'heading' && has(value))
}

const leadsToComplaints = ({ kind, values }: Block, words: readonly string[]): boolean =>
  (kind === 'contact' && has(values.complaints)) || (kind === 'links' && rowsOf(values.rows).some(row => speaksOf(Object.values(row).join(' '), words)))

const isWritten = ({ written }: Told, page: OfficePage): boolean => !page.empty && (written.get(page.id) ?? '').trim() !== ''

const pagesFor = (told: Told, purposes: readonly Purpose[]): Place[] => places(told, told.pages.filter(page => page.purpose && purposes.includes(page.purpose) && isWritten(told, page)))

function placesOf(told: Told, blocks: readonly ShownBlock[]): Place[] {
  const ids = new Set(blocks.map(({ pageId }) => pageId))
  return places(told, told.pages.filter(page => ids.has(page.id)))
}

const places = ({ base }: Told, pages: readonly OfficePage[]): Place[] => pages.map(page => ({ label: page.title, href: addressOf(base, page.slug) }))

/** Each place once, and no more than people read. */
const unique = (all: readonly Place[]): Place[] => [...new Map(all.map(place => [place.href, place])).values()].slice(0, 3)

/** Address of a page of a site. */
export const addressOf = (base: string, slug: string): string => (slug === '' ? base : `${base}/${slug}`)

const has = (value: Value | undefined): boolean => (typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined)

/** Rows of a list inside a block; anything else is none. */
const rowsOf = (value: Value | undefined): Row[] => (Array.isArray(value) ? value.filter((one): one is Row => !('fileId' in one)) : [])

const categories = (value: Value | undefined): string[] => (Array.isArray(value) ? value.flatMap(one => ('category' in one && typeof one.category === 'string' ? [one.category] : [])) : [])

import type { Government } from '#platform/access/government.ts'
import type { Db, Tx } from '#platform/db/database.ts'
import type { Context } from '#platform/web/page.ts'
import type { NewAddressee } from '#modules/correspondence/contract.ts'
import { posts, unitDirectory, type InCharge, type Unit, type UnitKind, type UnitTree } from '#modules/organisation/contract.ts'

/** A position that letters go to, under a name nobody else here has. */
interface Seat {
  postId: string
  unitId: string
  name: string
  inCharge: InCharge | null
}

/** Whom one can write to on this installation. */
export interface Correspondents {
  units: UnitTree
  heads: readonly Seat[]
  /** Units nobody's position leads: their secretariat gets the letter. */
  headless: readonly Unit[]
}

/** `Kabupaten Tegal` as titles carry it: `Bupati Tegal`. */
const bare = ({ name }: Pick<Government, 'name'>): string => name.replace(/^(?:Kabupaten|Kota|Provinsi)\s+/, '')

/** A title as letters write it: of the government itself with its name. */
export const officialName = (title: string, unit: Pick<Unit, 'kind'> | undefined, government: Pick<Government, 'name'>): string =>
  unit?.kind === 'government' && !title.includes(bare(government)) ? `${title} ${bare(government)}` : title

export async function correspondentsOf({ government, ask }: Pick<Context, 'government' | 'ask'>, db: Db | Tx, day: string): Promise<Correspondents> {
  const units = await ask(unitDirectory).of(government.id)
  const found = await ask(posts).heads(db, units.all.map(({ id }) => id), day)
  const times = new Map<string, number>()
  for (const { title } of found.values()) times.set(title, (times.get(title) ?? 0) + 1)
  const heads = units.all.flatMap((unit): Seat[] => {
    const head = found.get(unit.id)
    if (!head) return []
    const name = officialName(head.title, unit, government)
    return [{ postId: head.postId, unitId: unit.id, name: times.get(head.title) === 1 ? name : `${name}, ${unit.name}`, inCharge: head.inCharge }]
  })
  return { units, heads, headless: units.all.filter(unit => !found.has(unit.id)) }
}

/** Many at once; `label` is Indonesian source text. */
export const groups: { code: string; label: string; kinds: readonly UnitKind[] }[] = [
  { code: 'perangkat-daerah', label: 'Semua kepala perangkat daerah', kinds: ['agency', 'secretariat', 'office', 'hospital'] },
  { code: 'kecamatan', label: 'Semua camat', kinds: ['subdistrict'] },
  { code: 'desa', label: 'Semua {kepalaDesa} dan lurah', kinds: ['village'] },
  { code: 'puskesmas', label: 'Semua kepala puskesmas', kinds: ['puskesmas'] },
  { code: 'sekolah', label: 'Semua kepala sekolah', kinds: ['school'] },
]

const addressed = ({ postId, unitId, name }: Pick<Seat, 'unitId' | 'name'> & { postId: string | null }, role: NewAddressee['role']): NewAddressee => ({ role, name, postId, unitId, email: null, address: null })

/** Everybody of a group. */
export function membersOf({ heads, headless, units }: Correspondents, code: string): NewAddressee[] {
  const kinds = groups.find(group => group.code === code)?.kinds ?? []
  const within = (unitId: string) => kinds.includes(units.byId(unitId)?.kind ?? 'section')
  return [...heads.filter(({ unitId }) => within(unitId)).map(head => addressed(head, 'to')), ...headless.filter(({ id }) => within(id)).map(({ id, name }) => addressed({ postId: null, unitId: id, name }, 'to'))]
}

const key = ({ postId, unitId, name }: NewAddressee) => postId ?? unitId ?? name

/** Addressees as a form asks for them: whole groups by their code, the others one by one. */
export function collapsed(known: Correspondents, addressees: readonly NewAddressee[]): { groups: string[]; others: NewAddressee[] } {
  const there = new Set(addressees.map(key))
  const whole = groups.map(({ code }) => ({ code, members: membersOf(known, code) })).filter(({ members }) => members.length > 1 && members.every(member => there.has(key(member))))
  const inside = new Set(whole.flatMap(({ members }) => members.map(key)))
  return { groups: whole.map(({ code }) => code), others: addressees.filter(one => !inside.has(key(one))) }
}

/** How offices say titles for short. */
const short: Record<string, string> = { kadis: 'kepala dinas', kadin: 'kepala dinas', kaban: 'kepala badan', kabid: 'kepala bidang', kabag: 'kepala bagian', kasubbag: 'kepala subbagian', kasi: 'kepala seksi', sekda: 'sekretaris daerah', sekdin: 'sekretaris dinas', kades: 'kepala desa' }

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replace(/^\S+/, word => short[word] ?? word)

/** Units somebody may have named within a text: by their whole name, or without its first word (`Slawi` for Kecamatan Slawi). */
const namedIn = (wanted: string, units: readonly Unit[]): Unit[] =>
  units.filter(({ name }) => [plain(name), plain(name).replace(/^\S+ /, '')].some(one => one.length > 3 && ` ${wanted} `.includes(` ${one} `))).toSorted((a, b) => b.name.length - a.name.length).slice(0, 8)

/** Somebody typed: a position of this installation, if need be with its unit (`Kepala Subbagian Umum, Dinas Kesehatan`); or a unit. Null when there is none. */
export async function recognised({ ask }: Pick<Context, 'ask'>, db: Db | Tx, { heads, units }: Correspondents, typed: string, role: NewAddressee['role']): Promise<NewAddressee | null> {
  const wanted = plain(typed)
  const found = heads.filter(({ name }) => plain(name) === wanted)
  if (found.length === 1) return addressed(found[0]!, role)
  const unit = units.all.find(({ name, shortName }) => [name, shortName].some(one => plain(one) === wanted))
  if (unit) return addressed({ postId: null, unitId: unit.id, name: unit.name }, role)
  for (const of of namedIn(wanted, units.all)) {
    const post = (await ask(posts).of(db, of.id)).find(({ title }) => [title, `${title} ${of.name}`].some(one => plain(one) === wanted))
    if (post) return addressed({ postId: post.id, unitId: of.id, name: plain(post.title) === wanted ? post.title : `${post.title}, ${of.name}` }, role)
  }
  return null
}

/** The name most like what was typed, to ask whether it was meant; null when none comes near. */
export function meant({ heads, units }: Correspondents, typed: string): string | null {
  const words = new Set(plain(typed).split(' ').filter(word => word.length > 2))
  const likeness = (name: string) => {
    const own = new Set(plain(name).split(' ').filter(word => word.length > 2))
    return (2 * [...own].filter(word => words.has(word)).length) / (own.size + words.size || 1)
  }
  const [best] = [...heads, ...units.all].map(({ name }) => ({ name, like: likeness(name) })).toSorted((a, b) => b.like - a.like)
  return best && best.like >= 0.5 ? best.name : null
}

import { simplified } from '#platform/sheets/readers.ts'
import type { Region, RegionHint, RegionMatch, RegionNames } from './contract.ts'
import { kinds, type NamedRegion } from './regions.ts'

/** Ways of writing what a region is. */
const short: Record<string, string> = {
  prov: 'provinsi', prop: 'provinsi', propinsi: 'provinsi', kab: 'kabupaten', kec: 'kecamatan', kcmtn: 'kecamatan', camat: 'kecamatan', ds: 'desa', dsa: 'desa', des: 'desa', kel: 'kelurahan', klrhn: 'kelurahan', lurah: 'kelurahan', gp: 'gampong', kp: 'kampung',
}

/** Texts remembered, and candidates offered for a doubtful one. */
const most = { texts: 20_000, candidates: 8 }

/** One name in a text, with what it says it is. */
interface Part {
  kind: string | null
  key: string
}

const romans: Record<string, string> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' }

/** How a name is compared: no spaces, old spelling as today's, letters written twice once. `Boemi Djawa` is `bumijawa`. */
const keyOf = (words: readonly string[]): string =>
  words.map((word, i) => (i > 0 ? (romans[word] ?? word) : word)).join('').replaceAll('oe', 'u').replaceAll('dj', 'j').replaceAll('tj', 'c').replace(/([a-z])\1+/g, '$1')

/** The names in a text: `Ds. Kalisapu Kec. Slawi` and `Kalisapu, Slawi` have two. */
function partsOf(text: string): Part[] {
  const parts: Part[] = []
  for (const piece of text.split(/[,;|()]|\s[-–/]\s/)) {
    let kind: string | null = null
    let words: string[] = []
    const end = () => {
      if (words.length > 0) parts.push({ kind, key: keyOf(words) })
      kind = null
      words = []
    }
    for (const word of simplified(piece.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').replaceAll('.', '. ')).split(' ')) {
      const meant = short[word] ?? word
      if (!Object.hasOwn(kinds, meant)) {
        if (word) words.push(word)
        continue
      }
      end()
      kind = meant
    }
    end()
  }
  return parts
}

const deepest: Region['level'][] = ['village', 'district', 'regency', 'province']

/** The part that names the region itself: the smallest when all say what they are, else the first. */
function targetOf(parts: readonly Part[]): Part | undefined {
  const sizes = parts.map(({ kind }) => (kind === null ? -1 : deepest.indexOf(kinds[kind]!)))
  return sizes.includes(-1) ? parts[0] : parts[sizes.indexOf(Math.min(...sizes))]
}

/** Kemendagri's code out of digits with dots or without; null when it is none. */
function codeIn(text: string): string | null {
  const digits = /^\d{2}(?:\.?\d{2}){0,2}(?:\.?\d{4})?$/.test(text) ? text.replaceAll('.', '') : ''
  if (![2, 4, 6, 10].includes(digits.length)) return null
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].filter(Boolean).join('.')
}

/** Whether two keys differ by so few letters that one may be a slip for the other. */
function isNear(one: string, other: string): boolean {
  const allowed = Math.min(one.length, other.length) < 5 ? 0 : Math.max(one.length, other.length) > 8 ? 2 : 1
  if (allowed === 0 || Math.abs(one.length - other.length) > allowed) return false
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)))
    if (Math.min(...next) > allowed) return false
    row = next
  }
  return row.at(-1)! <= allowed
}

const plain = ({ code, label, level, parent, within }: NamedRegion): Region => ({ code, label, level, parent, within })

/** Reads names and codes of these regions. */
export function namesOf(regions: readonly NamedRegion[]): RegionNames {
  const byCode = new Map(regions.map(region => [region.code, region]))
  const byKey = Map.groupBy(regions, ({ bare }) => keyOf(simplified(bare).split(' ')))
  const keys = [...byKey.keys()]
  const remembered = new Map<string, RegionMatch>()

  const fits = (region: NamedRegion, kind: string | null, hint: RegionHint): boolean => {
    if (hint.level && region.level !== hint.level) return false
    if (hint.within && !region.code.startsWith(`${hint.within}.`)) return false
    if (kind === null) return true
    if (kinds[kind] !== region.level) return false
    // A regency and a city of one name are two; people say desa of a kelurahan.
    return region.level !== 'regency' || region.kind === kind || region.kind === ''
  }
  const isIn = (region: NamedRegion, part: Part): boolean => {
    for (let above = byCode.get(region.parent ?? ''); above; above = byCode.get(above.parent ?? ''))
      if (keyOf(simplified(above.bare).split(' ')) === part.key && (part.kind === null || (kinds[part.kind] === above.level && fits(above, part.kind, {})))) return true
    return false
  }

  function read(text: string, hint: RegionHint): RegionMatch {
    const code = codeIn(text.trim())
    if (code !== null) {
      const region = byCode.get(code)
      return region && fits(region, null, hint) ? { is: 'sure', region: plain(region) } : { is: 'none' }
    }
    const parts = partsOf(text)
    const target = targetOf(parts)
    if (!target) return { is: 'none' }
    const same = (byKey.get(target.key) ?? []).filter(region => fits(region, target.kind, hint))
    const others = parts.filter(part => part !== target)
    const inside = same.filter(region => others.every(part => isIn(region, part)))
    const exact = target.kind === 'kelurahan' && inside.some(region => region.kind === 'kelurahan') ? inside.filter(region => region.kind === 'kelurahan') : inside
    if (exact.length === 1) return { is: 'sure', region: plain(exact[0]!) }
    // What the text says lies elsewhere is never sure, and neither is a slip of the pen.
    const candidates = exact.length > 0 ? exact : same.length > 0 ? same : keys.filter(key => isNear(key, target.key)).flatMap(key => byKey.get(key)!.filter(region => fits(region, target.kind, hint)))
    const likeliest = candidates.toSorted((a, b) => others.filter(part => isIn(b, part)).length - others.filter(part => isIn(a, part)).length)
    return likeliest.length > 0 ? { is: 'doubtful', candidates: likeliest.slice(0, most.candidates).map(plain) } : { is: 'none' }
  }

  return {
    all: regions.map(plain),
    byCode: wanted => {
      const region = byCode.get(wanted)
      return region && plain(region)
    },
    match(text, hint = {}) {
      const key = `${hint.level ?? ''}\n${hint.within ?? ''}\n${text}`
      const known = remembered.get(key)
      if (known) return known
      const found = read(text.slice(0, 300), hint)
      if (remembered.size >= most.texts) remembered.clear()
      remembered.set(key, found)
      return found
    },
  }
}

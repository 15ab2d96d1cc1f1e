import { simplified } from '../../sheets/readers.ts'
import type { Region } from '../taken.ts'

/** What a text may mean. */
export type Meaning = { sure: Region } | { candidates: Region[] }

/** Words in front of a name and the levels they stand for, by the parts of their codes. */
const kinds: readonly (readonly [RegExp, number, string])[] = [
  [/^(?:provinsi|propinsi|prov|prop|daerah istimewa|di) /, 1, ''],
  [/^(?:kabupaten administrasi|kabupaten adm|kabupaten|kab) /, 2, 'kab'],
  [/^(?:kota administrasi|kota adm|kotamadya|kota) /, 2, 'kota'],
  [/^(?:kecamatan|kec|distrik) /, 3, ''],
  [/^(?:desa|kelurahan|kel|ds|nagari|gampong|kampung) /, 4, ''],
]

interface Bare {
  /** Letters and digits only. */
  name: string
  level: number | null
  kind: string
}

function bareOf(text: string): Bare {
  const said = simplified(text)
  for (const [words, level, kind] of kinds) {
    const name = said.replace(words, '')
    if (name !== said && name !== '') return { name: name.replaceAll(' ', ''), level, kind }
  }
  return { name: said.replaceAll(' ', ''), level: null, kind: '' }
}

const levelOf = ({ code }: Region) => code.split('.').length
const mostCandidates = 6

/** Finds regions by what people call them. */
export interface RegionNames {
  /**
   * @param level parts the codes of the column have, as far as its heading tells
   * @param within codes of regions named beside it; one of them must lie around it or in it
   */
  meaning(text: string, level: number | null, within: readonly string[]): Meaning
}

export function regionNames(regions: readonly Region[]): RegionNames {
  const known = regions.map(region => ({ region, ...bareOf(region.name) }))
  const byName = Map.groupBy(known, ({ name }) => name)
  const bySize = Map.groupBy(byName.keys(), name => name.length)

  const near = (name: string) => {
    const far = name.length > 8 ? 2 : name.length > 3 ? 1 : 0
    const found: { name: string; distance: number }[] = []
    for (let size = name.length - far; size <= name.length + far; size++)
      for (const other of bySize.get(size) ?? []) {
        const distance = steps(name, other, far)
        if (distance <= far) found.push({ name: other, distance })
      }
    return found.toSorted((a, b) => a.distance - b.distance).flatMap(({ name: other }) => byName.get(other)!)
  }

  return {
    meaning(text, level, within) {
      const said = bareOf(text)
      const narrowed = (all: typeof known) => {
        const wanted = said.level ?? level
        const fits = [
          (one: (typeof known)[number]) => wanted === null || levelOf(one.region) === wanted,
          (one: (typeof known)[number]) => said.kind === '' || one.kind === said.kind,
          (one: (typeof known)[number]) => within.length === 0 || within.some(code => one.region.code.startsWith(`${code}.`) || code.startsWith(`${one.region.code}.`)),
        ]
        return fits.reduce((left, fit) => {
          const kept = left.filter(fit)
          return kept.length > 0 ? kept : left
        }, all)
      }
      const exact = narrowed(byName.get(said.name) ?? [])
      if (exact.length === 1 && (said.level === null || levelOf(exact[0]!.region) === said.level)) return { sure: exact[0]!.region }
      const candidates = exact.length > 0 ? exact : narrowed(near(said.name))
      return { candidates: candidates.slice(0, mostCandidates).map(({ region }) => region) }
    },
  }
}

/** Letters to change, add or leave out to make one text of another; more than `most` are not counted. */
function steps(a: string, b: string, most: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(before[j]! + 1, row[j - 1]! + 1, before[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      least = Math.min(least, row[j]!)
    }
    if (least > most) return most + 1
    before = row
  }
  return before[b.length]!
}

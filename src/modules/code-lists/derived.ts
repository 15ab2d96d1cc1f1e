import type { Db, Tx } from '#platform/db/database.ts'
import { governmentOf } from '#platform/db/government.ts'
import type { Services } from '#platform/web/services.ts'
import { governmentDirectory, unitDirectory } from '#modules/organisation/contract.ts'
import type { CodeItem, CodeList, CodeListHead, RegionMatching, RegionNames } from './contract.ts'
import { namesOf } from './matching.ts'
import { regionsOf } from './regions.ts'

type Ask = Pick<Services, 'ask'>

/** Lists that come from the platform itself, with where they come from. */
export const derivedLists: readonly (CodeListHead & { blurb: string; legalBasis: string })[] = [
  { code: 'unit-kerja', title: 'Perangkat daerah dan unit kerja', kind: 'master', derived: true, blurb: 'Semua unit pemerintah daerah ini menurut pohon organisasinya, selalu yang terbaru.', legalBasis: 'Susunan organisasi yang dicatat di Pendopo' },
  { code: 'wilayah', title: 'Wilayah administrasi', kind: 'master', derived: true, blurb: 'Wilayah pemerintah daerah ini dengan kode Kementerian Dalam Negeri, selalu yang terbaru.', legalBasis: 'Kepmendagri 300.2.2-2138/2025' },
]

/** Regions of each government in memory, made anew when its units change. */
export function makeRegionMatching({ ask, changes }: Pick<Services, 'ask' | 'changes'>): RegionMatching {
  const kept = new Map<string, Promise<RegionNames>>()
  changes.on(topic => {
    if (topic === null || topic === 'governments') kept.clear()
    else if (topic.startsWith('units:')) kept.delete(topic.slice('units:'.length))
  })
  async function make(governmentId: string): Promise<RegionNames> {
    const [government, units] = await Promise.all([ask(governmentDirectory).byId(governmentId), ask(unitDirectory).of(governmentId)])
    return namesOf(government ? await regionsOf(government, units.all) : [])
  }
  return {
    of(governmentId) {
      let names = kept.get(governmentId)
      if (!names) {
        names = make(governmentId)
        names.catch(() => kept.delete(governmentId))
        kept.set(governmentId, names)
      }
      return names
    },
  }
}

/** The items of a derived list. */
async function itemsOf({ ask }: Ask, regions: RegionMatching, governmentId: string, code: string): Promise<CodeItem[]> {
  if (code === 'wilayah') return (await regions.of(governmentId)).all.map(({ code: own, label, parent }) => ({ code: own, label, parent }))
  const units = await ask(unitDirectory).of(governmentId)
  return units.all.map(unit => ({ code: unit.slug, label: unit.name, parent: units.byId(unit.parentId ?? '')?.slug ?? null }))
}

/** A derived list as it is now; null when no list of that code is derived. */
export async function derivedList(services: Ask, regions: RegionMatching, db: Db | Tx, code: string): Promise<CodeList | null> {
  const head = derivedLists.find(list => list.code === code)
  if (!head) return null
  const { title, kind, legalBasis } = head
  return { code, title, kind, derived: true, versionId: null, version: 0, validFrom: null, legalBasis, verified: true, items: await itemsOf(services, regions, await governmentOf(db), code) }
}

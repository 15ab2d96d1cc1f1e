import type { Government } from '#platform/access/government.ts'
import type { Services } from '#platform/web/services.ts'
import type { GovernmentDirectory, UnitDirectory, UnitTree } from './contract.ts'
import { governmentsOf, unitsOf } from './store.ts'
import { treeOf } from './unit.ts'

/** Topic that changes with any unit of a government. */
export const unitsTopic = (governmentId: string): string => `units:${governmentId}`
/** Topic that changes with any government or host. */
export const governmentsTopic = 'governments'

/** Units in memory, read once and again after a change. */
export function makeUnitDirectory({ database, changes }: Services): UnitDirectory {
  const trees = new Map<string, Promise<UnitTree>>()
  changes.on(topic => {
    if (topic === null) trees.clear()
    else if (topic.startsWith('units:')) trees.delete(topic.slice('units:'.length))
  })
  return {
    of(governmentId) {
      let tree = trees.get(governmentId)
      if (!tree) {
        tree = unitsOf(database.of(governmentId)).then(treeOf)
        tree.catch(() => trees.delete(governmentId))
        trees.set(governmentId, tree)
      }
      return tree
    },
  }
}

/** Governments in memory, by host. `x.<host>` of a known host is that government's too; unknown hosts get the first. */
export function makeGovernmentDirectory({ database, changes }: Services): GovernmentDirectory {
  let known: Promise<{ all: Government[]; hosts: Map<string, Government> }> | null = null
  changes.on(topic => {
    if (topic === null || topic === governmentsTopic) known = null
  })
  const read = () => {
    known ??= governmentsOf(database.shared)
    known.catch(() => (known = null))
    return known
  }
  async function owning(host: string): Promise<Government | null> {
    const { hosts } = await read()
    const labels = host.toLowerCase().replace(/:\d+$/, '').split('.')
    for (let from = 0; from < labels.length; from++) {
      const found = hosts.get(labels.slice(from).join('.'))
      if (found) return found
    }
    return null
  }
  return {
    all: async () => (await read()).all,
    byId: async id => (await read()).all.find(government => government.id === id),
    owning,
    async hostOf(id) {
      const own = [...(await read()).hosts].filter(([, government]) => government.id === id).map(([host]) => host)
      return own.find(host => !host.endsWith('.localhost')) ?? own[0] ?? 'localhost'
    },
    byHost: async host => (await owning(host)) ?? (await read()).all[0] ?? null,
  }
}

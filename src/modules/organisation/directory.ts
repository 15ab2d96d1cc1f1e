import type { Government } from '#platform/access/government.ts'
import type { Db } from '#platform/db/database.ts'
import { governmentOf } from '#platform/db/government.ts'
import { dayIn } from '#platform/time/zone.ts'
import { readHost } from '#platform/web/host.ts'
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
        tree = unitsOf(database.aside(governmentId)).then(treeOf)
        tree.catch(() => trees.delete(governmentId))
        trees.set(governmentId, tree)
      }
      return tree
    },
  }
}

interface Known {
  all: Government[]
  hosts: Map<string, Government>
  /** Government → the host its portal is known under; one of its own before a local one. */
  portals: Map<string, string>
}

/** The host that stands for a government whose hosts were all taken from it. */
const nowhere = 'localhost'

/** Governments in memory, by id and by host. */
export function makeGovernmentDirectory({ database, changes }: Pick<Services, 'database' | 'changes'>): GovernmentDirectory {
  let known: Promise<Known> | null = null
  /** What is answered at once: the newest list that was read whole. */
  let latest: Known = { all: [], hosts: new Map(), portals: new Map() }
  let begun = 0
  let newest = 0
  let awake = false
  changes.on(topic => {
    if (topic !== null && topic !== governmentsTopic) return
    known = null
    if (awake) void read().catch(() => {})
  })
  function read(): Promise<Known> {
    if (known) return known
    const reading = governmentsOf(database.aside(null)).then(found => ({ ...found, portals: portalsOf(found.hosts) }))
    known = reading
    const turn = ++begun
    reading.then(
      fresh => {
        // Two readings may be under way; the one begun later knows more, whichever ends first.
        if (turn < newest) return
        newest = turn
        latest = fresh
      },
      () => {
        if (known === reading) known = null
      },
    )
    return reading
  }
  async function here(db: Db): Promise<Government> {
    const id = await governmentOf(db)
    const government = (await read()).all.find(one => one.id === id)
    if (!government) throw new Error('This connection speaks for no government')
    return government
  }
  return {
    of: here,
    today: async db => dayIn(new Date(), (await here(db)).zone),
    at(host) {
      const exact = latest.hosts.get(host)
      if (exact) return { government: exact, portal: host, label: null }
      const dot = host.indexOf('.')
      const portal = host.slice(dot + 1)
      const above = dot > 0 ? latest.hosts.get(portal) : undefined
      return above ? { government: above, portal, label: host.slice(0, dot) } : null
    },
    first: () => latest.all[0] ?? null,
    portalOf: id => latest.portals.get(id) ?? nowhere,
    async ready() {
      awake = true
      known = null
      await read()
    },
    all: async () => (await read()).all,
    byId: async id => (await read()).all.find(government => government.id === id),
    async owning(host) {
      const { hosts } = await read()
      const labels = (readHost(host)?.name ?? '').split('.')
      for (let from = 0; from < labels.length; from++) {
        const found = hosts.get(labels.slice(from).join('.'))
        if (found) return found
      }
      return null
    },
    hostOf: async id => (await read()).portals.get(id) ?? nowhere,
  }
}

function portalsOf(hosts: Known['hosts']): Known['portals'] {
  const portals = new Map<string, string>()
  for (const [host, { id }] of hosts) if (!portals.has(id) || (portals.get(id)!.endsWith('.localhost') && !host.endsWith('.localhost'))) portals.set(id, host)
  return portals
}

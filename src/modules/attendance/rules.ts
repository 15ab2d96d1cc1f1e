import ipaddr from 'ipaddr.js'
import { z } from 'zod'
import type { Db, Tx } from '#platform/db/database.ts'
import { referenceVersions } from '#platform/reference/keeping.ts'
import { reference, referenceList } from '#platform/reference/reference.ts'
import type { TimeClass } from './day.ts'
import { parametersFrom } from './signals/defaults.ts'
import type { Parameters } from './signals/parameters.ts'

const timeClass = z.object({ kind: z.enum(['late', 'early']), from: z.int().min(1), to: z.int().nullable() })

/** Classes of lateness as they hold on each day; a government's own before the national ones. */
export async function classesByDay(db: Db | Tx): Promise<(day: string) => readonly TimeClass[]> {
  const versions = (await referenceVersions(db, 'attendance-class', { limit: 1000 })).flatMap(version => {
    const read = timeClass.safeParse(version.value)
    return read.success ? [{ ...version, value: read.data }] : []
  })
  const known = new Map<string, TimeClass[]>()
  return day => {
    let found = known.get(day)
    if (!found) {
      const holding = versions.filter(({ validFrom, validTo }) => validFrom <= day && (validTo === null || day <= validTo)).toSorted((a, b) => Number(a.national) - Number(b.national) || b.validFrom.localeCompare(a.validFrom))
      const own = holding.some(({ national }) => !national)
      // Classes belong together: a government that sets its own sets all of them.
      const first = [...Map.groupBy(holding.filter(one => one.national !== own), ({ code }) => code).values()].map(([one]) => one!)
      known.set(day, (found = first.map(({ code, value }) => ({ code, ...value }))))
    }
    return found
  }
}

/** By what check-ins are weighed on a day. */
export const weightsOn = async (db: Db | Tx, day: string): Promise<Parameters> => parametersFrom(await reference<unknown>(db, 'attendance-confidence', 'weights', day, null))

/** Tells whether an address lies in a network of the offices: reference list `office-network`, values such as `"10.20.0.0/16"`. */
export async function officeNetworks(db: Db | Tx, day: string): Promise<(ip: string) => boolean> {
  const networks = (await referenceList<unknown>(db, 'office-network', day)).flatMap(({ value }) => (typeof value === 'string' && ipaddr.isValidCIDR(value) ? [ipaddr.parseCIDR(value)] : []))
  return ip => {
    if (networks.length === 0 || !ipaddr.isValid(ip)) return false
    const address = ipaddr.process(ip)
    return networks.some(network => network[0].kind() === address.kind() && address.match(network))
  }
}

import { storedSecret, type Config } from '#platform/config/config.ts'
import { startRelay } from '#platform/events/relay.ts'
import type { Log } from '#platform/observability/log.ts'
import { roleSeeding } from '#modules/identity/contract.ts'
import { governmentDirectory } from '#modules/organisation/contract.ts'
import { domainDirectory } from '#modules/sites/contract.ts'
import { prepareDatabase, reachDatabase, type Addresses } from './database.ts'
import { jobsOf } from './jobs.ts'
import { modules } from './modules.ts'
import { makeServices } from './services.ts'
import { openWeb } from './web.ts'

export type Role = 'web' | 'worker' | 'all'

/** A running installation. */
export interface Running {
  address: string
  addresses: Addresses
  services: Awaited<ReturnType<typeof makeServices>>
  stop(): Promise<void>
}

/** Starts everything a role needs: database, migrations, pages, workers. */
export async function run(config: Config, log: Log, role: Role, prepared?: (running: Pick<Running, 'addresses' | 'services'>) => Promise<void>): Promise<Running> {
  const addresses = await reachDatabase(config, log)
  const undo: (() => Promise<unknown>)[] = [async () => addresses.embedded?.stop()]
  const stop = async () => {
    for (const step of undo.toReversed()) await step().catch(error => log.error({ err: error }, 'while stopping'))
  }
  try {
    const applied = await prepareDatabase(addresses, addresses.embedded ? storedSecret(config.data, 'serving-role') : null)
    if (applied.length > 0) log.info({ applied }, 'migrated')
    const services = await makeServices(config, addresses.serve, log)
    undo.push(() => services.close())
    await prepared?.({ addresses, services })
    for (const { id } of await services.ask(governmentDirectory).all()) await services.database.transaction(id, tx => services.ask(roleSeeding).seed(tx))
    let address = ''
    if (role !== 'worker') {
      const { web, close } = await openWeb(services)
      undo.push(close)
      address = await web.server.listen({ port: config.PORT, host: config.HOST })
    }
    if (role !== 'web') {
      const governments = services.ask(governmentDirectory)
      await services.ask(domainDirectory).ready()
      undo.push(startRelay(services, modules.flatMap(m => m.listens ?? []), () => governments.all()))
      undo.push(startCalendar(services))
      await services.jobs.work(jobsOf(modules), services)
    }
    return { address, addresses, services, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Tells kept pages that the day has changed, for those that count days; within a minute of midnight in any zone. */
function startCalendar(services: Running['services']): () => Promise<void> {
  const hour = () => new Date().toISOString().slice(0, 13)
  let last = hour()
  const timer = setInterval(() => {
    if (hour() === last) return
    last = hour()
    void services.database.pool.query("select pg_notify('pendopo_changed', 'day')").catch(() => {})
  }, 20_000)
  return async () => clearInterval(timer)
}

import { readConfig, storedSecret, type Config } from '#platform/config/config.ts'
import { openDatabase, type Database } from '#platform/db/database.ts'
import { makeLog } from '#platform/observability/log.ts'
import { prepareDatabase, reachDatabase, type Addresses } from '../database.ts'
import { makeServices } from '../services.ts'

export interface CommandContext {
  config: Config
  addresses: Addresses
  services: Awaited<ReturnType<typeof makeServices>>
  /** Connections of the migrating role, which sees all governments. */
  owner: Database
}

/** Reaches the database (a running one, or by starting it), runs `work`, and leaves everything as it was. */
export async function withInstallation(work: (context: CommandContext) => Promise<void>): Promise<void> {
  const config = readConfig()
  const log = makeLog('warn')
  const addresses = await reachDatabase(config, log)
  try {
    await prepareDatabase(addresses, addresses.embedded ? storedSecret(config.data, 'serving-role') : null)
    const services = await makeServices(config, addresses.serve, log)
    const owner = openDatabase({ url: addresses.migrate, max: 2 })
    try {
      await work({ config, addresses, services, owner })
    } finally {
      await owner.close()
      await services.close()
    }
  } finally {
    await addresses.embedded?.stop()
  }
}

/** A line for the person at the terminal. */
export const say = (text: string): void => void process.stdout.write(`${text}\n`)

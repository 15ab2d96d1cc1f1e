import { makeTables } from '#platform/columnar/tables.ts'
import tableWords from '#platform/columnar/words.en.ts'
import type { Config } from '#platform/config/config.ts'
import { listenForChanges } from '#platform/db/changes.ts'
import { openDatabase } from '#platform/db/database.ts'
import { openDisk } from '#platform/files/disk.ts'
import { makeFiles } from '#platform/files/files.ts'
import { virusCheckOf } from '#platform/files/virus-check.ts'
import { learn } from '#platform/i18n/locale.ts'
import platformWords from '#platform/i18n/words.en.ts'
import { openJobs } from '#platform/jobs/jobs.ts'
import type { Log } from '#platform/observability/log.ts'
import type { Port } from '#platform/web/port.ts'
import sheetWords from '#platform/sheets/words.en.ts'
import type { Services } from '#platform/web/services.ts'
import { roleCatalogue } from '#modules/identity/contract.ts'
import { ownPages } from '#modules/site-health/contract.ts'
import { addresses } from '#modules/upkeep/contract.ts'
import uiWords from '#ui/words.en.ts'
import { addressesOf } from './addresses.ts'
import { modules } from './modules.ts'
import { appRoutes } from './routes.ts'
import { makeOwnPages } from './sites/own-pages.ts'
import appWords from './words.en.ts'

/** Makes what every part of the process shares, and asks the modules for the interfaces they offer. */
export async function makeServices(config: Config, serveUrl: string, log: Log): Promise<Services & { close(): Promise<void> }> {
  for (const words of [platformWords, sheetWords, tableWords, uiWords, appWords, ...modules.map(module => module.words ?? {})]) learn('en', words)
  const database = openDatabase({ url: serveUrl, max: config.DATABASE_POOL })
  const changes = await listenForChanges(serveUrl)
  const disk = await openDisk(config)
  const tables = makeTables(config, disk)
  const jobs = openJobs(serveUrl, (error, job) => log.error({ err: { message: error.message, stack: error.stack }, job }, 'job failed'))
  const offered = new Map<string, unknown>()
  const services: Services = {
    config,
    database,
    changes,
    files: makeFiles(disk, virusCheckOf(config, log)),
    tables,
    jobs,
    log,
    ask<T>(port: Port<T>): T {
      const found = offered.get(port.name)
      if (!found) throw new Error(`Nobody offers ${port.name}`)
      return found as T
    },
  }
  offered.set(roleCatalogue.name, { permissions: modules.flatMap(m => m.permissions), templates: modules.flatMap(m => m.roles ?? []) })
  offered.set(addresses.name, addressesOf([...appRoutes, ...modules.flatMap(m => m.routes)]))
  const pagesHere = makeOwnPages(services)
  offered.set(ownPages.name, pagesHere)
  for (const module of modules) for (const [port, offer] of module.offers?.(services) ?? []) offered.set(port.name, offer)
  return {
    ...services,
    async close() {
      await jobs.stop()
      tables.close()
      await pagesHere.close()
      await changes.close()
      await database.close()
    },
  }
}

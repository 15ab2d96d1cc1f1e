import type { Tables } from '../columnar/tables.ts'
import type { Config } from '../config/config.ts'
import type { Changes } from '../db/changes.ts'
import type { Database } from '../db/database.ts'
import type { Files } from '../files/files.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Log } from '../observability/log.ts'
import type { Port } from './port.ts'

/** What is made once per process and handed to whoever needs it. */
export interface Services {
  config: Config
  database: Database
  changes: Changes
  files: Files
  tables: Tables
  jobs: Jobs
  log: Log
  /** The interface offered under a port; throws when nobody offers it. */
  ask<T>(port: Port<T>): T
}

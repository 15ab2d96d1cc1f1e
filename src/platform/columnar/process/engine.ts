import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { literal } from '../asking/names.ts'
import type { Bounds } from './messages.ts'

/** A database that holds nothing of its own and may touch nothing but its folders. */
export interface Engine {
  /** A connection for one piece of work; what it makes for itself goes with it. */
  connect(): Promise<DuckDBConnection>
}

/** Opens DuckDB in memory within bounds, and locks its settings. */
export async function openEngine({ memory, threads, temp, spill, folders }: Bounds): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memory}MB`,
    threads: String(threads),
    temp_directory: temp,
    max_temp_directory_size: `${spill}MB`,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
    allow_unsigned_extensions: 'false',
  })
  const connection = await instance.connect()
  for (const setting of [
    `set allowed_directories = [${[...folders, temp].map(folder => literal(`${folder}/`)).join(', ')}]`,
    `set TimeZone = 'UTC'`,
    // Every file is written once and never changed.
    `set parquet_metadata_cache = true`,
    `set enable_external_access = false`,
    `set lock_configuration = true`,
  ])
    await connection.run(setting)
  connection.closeSync()
  return { connect: () => instance.connect() }
}

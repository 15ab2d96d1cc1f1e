import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, type Config } from '../config/config.ts'
import { openDisk } from '../files/disk.ts'
import { makeTables, type Tables } from './tables.ts'

/** Tables in a folder of their own, which goes with them. */
export async function someTables(settings: Record<string, string> = {}): Promise<{ tables: Tables; config: Config; folder: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'pendopo-tables-'))
  const config = readConfig({ NODE_ENV: 'test', PENDOPO_DATA: folder, ...settings })
  const tables = makeTables(config, await openDisk(config))
  return {
    tables,
    config,
    folder,
    close() {
      tables.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A government that is nobody's. */
export const aGovernmentId = '01931f4e-0000-7000-8000-000000000001'

/** Everything a stream gives, as text. */
export async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

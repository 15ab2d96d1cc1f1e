import { randomUUID } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { discard, type StoredFile } from '#platform/files/files.ts'
import { cleanName } from '#platform/web/body.ts'
import { fetchOutside, OutsideFailure } from '#platform/web/outbound.ts'
import { Problem } from '#platform/web/problems.ts'
import type { FileRule } from '#platform/web/page.ts'
import type { Services } from '#platform/web/services.ts'
import { fileName } from '#platform/text/wxr/addresses.ts'
import type { MediaFolder } from './folder.ts'

/** Where pictures and files of an old site may be had from. */
export interface MediaOrigin {
  folder?: MediaFolder
  fetch?: boolean
}

const rule: FileRule = { max: 20_000_000, accept: 'any', shared: true }
/** Of one import, when it fetches. */
const limits = { files: 2000, bytes: 1_000_000_000, milliseconds: 30 * 60_000 }
/** Between two requests, in milliseconds. */
const pace = 150
/** Failures in a row after which a host is left alone. */
const patience = 3

export interface Gathering {
  governmentId: string
  unitId: string
  by: string | null
  onFile(done: number, of: number): Promise<void>
}

/**
 * Takes what can be had of the wanted addresses into the file store, as pending files: one that no record keeps is
 * removed after a day. What is refused or unreachable is simply not in the answer.
 */
export async function gatherMedia(services: Services, wanted: readonly string[], origin: MediaOrigin, gathering: Gathering): Promise<Map<string, StoredFile>> {
  const found = new Map<string, StoredFile>()
  const outside = fetcher(services, join(services.config.data, 'tmp'))
  for (const [at, address] of wanted.entries()) {
    await gathering.onFile(at, wanted.length)
    const here = origin.folder?.find(address)
    const path = here ?? (origin.fetch ? await outside(address) : null)
    if (!path) continue
    try {
      const source = { path, name: cleanName(fileName(address)), field: '', unitId: gathering.unitId, accountId: gathering.by }
      found.set(address, await services.files.take(services.database.of(gathering.governmentId), source, rule))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
    } finally {
      if (!here) await discard(path)
    }
  }
  return found
}

/** Fetches politely: one at a time with a pause, within the limits, and not from a host that does not answer. */
function fetcher(services: Services, folder: string): (address: string) => Promise<string | null> {
  const until = Date.now() + limits.milliseconds
  const failures = new Map<string, number>()
  let files = 0
  let bytes = 0
  return async address => {
    const host = URL.parse(address)?.host ?? ''
    if (++files > limits.files || bytes > limits.bytes || Date.now() > until || (failures.get(host) ?? 0) >= patience) return null
    if (files > 1) await pause(pace)
    try {
      const answer = await fetchOutside(address, { timeoutMs: 20_000, maxBytes: rule.max, allowPrivate: services.config.PENDOPO_FETCH_LOCAL })
      failures.delete(host)
      bytes += answer.body.length
      if (answer.status !== 200 || answer.body.length === 0) return null
      await mkdir(folder, { recursive: true })
      const path = join(folder, randomUUID())
      await writeFile(path, answer.body, { mode: 0o600 })
      return path
    } catch (error) {
      if (!(error instanceof OutsideFailure)) throw error
      if (error.reason !== 'too-large') failures.set(host, (failures.get(host) ?? 0) + 1)
      return null
    }
  }
}

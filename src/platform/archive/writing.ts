import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { finished, pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { blankSeal, sealing } from './seal.ts'

/** An entry as it was written. */
export interface Written {
  path: string
  bytes: number
  sha256: string
}

export interface ArchiveWriter {
  readonly written: readonly Written[]
  /** Adds an entry, packed unless its content is packed already; answers when its content was taken. */
  add(path: string, content: AsyncIterable<Buffer> | Iterable<Buffer>, packed?: boolean): Promise<void>
  /** Closes the archive with its seal. */
  end(): Promise<void>
  /** Gives up. */
  abandon(): void
}

/** Opens a new archive for writing; only its owner may read it, because it holds drafts. */
export async function createArchive(path: string, madeAt: Date): Promise<ArchiveWriter> {
  const zip = new ZipFile()
  const out = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  await once(out, 'open')
  const stop = new AbortController()
  const poured = pipeline(zip.outputStream, sealing(), out, { signal: stop.signal })
  // Told again by `end`, or by whatever fails first.
  poured.catch(() => {})
  const broken = new Promise<never>((_, reject) => {
    zip.on('error', reject)
    poured.catch(reject)
  })
  broken.catch(() => {})
  const written: Written[] = []
  return {
    written,
    async add(name, content, packed = true) {
      const hash = createHash('sha256')
      let bytes = 0
      // The packer holds on to its entries until the end, and must not hold on to what was in them.
      let source: typeof content = content
      async function* counted() {
        for await (const chunk of source) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      }
      const input = Readable.from(counted(), { objectMode: false })
      const taken = finished(input, { writable: false })
      zip.addReadStream(input, name, { mtime: madeAt, mode: 0o100600, compress: packed })
      await Promise.race([taken, broken])
      source = []
      written.push({ path: name, bytes, sha256: hash.digest('hex') })
    },
    async end() {
      zip.end({ forceZip64Format: false, comment: blankSeal })
      await Promise.race([poured, broken])
    },
    abandon: () => stop.abort(),
  }
}

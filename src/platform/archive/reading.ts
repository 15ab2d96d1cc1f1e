import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { fromFdPromise, type Entry, type ZipFile } from 'yauzl'
import { entryName, formatNumber, readManifest, type Manifest } from './manifest.ts'
import { ArchiveRefused } from './refused.ts'
import { checkSeal } from './seal.ts'

/** What an archive may hold at most; whatever announces more is no unit's. Rows are text and pack well, files are packed already. */
const limits = { entries: 500_000, manifest: 200_000_000, document: 100_000_000, line: 64_000_000, file: 1_000_000_000, ratio: 200, small: 10_000_000 }

/** An archive whose every byte is as it was written, and which holds what its manifest says and nothing else. */
export interface ArchiveReader {
  readonly manifest: Manifest
  /** Content of a small entry. */
  text(path: string): Promise<string>
  /** Lines of an entry, without their ends. */
  lines(path: string): AsyncGenerator<string>
  /** Bytes of a file. */
  bytes(path: string): Promise<Buffer>
  close(): Promise<void>
}

/**
 * Opens an archive and checks it as a whole before anything of it is used.
 * @throws ArchiveRefused with the sentence that says what is wrong
 */
export async function openArchive(path: string): Promise<ArchiveReader> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new ArchiveRefused(error.code === 'ENOENT' ? `There is no file ${path}.` : `${path} cannot be read (${error.code}).`, { cause: error })
  })
  try {
    if (!(await file.stat()).isFile()) throw new ArchiveRefused(`${path} is not a file.`)
    const seal = await checkSeal(file)
    if (seal === 'none') throw new ArchiveRefused(`${path} is no archive of a unit: it was not written by export-unit, was cut off, or was packed anew by another program.`)
    if (seal === 'damaged') throw new ArchiveRefused(`${path} is damaged: it is not as export-unit wrote it. Copy it once more from where it was made.`)
    return await checked(path, file)
  } catch (error) {
    await file.close()
    if (error instanceof ArchiveRefused) throw error
    // Whatever the reader of the format stumbles over.
    throw new ArchiveRefused(`${path} is no archive of a unit that can be read: ${(error as Error).message}.`, { cause: error })
  }
}

async function checked(path: string, file: FileHandle): Promise<ArchiveReader> {
  const zip = await fromFdPromise(file.fd, { autoClose: false, strictFileNames: true, validateEntrySizes: true })
  if (zip.entryCount > limits.entries) throw new ArchiveRefused(`${path} holds ${zip.entryCount} entries, more than any unit has.`)
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const { fileName: name } = entry
    if (name !== 'manifest.json' && !entryName.test(name)) throw new ArchiveRefused(`${path} holds an entry that no archive of a unit has: ${JSON.stringify(name.slice(0, 100))}.`)
    if (entries.has(name)) throw new ArchiveRefused(`${path} holds ${name} twice.`)
    if (entry.uncompressedSize > limits.small && entry.uncompressedSize > entry.compressedSize * limits.ratio) throw new ArchiveRefused(`${path} is refused: ${name} would unpack to ${entry.uncompressedSize} bytes.`)
    entries.set(name, entry)
  }
  const manifest = await manifestOf(path, zip, entries.get('manifest.json'))
  const promised = new Map(manifest.entries.map(entry => [entry.path, entry]))
  for (const { path: name, bytes } of manifest.entries) {
    if (entries.get(name)?.uncompressedSize !== bytes) throw new ArchiveRefused(`${path} is not complete: ${name} is ${entries.has(name) ? 'of another size than its manifest says' : 'missing'}.`)
  }
  const extra = [...entries.keys()].find(name => name !== 'manifest.json' && !promised.has(name))
  if (extra || promised.size !== manifest.entries.length) throw new ArchiveRefused(`${path} holds something its manifest does not name: ${extra ?? 'an entry named twice'}.`)
  for (const needed of ['units.json', 'people.json', 'files.ndjson', ...manifest.tables.map(table => rowsEntry(table.name))]) {
    if (!promised.has(needed)) throw new ArchiveRefused(`${path} is not complete: ${needed} is missing.`)
  }

  /** Bytes of an entry in pieces; at its end they must be those of the manifest. */
  async function* pieces(name: string, most: number): AsyncGenerator<Buffer> {
    const entry = entries.get(name)
    const wanted = promised.get(name)
    if (!entry || !wanted) throw new ArchiveRefused(`${path} is not complete: ${name} is missing.`)
    if (wanted.bytes > most) throw new ArchiveRefused(`${path} is refused: ${name} has ${wanted.bytes} bytes.`)
    const hash = createHash('sha256')
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        hash.update(chunk as Buffer)
        yield chunk as Buffer
      }
    } catch (error) {
      throw new ArchiveRefused(`${path} is damaged: ${name} cannot be unpacked (${(error as Error).message}).`, { cause: error })
    }
    if (hash.digest('hex') !== wanted.sha256) throw new ArchiveRefused(`${path} is damaged: ${name} is not as it was written.`)
  }
  async function whole(name: string, most: number): Promise<Buffer> {
    const chunks: Buffer[] = []
    for await (const piece of pieces(name, most)) chunks.push(piece)
    return Buffer.concat(chunks)
  }
  return {
    manifest,
    text: async name => (await whole(name, limits.document)).toString('utf8'),
    bytes: name => whole(name, limits.file),
    async *lines(name) {
      let rest = Buffer.alloc(0)
      for await (const piece of pieces(name, Number.POSITIVE_INFINITY)) {
        let from = 0
        for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
          yield Buffer.concat([rest, piece.subarray(from, end)]).toString('utf8')
          rest = Buffer.alloc(0)
          from = end + 1
        }
        rest = Buffer.concat([rest, piece.subarray(from)])
        if (rest.length > limits.line) throw new ArchiveRefused(`${path} is refused: a row in ${name} is longer than any.`)
      }
      if (rest.length > 0) throw new ArchiveRefused(`${path} is damaged: ${name} ends within a row.`)
    },
    close: () => file.close(),
  }
}

/** Entry that holds the rows of a table. */
export const rowsEntry = (table: string): string => `rows/${table}.ndjson`

async function manifestOf(path: string, zip: ZipFile, entry: Entry | undefined): Promise<Manifest> {
  if (!entry || entry.uncompressedSize > limits.manifest) throw new ArchiveRefused(`${path} is no archive of a unit: it has no manifest.`)
  const chunks: Buffer[] = []
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
  const manifest = readManifest(Buffer.concat(chunks).toString('utf8'))
  if (!manifest) throw new ArchiveRefused(`${path} is no archive of a unit of Pendopo: its manifest says something else.`)
  if ('newer' in manifest) throw new ArchiveRefused(`${path} was written by a newer Pendopo (format ${manifest.newer}, this one reads ${formatNumber}). Upgrade this installation first.`)
  return manifest
}

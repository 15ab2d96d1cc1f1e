import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl'
import { discard } from '#platform/files/files.ts'
import type { Message } from '#platform/forms/fields.ts'
import { SourceRefused } from '#platform/text/refused.ts'
import { namedAs } from '../readers.ts'

/** What one ZIP may hold, in files and in bytes when unpacked; and one file of it. */
export const limits = { files: 5000, bytes: 1_000_000_000, file: 30_000_000, ratio: 500 }

/** A file out of the ZIP: on this machine, or why not. */
export type Unpacked = { path: string; name: string } & ({ at: string } | { problem: Message })

/** Files programs put into every ZIP, that nobody meant to send. */
const notMeant = /(?:^|\/)(?:__macosx|\.ds_store|thumbs\.db|desktop\.ini)(?:\/|$)/i

const tooLarge = new Error('larger than a file may be')

/**
 * Takes files out of a ZIP into a folder, one after the other, under names of our own: what the ZIP calls them decides
 * nothing but what they are found by.
 * @throws SourceRefused when it is none, or holds more than anybody sends
 */
export async function* unpack(zipPath: string, name: string, folder: string): AsyncGenerator<Unpacked & { of: number }> {
  const zip = await openPromise(zipPath, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }).catch(() => null)
  if (!zip) throw broken(name)
  try {
    const entries = await entriesOf(zip, name)
    const seen = new Set<string>()
    for (const { entry, called } of entries) {
      const path = namedAs(called)
      const known = { path, name: path.split('/').at(-1)!, of: entries.length }
      const problem = problemOf(entry, called) ?? (seen.has(path) ? { text: 'Ada dua berkas dengan nama ini di ZIP.' } : null)
      if (!problem) seen.add(path)
      yield { ...known, ...(problem ? { problem } : await taken(zip, entry, folder)) }
    }
  } finally {
    zip.close()
  }
}

const broken = (name: string) => new SourceRefused('ZIP {name} rusak atau terpotong. Buat dan unggah lagi.', { name })

/** What the directory of a ZIP announces; refused before anything is unpacked when it is too much. */
async function entriesOf(zip: ZipFile, name: string): Promise<{ entry: Entry; called: string }[]> {
  const found: { entry: Entry; called: string }[] = []
  let bytes = 0
  let packed = 0
  try {
    for await (const entry of zip.eachEntry()) {
      const called = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
      if (/[\\/]$/.test(called) || notMeant.test(called.replaceAll('\\', '/'))) continue
      bytes += entry.uncompressedSize
      packed += entry.compressedSize
      found.push({ entry, called })
      if (found.length > limits.files) throw new SourceRefused('ZIP {name} berisi lebih dari {n} berkas. Bagi menjadi beberapa ZIP.', { name, n: limits.files })
      if (bytes > limits.bytes || (bytes > 50_000_000 && bytes > packed * limits.ratio)) throw new SourceRefused('ZIP {name} mengembang terlalu besar saat dibuka dan tidak diterima. Bagi menjadi beberapa ZIP.', { name })
    }
  } catch (error) {
    throw error instanceof SourceRefused ? error : broken(name)
  }
  if (found.length === 0) throw new SourceRefused('ZIP {name} tidak berisi berkas.', { name })
  return found
}

function problemOf(entry: Entry, called: string): Message | null {
  const parts = called.replaceAll('\\', '/').split('/')
  if (called.length > 300 || /^(?:\/|[a-z]:)/i.test(called) || parts.includes('..') || /\p{Cc}/u.test(called)) return { text: 'Nama berkas ini menunjuk ke luar ZIP atau tidak terbaca.' }
  if (entry.isEncrypted()) return { text: 'Berkas ini terkunci kata sandi di dalam ZIP.' }
  if (entry.uncompressedSize === 0) return { text: 'Berkas ini kosong.' }
  if (entry.uncompressedSize > limits.file) return { text: 'Berkas ini lebih dari {max} MB.', values: { max: limits.file / 1_000_000 } }
  return null
}

/** Unpacks one file; a directory that lies about its size is found out here. */
async function taken(zip: ZipFile, entry: Entry, folder: string): Promise<{ at: string } | { problem: Message }> {
  const at = join(folder, randomUUID())
  let bytes = 0
  const within = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      done(bytes > limits.file ? tooLarge : null, chunk)
    },
  })
  try {
    await pipeline(await zip.openReadStreamPromise(entry), within, createWriteStream(at, { mode: 0o600 }))
    return { at }
  } catch {
    await discard(at)
    return { problem: { text: 'Berkas ini rusak di dalam ZIP.' } }
  }
}

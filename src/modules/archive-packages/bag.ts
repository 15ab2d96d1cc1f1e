import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { ZipFile } from 'yazl'

/** A file of a bag by its path below the bag's folder. */
export interface BagFile {
  path: string
  body: Buffer
  /** Packed already: pictures, PDF. */
  packed?: boolean
}

const sha256 = (body: Buffer) => createHash('sha256').update(body).digest('hex')
const listed = (files: readonly BagFile[]) => Buffer.from(files.map(({ path, body }) => `${sha256(body)}  ${path}\n`).join(''))

/** A value of bag-info on one line. */
const plain = (value: string) => value.replace(/\s+/g, ' ').trim()

/**
 * A bag as RFC 8493 describes it, in a ZIP with one folder: payload under `data/`, its checksums in `manifest-sha256.txt`,
 * those of the rest in `tagmanifest-sha256.txt`. `SHA256SUMS` holds all of them for `sha256sum -c`, which everybody has.
 */
export async function bagOf(name: string, info: readonly (readonly [label: string, value: string])[], payload: readonly BagFile[], readme: string, madeAt: Date): Promise<Buffer> {
  const bytes = payload.reduce((sum, { body }) => sum + body.length, 0)
  const about = [...info, ['Bagging-Date', madeAt.toISOString().slice(0, 10)], ['Payload-Oxum', `${bytes}.${payload.length}`]] as const
  const tags: BagFile[] = [
    { path: 'bagit.txt', body: Buffer.from('BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n') },
    { path: 'bag-info.txt', body: Buffer.from(about.map(([label, value]) => `${label}: ${plain(value)}\n`).join('')) },
    { path: 'README.txt', body: Buffer.from(readme) },
    { path: 'manifest-sha256.txt', body: listed(payload) },
  ]
  const sums: BagFile = { path: 'SHA256SUMS', body: listed([...payload, ...tags]) }
  const all = [...tags, sums, { path: 'tagmanifest-sha256.txt', body: listed([...tags, sums]) }, ...payload]
  const zip = new ZipFile()
  const packing = buffer(zip.outputStream)
  for (const { path, body, packed } of all) zip.addBuffer(body, `${name}/${path}`, { mtime: madeAt, mode: 0o100644, compress: !packed })
  zip.end()
  return packing
}

/** A name that every file system takes: plain letters, and its ending. */
export function safeName(name: string, longest = 60): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(name) ?? []
  const tidy = stem.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-.]+|[-.]+$/g, '').slice(0, longest)
  return `${tidy || 'berkas'}${ending.toLowerCase()}`
}

/** Things in their order, in parts no larger than `most` bytes; one that is larger is a part of its own. */
export function partsOf<T extends { bytes: number }>(things: readonly T[], most: number): T[][] {
  const parts: T[][] = [[]]
  let filled = 0
  for (const thing of things) {
    if (filled + thing.bytes > most && parts.at(-1)!.length > 0) {
      parts.push([])
      filled = 0
    }
    parts.at(-1)!.push(thing)
    filled += thing.bytes
  }
  return parts
}

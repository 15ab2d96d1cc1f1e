import { open, readFile, rm } from 'node:fs/promises'
import { fileTypeFromBuffer } from 'file-type'
import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'
import { digestOf } from './digest.ts'
import { governmentOf } from '../db/government.ts'
import { sheetType } from '../sheets/container.ts'
import { SourceRefused } from '../text/refused.ts'
import type { FileRule } from '../web/page.ts'
import { Problem } from '../web/problems.ts'
import { explodes } from './archive.ts'
import type { Disk } from './disk.ts'
import { beginsAsPdf, openingOf } from './pdf/opening.ts'
import type { VirusCheck } from './virus-check.ts'

/** A stored file as forms, pages and records know it. */
export interface StoredFile {
  id: string
  name: string
  mediaType: string
  bytes: number
  width: number | null
  height: number | null
}

export interface Files {
  /**
   * Takes a file into the store as pending. Type is decided by content, not by name; pictures are re-encoded,
   * which strips EXIF and anything hidden behind the pixels; PDFs must open without a password.
   * @throws Problem naming what to change, on the input `field`
   */
  take(db: Db | Tx, source: { path: string; name: string; field: string; unitId: string | null; accountId: string | null }, rule: FileRule): Promise<StoredFile>
  /** Pending files of this person by id; others are silently left out. */
  pending(db: Db | Tx, ids: readonly string[], accountId: string | null): Promise<StoredFile[]>
  /** Marks files as belonging to a record. Call in the transaction that saves the record. */
  keep(tx: Tx, ids: readonly string[]): Promise<void>
  /** Gives files up that no record keeps any more: they are removed within a day. */
  release(tx: Tx, ids: readonly string[]): Promise<void>
  /**
   * Opens or closes shared files to the public, together with the record that shows them. `typed` are ids that somebody wrote
   * into a text: of these only files of the same unit count, so that nobody opens another's by naming it.
   */
  setPublic(tx: Tx, ids: readonly string[], open: boolean, typed?: { ids: readonly string[]; unitId: string }): Promise<void>
  /** Bytes of a file or of one of its smaller widths. */
  read(governmentId: string, id: string, width?: number): Promise<Buffer>
  /** Copies the bytes of a file to a path of this machine, for what is too large for memory. */
  copy(governmentId: string, id: string, path: string): Promise<void>
  /** Puts bytes made by the system itself (share cards, demo pictures). */
  put(db: Db | Tx, governmentId: string, file: { name: string; mediaType: string; body: Buffer; unitId: string | null; public: boolean; shared?: boolean; field?: string }): Promise<StoredFile>
  /** Puts bytes back under the id they had, out of an archive; they are taken as they are. */
  restore(governmentId: string, id: string, body: Buffer, width?: number): Promise<void>
  /** Deletes the bytes of a file whose row is gone. */
  remove(governmentId: string, id: string, widths: readonly number[]): Promise<void>
}

/** Widths pictures are kept in besides the original, in pixels. */
export const pictureWidths = [320, 640, 1280] as const

const documents = new Map([
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', 'pptx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
  ['application/zip', 'zip'],
  ['application/x-cfb', 'doc'],
])
const pictures = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif', 'image/heic'])

/** Pixels a picture may have: more is a bomb, not a photo. */
const maxPixels = 60_000_000

const mega = (bytes: number) => Math.round(bytes / 1_000_000)

/** A stored file before it has an id; its bytes are at hand, or in a file of this machine. */
interface NewFile {
  name: string
  mediaType: string
  body: Buffer | { path: string; bytes: number }
  unitId: string | null
  accountId: string | null
  state: string
  public: boolean
  shared?: boolean
  width?: number
  height?: number
  smaller?: { width: number; body: Buffer }[]
}

/** The file store over a disk (a local folder, or a bucket); with a check for viruses nothing is taken that it did not pass. */
export function makeFiles(disk: Disk, virusCheck: VirusCheck | null = null): Files {
  const key = (governmentId: string, id: string, width?: number) => `${governmentId}/${id.slice(-2)}/${id}${width ? `.${width}.webp` : ''}`

  async function store(db: Db | Tx, governmentId: string, file: NewFile): Promise<StoredFile> {
    const bytes = 'path' in file.body ? file.body.bytes : file.body.length
    const { rows } = await sql<{ id: string }>`
      insert into platform.file (government_id, unit_id, created_by, name, media_type, bytes, sha256, width, height, widths, state, public, shared)
      values (${governmentId}, ${file.unitId}, ${file.accountId}, ${file.name}, ${file.mediaType}, ${bytes}, ${await digestOf(file.body)}, ${file.width ?? null}, ${file.height ?? null}, ${file.smaller?.map(s => s.width) ?? []}, ${file.state}, ${file.public}, ${file.shared ?? false})
      returning id`.execute(db)
    const id = rows[0]!.id
    await ('path' in file.body ? disk.putFile(key(governmentId, id), file.body.path) : disk.put(key(governmentId, id), file.body))
    for (const { width, body } of file.smaller ?? []) await disk.put(key(governmentId, id, width), body)
    return { id, name: file.name, mediaType: file.mediaType, bytes, width: file.width ?? null, height: file.height ?? null }
  }

  return {
    restore: (governmentId, id, body, width) => disk.put(key(governmentId, id, width), body),
    async remove(governmentId, id, widths) {
      for (const width of [undefined, ...widths]) await disk.delete(key(governmentId, id, width))
    },
    async take(db, source, rule) {
      const { field, name } = source
      const owned = { unitId: source.unitId, accountId: source.accountId, state: 'pending', public: false, shared: rule.shared ?? false }
      const governmentId = await governmentOf(db)
      const handle = await open(source.path)
      const head = Buffer.alloc(Math.min(65_536, (await handle.stat()).size))
      await handle.read(head, 0, head.length, 0)
      const { size } = await handle.stat()
      await handle.close()
      if (size === 0) throw new Problem(field, 'Berkas {name} kosong. Pilih berkas lain.', { name })
      if (size > rule.max) throw new Problem(field, 'Berkas {name} lebih dari {max} MB. Perkecil dahulu, lalu unggah lagi.', { name, max: mega(rule.max) })
      if (rule.accept === 'compare') return store(db, governmentId, { name, mediaType: 'application/octet-stream', body: { path: source.path, bytes: size }, ...owned })
      // What lies in a ZIP of files is looked at when each of them is taken; the ZIP itself is offered to nobody.
      if (rule.accept === 'zip') return store(db, governmentId, { name, mediaType: await zipType(head, source), body: { path: source.path, bytes: size }, ...owned })
      await refuseViruses(virusCheck, source)
      const type = (rule.accept === 'sheet' ? await spreadsheet(source) : await typeOf(head)) ?? (isText(head) ? (name.toLowerCase().endsWith('.csv') ? 'text/csv' : 'text/plain') : 'application/octet-stream')
      if (rule.accept === 'xml') refuseOthers(type, head, field, name)
      if (rule.accept === 'document' || rule.accept === 'any') await refuseUnreadable(source, type)
      if (pictures.has(type) && rule.accept !== 'document' && rule.accept !== 'sheet') {
        const picture = await encodePicture(source.path, name, field)
        return store(db, governmentId, { ...picture, name: replaceExtension(name, 'webp'), mediaType: 'image/webp', ...owned })
      }
      if (rule.accept === 'image') throw new Problem(field, 'Berkas {name} bukan gambar. Pakai JPEG, PNG, atau WebP.', { name })
      const known = rule.accept === 'xml' || documents.has(type) || type === 'text/csv' || type === 'text/plain' || pictures.has(type)
      if (!known) throw new Problem(field, 'Jenis berkas {name} tidak diterima. Pakai PDF, dokumen kantor, CSV, atau gambar.', { name })
      if (/zip|openxml|opendocument/.test(type) && (await explodes(source.path))) throw new Problem(field, 'Berkas {name} mengembang terlalu besar saat dibuka dan tidak diterima.', { name })
      return store(db, governmentId, { name, mediaType: type, body: { path: source.path, bytes: size }, ...owned })
    },
    async pending(db, ids, accountId) {
      const valid = ids.filter(id => /^[0-9a-f-]{36}$/.test(id))
      if (valid.length === 0) return []
      const { rows } = await sql<StoredFile>`select id, name, media_type as "mediaType", bytes::int, width, height from platform.file
        where id = any(${valid}::uuid[]) and (created_by is not distinct from ${accountId}::uuid) and state = 'pending'`.execute(db)
      return rows
    },
    async keep(tx, ids) {
      if (ids.length > 0) await sql`update platform.file set state = 'kept' where id = any(${ids}::uuid[])`.execute(tx)
    },
    async release(tx, ids) {
      if (ids.length > 0) await sql`update platform.file set state = 'pending', public = false, shared = false, created_by = null where id = any(${ids}::uuid[])`.execute(tx)
    },
    async setPublic(tx, ids, isOpen, typed) {
      if (ids.length > 0) await sql`update platform.file set public = ${isOpen} where id = any(${ids}::uuid[]) and shared`.execute(tx)
      if (typed && typed.ids.length > 0) await sql`update platform.file set public = ${isOpen} where id = any(${typed.ids}::uuid[]) and unit_id = ${typed.unitId} and shared`.execute(tx)
    },
    read: (governmentId, id, width) => disk.get(key(governmentId, id, width)),
    copy: (governmentId, id, path) => disk.getFile(key(governmentId, id), path),
    async put(db, governmentId, file) {
      if (!file.mediaType.startsWith('image/') || file.mediaType === 'image/svg+xml') return store(db, governmentId, { ...file, accountId: null, state: 'kept' })
      const picture = await encodePicture(file.body, file.name, file.field ?? '')
      return store(db, governmentId, { ...picture, name: replaceExtension(file.name, 'webp'), mediaType: 'image/webp', unitId: file.unitId, accountId: null, state: 'kept', public: file.public, shared: file.shared })
    },
  }
}

/** The type of known content; a PDF may have lines of others before its head. */
const typeOf = async (head: Buffer) => (await fileTypeFromBuffer(head))?.mime ?? (beginsAsPdf(head) ? 'application/pdf' : undefined)

interface Source {
  path: string
  name: string
  field: string
}

/** Nothing is taken that the scanner did not see: without its answer people are asked to come again. */
async function refuseViruses(check: VirusCheck | null, { path, name, field }: Source): Promise<void> {
  const finding = await check?.(path)
  if (!finding || finding.kind === 'clean') return
  if (finding.kind === 'infected') throw new Problem(field, 'Berkas {name} mengandung virus ({virus}) dan tidak diterima. Jangan membukanya; mintalah berkas yang bersih kepada pengirimnya.', { name, virus: finding.virus })
  if (finding.kind === 'too-large') throw new Problem(field, 'Berkas {name} terlalu besar untuk diperiksa dari virus, sehingga tidak diterima. Perkecil dahulu, atau hubungi pengelola portal.', { name })
  throw new Problem(field, 'Berkas {name} belum dapat diperiksa dari virus, sehingga belum diterima. Coba lagi beberapa saat lagi.', { name })
}

let looking: Promise<unknown> = Promise.resolve()

/** What opens for nobody is found when it comes, not when somebody needs it. One after another, so that memory holds one of them. */
async function refuseUnreadable({ path, name, field }: Source, type: string): Promise<void> {
  if (type !== 'application/pdf' && !/\.pdf$/i.test(name)) return
  const looked = looking.then(async () => (type === 'application/pdf' ? openingOf(await readFile(path)) : 'none'))
  looking = looked.catch(() => {})
  const opening = await looked
  if (opening === 'none') throw new Problem(field, 'Berkas {name} bukan PDF yang sebenarnya. Simpan atau pindai ulang sebagai PDF, lalu unggah lagi.', { name })
  if (opening === 'broken') throw new Problem(field, 'Berkas {name} rusak atau terpotong, sehingga tidak dapat dibuka. Unggah ulang dari aslinya, atau pindai ulang.', { name })
  if (opening === 'locked') throw new Problem(field, 'Berkas {name} terkunci kata sandi, sehingga penerima tidak dapat membukanya. Simpan ulang tanpa kata sandi, lalu unggah lagi.', { name })
}

const replaceExtension = (name: string, extension: string) => `${name.replace(/\.[^.]*$/, '')}.${extension}`

/** Decodes, turns upright, strips everything but pixels, and keeps the picture in a few widths. */
async function encodePicture(source: string | Buffer, name: string, field: string) {
  // Loaded with the first picture: its native library is heavy.
  const { default: sharp } = await import('sharp')
  try {
    const upright = sharp(source, { limitInputPixels: maxPixels, failOn: 'truncated' }).rotate()
    const main = await upright.clone().resize({ width: 1920, height: 1920, fit: 'inside', withoutEnlargement: true }).webp({ quality: 78 }).toBuffer({ resolveWithObject: true })
    const smaller = []
    for (const width of pictureWidths) if (width < main.info.width) smaller.push({ width, body: await sharp(main.data).resize({ width }).webp({ quality: 68 }).toBuffer() })
    return { body: main.data, width: main.info.width, height: main.info.height, smaller }
  } catch (error) {
    const tooLarge = /pixel limit/.test((error as Error).message)
    throw new Problem(field, tooLarge ? 'Gambar {name} terlalu besar ukurannya dalam piksel. Perkecil dahulu.' : 'Gambar {name} rusak atau terpotong. Unggah ulang dari aslinya.', { name })
  }
}

async function zipType(head: Buffer, { name, field }: Source): Promise<string> {
  const type = (await fileTypeFromBuffer(head))?.mime
  if (type !== 'application/zip') throw new Problem(field, 'Berkas {name} bukan ZIP. Kumpulkan berkas-berkasnya dalam satu ZIP, lalu unggah lagi.', { name })
  return type
}

/** The kind of a spreadsheet, or what to do with a file that is none. */
async function spreadsheet({ path, name, field }: { path: string; name: string; field: string }): Promise<string> {
  try {
    return await sheetType(path, name)
  } catch (error) {
    throw error instanceof SourceRefused ? new Problem(field, error.text, error.values) : error
  }
}

/** XML and JSON begin with a bracket, in whatever encoding; who reads them finds the rest. */
function refuseOthers(type: string, head: Buffer, field: string, name: string): void {
  if (/zip|compressed/.test(type)) throw new Problem(field, 'Berkas {name} masih dimampatkan. Ekstrak dahulu, lalu unggah berkas XML di dalamnya.', { name })
  if (!/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*[<{]/.test(head.toString('latin1'))) throw new Problem(field, 'Berkas {name} bukan XML. Unggah berkas ekspor atau umpan yang asli.', { name })
}

/** Text without control characters counts as text; anything else without a known signature is refused. */
const isText = (head: Buffer): boolean => head.every(byte => byte === 9 || byte === 10 || byte === 13 || byte >= 32) && Buffer.from(head.subarray(0, head.length - 4).toString('utf8')).length >= head.length - 8

/** Removes a temporary file; it may be gone already. */
export const discard = (path: string): Promise<void> => rm(path, { force: true })

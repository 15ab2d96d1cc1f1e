import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { fromBufferPromise, openPromise, type Entry, type ZipFile } from 'yauzl'
import { SourceRefused } from '../text/refused.ts'

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const compound = Buffer.of(0xd0, 0xcf, 0x11, 0xe0)
const notSheet = 'Berkas {name} bukan lembar kerja. Pakai Excel (.xlsx) atau CSV.'

/**
 * Media type of an uploaded spreadsheet, by its content.
 * @throws SourceRefused for what is none, saying what to do with it
 */
export async function sheetType(path: string, name: string): Promise<string> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const head = Buffer.alloc(Math.min(65_536, size))
    await handle.read(head, 0, head.length, 0)
    if (head.subarray(0, 4).equals(compound)) throw new SourceRefused(await oldOrLocked(handle, size), { name })
    if (head.subarray(0, 2).toString('latin1') !== 'PK') return textType(head, name)
  } finally {
    await handle.close()
  }
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false }).catch(() => null)
  if (!zip) throw broken(name)
  try {
    await refuseOthers(zip, name)
  } finally {
    zip.close()
  }
  return xlsxType
}

const broken = (name: string) => new SourceRefused('Berkas {name} rusak atau terpotong. Unggah ulang dari aslinya.', { name })

/** Opens parts of a workbook by their name; null for one it has not. No more of a part is unpacked than the directory announces. */
export type OpenPart = (part: string) => Promise<Readable | null>

export async function openPackage(bytes: Buffer, name: string): Promise<OpenPart> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, autoClose: false }).catch(() => {
    throw broken(name)
  })
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
  return async part => {
    const entry = entries.get(part.toLowerCase())
    return entry ? await zip.openReadStreamPromise(entry) : null
  }
}

/** Office keeps both old workbooks and those with a password in the same kind of container. */
async function oldOrLocked(handle: Awaited<ReturnType<typeof open>>, size: number): Promise<string> {
  const locked = Buffer.from('EncryptedPackage', 'utf16le')
  const piece = Buffer.alloc(1 << 20)
  for (let at = 0; at < size; at += piece.length - locked.length) {
    const { bytesRead } = await handle.read(piece, 0, piece.length, at)
    if (piece.subarray(0, bytesRead).includes(locked)) return 'Berkas {name} dilindungi kata sandi. Buka di Excel, hapus kata sandinya, simpan, lalu unggah lagi.'
  }
  return 'Berkas {name} disimpan dalam format Excel lama (.xls). Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.'
}

async function refuseOthers(zip: ZipFile, name: string): Promise<void> {
  let workbook = false
  const names: string[] = []
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName.toLowerCase())
    if (entry.fileName.toLowerCase() === 'xl/workbook.xml') workbook = true
    if (names.length > 10_000) break
  }
  if (names.includes('xl/vbaproject.bin')) throw new SourceRefused('Berkas {name} memuat makro dan tidak diterima. Simpan sebagai Buku Kerja Excel tanpa makro (.xlsx), lalu unggah lagi.', { name })
  if (names.includes('xl/workbook.bin')) throw new SourceRefused('Berkas {name} disimpan dalam format biner (.xlsb). Simpan sebagai .xlsx, lalu unggah lagi.', { name })
  if (names.includes('content.xml')) throw new SourceRefused('Berkas {name} disimpan dalam format OpenDocument. Simpan sebagai .xlsx atau CSV, lalu unggah lagi.', { name })
  if (!workbook) throw new SourceRefused(notSheet, { name })
}

/** Text with or without a byte order mark; many systems write web pages and call them `.xls`. */
function textType(head: Buffer, name: string): string {
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const start = head.toString('latin1').replaceAll('\0', '').trimStart().toLowerCase()
  if (/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe)?\s*<(?:!doctype|html|head|body|table|\?xml|meta|style)/.test(start))
    throw new SourceRefused('Berkas {name} sebenarnya halaman web atau XML yang dinamai lembar kerja. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.', { name })
  if (!wide && head.some(byte => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) throw new SourceRefused(notSheet, { name })
  if (!/[;,\t]/.test(start)) throw new SourceRefused(notSheet, { name })
  return 'text/csv'
}

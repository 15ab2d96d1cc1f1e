import { ZipFile } from 'yazl'
import { aPdf } from '#platform/files/testing.ts'

/** A row of an invented book of letters, by heading. */
export type LetterRow = Record<(typeof headings)[number], string>

/** Headings of a usual book of letters. */
export const headings = ['Masuk/Keluar', 'No. Agenda', 'Nomor Naskah', 'Tgl. Naskah', 'Tgl. Diterima', 'Asal Naskah', 'Kepada', 'Hal', 'Jenis Naskah', 'Sifat Naskah', 'Tingkat Urgensi', 'Klasifikasi', 'Isi Ringkas', 'Nama File'] as const

const senders = ['Badan Pusat Statistik Kabupaten Tegal', 'Dinas Kesehatan', 'Kecamatan Slawi', 'PT PLN UP3 Tegal', 'Kementerian Dalam Negeri']
const subjects = ['Permintaan data kependudukan', 'Undangan rapat koordinasi', 'Laporan realisasi anggaran', 'Pemadaman listrik terencana', 'Penyampaian surat edaran']

const two = (n: number) => String(n).padStart(2, '0')

/** An invented letter of 2024 that came in, every fifth one that went out; another for every `n`. Days are written as people write them. */
export function aLetterRow(n: number, change: Partial<LetterRow> = {}): LetterRow {
  const out = n % 5 === 4
  const day = `${two(1 + (n % 28))}/${two(1 + (Math.floor(n / 28) % 12))}/2024`
  return {
    'Masuk/Keluar': out ? 'Keluar' : 'Masuk', 'No. Agenda': String(n + 1), 'Nomor Naskah': `005/${n + 1}/2024`, 'Tgl. Naskah': day, 'Tgl. Diterima': out ? '' : day,
    'Asal Naskah': out ? '' : senders[n % senders.length]!, 'Kepada': out ? 'Bupati Tegal' : '', 'Hal': `${subjects[n % subjects.length]} ${n + 1}`,
    'Jenis Naskah': n % 2 ? 'Surat undangan' : 'Surat Dinas', 'Sifat Naskah': 'Biasa', 'Tingkat Urgensi': n % 3 ? 'Biasa' : 'Segera', 'Klasifikasi': n % 4 ? '000.1.5' : '400.12 Kependudukan dan Catatan Sipil', 'Isi Ringkas': '', 'Nama File': '', ...change,
  }
}

/** The columns of such a book as somebody chooses them on the page. */
export const chosenColumns: Record<string, string> = Object.fromEntries(
  ['direction', 'agenda', 'number', 'letterOn', 'receivedOn', 'sender', 'addressee', 'subject', 'kind', 'secrecy', 'urgency', 'classification', 'summary', 'file'].map((name, at) => [`k_${name}`, String(at)]))

/** Cells of rows in the order of the headings. */
export const cellsOf = (rows: readonly LetterRow[]): string[][] => rows.map(row => headings.map(heading => row[heading]))

export const asCsv = (rows: readonly LetterRow[]): Buffer => Buffer.from([[...headings], ...cellsOf(rows)].map(cells => cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'))

/** A book with something new, a kind and a code nobody knows, and mistakes, as CSV. */
export const letterListWithMistakes = asCsv([
  aLetterRow(20_000),
  aLetterRow(20_001, { 'Jenis Naskah': 'Surat Undangan Rapat', 'Klasifikasi': '005 Undangan' }),
  aLetterRow(20_002, { 'Tgl. Naskah': '31/02/2024' }),
  aLetterRow(20_003, { 'Nama File': 'tidak-ada.pdf' }),
  aLetterRow(20_005, { 'Asal Naskah': '' }),
]).toString()

/** A ZIP of these entries; names are written as they are given, also those nobody should write. */
export async function aZip(entries: Record<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  // The writer refuses names that lead out; they are put in afterwards, as long as they are.
  const written = Object.keys(entries).map((name, i) => [name, /\.\.|^\/|\\/.test(name) ? `${i}`.padEnd(Buffer.byteLength(name), '#') : name] as const)
  for (const [name, safe] of written) zip.addBuffer(entries[name]!, safe)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  for (const [name, safe] of written) if (name !== safe) for (let at = bytes.indexOf(safe); at >= 0; at = bytes.indexOf(safe, at + 1)) bytes.write(name, at)
  return bytes
}

/** A ZIP with a scan that is taken and one that is not. */
export const aZipWithMistakes = (): Promise<Buffer> => aZip({ 'masuk/001.pdf': aPdf('Satu'), 'masuk/002.pdf': aPdf('Dua').subarray(0, 300) })

/** A ZIP of scans with these names. */
export const aZipOfScans = (names: readonly string[]): Promise<Buffer> => aZip(Object.fromEntries(names.map(name => [name, aPdf(name)])))

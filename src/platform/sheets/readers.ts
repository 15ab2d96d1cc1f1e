import type { Reading } from '../forms/typed.ts'
import { cellText, plainDigits, serialDay, type Cell, type CellReader } from './cell.ts'

/** A cell that holds an error says so, whatever was expected. */
const unlessFault = (read: (cell: Exclude<Cell, { kind: 'fault' }>) => Reading): CellReader => (cell): Reading => {
  if (cell.kind !== 'fault') return read(cell)
  return cell.code === '='
    ? { wrong: 'Rumus di sel ini belum dihitung. Buka berkasnya di Excel, simpan, lalu unggah lagi.' }
    : { wrong: 'Rumus di sel ini menghasilkan {code}. Perbaiki, atau ganti dengan nilainya.', values: { code: cell.code } }
}

/** Words that stand for nothing. */
const nothing = /^(?:[-–—.]+|n\/?a|null|nihil|kosong|tidak ada|#)$/i

/** One line of text. */
export const asWords = (max: number): CellReader => unlessFault((cell): Reading => {
  const value = cellText(cell).normalize('NFC')
  if (nothing.test(value)) return { value: '' }
  return value.length > max ? { wrong: 'Paling banyak {max} huruf.', values: { max } } : { value }
})

/** A number that names something and is not counted with, such as a NIP: `length` digits, dots and spaces between them left out. */
export const asIdentifier = (length: number): CellReader => unlessFault((cell): Reading => {
  const text = cellText(cell)
  if (nothing.test(text)) return { value: '' }
  // A CSV holds what Excel showed, not what it knew.
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text.replace(/\s/g, ''))) return { wrong: 'Tertulis {text}: Excel menyimpannya sebagai angka sehingga digit belakangnya hilang. Ubah kolom ini menjadi teks, lalu ketik atau salin ulang nomornya.', values: { text } }
  const digits = text.replace(/^['`’]/, '').replace(/[\s.\-/]/g, '')
  if (cell.kind === 'number' && cell.lost) return { wrong: 'Excel menyimpan nomor ini sebagai angka sehingga digit setelah ke-15 hilang ({text}). Ubah kolom ini menjadi teks, lalu ketik atau salin ulang nomornya.', values: { text } }
  if (!/^\d+$/.test(digits)) return { wrong: 'Hanya angka yang boleh ada di nomor ini.' }
  if (cell.kind === 'number' && digits.length < length) return { wrong: 'Nomor ini {count} angka, seharusnya {length}. Angka nol di depan mungkin hilang: ubah kolom ini menjadi teks.', values: { count: digits.length, length } }
  return digits.length === length ? { value: digits } : { wrong: 'Nomor ini {count} angka, seharusnya {length}.', values: { count: digits.length, length } }
})

const months = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
const otherMonths: Record<string, number> = { may: 5, aug: 8, agt: 8, ags: 8, oct: 10, nop: 11, dec: 12, peb: 2 }

function monthOf(word: string): number {
  const start = word.toLowerCase().slice(0, 3)
  return otherMonths[start] ?? months.indexOf(start) + 1
}

/** A day that the calendar has, or null. */
function calendarDay(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}

function typedDay(text: string): string | null {
  const [, first, second, third] = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[ T]\d{1,2}[:.]\d{2}.*)?$/.exec(text) ?? []
  if (first !== undefined) {
    if (first.length === 4) return calendarDay(Number(first), Number(second), Number(third))
    return third!.length === 4 ? calendarDay(Number(third), Number(second), Number(first)) : null
  }
  const [, day, word = '', year] = /^(?:\p{L}+, ?)?(\d{1,2})[-/. ]+(\p{L}{3,12})\.?[-/. ,]+(\d{4})$/u.exec(text) ?? []
  return day === undefined ? null : calendarDay(Number(year), monthOf(word), Number(day))
}

/** Serial numbers taken for days where a cell is not shown as one: 1910 to 2119. Years alone are none. */
const serials = { from: 3654, to: 80_354 }

/** A calendar day: a cell shown as a day, `21/11/2026`, `21 November 2026`, `2026-11-21`, or a serial number. */
export const asCalendarDay: CellReader = unlessFault((cell): Reading => {
  if (cell.kind === 'day') return { value: cell.day }
  const text = cellText(cell)
  if (nothing.test(text)) return { value: '' }
  const [, year, month, date] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(text) ?? []
  const number = Number(text)
  const day = year !== undefined ? calendarDay(Number(year), Number(month), Number(date)) : /^\d{4,5}(?:\.\d+)?$/.test(text) && number >= serials.from && number <= serials.to ? serialDay(number) : typedDay(text)
  return day === null ? { wrong: '“{text}” bukan tanggal yang dikenal. Tulis seperti 21/11/2026, hari dahulu dan tahun empat angka.', values: { text: text.slice(0, 40) } } : { value: day }
})

/** A number with its decimals, answered with a point: `1.234,56` is `1234.56`. */
export const asDecimal: CellReader = unlessFault((cell): Reading => {
  const text = cellText(cell).replace(/^rp\.?|\s|,-$/gi, '')
  if (text === '' || nothing.test(text)) return { value: '' }
  if (cell.kind === 'number') return { value: cell.digits }
  const indonesian = /^-?(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d+)?$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : null
  const value = indonesian ?? (/^-?\d+\.\d{1,2}$|^-?\d+\.\d{4,}$/.test(text) ? text : null)
  const digits = value === null ? null : plainDigits(value)
  return digits === null ? { wrong: '“{text}” bukan angka. Tulis seperti 1.234,56.', values: { text: text.slice(0, 40) } } : { value: digits }
})

/** Letters and digits only, so that spelling and signs do not matter: `Gol. III/a` is `gol iii a`. */
export const simplified = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** One of a few codes, by what people call them. `calls` gives the words for each code. */
export function asOneCode(calls: Readonly<Record<string, readonly string[]>>): CellReader {
  const codes = new Map(Object.entries(calls).flatMap(([code, words]) => [code, ...words].map(word => [simplified(word), code] as const)))
  const known = Object.values(calls).map(words => words[0]).filter(word => word !== undefined).slice(0, 12).join(', ')
  return unlessFault((cell): Reading => {
    const text = cellText(cell)
    if (nothing.test(text)) return { value: '' }
    const code = codes.get(simplified(text))
    return code === undefined ? { wrong: '“{text}” tidak dikenal. Pakai salah satu: {known}.', values: { text: text.slice(0, 40), known } } : { value: code }
  })
}

import type { Reading } from '../forms/typed.ts'

/** One cell as it stands in a file; null is an empty one. */
export type Cell =
  | { kind: 'text'; text: string }
  /** A number as digits with a point, never in powers of ten; `lost` when the program that wrote it kept fewer digits than were typed. */
  | { kind: 'number'; digits: string; lost: boolean }
  /** A calendar day, `2026-11-21`. */
  | { kind: 'day'; day: string }
  /** `#N/A` and the like, or `=` for a formula whose result was not saved. */
  | { kind: 'fault'; code: string }

/** A row with something in it, by its number in the file. */
export interface SheetLine {
  line: number
  /** By column, from 0; holes are empty. */
  cells: readonly (Cell | null | undefined)[]
}

/** What a cell means; an empty one is the empty text. The column is named by whoever shows what is wrong. */
export type CellReader = (cell: Cell) => Reading

/** What people see in the cell. */
export function cellText(cell: Cell | null | undefined): string {
  if (!cell) return ''
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'number') return cell.digits
  if (cell.kind === 'day') return cell.day.split('-').reverse().join('/')
  return cell.code
}

/** A text cell, or nothing for a text without letters. */
export function textCell(text: string): Cell | null {
  const trimmed = text.replace(/[\s\u200b\ufeff]+/g, ' ').trim()
  return trimmed === '' ? null : { kind: 'text', text: trimmed }
}

/** Spreadsheet programs keep this many digits of a number. */
const keptDigits = 15

/** A number as a file writes it, `1.98503072010011E+17` or `42`, padded as its format shows it; what is none stays text. */
export function numberCell(written: string, width = 0): Cell | null {
  const digits = plainDigits(written)
  if (digits === null) return textCell(written)
  const whole = digits.replace(/^-|\..*$/g, '')
  // Up to 2^53 a number is exact; Excel still ends it in zeros after the fifteenth digit.
  const exact = Number.isSafeInteger(Number(whole)) && !/^0*$/.test(whole.slice(keptDigits))
  return { kind: 'number', digits: digits.padStart(digits.startsWith('-') ? 0 : width, '0'), lost: whole.length > keptDigits && !exact }
}

/** The number without its power of ten, `12.5`; null when it is none or far too long. */
export function plainDigits(written: string): string | null {
  const parts = /^([-+]?)(\d+)(?:\.(\d*))?(?:[eE]([-+]?\d{1,3}))?$/.exec(written.trim())
  if (!parts) return null
  const [, sign, whole = '', part = '', power = '0'] = parts
  const shift = Number(power)
  if (Math.abs(shift) > 40 || whole.length + part.length > 60) return null
  const all = whole + part
  const at = whole.length + shift
  const padded = at > all.length ? all.padEnd(at, '0') : at < 0 ? '0'.repeat(-at) + all : all
  const point = Math.max(0, at)
  const left = padded.slice(0, point).replace(/^0+(?=\d)/, '') || '0'
  const right = padded.slice(point).replace(/0+$/, '')
  const value = right === '' ? left : `${left}.${right}`
  return sign === '-' && /[1-9]/.test(value) ? `-${value}` : value
}

const dayLength = 86_400_000

/** The day of a serial number: days since the last of 1899, or since 1904 in files from old Macs. Null outside 1900 to 9999. */
export function serialDay(serial: number, since1904 = false): string | null {
  const days = Math.floor(since1904 ? serial + 1462 : serial)
  if (!(days >= 1 && days <= 2_958_465)) return null
  // Excel believes that 1900 had a 29 February; before it, its days are one off.
  const at = Date.UTC(1899, 11, days < 60 ? 31 : 30) + days * dayLength
  return new Date(at).toISOString().slice(0, 10)
}

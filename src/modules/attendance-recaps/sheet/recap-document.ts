import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Government } from '#platform/access/government.ts'
import type { DocumentSource } from '#platform/documents/compiler.ts'
import { qrSvg } from '#platform/documents/letter.ts'
import { dateTime, longDate, number } from '#platform/i18n/format.ts'
import { withLocale } from '#platform/i18n/locale.ts'
import { percent } from '../parts/words.ts'
import { monthName } from '../list/asked.ts'
import type { MonthRow } from '../reading.ts'
import { sumOf } from '../rules/recap.ts'
import type { Closing } from '../store.ts'

const source = readFileSync(join(import.meta.dirname, 'recap.typ'), 'utf8')

/** What the sheet tells. */
export interface SheetFacts {
  government: Government
  unit: string
  month: string
  rows: readonly MonthRow[]
  /** What the cuts rest on. */
  basis: string | null
  closing: Closing | null
  now: Date
  /** Whole address of the list inside, for those who may see it. */
  address: string | null
  unitName: (id: string) => string
  /** What is cut in rupiah, for those who may know. */
  amountOf: (row: MonthRow) => string | null
}

const times = ({ n, minutes }: { n: number; minutes: number }): string => (n === 0 ? '–' : `${number(n)} (${number(minutes)})`)

/** A unit's month as a sheet to print: unsigned, and it says so. Indonesian, whatever language its reader has chosen. */
export async function recapDocument({ government, unit, month, rows, basis, closing, now, address, unitName, amountOf }: SheetFacts): Promise<DocumentSource> {
  const files: Record<string, Buffer> = address ? { 'address.svg': Buffer.from(await qrSvg(address)) } : {}
  const data = withLocale({ language: 'id', zone: government.zone, vocabulary: {}, now }, () => {
    const sum = sumOf(rows.map(({ counts }) => counts))
    const cells = ({ present, missingIn, missingOut, late, early, explained, absent, open, doubtful }: MonthRow['counts']) =>
      [number(present + missingIn + missingOut), times(late), times(early), number(missingIn + missingOut), number(explained), number(absent), number(open + doubtful)]
    return {
      government: government.name, unit, month: monthName(month), address,
      state: closing?.state === 'closed' ? `Bulan ini ditutup ${dateTime(closing.closedAt!)}.` : 'SEMENTARA: bulan ini belum ditutup, angka masih dapat berubah.',
      printed: dateTime(now), basis: basis ? `Potongan TPP menurut ${basis}.` : 'Belum ada tabel potongan yang berlaku.',
      rows: rows.map((row, i) => ({ row, i, amount: amountOf(row) })).map(({ row: { employee, unitId, counts, cut, changed }, i, amount }) => ({ n: String(i + 1), name: employee.name + (changed ? ' *' : ''), nip: employee.nip ?? '–', unit: unitName(unitId), cells: [...cells(counts), cut ? [percent(cut.total), amount].filter(Boolean).join(' ') : '–'] })),
      sum: [...cells(sum), ''], people: number(rows.length), changed: rows.some(({ changed }) => changed), date: longDate(now),
    }
  })
  return { source, data, files, title: `Rekapitulasi presensi ${unit} ${month.slice(0, 7)}`, author: unit, language: 'id', date: closing?.closedAt ?? now }
}

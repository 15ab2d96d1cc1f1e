import type { TestGovernment } from '#app/testing/government.ts'
import type { Installation } from '#app/testing/installation.ts'
import { sheetDesk } from '#app/testing/sheet-desk.ts'
import type { Browser } from '#modules/identity/testing.ts'
import { writeSheet } from '#platform/sheets/writing.ts'
import { listImport } from '../list-import.ts'
import { cellsOf, headings, type StaffRow } from './staff.ts'

export const base = '/kerja/pegawai/impor'

export const asSheet = (rows: readonly StaffRow[]): Promise<Buffer> => writeSheet('Pegawai', headings.map(label => ({ label })), cellsOf(rows))
export const asCsv = (rows: readonly StaffRow[]): Buffer => Buffer.from([headings, ...cellsOf(rows)].map(cells => cells.map(cell => `"${cell}"`).join(';')).join('\r\n'))

/** Somebody at the import's pages. */
export const importDesk = (installation: Installation, place: TestGovernment, browser: Browser) => sheetDesk(installation, place, browser, { job: listImport.job, base, name: 'pegawai.xlsx' })
export type ImportDesk = ReturnType<typeof importDesk>

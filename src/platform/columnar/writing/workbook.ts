import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { cellOf } from '../asking/ask.ts'
import type { Statement } from '../asking/statement.ts'
import { letterOf } from '../../sheets/heading.ts'
import { TooLarge, type Here } from '../process/here.ts'
import type { Cell } from '../query.ts'
import type { ColumnType } from '../table.ts'

/** Rows a sheet holds, its heading among them, and letters a cell holds. */
const most = { rows: 1_048_576, letters: 32_767 }

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const content = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const parts = {
  '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${content}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${content}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${content}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  // Styles: plain, heading, day, instant, and text that would be a formula if it were typed.
  'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
}

/**
 * Writes rows as a workbook of one sheet, row by row.
 * @throws TooLarge for more rows than a sheet holds
 */
export async function writeWorkbook({ connection }: Here, { sql, values }: Statement, columns: readonly { title: string; type: ColumnType }[], to: string): Promise<void> {
  const result = await connection.stream(sql, values)
  const zip = new ZipFile()
  for (const [path, xml] of Object.entries(parts)) zip.addBuffer(Buffer.from(declaration + xml), path)
  const letters = columns.map((_, i) => letterOf(i))
  async function* sheet() {
    yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row r="1">${columns.map(({ title }, i) => textCell(`${letters[i]}1`, title, 1)).join('')}</row>`
    let rows = 1
    for (let chunk; (chunk = await result.fetchChunk()) && chunk.rowCount > 0; ) {
      if (rows + chunk.rowCount > most.rows) throw new TooLarge()
      yield chunk.getRows().map((row, k) => `<row r="${rows + k + 1}">${row.map((value, i) => xmlCell(`${letters[i]}${rows + k + 1}`, cellOf(value), columns[i]!.type)).join('')}</row>`).join('')
      rows += chunk.rowCount
    }
    yield '</sheetData></worksheet>'
  }
  const body = Readable.from(sheet(), { objectMode: true, highWaterMark: 2 })
  const failed = new Promise<never>((_, reject) => body.on('error', reject))
  zip.addReadStream(body, 'xl/worksheets/sheet1.xml', { compressionLevel: 3 })
  zip.end()
  await Promise.race([pipeline(zip.outputStream, createWriteStream(to, { mode: 0o600 })), failed])
}

const day = 86_400_000
/** The serial number spreadsheets know a day by; days before March 1900 they do not agree on. */
function serialOf(text: string): number | null {
  const serial = (Date.parse(`${text}${text.includes('T') ? 'Z' : 'T00:00:00Z'}`) - Date.UTC(1899, 11, 30)) / day
  return serial >= 61 && serial < 2_958_466 ? serial : null
}

function xmlCell(at: string, cell: Cell, type: ColumnType): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  const serial = type === 'date' || type === 'timestamp' ? serialOf(cell) : null
  if (serial !== null) return `<c r="${at}" s="${type === 'date' ? 2 : 3}"><v>${serial}</v></c>`
  return textCell(at, cell, /^[=+\-@\t\r]/.test(cell) ? 4 : 0)
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
/** Signs that have no place in XML are left out. */
const printable = (text: string) => text.slice(0, most.letters).toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>]/g, sign => signs[sign]!)
const textCell = (at: string, text: string, style: number) => `<c r="${at}" t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is><t xml:space="preserve">${printable(text)}</t></is></c>`

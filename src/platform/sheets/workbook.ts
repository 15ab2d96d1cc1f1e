import type { SaxesTagNS } from 'saxes'
import { SourceRefused } from '../text/refused.ts'
import { readXml, type XmlHandlers } from '../text/xml-reading.ts'
import { textCell, type Cell } from './cell.ts'
import { openPackage, type OpenPart } from './container.ts'

/** A sheet of a workbook as its directory names it. */
export interface SheetEntry {
  name: string
  hidden: boolean
  part: string
}

/** How a cell's style shows numbers: as a day, padded with zeros to a width, or as they are. */
export interface NumberStyle {
  day: boolean
  width: number
}

/** What all sheets of a workbook share. */
export interface Workbook {
  sheets: SheetEntry[]
  since1904: boolean
  strings: readonly (Cell | null)[]
  styles: readonly NumberStyle[]
  open: OpenPart
}

/** Characters of text a workbook may hold in all. */
const mostText = 60_000_000

const limits = { value: 400_000, depth: 40, notThis: 'Berkas {name} rusak atau terpotong. Unggah ulang dari aslinya.' }

/** Reads one part of a workbook; what is no XML, or lies about its size, is called broken. */
export async function readPart(open: OpenPart, part: string, handlers: Partial<XmlHandlers>, name: string): Promise<boolean> {
  const stream = await open(part)
  if (!stream) return false
  try {
    await readXml(stream, { open() {}, close() {}, text() {}, ...handlers }, limits)
  } catch (error) {
    if (error instanceof SourceRefused) throw new SourceRefused(error.text, { name, ...error.values })
    throw isOurs(error) ? error : new SourceRefused(limits.notThis, { name })
  } finally {
    stream.destroy()
  }
  return true
}

/** Errors of the stream below are about the file; those of our own code are not. */
const isOurs = (error: unknown) => error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError

/** An attribute by its local name, whatever prefix the writer chose. */
export const attribute = (tag: SaxesTagNS, name: string): string | undefined => tag.attributes[name]?.value ?? Object.values(tag.attributes).find(one => one.local === name)?.value

/** Reads everything of a workbook but its sheets. */
export async function openWorkbook(bytes: Buffer, name: string): Promise<Workbook> {
  const open = await openPackage(bytes, name)
  const parts = await relations(open, name)
  let since1904 = false
  const sheets: SheetEntry[] = []
  await readPart(open, 'xl/workbook.xml', {
    open(tag) {
      if (tag.local === 'workbookPr') since1904 = ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')
      const part = tag.local === 'sheet' ? parts.get(Object.values(tag.attributes).find(one => one.local === 'id' && one.prefix !== '')?.value ?? '') : undefined
      if (part?.type === 'worksheet') sheets.push({ name: unescaped(attribute(tag, 'name') ?? ''), hidden: (attribute(tag, 'state') ?? 'visible') !== 'visible', part: part.path })
    },
  }, name)
  const pathOf = (type: string) => [...parts.values()].find(part => part.type === type)?.path
  return { sheets, since1904, open, styles: await stylesOf(open, pathOf('styles') ?? 'xl/styles.xml', name), strings: await stringsOf(open, pathOf('sharedStrings') ?? 'xl/sharedStrings.xml', name) }
}

async function relations(open: OpenPart, name: string): Promise<Map<string, { type: string; path: string }>> {
  const parts = new Map<string, { type: string; path: string }>()
  await readPart(open, 'xl/_rels/workbook.xml.rels', {
    open(tag) {
      if (tag.local !== 'Relationship' || attribute(tag, 'TargetMode') === 'External') return
      const target = attribute(tag, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : new URL(target, 'http://part.invalid/xl/').pathname.slice(1)
      parts.set(attribute(tag, 'Id') ?? '', { type: (attribute(tag, 'Type') ?? '').split('/').at(-1)!, path })
    },
  }, name)
  return parts
}

/** Styles that Excel knows by number and shows as days. */
const dayStyles = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])

async function stylesOf(open: OpenPart, part: string, name: string): Promise<NumberStyle[]> {
  const formats = new Map<number, string>()
  const styles: NumberStyle[] = []
  let inside = false
  await readPart(open, part, {
    open(tag) {
      if (tag.local === 'numFmt') formats.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      else if (tag.local === 'cellXfs') inside = true
      else if (tag.local === 'xf' && inside) styles.push(styleOf(Number(attribute(tag, 'numFmtId') ?? 0), formats))
    },
    close(tag) {
      if (tag.local === 'cellXfs') inside = false
    },
  }, name)
  return styles
}

function styleOf(id: number, formats: ReadonlyMap<number, string>): NumberStyle {
  // Quoted words, colours, languages and escaped signs say nothing about what is shown.
  const code = (formats.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return { day: formats.has(id) ? /[dy]|mmm/i.test(code) : dayStyles.has(id), width: /^0+$/.test(code) ? code.length : 0 }
}

async function stringsOf(open: OpenPart, part: string, name: string): Promise<(Cell | null)[]> {
  const strings: (Cell | null)[] = []
  let text = ''
  let total = 0
  let reading = false
  let phonetic = false
  await readPart(open, part, {
    open(tag) {
      if (tag.local === 'si') text = ''
      else if (tag.local === 'rPh') phonetic = true
      else if (tag.local === 't') reading = !phonetic
    },
    text(piece) {
      if (reading) text += piece
    },
    close(tag) {
      if (tag.local === 't') reading = false
      else if (tag.local === 'rPh') phonetic = false
      else if (tag.local === 'si') {
        total += text.length
        if (total > mostText) throw new SourceRefused('Berkas {name} berisi terlalu banyak teks. Bagi menjadi beberapa berkas.', { name })
        strings.push(textCell(unescaped(text)))
      }
    },
  }, name)
  return strings
}

/** `_x000D_` as the sign it stands for. */
export const unescaped = (text: string): string => (text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))) : text)

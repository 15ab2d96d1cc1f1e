import { cellText, type CellReader } from '#platform/sheets/cell.ts'
import { asWords } from '#platform/sheets/readers.ts'

const highest = 99_999

/** `12`, `0012` or `12/2024`, also out of `Ag. 12/2024`; answered as `12` or `12/2024`. */
export const asAgenda: CellReader = cell => {
  const reading = asWords(60)(cell)
  if ('wrong' in reading || reading.value === '') return reading
  const [, sequence, year] = /^(?:(?:no(?:mor)?|ag(?:enda)?)\.?\s*)*(\d{1,6})(?:\s*[/.-]\s*((?:19|20)\d{2}))?$/i.exec(reading.value) ?? []
  const number = Number(sequence)
  if (!(number >= 1 && number <= highest)) return { wrong: '“{text}” bukan nomor agenda. Tulis seperti 12, atau 12/2024.', values: { text: reading.value.slice(0, 40) } }
  return { value: year ? `${number}/${year}` : String(number) }
}

/** The number of a letter; words such as `tanpa nomor` are none. */
export const asNumber: CellReader = cell => {
  // A number alone is a number, and not what a spreadsheet counts with.
  const reading = asWords(120)(cell.kind === 'number' ? { kind: 'text', text: cellText(cell) } : cell)
  return 'wrong' in reading || !/^(?:tanpa nomor|tidak bernomor|t\.?a\.?n|s\/n)$/i.test(reading.value) ? reading : { value: '' }
}

/** A name in a ZIP, with folders or without, in small letters and with slashes as ZIPs have them. */
export const asFileName: CellReader = cell => {
  const reading = asWords(300)(cell)
  return 'wrong' in reading ? reading : { value: namedAs(reading.value) }
}

/** As names of files are compared. */
export const namedAs = (path: string): string => path.normalize('NFC').replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '').trim().toLowerCase()

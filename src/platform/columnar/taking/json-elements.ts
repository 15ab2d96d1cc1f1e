import { SourceRefused } from '../../text/refused.ts'
import { textOfBytes, type Sink } from './bytes.ts'

const [quote, backslash, open, close, openList, closeList] = ['"', '\\', '{', '}', '[', ']'].map(sign => sign.charCodeAt(0)) as [number, number, number, number, number, number]

/** Bytes one element may have: the outline of a province fits many times. */
const longest = 64_000_000

export interface ElementsRead {
  elements: number
  /** Elements that had bytes which are no UTF-8. */
  badBytes: number
}

/**
 * Writes every element of a list as a line of its own: of a list at the top, of a list somewhere inside an object, or objects
 * one after the other. Only so much is kept in memory as one element has.
 * @param wrapped where the list lies inside an object: its key, or true for the first list of objects there is
 * @throws SourceRefused when brackets do not close, or an element is too large
 */
export async function splitElements(pieces: AsyncIterable<Buffer>, sink: Sink, wrapped: boolean | string, each: (bytes: number) => void): Promise<ElementsRead> {
  const read: ElementsRead = { elements: 0, badBytes: 0 }
  // Depth at which elements lie: inside the list, inside the list of an object, or at the top.
  let level = -1
  let depth = 0
  let inText = false
  let escaped = false
  let began = -1
  let kept: Buffer[] = []
  let size = 0
  let done = false
  const said = { began: 0, last: '' }

  const finish = (piece: Buffer, to: number) => {
    const bytes = Buffer.concat([...kept, piece.subarray(Math.max(0, began), to)])
    kept = []
    size = 0
    began = -1
    const text = textOfBytes(bytes)
    if (text.includes('\uFFFD')) read.badBytes++
    read.elements++
    // A line end between the parts of an element is nothing but space.
    sink.text(`${text.replace(/[\r\n]+/g, ' ')}\n`)
  }

  for await (const piece of pieces) {
    each(piece.length)
    said.began = 0
    for (let i = 0; i < piece.length && !done; i++) {
      const byte = piece[i]!
      if (inText) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) {
          inText = false
          // Keys are short; of a long text only the end is at hand.
          if (level === -1) said.last = piece.subarray(Math.max(said.began, i - 40), i).toString('latin1')
        }
        continue
      }
      if (byte === quote) {
        inText = true
        said.began = i + 1
        continue
      }
      if (byte === open || byte === openList) {
        if (level === -1) {
          if (depth === 0 && !wrapped) level = byte === openList ? 1 : 0
          else if (depth > 0 && byte === openList && (wrapped === true || said.last === wrapped)) level = depth + 1
        }
        if (depth === level && began === -1 && byte === open) began = i
        depth++
      } else if (byte === close || byte === closeList) {
        depth--
        if (depth < 0) throw notClosed()
        if (began !== -1 && depth === level) finish(piece, i + 1)
        else if (level > 0 && depth === level - 1) {
          // A list of numbers is not what is looked for.
          if (read.elements > 0 || !wrapped) done = true
          else level = -1
        }
      }
    }
    if (began !== -1) {
      const part = piece.subarray(Math.max(0, began))
      kept.push(Buffer.from(part))
      size += part.length
      began = -2
      if (size > longest) throw new SourceRefused('Berkas {name} berisi satu unsur yang terlalu besar (lebih dari 64 MB).')
    }
  }
  if (began !== -1 || inText || (!done && depth !== 0)) throw notClosed()
  return read
}

const notClosed = () => new SourceRefused('JSON dalam berkas {name} tidak ditutup dengan benar; mungkin terpotong. Unggah ulang dari aslinya.')

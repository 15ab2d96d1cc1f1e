import { PdfFile } from '../../signing/pdf/file.ts'
import { pageAt } from '../../signing/pdf/fields.ts'
import { UnreadablePdf } from '../../signing/pdf/reading.ts'
import { opensWithoutPassword } from './password.ts'
import { readersCanRecover } from './survey.ts'

/** What readers make of a file that says it is a PDF: `none` is no PDF at all. */
export type Opening = 'opens' | 'locked' | 'broken' | 'none'

/** Bytes before which `%PDF-` has to stand: mail and old programs put lines of their own before it. */
const headRoom = 1024

/** Whether a file begins as PDFs do. */
export const beginsAsPdf = (head: Buffer): boolean => head.subarray(0, headRoom + 5).includes('%PDF-')

/**
 * Looks into a PDF as far as its first page. Nothing beyond the tables and objects on the way there is unpacked, and
 * of these no more than 64 MB.
 */
export function openingOf(bytes: Buffer): Opening {
  if (!beginsAsPdf(bytes) || !bytes.includes(' obj')) return 'none'
  const start = bytes.indexOf('%PDF-')
  // Offsets count from the file's first byte, or from the head when something was put before it.
  for (const part of start > 0 ? [bytes, bytes.subarray(start)] : [bytes]) {
    const found = opened(part)
    if (found) return found
  }
  return readersCanRecover(bytes) ? 'opens' : 'broken'
}

/** Null for a file whose tables are damaged. */
function opened(bytes: Buffer): Opening | null {
  try {
    const file = new PdfFile(bytes, { encrypted: true })
    if (file.trailer.has('Encrypt')) return opensWithoutPassword(file) ? 'opens' : 'locked'
    pageAt(file, 1)
    return 'opens'
  } catch (error) {
    if (error instanceof UnreadablePdf) return null
    throw error
  }
}

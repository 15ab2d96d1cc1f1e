import type { KeyObject } from 'node:crypto'
import { detachedSignature, sha256, type Stamping } from './cms.ts'
import { addSignatureField } from './pdf/fields.ts'
import { PdfFile } from './pdf/file.ts'
import { Update } from './pdf/update.ts'
import { Name, Raw, dict, textString } from './pdf/values.ts'
import type { Stamp } from './signer.ts'
import { addStamp } from './stamp.ts'

export interface PadesOrder {
  pdf: Buffer
  key: KeyObject
  /** In DER. The authority's own is left out: whoever trusts it has it. */
  certificate: Buffer
  at: Date
  name: string
  reason: string
  location: string
  stamp: Stamp | null
  /** Above the stamp, in red. */
  mark: string | null
  stamping?: Stamping
}

// Fixed widths: the places of the signature are known only when everything else is written.
const rangePlace = '[0 0000000000 0000000000 0000000000]'

/** `D:20261121090000Z` */
const pdfDate = (at: Date) => `D:${at.toISOString().replace(/\.\d+Z$/, '').replace(/\D/g, '')}Z`

/**
 * Signs a PDF as PAdES baseline B, or T with `stamping`: everything is added behind the last byte, so earlier
 * signatures and the document itself stay untouched.
 * @throws UnreadablePdf for a file that is no PDF, is damaged or encrypted
 */
export async function signPades({ pdf, key, certificate, at, name, reason, location, stamp, mark, stamping }: PadesOrder): Promise<Buffer> {
  const update = new Update(new PdfFile(pdf))
  const room = 2 * (certificate.length + 1500 + (stamping ? 12_000 : 0))
  const place = `<${'0'.repeat(room)}>`
  const signature = update.add(
    dict({
      Type: new Name('Sig'), Filter: new Name('Adobe.PPKLite'), SubFilter: new Name('ETSI.CAdES.detached'), ByteRange: new Raw(rangePlace), Contents: new Raw(place),
      M: textString(pdfDate(at)), Name: textString(name), Reason: reason ? textString(reason) : undefined, Location: location ? textString(location) : undefined,
    }),
  )
  const appearance = stamp ? await addStamp(update, stamp, mark, at) : undefined
  addSignatureField(update, { page: stamp?.page ?? 1, signature, rect: stamp?.rect, appearance })

  const file = update.bytes()
  const from = file.indexOf(place, pdf.length)
  const to = from + place.length
  const range = `[0 ${from} ${to} ${file.length - to}]`.padEnd(rangePlace.length)
  file.write(range, file.indexOf(rangePlace, pdf.length), 'latin1')
  const cms = await detachedSignature(sha256(file.subarray(0, from), file.subarray(to)), key, certificate, stamping)
  if (cms.length * 2 > room) throw new Error(`a signature of ${cms.length} bytes does not fit`)
  file.write(cms.toString('hex'), from + 1, 'latin1')
  return file
}

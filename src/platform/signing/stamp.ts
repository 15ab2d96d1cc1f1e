import { qrSvg } from '../documents/letter.ts'
import { renderPiece, renderSvg, type DocumentSource } from '../documents/compiler.ts'
import { PdfFile } from './pdf/file.ts'
import { pageAt } from './pdf/fields.ts'
import type { Update } from './pdf/update.ts'
import { Name, PdfStream, type Ref } from './pdf/values.ts'
import type { Stamp } from './signer.ts'

const source = `#set page(width: data.width * 1pt, height: data.height * 1pt, margin: 0pt)
#set par(leading: 0.35em, spacing: 0.4em, justify: false)
#set text(size: 7.2pt)
#rect(width: 100%, height: 100%, inset: 3pt, stroke: 0.6pt + luma(55%), grid(columns: if data.qr { (data.height * 1pt - 8pt, 1fr) } else { (1fr,) }, column-gutter: 5pt, align: horizon,
  ..if data.qr { (image("/files/qr.svg", width: 100%),) },
  {
    if data.mark != none { text(size: 6.4pt, weight: "bold", fill: rgb("#b00020"), data.mark); parbreak() }
    text(fill: luma(25%), data.heading)
    parbreak()
    data.lines.map(line => line).join(linebreak())
  }))`

const pieceOf = async ({ rect, lines, qr }: Stamp, mark: string | null, at: Date): Promise<DocumentSource> => ({
  source,
  data: { width: rect[2] - rect[0], height: rect[3] - rect[1], heading: 'Ditandatangani secara elektronik oleh:', lines, mark, qr: qr !== undefined },
  files: qr === undefined ? {} : { 'qr.svg': Buffer.from(await qrSvg(qr)) },
  title: `Tanda tangan elektronik ${lines[0] ?? ''}`.trim(),
  author: '',
  language: 'id',
  date: at,
})

/** The stamp as a piece of the PDF that is being signed, with the letters of its font. */
export async function addStamp(update: Update, stamp: Stamp, mark: string | null, at: Date): Promise<Ref> {
  const piece = new PdfFile(await renderPiece(await pieceOf(stamp, mark, at)))
  const page = piece.dictOf(pageAt(piece, 1))
  const content = piece.follow(page?.get('Contents'))
  if (!(content instanceof PdfStream)) throw new Error('a stamp without content')
  const form = new PdfStream(
    new Map([
      ...content.dict,
      ['Type', new Name('XObject')],
      ['Subtype', new Name('Form')],
      ['BBox', [0, 0, stamp.rect[2] - stamp.rect[0], stamp.rect[3] - stamp.rect[1]]],
      ['Resources', page?.get('Resources') ?? new Map()],
    ]),
    content.bytes,
  )
  return update.add(update.adopt(piece, form))
}

/** The stamp as a PNG of 300 dots per inch, for providers that draw it themselves. */
export async function stampPicture(stamp: Stamp, at: Date): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp(Buffer.from(await renderSvg(await pieceOf(stamp, null, at))), { density: 300 }).png().toBuffer()
}

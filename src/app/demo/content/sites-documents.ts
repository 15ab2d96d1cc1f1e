import { ZipFile } from 'yazl'
import type { DemoDocument } from './sites-parts.ts'

const escape = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const cell = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const isTable = (content: DemoDocument['content']): content is string[][] => Array.isArray(content[0])

/** A document as the bytes people download. */
export async function bytesOf({ content }: Pick<DemoDocument, 'content'>): Promise<{ mediaType: string; body: Buffer }> {
  if (isTable(content)) return { mediaType: 'text/csv', body: Buffer.from(`${content.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`) }
  return { mediaType: 'application/vnd.oasis.opendocument.text', body: await openDocument(content) }
}

const office = 'urn:oasis:names:tc:opendocument:xmlns'

/** The smallest OpenDocument text: a heading and paragraphs (ISO/IEC 26300). */
async function openDocument([title = '', ...paragraphs]: readonly string[]): Promise<Buffer> {
  const zip = new ZipFile()
  // The standard wants its type first and unpacked, so that the file can be told by its head.
  zip.addBuffer(Buffer.from('application/vnd.oasis.opendocument.text'), 'mimetype', { compress: false })
  zip.addBuffer(Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="${office}:office:1.0" xmlns:text="${office}:text:1.0" office:version="1.3"><office:body><office:text>`
    + `<text:h text:outline-level="1">${escape(title)}</text:h>${paragraphs.map(words => `<text:p>${escape(words)}</text:p>`).join('')}</office:text></office:body></office:document-content>`), 'content.xml')
  zip.addBuffer(Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="${office}:manifest:1.0" manifest:version="1.3">`
    + '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'), 'META-INF/manifest.xml')
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { allPrintable, printable } from './printable.ts'

/** A document to be printed: a Typst source of ours, and everything of others as data. */
export interface DocumentSource {
  /**
   * Typst, written by us and never put together from input. It finds `data` as a variable, `files` under
   * `/files/<name>`, and may import `/letter.typ` and `/blocks.typ`.
   */
  source: string
  /** Anything JSON can say; characters no font has become boxes. */
  data: unknown
  /** Pictures (PNG, JPEG, SVG) by name, e.g. `crest.png`. */
  files?: Record<string, Buffer>
  title: string
  author: string
  /** `id`, `en`: decides hyphenation and what screen readers speak. */
  language: string
  keywords?: string[]
  /** Date within the file; the same input with the same date gives the same bytes. */
  date: Date
}

/** A rectangle the source marked with `place` of `/letter.typ`. */
export interface Place {
  name: string
  /** From 1. */
  page: number
  /** In points from the lower left corner of the page, as PDF counts: left, bottom, right, top. */
  rect: [number, number, number, number]
}

/** The source does not compile or a picture cannot be read: a mistake of ours, not of whoever wrote the letter. */
export class DocumentFailure extends Error {}

// A path below a file: nothing can ever lie there, so the compiler reads only what it is handed.
const nowhere = join(import.meta.filename, 'nowhere')
const own = ['blocks.typ', 'letter.typ']

/** Documents after which what none of them used again is forgotten: keeps the shared parts of letters, not the letters. */
const memory = 8
let printed = 0

let compiler: Promise<NodeCompiler> | null = null

async function start(): Promise<NodeCompiler> {
  // Loaded when the first document is printed: most processes never print one.
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const made = NodeCompiler.create({ workspace: nowhere })
  for (const name of own) made.mapShadow(join(nowhere, name), readFileSync(join(import.meta.dirname, name)))
  return made
}

const prelude = `#let given = json("/given.json")
#let data = given.data
#set document(title: given.title, author: given.author, keywords: given.keywords, date: datetime(..given.date))
#set text(font: "Libertinus Serif", fallback: false, lang: given.language, size: 11.5pt)
`

/** Reads the diagnostics of a failure as one sentence. */
const reason = (diagnostics: unknown[]): string =>
  diagnostics.map(found => (typeof found === 'object' && found !== null && 'message' in found ? String(found.message) : String(found))).join('; ')

type Use<T> = (compiler: NodeCompiler, done: NodeTypstDocument, seconds: number) => T

/** Others get their turn between two documents of many, and the compiler frees the memory of the last one. */
async function inTurn<T>(document: DocumentSource, use: Use<T>): Promise<T> {
  await setImmediate()
  return compiled(document, use)
}

async function compiled<T>(document: DocumentSource, use: Use<T>): Promise<T> {
  // A package would be fetched from the network.
  if (/["']@\w/.test(document.source)) throw new DocumentFailure('a document imports no packages')
  const { title, author, language, keywords = [], date, data } = document
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() }
  const given = { title: printable(title), author: printable(author), language, keywords: keywords.map(printable), date: day, data: allPrintable(data) }
  const files = Object.entries(document.files ?? {}).map(([name, bytes]) => {
    if (!/^[\w-][\w.-]*$/.test(name)) throw new DocumentFailure(`“${name}” is no name for a file of a document`)
    return { path: join(nowhere, 'files', name), bytes }
  })
  const typst = await (compiler ??= start())
  // Nothing below waits, so no other document sees these files.
  typst.mapShadow(join(nowhere, 'given.json'), Buffer.from(JSON.stringify(given)))
  for (const { path, bytes } of files) typst.mapShadow(path, bytes)
  try {
    const result = typst.compile({ mainFileContent: prelude + document.source })
    const error = result.takeError()
    if (!result.result) throw new DocumentFailure(error ? reason(typst.fetchDiagnostics(error)) : 'nothing was compiled')
    return use(typst, result.result, Math.trunc(date.getTime() / 1000))
  } finally {
    typst.unmapShadow(join(nowhere, 'given.json'))
    for (const { path } of files) typst.unmapShadow(path)
    // Nobody waits for that.
    if (++printed % memory === 0) void setImmediate().then(() => typst.evictCache(1))
  }
}

/**
 * Prints a document as PDF/A-2b, and says where its marked places lie. Takes some 10 ms for two pages, in
 * which the process does nothing else.
 * @throws DocumentFailure
 */
export const renderWithPlaces = (document: DocumentSource): Promise<{ pdf: Buffer; pages: number; places: Place[] }> =>
  inTurn(document, (typst, done, seconds) => {
    const pdf = asPdf(() => typst.pdf(done, { pdfStandard: 'a-2b', creationTimestamp: seconds }))
    const found = typst.query(done, { selector: '<place>', field: 'value' }) as { name: string; page: number; paper: number; x: number; y: number; width: number; height: number }[]
    const places = found.map(({ name, page, paper, x, y, width, height }): Place => ({ name, page, rect: [x, paper - y - height, x + width, paper - y] }))
    return { pdf, pages: done.numOfPages, places }
  })

/** Prints a document as PDF/A-2b. @throws DocumentFailure */
export const renderPdf = async (document: DocumentSource): Promise<Buffer> => (await renderWithPlaces(document)).pdf

/**
 * Prints a small piece as PDF/A-2b, to be laid into another PDF: a stamp. At once, because somebody waits for the other one.
 * @throws DocumentFailure
 */
export const renderPiece = (document: DocumentSource): Promise<Buffer> =>
  compiled(document, (typst, done, seconds) => asPdf(() => typst.pdf(done, { pdfStandard: 'a-2b', creationTimestamp: seconds })))

/** Draws all pages under one another as SVG, for a preview of the same source. @throws DocumentFailure */
export const renderSvg = (document: DocumentSource): Promise<string> =>
  // The compiler lays the ground of every page at the top, over the first one: all of them get one of ours.
  inTurn({ ...document, source: `#set page(fill: none)\n${document.source}` }, (typst, done) => grounded(typst.plainSvg(done), done.numOfPages))

/** White below all pages, and a line where one ends. */
function grounded(svg: string, pages: number): string {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  const ends = Array.from({ length: pages - 1 }, (_, i) => `<path d="M0 ${((i + 1) * Number(height)) / pages}H${width}" stroke="#c9c4b8" stroke-dasharray="4 4"/>`)
  return svg.replace(/^<svg[^>]*>/, opening => `${opening}<rect width="${width}" height="${height}" fill="#fff"/>${ends.join('')}`)
}

function asPdf(print: () => Buffer): Buffer {
  try {
    return print()
  } catch (error) {
    throw new DocumentFailure(error instanceof Error ? error.message.slice(0, 500) : 'no PDF', { cause: error })
  }
}

import { ZipFile } from 'yazl'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A sheet of a made workbook: its rows as XML, e.g. `<row r="1"><c r="A1"><v>1</v></c></row>`, and what follows them. */
export interface MadeSheet {
  name: string
  state?: 'hidden' | 'veryHidden'
  rows: string
  after?: string
}

export interface MadeWorkbook {
  sheets: MadeSheet[]
  strings?: string[]
  /** Format codes, from style 1 on. */
  formats?: string[]
  since1904?: boolean
  /** Parts besides the usual ones, or in their place. */
  parts?: Record<string, string | Buffer>
}

const xml = (text: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`

/** Packs named parts into a ZIP. */
export async function packed(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, body] of Object.entries(parts)) zip.addBuffer(Buffer.from(body), name)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** A workbook part by part, for what no ordinary program would write. */
export function aWorkbook({ sheets, strings = [], formats = [], since1904, parts = {} }: MadeWorkbook): Promise<Buffer> {
  return packed({
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': xml(`<workbook xmlns="${main}" xmlns:r="${relation}"><workbookPr${since1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}"${state ? ` state="${state}"` : ''} r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`),
    'xl/_rels/workbook.xml.rels': xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relation}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rs" Type="${relation}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="ry" Type="${relation}/styles" Target="/xl/styles.xml"/></Relationships>`),
    'xl/sharedStrings.xml': xml(`<sst xmlns="${main}">${strings.map(text => `<si><t>${text}</t></si>`).join('')}</sst>`),
    'xl/styles.xml': xml(`<styleSheet xmlns="${main}"><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code}"/>`).join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${200 + i}"/>`).join('')}</cellXfs></styleSheet>`),
    ...Object.fromEntries(sheets.map(({ rows, after = '' }, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`)])),
    ...parts,
  })
}

/** What `sendSheet` needs of an opened installation and a signed-in browser. */
interface Sending {
  web: { server: { inject(request: { method: 'POST'; url: string; headers: Record<string, string>; payload: Buffer }): Promise<{ statusCode: number; headers: { location?: string }; body: string }> } }
  host: string
  browser: { get(url: string): Promise<{ body: string }>; header(): string }
}

/** Uploads a file through an import's page, as its form would. */
export async function sendSheet({ web, host, browser }: Sending, url: string, name: string, bytes: Buffer): Promise<{ status: number; to: string; body: string }> {
  const form = new FormData()
  form.set('_csrf', /name="_csrf" value="([^"]+)"/.exec((await browser.get(url)).body)?.[1] ?? '')
  form.set('berkas', new Blob([new Uint8Array(bytes)]), name)
  const request = new Request(`http://${host}`, { method: 'POST', body: form })
  const answer = await web.server.inject({ method: 'POST', url, headers: { host, cookie: browser.header(), 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) })
  return { status: answer.statusCode, to: (answer.headers.location ?? '').split('?')[0]!, body: answer.body }
}

/** What a page's selects, inputs and boxes are set to, as a browser would send them. */
export function standingIn(html: string): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [, name = '', inside = ''] of html.matchAll(/<select[^>]*\sname="([^"]+)"[^>]*>(.*?)<\/select>/gs)) {
    const options = [...inside.matchAll(/<option([^>]*)>/g)].map(([, attributes = '']) => ({ value: /value="([^"]*)"/.exec(attributes)?.[1] ?? '', selected: /\sselected/.test(attributes) }))
    values[name] = (options.find(one => one.selected) ?? options[0])?.value ?? ''
  }
  return values
}

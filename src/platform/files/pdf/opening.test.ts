import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderWithPlaces } from '../../documents/compiler.ts'
import { letterDocument } from '../../documents/letter.ts'
import { aPdf } from '../testing.ts'
import { openingOf } from './opening.ts'

const without = spawnSync('qpdf', ['--version']).error !== undefined
const unless = without ? ' (skipped: needs qpdf)' : ''

let folder: string
let letter: Buffer

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opening-'))
  const source = await letterDocument({ paper: 'a4', about: { title: 'Undangan rapat', author: 'Diskominfo', date: new Date('2026-11-21T02:00:00Z') }, facts: [{ label: 'Nomor', value: ['000.1.5/123/DISKOMINFO/2026'] }], body: 'Dengan hormat kami mengundang Saudara. '.repeat(100), signature: { capacity: ['KEPALA DINAS,'], name: 'Dra. SRI WAHYUNINGSIH, M.Si.' } })
  letter = (await renderWithPlaces(source)).pdf
  writeFileSync(join(folder, 'letter.pdf'), letter)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** The letter as qpdf writes it. */
function rewritten(...how: string[]): Buffer {
  const { status, stderr } = spawnSync('qpdf', [...how, join(folder, 'letter.pdf'), join(folder, 'made.pdf')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return readFileSync(join(folder, 'made.pdf'))
}

/** What pdf.js, which browsers read PDFs with, makes of a file. */
async function readByPdfJs(bytes: Buffer): Promise<'opens' | 'locked' | 'broken'> {
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    await document.getPage(1)
    await document.loadingTask.destroy()
    return 'opens'
  } catch (error) {
    return (error as Error).name === 'PasswordException' ? 'locked' : 'broken'
  }
}

describe('a PDF that readers open', () => {
  it('is one, however it was written', () => {
    expect(openingOf(letter)).toBe('opens')
    expect(openingOf(aPdf())).toBe('opens')
  })

  it.skipIf(without).each([['--linearize'], ['--object-streams=generate'], ['--object-streams=disable'], ['--qdf', '--object-streams=disable'], ['--linearize', '--object-streams=generate'], ['--stream-data=uncompress'], ['--min-version=2.0'], ['--newline-before-endstream']])(`is one after qpdf %s %s${unless}`, (...how) => {
    expect(openingOf(rewritten(...how.filter(Boolean)))).toBe('opens')
  })

  it('is one with lines of others before and after it, and with tables that have gone astray', () => {
    expect(openingOf(Buffer.concat([Buffer.from('Content-Type: application/pdf\r\n\r\n'), letter]))).toBe('opens')
    expect(openingOf(Buffer.concat([letter, Buffer.from('\r\n<!-- generated in 0.2 s -->'.repeat(100))]))).toBe('opens')
    expect(openingOf(Buffer.from(aPdf().toString('latin1').replace(/startxref\n\d+/, 'startxref\n9'), 'latin1'))).toBe('opens')
    expect(openingOf(Buffer.from(aPdf().toString('latin1').replaceAll('\n', '\r\n'), 'latin1'))).toBe('opens')
    expect(openingOf(Buffer.from(aPdf().toString('latin1').replace('%%EOF\n', ''), 'latin1'))).toBe('opens')
    expect(openingOf(Buffer.from('%PDF-1.\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 3 3]>>endobj trailer<</Root 1 0 R>>'))).toBe('opens')
  })

  it('is hardly ever refused when bytes of it were lost or changed', async () => {
    const damage = fc.record({ base: fc.nat(without ? 1 : 3), kind: fc.constantFrom('change', 'lose', 'add'), at: fc.nat(), many: fc.integer({ min: 1, max: 60 }) })
    const files = [letter, aPdf('x'.repeat(20_000)), ...(without ? [] : [rewritten('--object-streams=generate'), rewritten('--qdf', '--object-streams=disable')])]
    let [readable, refused] = [0, 0]
    for (const { base, kind, at, many } of fc.sample(damage, { numRuns: 400, seed: 4 })) {
      const file = Buffer.from(files[base]!)
      // Without its head nobody takes it for a PDF.
      const from = 20 + (at % (file.length - 20))
      const bytes = kind === 'change' ? file.fill(many, from, Math.min(file.length, from + many)) : Buffer.concat([file.subarray(0, from), kind === 'add' ? Buffer.alloc(many, 'x') : Buffer.alloc(0), file.subarray(kind === 'add' ? from : from + many)])
      if ((await readByPdfJs(bytes)) !== 'opens') continue
      readable++
      if (openingOf(bytes) !== 'opens') refused++
    }
    expect(readable).toBeGreaterThan(250)
    expect(refused).toBeLessThanOrEqual(readable / 100)
  }, 60_000)
})

describe.skipIf(without)(`an encrypted PDF${unless}`, () => {
  const kinds = [['40'], ['128', '--use-aes=n'], ['128', '--use-aes=y'], ['128', '--use-aes=y', '--cleartext-metadata'], ['256'], ['256', '--force-R5']]
  const encrypted = (user: string, owner: string, kind: string[]) => ['generate', 'disable'].map(streams => rewritten('--allow-weak-crypto', `--object-streams=${streams}`, '--encrypt', user, owner, ...kind, '--'))

  it.each(kinds)('is locked when it asks readers for a password: %s %s', async (...kind) => {
    for (const file of encrypted('rahasia', 'pemilik', kind)) expect([openingOf(file), await readByPdfJs(file)]).toEqual(['locked', 'locked'])
  })

  it.each(kinds)('opens when only its owner kept a password for changing it: %s %s', async (...kind) => {
    for (const file of encrypted('', 'pemilik', kind)) expect([openingOf(file), await readByPdfJs(file)]).toEqual(['opens', 'opens'])
  })
})

describe('what no reader opens', () => {
  it('is no PDF when it only begins like one', () => {
    expect(openingOf(Buffer.from('%PDF-1.7\nini sebenarnya catatan'))).toBe('none')
    expect(openingOf(Buffer.from('<!doctype html><title>404</title> 1 0 obj'))).toBe('none')
  })

  it('is broken when it was cut off, wherever', () => {
    for (const share of [0.2, 0.5, 0.9]) expect(openingOf(letter.subarray(0, Math.floor(letter.length * share)))).toBe('broken')
    if (!without) {
      const file = rewritten('--linearize')
      for (const share of [0.2, 0.5, 0.9]) expect(openingOf(file.subarray(0, Math.floor(file.length * share)))).toBe('broken')
    }
  })

  it('is broken when nothing is in it', () => {
    expect(openingOf(Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF'))).toBe('broken')
    expect(openingOf(Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\nstartxref\n0\n%%EOF'))).toBe('broken')
  })
})

describe('a hostile one', () => {
  const packed = (dict: string, body: Buffer) => Buffer.concat([Buffer.from(`<<${dict}/Filter/FlateDecode/Length ${body.length}>>\nstream\n`), body, Buffer.from('\nendstream')])
  const zeros = deflateSync(Buffer.alloc(400_000_000))

  /** A file of these objects, from number 1, the last of them its table when `within` says which lie in object 1 instead. */
  function file(objects: (string | Buffer)[], within = 0): Buffer {
    const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')]
    let at = 9
    const rows = Buffer.alloc((objects.length + within + 2) * 8)
    const row = (number: number, kind: number, where: number, more: number) => void (rows.writeUInt8(kind, number * 8), rows.writeUInt32BE(where, number * 8 + 1), rows.writeUInt16BE(more, number * 8 + 5))
    const put = (number: number, body: string | Buffer) => {
      row(number, 1, at, 0)
      const whole = Buffer.concat([Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
      at += whole.length
      parts.push(whole)
    }
    objects.forEach((object, i) => put(i + 1, object))
    for (let i = 0; i < within; i++) row(objects.length + 1 + i, 2, 1, i)
    const start = at
    put(objects.length + within + 1, packed(`/Type/XRef/W[1 4 3]/Size ${objects.length + within + 1}/Root 2 0 R`, deflateSync(rows)))
    return Buffer.concat([...parts, Buffer.from(`startxref\n${start}\n%%EOF\n`)])
  }
  const catalogue = '<</Type/Catalog/Pages 3 0 R>>'
  const nested = Array.from({ length: 50_000 }, (_, i) => `${i + 4} 0 obj\n(`)

  it.each<[string, () => Buffer]>([
    ['a table that unpacks to 400 MB', () => Buffer.concat([Buffer.from('%PDF-1.5\n1 0 obj\n'), packed('/Type/XRef/W[1 4 3]/Size 2/Root 1 0 R', zeros), Buffer.from('\nendobj\nstartxref\n9\n%%EOF')])],
    ['objects packed into 400 MB', () => file([packed('/Type/ObjStm/N 60000000/First 1', zeros), catalogue], 1)],
    ['more objects in a stream than fit', () => file([packed('/Type/ObjStm/N 60000000/First 1', deflateSync(Buffer.alloc(60_000_000, '1 '))), catalogue], 1)],
    ['a million tables in a row', () => Buffer.from(`%PDF-1.5\n${'xref\n0 1\n'.repeat(1_000_000)} 1 0 obj\nstartxref\n9\n%%EOF`)],
    ['objects that lie within each other', () => withinEachOther()],
    ['30 MB of heads', () => Buffer.from(`%PDF-1.5\n${'/Page/ObjStm stream 1 0 obj['.repeat(1_000_000)}startxref\n9\n%%EOF`)],
    ['30 MB of opening brackets', () => Buffer.from(`%PDF-1.5\n1 0 obj ${'['.repeat(30_000_000)}startxref\n9\n%%EOF`)],
  ])('takes neither time nor memory: %s', (_, make) => {
    const bytes = make()
    const before = process.memoryUsage().rss
    const since = performance.now()
    expect(openingOf(bytes)).toBe('broken')
    expect(performance.now() - since).toBeLessThan(3000)
    expect(process.memoryUsage().rss - before).toBeLessThan(200_000_000)
  })

  /** Pages each of which holds the next one in a string: read one by one they would be read fifty thousand times. */
  function withinEachOther(): Buffer {
    const head = `%PDF-1.4\n2 0 obj\n${catalogue}\nendobj\n3 0 obj\n<</Type/Pages/Kids[${nested.map((_, i) => `${i + 4} 0 R`).join(' ')}]>>\nendobj\n`
    let at = head.length
    const offsets = nested.map(one => [at, (at += one.length)][0]!)
    const body = `${head}${nested.join('')}${')'.repeat(nested.length)}\n`
    const rows = [9, 9 + 15 + catalogue.length + 1, ...offsets].map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`)
    return Buffer.from(`${body}xref\n2 ${rows.length}\n${rows.join('')}trailer\n<</Size ${rows.length + 2}/Root 2 0 R>>\nstartxref\n${body.length}\n%%EOF\n`)
  }
})

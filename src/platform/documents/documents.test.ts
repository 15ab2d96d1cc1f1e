import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DocumentFailure, renderPdf, renderSvg, renderWithPlaces, type DocumentSource } from './compiler.ts'
import { fromMarkdown } from './from-markdown.ts'
import { inWords, ordinal } from './in-words.ts'
import { letterDocument, type Letter } from './letter.ts'
import { drawnCharacters, printable, unprintableIn } from './printable.ts'

const missing = (program: string) => spawnSync(program, ['--version']).error !== undefined
const without = { pdftotext: missing('pdftotext'), qpdf: missing('qpdf') }
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'documents-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const plain = (over: Partial<DocumentSource> = {}): DocumentSource => ({
  source: '#import "/blocks.typ": blocks\n#blocks(data)', data: [], title: 'Percobaan', author: 'Diskominfo', language: 'id', date: new Date('2026-11-21T02:00:00Z'), ...over,
})
const body = (markdown: string) => plain({ data: fromMarkdown(markdown) })

const letter = (over: Partial<Letter> = {}): Letter => ({
  paper: 'a4',
  about: { title: 'Undangan rapat', author: 'Dinas Komunikasi dan Informatika', date: new Date('2026-11-21T02:00:00Z') },
  head: { government: 'PEMERINTAH KABUPATEN TEGAL', unit: 'DINAS KOMUNIKASI DAN INFORMATIKA', address: ['Jalan Dr. Soetomo 1, Slawi'] },
  facts: [{ label: 'Nomor', value: ['000.1.5/123/DISKOMINFO/2026'] }, { label: 'Hal', value: ['Undangan rapat'] }],
  dateline: 'Slawi, 21 November 2026',
  to: ['Yth. Kepala Dinas Kesehatan', 'di Slawi'],
  body: 'Dengan hormat kami mengundang Saudara.',
  signature: { capacity: ['KEPALA DINAS,'], name: 'Dra. SRI WAHYUNINGSIH', below: ['NIP 196805121994032006'] },
  copies: ['Bupati Tegal'],
  verification: { address: 'https://tegalkab.go.id/v/7Q2M', sentence: 'Ditandatangani secara elektronik.' },
  ...over,
})

/** Words of a PDF in reading order, by Poppler. */
function wordsOf(pdf: Buffer): string {
  const file = join(folder, 'read.pdf')
  writeFileSync(file, pdf)
  return spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ')
}

describe('a printed document', () => {
  it('is PDF/A, in the language it says', async () => {
    const pdf = (await renderPdf(body('Isi surat'))).toString('latin1')
    expect(pdf).toMatch(/^%PDF-1\.7/)
    expect(pdf).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(pdf).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(pdf).toContain('/Lang (id)')
  })

  it('has the same bytes for the same input, whatever was printed before', async () => {
    const once = await renderPdf(await letterDocument(letter()))
    await renderPdf(body('# Lain'))
    expect((await renderPdf(await letterDocument(letter()))).equals(once)).toBe(true)
  })

  it('does not read files of the machine, nor of the document before it, nor packages from the network', async () => {
    await expect(renderPdf(plain({ source: '#read("/etc/hostname")' }))).rejects.toThrow(DocumentFailure)
    await expect(renderPdf(plain({ source: '#read("../../../../../../etc/hostname")' }))).rejects.toThrow(DocumentFailure)
    await renderPdf(plain({ source: '#read("/files/rahasia.txt")', files: { 'rahasia.txt': Buffer.from('rahasia') } }))
    await expect(renderPdf(plain({ source: '#read("/files/rahasia.txt")' }))).rejects.toThrow(DocumentFailure)
    await expect(renderPdf(plain({ source: '#import "@preview/cetz:0.2.0": *' }))).rejects.toThrow('imports no packages')
    await expect(renderPdf(plain({ files: { '../letter.typ': Buffer.from('x') } }))).rejects.toThrow(DocumentFailure)
  })

  it('answers a picture it cannot read with a failure, and goes on with the next document', async () => {
    const crest = { bytes: Buffer.from('bukan gambar'), type: 'png' as const, alt: 'Lambang' }
    await expect(renderPdf(await letterDocument(letter({ head: { ...letter().head!, crest } })))).rejects.toThrow(DocumentFailure)
    expect((await renderPdf(body('Lanjut'))).length).toBeGreaterThan(1000)
  })

  it('prints every character it claims to know, upright, bold, italic and both', async () => {
    const all = drawnCharacters()
    expect(all.length).toBeGreaterThan(900)
    const spaced = [{ is: 'text', text: all.join(' ') }]
    const data = [spaced, [{ is: 'strong', of: spaced }], [{ is: 'emph', of: spaced }], [{ is: 'strong', of: [{ is: 'emph', of: spaced }] }]].map(of => ({ is: 'paragraph', of }))
    expect((await renderPdf(plain({ data }))).length).toBeGreaterThan(10_000)
  })

  it('shows a box for what no font has, and says which characters those are', () => {
    expect(printable('Rapat 😀 漢字 \u0007')).toBe('Rapat □ □□ □')
    expect(unprintableIn('Rapat 😀 漢😀')).toEqual(['😀', '漢'])
    expect(printable('a\u202Eb\u200B')).toBe('ab')
  })
})

describe('a letter', () => {
  it.skipIf(without.pdftotext)(`reads as it was written${without.pdftotext ? ' (skipped: needs pdftotext)' : ''}`, async () => {
    const words = wordsOf(await renderPdf(await letterDocument(letter({ secrecy: { text: 'RAHASIA', red: true } }))))
    const order = ['RAHASIA', 'PEMERINTAH KABUPATEN TEGAL', 'DINAS KOMUNIKASI', 'Nomor : 000.1.5/123/DISKOMINFO/2026', 'Yth. Kepala Dinas', 'mengundang Saudara', 'KEPALA DINAS,', 'SRI WAHYUNINGSIH', 'Tembusan: Bupati Tegal', 'Halaman 1 dari 1', 'https://tegalkab.go.id/v/7Q2M']
    expect(order.filter(part => !words.includes(part))).toEqual([])
    expect(order.toSorted((a, b) => words.indexOf(a) - words.indexOf(b))).toEqual(order)
  })

  it('says where the stamp goes, on the page where the signature came to stand', async () => {
    const short = await renderWithPlaces(await letterDocument(letter()))
    expect(short.places).toMatchObject([{ name: 'signature', page: 1 }])
    const [left, bottom, right, top] = short.places[0]!.rect
    expect([right - left, top - bottom].map(Math.round)).toEqual([227, 68])
    expect(left).toBeGreaterThan(210)
    expect(bottom).toBeGreaterThan(85)
    const long = await renderWithPlaces(await letterDocument(letter({ body: 'Satu kalimat yang diulang-ulang beberapa kali supaya panjang. '.repeat(100) })))
    expect(long.places).toMatchObject([{ name: 'signature', page: 2 }])
    expect(long.pages).toBe(2)
  })

  it.skipIf(without.pdftotext)(`never leaves a signature alone on its page${without.pdftotext ? ' (skipped: needs pdftotext)' : ''}`, async () => {
    for (let paragraphs = 14; paragraphs < 26; paragraphs++) {
      const pdf = await renderPdf(await letterDocument(letter({ body: Array.from({ length: paragraphs }, (_, i) => `Paragraf ke-${i + 1}.`).join('\n\n') })))
      const page = wordsOf(pdf).split('\f').find(text => text.includes('KEPALA DINAS,'))
      expect(page).toContain(`Paragraf ke-${paragraphs}.`)
    }
  })

  it.skipIf(without.pdftotext)(`puts a decree together from its parts${without.pdftotext ? ' (skipped: needs pdftotext)' : ''}`, async () => {
    const words = wordsOf(await renderPdf(await letterDocument(letter({
      head: { unit: 'BUPATI TEGAL', address: [] }, title: ['KEPUTUSAN BUPATI TEGAL'], number: 'NOMOR 100.3.3.2/1/2026', regarding: { word: 'TENTANG', subject: 'PEMBENTUKAN TIM', by: 'BUPATI TEGAL,' }, facts: [], dateline: undefined, to: [], body: '', mark: 'KONSEP',
      clauses: [
        { label: 'Menimbang', body: '1. bahwa satu;\n2. bahwa dua;', letters: true },
        { label: 'Menetapkan', body: 'KEPUTUSAN BUPATI.', lead: 'MEMUTUSKAN:' },
        { label: 'Diktum', body: '1. Membentuk tim.\n2. Berlaku sekarang.', ordinals: true },
      ],
      signature: { dated: [{ label: 'Ditetapkan di', value: ['Slawi'] }], capacity: ['BUPATI TEGAL,'], name: 'WIRATMO' },
    }))))
    const order = ['KEPUTUSAN BUPATI TEGAL', 'NOMOR 100', 'TENTANG', 'PEMBENTUKAN TIM', 'Menimbang : a. bahwa satu', 'b. bahwa dua', 'MEMUTUSKAN:', 'Menetapkan : KEPUTUSAN BUPATI.', 'KESATU : Membentuk tim.', 'KEDUA : Berlaku sekarang.', 'Ditetapkan di : Slawi', 'WIRATMO']
    expect(order.filter(part => !words.includes(part)), words).toEqual([])
    expect(order.toSorted((a, b) => words.indexOf(a) - words.indexOf(b))).toEqual(order)
  })

  it('is marked on every page until it is one', async () => {
    const pages = async (mark?: string) => (await renderSvg(await letterDocument(letter({ mark, body: 'Paragraf.\n\n---\n\nParagraf.' })))).match(/rotate\(|matrix\(0\.\d+ -0\.\d+/g)?.length ?? 0
    expect(await pages('KONSEP')).toBe((await pages()) + 2)
  })

  it('fits F4 paper, has titles, attachments and no head', async () => {
    const { pdf, pages } = await renderWithPlaces(await letterDocument(letter({ paper: 'f4', head: undefined, title: ['SURAT TUGAS'], number: 'NOMOR 800/1', attachments: [{ facts: [], title: 'DAFTAR', body: '1. satu' }] })))
    expect(pages).toBe(2)
    expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 595\.27\d* 935\.43/)
  })

  it('can be looked at as a picture from the same source, no page over another', async () => {
    const svg = await renderSvg(await letterDocument(letter({ body: 'Satu.\n\n---\n\nDua.' })))
    expect(svg).toMatch(/^<svg[^>]*><rect [^>]*fill="#fff"\/><path [^>]*>(?!<path)/)
    expect(svg.match(/fill="#fff(?:fff)?"/g)).toHaveLength(1)
  })

  it.skipIf(without.qpdf)(`has nothing qpdf complains about${without.qpdf ? ' (skipped: needs qpdf)' : ''}`, async () => {
    const file = join(folder, 'checked.pdf')
    writeFileSync(file, await renderPdf(await letterDocument(letter())))
    expect(spawnSync('qpdf', ['--check', file], { encoding: 'utf8' }).status).toBe(0)
  })
})

describe('numbers in words', () => {
  it('are said as papers write them', () => {
    expect([0, 1, 11, 12, 20, 21, 100, 101, 250, 1000, 2026].map(inWords)).toEqual(['nol', 'satu', 'sebelas', 'dua belas', 'dua puluh', 'dua puluh satu', 'seratus', 'seratus satu', 'dua ratus lima puluh', 'seribu', 'dua ribu dua puluh enam'])
    expect([1, 2, 11, 23].map(ordinal)).toEqual(['KESATU', 'KEDUA', 'KESEBELAS', 'KEDUA PULUH TIGA'])
  })
})

describe('Markdown of a letter', () => {
  it('keeps headings, marks, lists within lists, tables, links and page breaks', () => {
    expect(fromMarkdown('## Dasar\n\n1. satu\n   1. *dalam*\n2. **dua** ~~tiga~~\n\n| a | b |\n|---|--:|\n| x | [y](https://a.id) |\n\n---\n\nakhir')).toMatchObject([
      { is: 'heading', level: 2 },
      { is: 'list', ordered: true, depth: 0, items: [[{ is: 'paragraph' }, { is: 'list', depth: 1, items: [[{ is: 'paragraph', of: [{ is: 'emph' }] }]] }], [{ of: [{ is: 'strong' }, { is: 'text' }, { is: 'strike' }] }]] },
      { is: 'table', head: 1, align: ['left', 'right'], rows: [{}, [{}, [{ is: 'link', to: 'https://a.id' }]]] },
      { is: 'page' },
      { is: 'paragraph' },
    ])
  })

  it.skipIf(without.pdftotext)(`is never read as Typst, whatever it looks like${without.pdftotext ? ' (skipped: needs pdftotext)' : ''}`, async () => {
    const hostile = ['#panic("x")', '#sys.version', '$x^2$', '@label', '<label>', '// catatan', '\\u{41}', '#read("/given.json")', '= Judul', '"] #evil ["', '#{1+1}', '/* x */', '~a~', "'", '...', '---a']
    const words = wordsOf(await renderPdf(plain({ data: hostile.map(text => ({ is: 'paragraph', of: [{ is: 'text', text }] })) })))
    for (const text of hostile) expect(words).toContain(text)
  })

  it('comes out whatever is typed', async () => {
    const sign = fc.constantFrom(...'#$\\@<>*_`~[](){}"\'/=-+|!&;:.,0123456789 \n\t'.split(''), '```', '1. ', '- ', '> ', '| a |\n|---|\n', '---\n', 'é', '漢', '😀', 'ا', '\u202e', '\u0000', '\ud800', '[a](https://x)', '**', '![](x)', '#let ', '\u0e33', '\u0915\u094d')
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(sign, { maxLength: 80 }).map(parts => parts.join('')))
    await fc.assert(fc.asyncProperty(text, text, async (markdown, name) => {
      const pdf = await renderPdf(await letterDocument(letter({ body: markdown, to: [name], copies: [name], about: { ...letter().about, title: name || '-' } })))
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    }), { numRuns: 150 })
  }, 60_000)

  it.each([
    ['quotes', '>'.repeat(10_000) + ' dalam'], ['lists', Array.from({ length: 10_000 }, (_, i) => `${' '.repeat(Math.min(i, 300) * 2)}- x`).join('\n')], ['marks', '*'.repeat(10_000) + 'a' + '*'.repeat(10_000)],
    ['brackets', '['.repeat(10_000) + ']'.repeat(10_000)], ['levels of quotes and lists', '> - '.repeat(10_000) + 'x'],
  ])('stands 10,000 nested %s', async (_, markdown) => {
    expect((await renderPdf(body(markdown))).length).toBeGreaterThan(1000)
  }, 20_000)

  it('stands a megabyte', async () => {
    const { pages } = await renderWithPlaces(body('Kalimat yang panjang sekali. #$\\@<. '.repeat(1_000_000 / 36).replace(/(.{3000})/g, '$1\n\n')))
    expect(pages).toBeGreaterThan(200)
  }, 60_000)
})

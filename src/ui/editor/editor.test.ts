import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHtml, toPlainText } from '#platform/text/markdown.ts'
import { readMarkdown } from './read.ts'
import { documentToMarkdown, saysTheSame } from './write.ts'

const through = (text: string) => documentToMarkdown(readMarkdown(text))

/** What readers see, apart from where lines of the source broke. */
const seen = (text: string) => toHtml(text).replace(/\s+/g, ' ').trim()

const unspaced = (text: string) => text.replace(/\s+/g, '')
const textOf = (node: JSONContent): string => node.text ?? (node.content ?? []).map(textOf).join('')

const words = fc.array(fc.constantFrom('Dinas', 'P&K', 'jalan', '2*3', 'a_b', '<desa>', 'Rp1.250', '#kita', '1.', '-', '[x]', '`', '\\', '!', '|', '~', '&amp;', 'selesai:', '+', '>', '=', 'lihat https://tegalkab.go.id/a_b ya'), { minLength: 1, maxLength: 6 }).map(list => list.join(' '))

const text = (value: string, ...marks: string[]): JSONContent => ({ type: 'text', text: value, marks: marks.map(type => ({ type })) })
const plainRun = fc.array(fc.oneof(words.map(value => text(value)), fc.constantFrom(text(' tebal ', 'bold'), text(' miring ', 'italic'), text(' dua ', 'bold', 'italic'), text('kode', 'code'), { type: 'text', text: 'tautan', marks: [{ type: 'link', attrs: { href: 'https://contoh.id/(a)' } }] })), { minLength: 1, maxLength: 4 })
const paragraph = plainRun.map(content => ({ type: 'paragraph', content }))
const cell = (type: string) => plainRun.map(content => ({ type, content: [{ type: 'paragraph', content }] }))
const table = fc.tuple(cell('tableHeader'), cell('tableHeader'), cell('tableCell'), cell('tableCell')).map(([a, b, c, d]) => ({ type: 'table', content: [{ type: 'tableRow', content: [a, b] }, { type: 'tableRow', content: [c, d] }] }))
const list = fc.tuple(fc.constantFrom('bulletList', 'orderedList'), fc.array(paragraph, { minLength: 1, maxLength: 3 })).map(([type, items]) => ({ type, content: items.map(item => ({ type: 'listItem', content: [item] })) }))
const block: fc.Arbitrary<JSONContent> = fc.oneof(
  paragraph, list, table,
  plainRun.map(content => ({ type: 'heading', attrs: { level: 2 }, content })),
  fc.array(paragraph, { minLength: 1, maxLength: 2 }).map(content => ({ type: 'blockquote', content })),
  words.map(code => ({ type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text: code }] })),
  fc.constant({ type: 'horizontalRule' }),
)
const written = fc.array(block, { minLength: 1, maxLength: 5 }).map(content => ({ type: 'doc', content }))

describe('what the editor reads and writes', () => {
  it('leaves what readers see as it was, for anything people write with it', () => {
    fc.assert(fc.property(written, document => {
      const markdown = documentToMarkdown(document)
      expect(unspaced(toPlainText(markdown))).toBe(unspaced(textOf(document)))
      expect(seen(through(markdown))).toBe(seen(markdown))
    }), { numRuns: 300 })
  })

  it.each([
    '## Jadwal\n\n1. Senin\n2. Selasa\n   - pagi\n   - siang\n\n> Kutipan **penting** dan *miring*.',
    '| Desa | Jiwa |\n| --- | --- |\n| Kalisapu | 8.214 |',
    'Lihat [laman](https://tegalkab.go.id) dan <https://contoh.id/a_b>.\\\nBaris kedua.',
    '![Peta](/gambar/0199c2f1-0000-7000-8000-000000000000/640.webp)',
    '```sql\nselect 1 < 2\n```\n\n---\n\n~~batal~~ `kode & tanda`',
    'Dinas P&K: 2 * 3, a_b, # bukan judul',
    '\\# bukan judul',
    '',
  ])('keeps %j letter by letter', source => expect(through(source)).toBe(source))

  it('says when a text holds more than it knows', () => {
    for (const source of ['[a][r]\n\n[r]: https://contoh.id/x', '[a](https://contoh.id "judul")']) expect(saysTheSame(source, through(source))).toBe(false)
    for (const source of ['| A |\n| --- |\n| <https://contoh.id/a_b> |', 'Ke www.contoh.id atau surel@contoh.id, 5 &lt; 6', '<surel@contoh.id>']) expect(saysTheSame(source, through(source))).toBe(true)
    expect(saysTheSame('Judul\n===\n\n* a\n* b', through('Judul\n===\n\n* a\n* b'))).toBe(true)
  })
})

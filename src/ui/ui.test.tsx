import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { HtmlValidate } from 'html-validate'
import { transform } from 'lightningcss'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Language, learn, missingTranslations, withLocale } from '#platform/i18n/locale.ts'
import { FrameContext } from '#platform/web/frame.ts'
import { addressWith, currentOf } from './address.ts'
import { addressOf, examples, wholePages } from './examples.ts'
import { buildHeadingFont } from './font.ts'
import { GalleryPage, inGallery } from './gallery/gallery.tsx'
import { sampleFrame } from './gallery/sample.ts'
import { buildStylesheet } from './stylesheet.ts'
import { accentProblem, accentsOf, contrastOf, themeCss } from './theme/theme.ts'
import english from './words.en.ts'

const now = new Date('2026-11-21T03:00:00Z')

function render(language: Language, view: () => VNode): string {
  const frame = { ...sampleFrame, language }
  return withLocale({ language, zone: 'Asia/Jakarta', vocabulary: {}, now }, () =>
    `<!DOCTYPE html>\n${renderToString(<FrameContext.Provider value={frame}>{view()}</FrameContext.Provider>)}`)
}

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-inline-style': 'error',
    'no-implicit-button-type': 'error',
    // the renderer leaves these to the reader of HTML, and they mean the same
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'long-title': 'off',
    // groups of radio buttons and checkboxes share a name
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  },
})

const all = Object.entries(examples).flatMap(([component, list]) => Object.keys(list).map(name => [component, addressOf(name)] as const))

/** Texts the sample frame and the examples bring with them, which their own modules translate. */
const foreign = new Set([
  ...[...sampleFrame.publicMenu, ...sampleFrame.workMenu].flatMap(item => [item.label, item.group ?? '']),
  'Isi nomor surat', 'Tulis angka saja', 'Formulir ini sudah diubah orang lain', 'Pilih unit tujuan', 'Pilih sifat surat',
  'Pilih arahan', 'Pilih satu penanggung jawab di antara penerima.', 'Centang bila keterangannya benar', 'Nama pengguna atau kata sandi tidak cocok',
  'Nama', 'Sifat', 'Biasa', 'Segera', 'Isi', 'Isi (Inggris)', 'Biaya', 'Jumlah', 'Tanggal', 'Letak', 'Foto', 'Dokumen', 'Lainnya', 'Laporan', 'Rincian', 'Uraian', 'Anggaran',
])

beforeAll(() => learn('en', english))

describe('every example', () => {
  it.each(all)('%s / %s is valid in both languages and wholly translated', async (component, example) => {
    for (const language of ['id', 'en'] as const) {
      missingTranslations.clear()
      const html = render(language, () => <GalleryPage component={component} example={example} />)
      const report = await validator.validateString(html)
      expect(report.results.flatMap(r => r.messages).map(m => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)).toEqual([])
      expect([...missingTranslations].filter(text => !foreign.has(text))).toEqual([])
    }
  })

  it('has examples for every component folder that draws something', () => {
    expect(Object.keys(examples).length).toBeGreaterThan(30)
    for (const name of wholePages) expect(examples).toHaveProperty([name])
  })
})

describe('the gallery', () => {
  it('links to each example, and knows what it does not have', () => {
    const html = render('id', () => <GalleryPage />)
    for (const [component, example] of all) expect(html).toContain(`href="/_ui/${component}/${example}"`)
    expect(inGallery({ component: 'data-table', example: 'with-sums' })).toBe(true)
    expect(inGallery({ component: 'data-table', example: 'nothing' })).toBe(false)
    expect(inGallery({ component: 'nothing' })).toBe(false)
  })
})

describe('a page', () => {
  it('carries no inline script or style and writes its token into every form that changes something', () => {
    const html = render('id', () => <GalleryPage component="work-layout" example="form" />)
    expect(html).not.toMatch(/<style|style=|<script(?![^>]* src=)| on[a-z]+=/)
    const posts = html.match(/<form[^>]*method="post"/g) ?? []
    expect(posts.length).toBeGreaterThan(1)
    expect(html.match(/name="_csrf" value="sample"/g)).toHaveLength(posts.length)
  })

  it('leads from each error to its field', () => {
    const html = render('id', () => <GalleryPage component="choice" example="with-errors" />)
    for (const name of ['unit', 'sifat', 'setuju']) {
      expect(html).toContain(`href="#f-${name}"`)
      expect(html).toContain(`id="f-${name}"`)
      expect(html).toContain(`id="f-${name}-error"`)
    }
  })
})

describe('the stylesheet', () => {
  it('fits into 12 KB with the theme, compressed', async () => {
    const css = (await buildStylesheet()) + themeCss(sampleFrame.government)
    expect(gzipSync(css).length).toBeLessThanOrEqual(12 * 1024)
  })

  it('names the font only for readers who do not save data', async () => {
    expect(await buildStylesheet()).toContain('@font-face')
    expect(await buildStylesheet({ font: false })).not.toContain('@font-face')
  })

  it('keeps every rule in a layer, so that a theme and a state always win', async () => {
    const outside: string[] = []
    let depth = 0
    transform({
      filename: 'x.css',
      code: Buffer.from(await buildStylesheet({ font: false })),
      visitor: {
        Rule: rule => { if (rule.type === 'layer-block') depth++; else if (depth === 0 && rule.type === 'style') outside.push('style') },
        RuleExit: { 'layer-block': () => { depth--; return undefined } },
      },
    })
    expect(outside).toEqual([])
  })

  it('has a heading font of at most 10 KB', async () => {
    const font = await buildHeadingFont()
    expect(font.subarray(0, 4).toString()).toBe('wOF2')
    expect(font.length).toBeLessThanOrEqual(10 * 1024)
  })
})

describe('the theme', () => {
  const colour = fc.integer({ min: 0, max: 0xffffff }).map(n => `#${n.toString(16).padStart(6, '0')}`)

  it('gives every accepted accent enough contrast in light and dark', () => {
    const grounds = { light: ['#fbfaf7', '#ffffff', '#f4f1ea'], dark: ['#141513', '#1c1d1b', '#20211e'] }
    fc.assert(fc.property(colour, hex => {
      if (accentProblem(hex)) return
      const accents = accentsOf(hex)
      for (const mode of ['light', 'dark'] as const) {
        const { accent, ink, soft } = accents![mode]
        for (const ground of [...grounds[mode], soft, ink]) expect(contrastOf(accent, ground)).toBeGreaterThanOrEqual(4.5)
      }
    }), { numRuns: 500 })
  })

  it('refuses what cannot be read on paper, and what is no colour', () => {
    expect(accentProblem('#ffe600')).not.toBeNull()
    expect(accentProblem('hijau')).not.toBeNull()
    for (const good of ['#0b5a55', '#7a1f2b', '#1f4f8a', '#000000', '#8a5a00']) expect(accentProblem(good)).toBeNull()
  })

  it('measures contrast as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21)
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  })

  it.each(['kawung', 'parang', 'pucuk-rebung', 'sekomandi'] as const)('draws %s in under 2 KB', pattern => {
    expect(themeCss({ accent: '#0b5a55', pattern }).length).toBeLessThan(2048)
  })
})

describe('addresses of lists', () => {
  it('changes what is asked and starts from the first page again', () => {
    expect(addressWith('/surat?q=a&setelah=9', { urut: '-tenggat' })).toBe('/surat?q=a&urut=-tenggat')
    expect(addressWith('/surat?q=a', { q: null })).toBe('/surat')
  })

  it('knows the page and the part it lies in', () => {
    expect(currentOf('/berita?jenis=x', '/berita')).toBe('page')
    expect(currentOf('/berita/1', '/berita')).toBe('true')
    expect(currentOf('/beritaku', '/berita')).toBeUndefined()
    expect(currentOf('/berita', '/')).toBeUndefined()
  })
})

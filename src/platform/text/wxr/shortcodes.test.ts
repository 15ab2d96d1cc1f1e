import MarkdownIt from 'markdown-it'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toMarkdown, type MarkdownOptions } from '../from-html/html-to-markdown.ts'
import { shortcodes } from './shortcodes.ts'

const read = (html: string, options: MarkdownOptions = {}, attached: number[] = []) => toMarkdown(html, { rewriteText: shortcodes(attached), ...options })
const md = (html: string, options?: MarkdownOptions, attached?: number[]) => read(html, options, attached).markdown

describe('shortcodes', () => {
  it('of the classic editor keep the caption under its picture', () => {
    expect(md('[caption id="x" width="300"]<a href="/b.jpg"><img src="/b-300x200.jpg" alt="B"></a> Di aula[/caption]')).toBe('![B](/b-300x200.jpg)\n\n*Di aula*')
  })

  it('that embed something become links', () => {
    expect(md('[embed]https://youtu.be/x[/embed]')).toBe('<https://youtu.be/x>')
  })

  it('unknown shortcodes go with a finding, words in brackets stay', () => {
    expect(read('[rev_slider alias="x"]Isi [su_box]dalam[/su_box] [Humas] [1]')).toMatchObject({
      markdown: 'Isi dalam \\[Humas] \\[1]', findings: [{ kind: 'shortcode-removed', detail: '[rev_slider alias="x"]' }, { kind: 'shortcode-removed', detail: '[su_box]' }],
    })
  })

  it('galleries ask for their pictures by number', () => {
    expect(md('[gallery ids="3,4"]', { resolveImage: (src: string) => (src === 'source:3' ? { src: '/tiga.jpg', alt: 'Tiga' } : undefined) })).toBe('![Tiga](/tiga.jpg)')
  })

  it('a gallery without numbers shows what is attached to the post', () => {
    expect(md('[gallery]', { resolveImage: src => src }, [3, 4])).toBe('![](source:3)\n\n![](source:4)')
  })

  it('hold nothing that runs, however they are mixed with markup', () => {
    const piece = fc.constantFrom('[caption', ' caption="<b onload=x>"', ']', '[/caption]', '[embed]javascript:x[/embed]', '[video src="javascript:x"]', '[gallery ids="1"]', '[x](javascript:alert(1))', '<p>', '<script>', '"', "'", '<', '>', '&quot;', 'kata ', '\n')
    const renderer = new MarkdownIt({ html: false })
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      const shown = renderer.render(md(pieces.join(''), { resolveImage: src => src }))
      for (const address of shown.matchAll(/(?:href|src)="([^"]*)"/g)) expect(address[1]).not.toMatch(/^\s*(?:javascript|vbscript|data):/i)
      expect(shown.match(/<(?!\/?(?:p|a|img|em|strong|br|code|pre)\b)[a-z]/i)).toBeNull()
    }), { numRuns: 1000 })
  })

  it('cost grows with the length and not with its square', () => {
    const start = process.cpuUsage()
    md('[a b="c"]'.repeat(22_000))
    md('[['.repeat(100_000))
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(8000)
  }, 60_000)
})

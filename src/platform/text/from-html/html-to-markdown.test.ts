import MarkdownIt from 'markdown-it'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from './plain-text.ts'
import { toMarkdown } from './html-to-markdown.ts'

const renderer = new MarkdownIt({ html: false })
const md = (html: string, options = {}) => toMarkdown(html, options).markdown
const kinds = (html: string) => toMarkdown(html).findings.map(finding => finding.kind)

describe('the classic editor, which stores no paragraphs', () => {
  it('blank lines part paragraphs and line ends are kept', () => {
    expect(md('Satu\ndua\n\nTiga <b>empat\n\nlima</b>')).toBe('Satu\\\ndua\n\nTiga **empat**\n\n**lima**')
    expect(md('a<br /><br />b<br />\nc')).toBe('a\n\nb\\\nc')
  })

  it('text that already has paragraphs stays as it is', () => {
    expect(md('<p>Satu\ndua</p>\n\n<p>Tiga</p>')).toBe('Satu dua\n\nTiga')
    expect(md('<p>Satu\ndua</p>', { breaksInParagraphs: true })).toBe('Satu\\\ndua')
    expect(md('<p>Satu<br />\ndua</p>', { breaksInParagraphs: true })).toBe('Satu\\\ndua')
  })

  it('text of the block editor is wrapped freely', () => {
    expect(md('<!-- wp:paragraph {"align":"left"} -->\n<p>Satu\ndua</p>\n<!-- /wp:paragraph -->', { breaksInParagraphs: true })).toBe('Satu dua')
  })
})

describe('structure', () => {
  it('a list inside a paragraph comes after it, as in a browser', () => {
    expect(md('<p>Sepakat: <ul><li>a<ul><li>b</li></ul></li><li>c</li></ul></p>')).toBe('Sepakat:\n\n- a\n  - b\n- c')
  })

  it('items that browsers close by themselves, and numbers that start elsewhere', () => {
    expect(md('<ol start=3><li>a<li>b</ol>')).toBe('3. a\n4. b')
    expect(md('<ul>lepas<li>a</li><ul><li>dalam</li></ul></ul>')).toBe('- lepas\n- a\n  - dalam')
  })

  it('tables keep their cells, with spans flattened and lists in one line', () => {
    expect(md('<table><tr><th>A</th><th>B</th></tr><tr><td colspan=2>x|y</td></tr></table>')).toBe('| A | B |\n| --- | --- |\n| x\\|y |  |')
    expect(md('<table><tr><td rowspan=2>a</td><td><ul><li>1</li><li>2</li></ul></td></tr><tr><td>b</td></tr></table>')).toBe('| a | 1; 2 |\n| --- | --- |\n|  | b |')
  })

  it('a table that only arranges the page becomes text', () => {
    expect(md('<table><tr><td><h2>Judul</h2><p>Isi</p></td></tr></table>')).toBe('## Judul\n\nIsi')
  })

  it('headings begin at the second level and do not repeat the title', () => {
    expect(md('<h1>A</h1><h3>B</h3>')).toBe('## A\n\n#### B')
    expect(md('<h4>A</h4><h6>B</h6>')).toBe('## A\n\n#### B')
    expect(md('<h2>Visi &amp; Misi</h2><p>Isi</p>', { title: 'Visi & Misi' })).toBe('Isi')
  })

  it('pictures keep their words and caption', () => {
    expect(toMarkdown('<figure><img src="/a.jpg" alt="Bupati"><figcaption>Rapat <em>pagi</em></figcaption></figure>')).toMatchObject({
      markdown: '![Bupati](/a.jpg)\n\n*Rapat pagi*', images: [{ src: '/a.jpg', alt: 'Bupati' }],
    })
  })

  it('code and quotes', () => {
    expect(md('<pre><code class="language-js">a &lt; b\n\n```\n</code></pre>')).toBe('````js\na < b\n\n```\n````')
    expect(md('<blockquote>Satu\n\ndua</blockquote><hr>')).toBe('> Satu\n>\n> dua\n\n---')
  })

  it('spaces and punctuation leave bold text where Markdown could not read it', () => {
    expect(md('<p>a<b> b </b>c <strong>Waktu:</strong>pagi <i></i></p>')).toBe('a **b** c **Waktu**:pagi')
  })

  it('words are escaped only where they would mean something', () => {
    expect(md('<p>1. a_b 2*3 [Humas] &lt;b&gt; <br># x & y, https://a.b/c_d e@f.id</p>')).toBe('1\\. a_b 2\\*3 \\[Humas] \\<b>\\\n\\# x & y, https://a.b/c_d e@f.id')
  })
})

describe('what must not come along', () => {
  it('scripts and styles go with what they hold', () => {
    const { markdown, findings } = toMarkdown('<p onclick="x()" style="color:red">a<script>alert("<p>x</p>")</script></p><style>p{}</style><script>selesai')
    expect(markdown).toBe('a')
    expect(findings.map(finding => finding.kind)).toEqual(['script-removed', 'style-removed', 'script-removed'])
  })

  it('a script whose tags were already stripped stays, and is pointed out', () => {
    expect(toMarkdown('alert("x")<p>Paragraf</p>')).toMatchObject({ markdown: 'alert("x")\n\nParagraf', opening: 'Paragraf', findings: [{ kind: 'looks-like-code', detail: 'alert("x")' }] })
    expect(kinds('<p>Alert Bupati (2020) dan kegiatan {x: y}</p>')).toEqual([])
  })

  it('addresses that run something are dropped, however they are hidden', () => {
    for (const href of ['javascript:alert(1)', ' JaVa\tScript:alert(1)', 'java&#10;script:x', '&#106;avascript:x', 'data:text/html,x', 'vbscript:x', '\u0001javascript:x']) {
      expect(toMarkdown(`<a href="${href}">kata</a>`)).toMatchObject({ markdown: 'kata', findings: [{ kind: 'link-dropped' }] })
    }
    expect(md('<a href="/a b(1)">x</a> <a href="mailto:a@b.id">y</a>')).toBe('[x](/a%20b%281%29) [y](mailto:a@b.id)')
  })

  it('embeds become links', () => {
    expect(toMarkdown('<iframe src="//www.youtube.com/embed/abcdef12345"></iframe>')).toMatchObject({ markdown: '<https://www.youtube.com/watch?v=abcdef12345>', findings: [{ kind: 'embed-to-link' }] })
    expect(md('<object data="https://a.id/x.pdf"><embed src="https://a.id/x.pdf"></object>')).toBe('<https://a.id/x.pdf>')
  })

  it('links hidden by intruders go', () => {
    expect(toMarkdown('<p>a</p><div style="display:none"><a href="https://x">slot gacor</a></div><p>b</p>')).toMatchObject({ markdown: 'a\n\nb', findings: [{ kind: 'hidden-removed', detail: 'slot gacor' }] })
    expect(md('<div style="display:none">tak pernah ditutup')).toBe('tak pernah ditutup')
  })

  it('debris of Word goes, its words stay', () => {
    const word = '<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><p class="MsoNormal" style="mso-margin:0"><span lang="IN"><o:p>&nbsp;</o:p></span></p><p class="MsoNormal">Rapat&nbsp;&nbsp; <st1:City w:st="on">Slawi</st1:City><o:p></o:p></p>'
    expect(md(word)).toBe('Rapat Slawi')
  })
})

describe('hostile pages', () => {
  const tag = fc.constantFrom('script', 'style', 'p', 'b', 'i', 'a', 'div', 'ul', 'li', 'table', 'tr', 'td', 'svg', 'math', 'template', 'iframe', 'form', 'pre', 'code', 'blockquote', 'h1', 'img', 'noscript', 'select', 'textarea', 'title', 'xmp', 'plaintext', 'figure')
  const attribute = fc.constantFrom(' onerror=alert(1)', ' href="javascript:alert(1)"', " href='java\nscript:x'", ' src=x onload=y', ' style="x:expression(1)"', ' href="https://a.id/)<script>"', ' src="data:text/html,<script>"', ' class="language-`<script>"', ' alt="](javascript:x)"', ' title=">', ' colspan=99999', ' hidden')
  const piece = fc.oneof(
    fc.tuple(tag, fc.array(attribute, { maxLength: 3 })).map(([name, attributes]) => `<${name}${attributes.join('')}>`),
    tag.map(name => `</${name}>`),
    fc.constantFrom('<!--', '-->', '<![CDATA[', ']]>', '&lt;script&gt;', '&#60;img src=x onerror=y&#62;', '[x](javascript:alert(1))', '![', '](', '`', '```\n', '    ', '\n\n', '\n', '<', '>', '&', '\\', '|', '* ', '# ', '1. ', '[a]: javascript:x', '<javascript:alert(1)>', '&amp;lt;', '\0'),
    fc.string({ maxLength: 12, unit: 'grapheme' }),
  )
  const page = fc.array(piece, { maxLength: 40 }).map(pieces => pieces.join(''))
  const allowed = /^<\/?(?:p|h[2-6]|ul|ol|li|a|img|br|hr|strong|em|s|code|pre|blockquote|table|thead|tbody|tr|th|td)(?: (?:href|src|alt|class|start|style)="[^"<>]*")*>$/

  it('give nothing but plain elements when their Markdown is shown', () => {
    fc.assert(fc.property(page, html => {
      const shown = renderer.render(toMarkdown(html).markdown)
      for (const element of shown.match(/<[^>]*>/g) ?? []) expect(element).toMatch(allowed)
      for (const address of shown.matchAll(/(?:href|src)="([^"]*)"/g)) expect(address[1]).not.toMatch(/^\s*(?:javascript|vbscript|data):/i)
    }), { numRuns: 1500 })
  })

  it('keep every word of plain text exactly', () => {
    const words = fc.stringMatching(/^[ -~]{1,60}$/)
    fc.assert(fc.property(words, text => {
      const html = `<p>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`
      expect(plainText(renderer.render(md(html)))).toBe(text.trim().replace(/\s+/g, ' '))
    }), { numRuns: 3000 })
  })

  it('a page nested ten thousand deep is flattened, with every word', () => {
    for (const name of ['div', 'b', 'ul', 'blockquote', 'table', 'span', 'em><strong', 'ul><li', 'table><tr><td']) {
      const { markdown } = toMarkdown(`<${name}>x`.replace('>x', '> kata ').repeat(10_000))
      expect(markdown.match(/kata/g)).toHaveLength(10_000)
    }
    expect(kinds('<div>x'.repeat(10_000))).toContain('too-deep')
  })

  it('cost grows with the length and not with its square', () => {
    const time = (html: string) => {
      const start = process.cpuUsage()
      toMarkdown(html)
      const { user, system } = process.cpuUsage(start)
      return (user + system) / 1000
    }
    for (const piece of ['<p>kata <b>tebal</b> <a href="/x">y</a></p>\n', '<li>x', '<table>x<br>', '<a href=x>y', 'a\n', '<td rowspan=999 colspan=40>x', '<div style="display:none">x', '<![', '[[', '<svg>']) {
      time(piece.repeat(1000))
      expect(time(piece.repeat(Math.ceil(200_000 / piece.length)))).toBeLessThan(4000)
    }
  }, 60_000)
})

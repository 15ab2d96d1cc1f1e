import type { Findings } from './findings.ts'
import { htmlTokens, type Attributes } from './html-tokens.ts'

const DEPTH = 100

/** Tags the document keeps, under the one name the writer knows them by. Everything else is unwrapped. */
const KEPT = new Map(
  Object.entries({
    p: 'p', h1: 'h1', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h5', h6: 'h6', div: 'div', section: 'div', article: 'div', main: 'div',
    header: 'div', footer: 'div', aside: 'div', nav: 'div', center: 'div', address: 'div', details: 'div', summary: 'p', fieldset: 'div',
    ul: 'ul', menu: 'ul', dir: 'ul', ol: 'ol', li: 'li', dl: 'dl', dt: 'dt', dd: 'dd', blockquote: 'blockquote', pre: 'pre', listing: 'pre',
    strong: 'strong', b: 'strong', em: 'em', i: 'em', cite: 'em', var: 'em', dfn: 'em', del: 'del', s: 'del', strike: 'del',
    code: 'code', kbd: 'code', samp: 'code', tt: 'code', a: 'a', sup: 'sup', sub: 'sub', q: 'q', figure: 'figure', figcaption: 'figcaption',
    table: 'table', caption: 'caption', thead: 'thead', tbody: 'tbody', tfoot: 'tfoot', tr: 'tr', td: 'td', th: 'th',
  }),
)
const INLINE = new Set(['strong', 'em', 'del', 'code', 'a', 'sup', 'sub', 'q', 'span'])
const TABLE_OUTER = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
const TABLE_INNER = new Set(['caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'])
const DROPPED_WHOLE = new Set(['svg', 'math', 'template', 'noscript', 'canvas', 'select', 'datalist', 'map'])
const ALLOWED: Record<string, readonly string[]> = {
  a: ['href'], td: ['colspan', 'rowspan'], th: ['colspan', 'rowspan'], ol: ['start'], code: ['class'], pre: ['class'], figure: ['data-caption'],
}
/** What an opening tag closes by itself, and what it does not look beyond. */
const IMPLIED: Record<string, { closes: readonly string[]; within: readonly string[] }> = {
  li: { closes: ['li'], within: ['ul', 'ol', 'table'] },
  dt: { closes: ['dt', 'dd'], within: ['dl', 'table'] },
  dd: { closes: ['dt', 'dd'], within: ['dl', 'table'] },
  td: { closes: ['td', 'th'], within: ['table'] },
  th: { closes: ['td', 'th'], within: ['table'] },
  tr: { closes: ['tr'], within: ['table'] },
  thead: { closes: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] },
  tbody: { closes: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] },
  tfoot: { closes: ['thead', 'tbody', 'tfoot', 'caption'], within: ['table'] },
}
const HIDING = /display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}|font-size\s*:\s*0(?![.\d])/i

/** A real parser's tree is large: it gets this many characters at a time, cut between blocks, and later anywhere. */
const PART = 64_000
const LARGEST_PART = 256_000

/** No article has more tags; what comes after keeps its words only. */
const TAGS = 100_000

/**
 * Reads what another system writes between tags (shortcodes) as HTML: given a whole document, answers how each piece of its text is
 * rewritten. A classic caption becomes `<figure data-caption="…">` … `</figure>`.
 */
export type TextRewriting = (document: string, findings: Findings) => (text: string) => string

export interface BoundedHtml {
  /** Pieces that are each parsed by themselves. */
  parts: string[]
  /** Written with the block editor: line breaks in the text mean nothing. */
  blocks: boolean
}

/**
 * Reduces HTML of any origin to known tags and attributes at a bounded depth, so that a real parser takes it in linear time.
 * Scripts, styles, forms, embeds and hidden parts leave here, each with a finding.
 */
export function boundedHtml(source: string, rewrite: ((text: string) => string) | undefined, findings: Findings): BoundedHtml {
  const parts: string[] = []
  let out: string[] = []
  let size = 0
  let tags = 0
  const stack: { name: string; out: string; tag: string }[] = []
  const overflow = new Map<string, number>()
  const lower = source.toLowerCase()
  const endings = new Map<string, number>()
  let blocks = false
  let lastEmbed = ''
  const top = () => stack.findLast(entry => entry.out !== '')
  const inside = (name: string) => stack.some(entry => entry.out === name)

  /** Ends a part; what is still open is opened again in the next, so at worst a very long list becomes two. */
  function cut(): void {
    const between = stack.every(entry => entry.tag === '<div>' || entry.out === '')
    if (size < (between ? PART : LARGEST_PART)) return
    parts.push(out.join(''))
    out = stack.map(entry => entry.tag)
    size = 0
  }

  /** Whether an element is closed at all; one that is not would swallow the rest of the page. */
  function isClosed(name: string): boolean {
    if (!endings.has(name)) endings.set(name, lower.lastIndexOf(`</${name}`))
    return (endings.get(name) ?? -1) >= 0
  }

  function embed(address: string | undefined): void {
    const clean = address?.trim() ?? ''
    if (clean === '' || clean === lastEmbed) return
    lastEmbed = clean
    if (!/^(?:https?:)?\/\//i.test(clean)) return findings.add('link-dropped', clean)
    findings.add('embed-to-link', clean)
    out.push(embedLink(clean))
  }

  /** Forgets what an opening tag closes by itself, so that unclosed paragraphs and items do not count as depth. */
  function implied(name: string): void {
    if (!INLINE.has(name)) {
      if (stack.at(-1)?.out === 'p') stack.pop()
      if (/^h\d$/.test(name) && /^h\d$/.test(stack.at(-1)?.out ?? '')) stack.pop()
    }
    const rule = IMPLIED[name]
    for (let at = stack.length - 1; rule && at >= 0; at--) {
      const here = stack[at]?.out ?? ''
      if (rule.closes.includes(here)) stack.length = at
      if (rule.within.includes(here) || rule.closes.includes(here)) return
    }
    const anchor = name === 'a' ? stack.findLastIndex(entry => entry.out === 'a') : -1
    if (anchor >= 0) stack.splice(anchor, 1)
  }

  /** Loose content between rows would be moved in front of the table, at a cost that grows with its square. */
  function intoCell(): void {
    if (!TABLE_OUTER.has(top()?.out ?? '')) return
    out.push('<td>')
    stack.push({ name: 'td', out: 'td', tag: '<td>' })
  }

  function open(source: string, name: string, attributes: Attributes): void {
    if (!TABLE_INNER.has(name)) intoCell()
    else if (!inside('table')) {
      out.push(' ')
      return
    }
    if (stack.length >= DEPTH) implied(name)
    if (stack.length >= DEPTH) {
      findings.add('too-deep', `<${name}>`)
      overflow.set(source, (overflow.get(source) ?? 0) + 1)
      out.push(' ')
      return
    }
    implied(name)
    const hides = attributes.has('hidden') || HIDING.test(attributes.get('style') ?? '')
    const kept = (ALLOWED[name] ?? []).filter(key => attributes.has(key)).map(key => ` ${key}="${(attributes.get(key) ?? '').replace(/"/g, '&quot;')}"`)
    if (hides && isClosed(source)) kept.push(' hidden')
    const tag = `<${name}${kept.join('')}>`
    cut()
    out.push(tag)
    size += tag.length
    stack.push({ name: source, out: name, tag })
  }

  function close(source: string): void {
    const beyond = overflow.get(source) ?? 0
    if (beyond > 0) {
      overflow.set(source, beyond - 1)
      out.push(INLINE.has(KEPT.get(source) ?? 'span') ? '' : ' ')
      return
    }
    for (let at = stack.length - 1; at >= 0; at--) {
      const here = stack[at]
      if (here?.name === source) {
        out.push(here.out ? `</${here.out}>` : '')
        // A browser keeps blocks open when a format around them ends.
        if (INLINE.has(here.out) || here.out === '') stack.splice(at, 1)
        else stack.length = at
        return
      }
      if (source !== 'table' && !TABLE_INNER.has(source) && (here?.out === 'td' || here?.out === 'th' || here?.out === 'table')) return
    }
  }

  for (const token of htmlTokens(source)) {
    if (token.kind === 'open' && ++tags >= TAGS) {
      if (tags === TAGS) findings.add('too-deep', `> ${TAGS} <…>`)
      out.push(' ')
    } else if (token.kind === 'text') {
      const text = !rewrite || inside('pre') || inside('code') ? token.text : rewrite(token.text)
      if (text.includes('<figure') || text.includes('</figure')) {
        for (const part of text.split(/(<\/?figure[^>]*>)/)) {
          if (part === '</figure>') close('figure')
          else if (part.startsWith('<figure')) open('figure', 'figure', new Map([['data-caption', part.slice(22, -2)]]))
          else if (part) out.push(part)
        }
        continue
      }
      if (text.trim() !== '') intoCell()
      for (const piece of pieces(text)) {
        cut()
        out.push(piece)
        size += piece.length
      }
    } else if (token.kind === 'comment') {
      if (/^\s*\/?wp:/.test(token.text)) blocks = true
    } else if (token.kind === 'close') {
      if (token.name === 'br') out.push('<br>')
      else close(token.name)
    } else if (token.kind === 'raw') {
      if (token.name === 'script') findings.add('script-removed', token.content || (token.attributes.get('src') ?? ''))
      else if (token.name === 'style') findings.add('style-removed', token.content)
      else if (token.name === 'iframe') {
        intoCell()
        embed([token.attributes.get('src'), token.attributes.get('data-src')].find(address => address && address !== 'about:blank'))
      }
    } else {
      const { name, attributes } = token
      const kept = KEPT.get(name)
      if (name === 'img') {
        intoCell()
        out.push(image(attributes))
        size += 100
        cut()
      } else if (name === 'br' || name === 'hr') {
        intoCell()
        if (name === 'hr') implied('hr')
        out.push(`<${name}>`)
        size += 4
        cut()
      } else if (name === 'embed' || name === 'object' || name === 'source' || name === 'video' || name === 'audio') {
        const address = attributes.get(name === 'object' ? 'data' : 'src')
        if (address && !(name === 'source' && attributes.has('srcset'))) embed(address)
      } else if (name === 'form') {
        findings.add('form-removed', attributes.get('action') ?? '')
        if (/^https?:\/\//i.test(attributes.get('action') ?? '')) embed(attributes.get('action'))
      } else if (DROPPED_WHOLE.has(name)) {
        if (!token.selfClosing && isClosed(name)) open(name, 'span', new Map([['hidden', '']]))
      } else if (kept) {
        if (kept === 'code' && !stack.length) intoCell()
        open(name, isLayout(name, attributes) ? 'span' : kept, attributes)
      } else if (name === 'span' || name === 'font') {
        const style = attributes.get('style') ?? ''
        if (HIDING.test(style)) open(name, 'span', attributes)
        else if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style)) open(name, 'strong', attributes)
        else if (/font-style\s*:\s*italic/i.test(style)) open(name, 'em', attributes)
        else if (stack.length < DEPTH) stack.push({ name, out: '', tag: '' })
      }
    }
  }
  parts.push(out.join(''))
  return { parts, blocks }
}

/** A link that stands where something foreign was shown. */
export function embedLink(address: string): string {
  const watch = /^(?:https?:)?\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(address)
  const href = watch ? `https://www.youtube.com/watch?v=${watch[1]}` : address.replace(/^\/\//, 'https://')
  const safe = href.replace(/"/g, '&quot;').replace(/</g, '&lt;')
  return `\n\n<a href="${safe}">${safe.replace(/>/g, '&gt;')}</a>\n\n`
}

/** Long text in pieces that end where a paragraph does, or at least a word. */
function* pieces(text: string): Generator<string> {
  let at = 0
  while (text.length - at > PART) {
    const paragraph = text.lastIndexOf('\n\n', at + PART)
    const word = text.lastIndexOf(' ', at + LARGEST_PART)
    const end = paragraph > at ? paragraph + 2 : word > at ? word + 1 : at + LARGEST_PART
    yield text.slice(at, end)
    at = end
  }
  yield text.slice(at)
}

/** Google Docs wraps whole documents in `<b style="font-weight:normal">`. */
const isLayout = (name: string, attributes: Attributes): boolean => (name === 'b' || name === 'i') && /font-(?:weight|style)\s*:\s*normal/i.test(attributes.get('style') ?? '')

/** Lazy loading keeps the real address beside a placeholder; counters of visits are one pixel wide. */
function image(attributes: Attributes): string {
  if (attributes.get('width') === '1' || attributes.get('height') === '1') return ''
  const lazy = ['data-src', 'data-lazy-src', 'data-original'].map(key => attributes.get(key)).find(Boolean)
  const own = attributes.get('src') ?? ''
  const src = lazy && (own === '' || own.startsWith('data:')) ? lazy : own
  const text = (value: string) => value.replace(/"/g, '&quot;')
  return `<img src="${text(src)}" alt="${text(attributes.get('alt') ?? '')}">`
}

import MarkdownIt from 'markdown-it'

/** Nesting beyond this is shown as text; it keeps a hostile document from costing time or stack. */
const deepest = 30

const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false, breaks: false, maxNesting: deepest })
  .enable(['table', 'strikethrough'])
  // Only our own addresses, the web and mail: no scripts, no data.
markdown.validateLink = url => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url.trim())

// The page's title is the only h1.
markdown.core.ruler.push('heading-levels', state => {
  const shallowest = Math.min(...state.tokens.filter(t => t.type === 'heading_open').map(t => Number(t.tag[1])), 7)
  const shift = shallowest < 2 ? 1 : 0
  for (const token of state.tokens) if (token.type.startsWith('heading_')) token.tag = `h${Math.min(6, Number(token.tag[1]) + shift)}`
})

const defaultLink = markdown.renderer.rules.link_open ?? ((tokens, i, options, _env, self) => self.renderToken(tokens, i, options))
markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
  const href = String(tokens[i]!.attrGet('href') ?? '')
  if (/^https?:/i.test(href)) tokens[i]!.attrSet('rel', 'noopener nofollow ugc')
  return defaultLink(tokens, i, options, env, self)
}

// A picture from elsewhere would tell that place who reads us, and may weigh anything: it becomes a link.
markdown.renderer.rules.image = (tokens, i) => {
  const src = String(tokens[i]!.attrGet('src') ?? '')
  const alt = markdown.utils.escapeHtml(tokens[i]!.content)
  if (/^\/gambar\/[0-9a-f-]{36}\/[\w.-]+$/.test(src)) return `<img src="${src}" alt="${alt}" loading="lazy" decoding="async">`
  return /^(https?:\/\/|\/(?!\/))/i.test(src) ? `<a href="${markdown.utils.escapeHtml(src)}" rel="noopener nofollow ugc">${alt || markdown.utils.escapeHtml(src)}</a>` : alt
}

// A wide table scrolls within itself, reachable by keyboard.
markdown.renderer.rules.table_open = () => '<div class="table-scroll" tabindex="0" role="region" aria-label="Tabel"><table>'
markdown.renderer.rules.table_close = () => '</table></div>'

/** Markdown to HTML that needs no further cleaning: raw HTML in it is shown as text. */
export const toHtml = (text: string): string => markdown.render(text)

/** Its words without marks, for search and summaries. */
export function toPlainText(text: string): string {
  const parts: string[] = []
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'inline') parts.push((token.children ?? []).map(child => (child.type === 'softbreak' || child.type === 'hardbreak' ? ' ' : child.content)).join(''))
    else if (token.type === 'fence' || token.type === 'code_block') parts.push(token.content)
  }
  return parts.join('\n')
}

/** Addresses a text links to, in order, each once. */
export function linksOf(text: string): string[] {
  const found = new Set<string>()
  for (const token of markdown.parse(text, {}))
    for (const child of token.children ?? []) {
      const href = child.type === 'link_open' ? child.attrGet('href') : child.type === 'image' ? child.attrGet('src') : null
      if (href) found.add(String(href))
    }
  return [...found]
}

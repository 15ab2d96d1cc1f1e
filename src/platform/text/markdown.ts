import MarkdownIt from 'markdown-it'
import { t } from '../i18n/locale.ts'

/** Nesting beyond this is not drawn; it keeps a hostile document from costing time or stack. */
const deepest = 30

const markdown = new MarkdownIt('default', { html: false, linkify: true, typographer: false, breaks: false, maxNesting: deepest })
  .enable(['table', 'strikethrough'])
  // Only our own addresses, the web and mail: no scripts, no data.
markdown.validateLink = url => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(url.trim())

// The page's title is the only h1, and no level is skipped below it, whatever marks were typed.
markdown.core.ruler.push('heading-levels', state => {
  const shallowest = Math.min(...state.tokens.filter(token => token.type === 'heading_open').map(token => Number(token.tag[1])), 7)
  const shift = shallowest < 2 ? 1 : 0
  let level = 1
  for (const token of state.tokens) {
    if (token.type === 'heading_open') level = Math.min(6, Number(token.tag[1]) + shift, level + 1)
    if (token.type.startsWith('heading_')) token.tag = `h${level}`
  }
})

// Columns of numbers are aligned by a class: the content security policy forbids inline styles.
markdown.core.ruler.push('column-alignment', state => {
  for (const token of state.tokens) {
    if (token.type !== 'th_open' && token.type !== 'td_open') continue
    const alignment = /right|center/.exec(String(token.attrGet('style') ?? ''))?.[0]
    token.attrs = alignment ? [['class', `align-${alignment}`]] : null
  }
})

// Markdown has no table without headings; empty ones stand for none, as on paper.
markdown.core.ruler.push('headless-tables', state => {
  const { tokens } = state
  for (let begin = tokens.findIndex(({ type }) => type === 'thead_open'); begin >= 0; begin = tokens.findIndex(({ type }, i) => i > begin && type === 'thead_open')) {
    const end = tokens.findIndex(({ type }, i) => i > begin && type === 'thead_close')
    // A table of nothing but empty headings stays, to be seen and removed.
    if (tokens[end + 1]?.type === 'tbody_open' && tokens.slice(begin, end).every(({ type, content }) => type !== 'inline' || content.trim() === '')) tokens.splice(begin, end - begin + 1)
  }
})

/** What one rendering brings and remembers. */
interface Rendering {
  link?: (href: string) => string
  tables?: number
}

const defaultLink = markdown.renderer.rules.link_open ?? ((tokens, i, options, _env, self) => self.renderToken(tokens, i, options))
markdown.renderer.rules.link_open = (tokens, i, options, env, self) => {
  const written = String(tokens[i]!.attrGet('href') ?? '')
  const href = (env as Rendering).link?.(written) ?? written
  if (href !== written) tokens[i]!.attrSet('href', href)
  if (/^https?:/i.test(written)) tokens[i]!.attrSet('rel', 'noopener nofollow ugc')
  return defaultLink(tokens, i, options, env, self)
}

// A picture from elsewhere would tell that place who reads us, and may weigh anything: it becomes a link.
markdown.renderer.rules.image = (tokens, i, _options, env) => {
  const written = String(tokens[i]!.attrGet('src') ?? '')
  const src = (env as Rendering).link?.(written) ?? written
  const alt = markdown.utils.escapeHtml(tokens[i]!.content)
  if (/^\/gambar\/[0-9a-f-]{36}\/[\w.-]+$/.test(written)) return `<img src="${markdown.utils.escapeHtml(src)}" alt="${alt}" loading="lazy" decoding="async">`
  return /^(https?:\/\/|\/(?!\/))/i.test(src) ? `<a href="${markdown.utils.escapeHtml(src)}" rel="noopener nofollow ugc">${alt || markdown.utils.escapeHtml(src)}</a>` : alt
}

// A wide table scrolls within itself, reachable by keyboard.
markdown.renderer.rules.table_open = (_tokens, _i, _options, env) => {
  const rendering = env as Rendering
  rendering.tables = (rendering.tables ?? 0) + 1
  return `<section class="table-scroll" tabindex="0" aria-label="${t('Tabel')} ${rendering.tables}"><table>`
}
markdown.renderer.rules.table_close = () => '</table></section>'

/**
 * Markdown to HTML that needs no further cleaning: raw HTML in it is shown as text.
 * `link` may lead its links and our own pictures elsewhere, e.g. into a site.
 */
export const toHtml = (text: string, { link }: { link?: (href: string) => string } = {}): string => markdown.render(text, { link } satisfies Rendering)

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

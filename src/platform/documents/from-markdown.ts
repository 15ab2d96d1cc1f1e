import MarkdownIt from 'markdown-it'

type Token = ReturnType<typeof markdown.parse>[number]

/** A run of text, or a group of runs with one mark. */
export type Inline =
  | { is: 'text'; text: string }
  | { is: 'strong' | 'emph' | 'strike'; of: Inline[] }
  | { is: 'link'; to: string; of: Inline[] }
  | { is: 'break' }

/** A part of a body, drawn by `/blocks.typ`. */
export type Block =
  | { is: 'paragraph'; of: Inline[] }
  | { is: 'heading'; level: number; of: Inline[] }
  | { is: 'list'; ordered: boolean; start: number; depth: number; items: Block[][] }
  | { is: 'quote'; of: Block[] }
  | { is: 'table'; align: ('left' | 'center' | 'right')[]; rows: Inline[][][]; head: number }
  | { is: 'code'; lines: string[] }
  | { is: 'page' }

/** Levels that are drawn inside one another; what lies deeper is drawn at the deepest, so that nothing is lost. */
const deepest = 6

const markdown = new MarkdownIt('default', { html: false, linkify: false, typographer: false, breaks: false, maxNesting: 200 })
// Only addresses a reader of paper could type become links.
markdown.validateLink = url => /^(https?:\/\/|mailto:)/i.test(url.trim())

/**
 * Markdown of a letter as data for a document: text stays text, whatever it looks like to Typst. A horizontal rule
 * begins a new page; ordered lists are numbered 1., a., 1), a) by depth; a table whose headings are empty is drawn
 * without lines; pictures leave their description.
 */
export function fromMarkdown(text: string): Block[] {
  const found = new Reading(markdown.parse(text, {})).blocks('', 0)
  const written = (block: Block) => block.is !== 'page'
  return found.slice(0, found.findLastIndex(written) + 1)
}

/** The same with its lists one level deeper: numbered a., b. instead of 1., 2. */
export const lettered = (blocks: readonly Block[]): Block[] =>
  blocks.map(block => (block.is === 'list' ? { ...block, depth: block.depth + 1, items: block.items.map(lettered) } : block))

/** A word no line can hold may be broken; PDF/A allows none beyond 32,767 signs. */
const breakable = (text: string) => text.replace(/\S{100}(?=\S)/g, '$&\u00ad')

class Reading {
  private readonly tokens: Token[]
  private at = 0
  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  /** Reads blocks up to the token that closes them. */
  blocks(close: string, depth: number): Block[] {
    const found: Block[] = []
    for (let token = this.next(); token && token.type !== close; token = this.next()) found.push(...this.block(token, depth))
    return found
  }

  private next(): Token | undefined {
    return this.tokens[this.at++]
  }

  private block(token: Token, depth: number): Block[] {
    switch (token.type) {
      case 'paragraph_open': return [{ is: 'paragraph', of: this.line('paragraph_close') }]
      case 'heading_open': return [{ is: 'heading', level: Math.min(Number(token.tag[1]), 3), of: this.line('heading_close') }]
      case 'bullet_list_open': return this.list('bullet_list_close', token, depth)
      case 'ordered_list_open': return this.list('ordered_list_close', token, depth)
      case 'blockquote_open': {
        const of = this.blocks('blockquote_close', depth + 1)
        return depth < deepest ? [{ is: 'quote', of }] : of
      }
      case 'table_open': return [this.table()]
      case 'fence':
      case 'code_block': return [{ is: 'code', lines: breakable(token.content).replace(/\n$/, '').split('\n') }]
      // Only the page itself can be broken, not a list.
      case 'hr': return depth === 0 ? [{ is: 'page' }] : []
      default: return []
    }
  }

  private line(close: string): Inline[] {
    let of: Inline[] = []
    for (let token = this.next(); token && token.type !== close; token = this.next()) if (token.type === 'inline') of = inlines(token.children ?? [])
    return of
  }

  private list(close: string, opening: Token, depth: number): Block[] {
    const items: Block[][] = []
    for (let token = this.next(); token && token.type !== close; token = this.next())
      if (token.type === 'list_item_open') items.push(this.blocks('list_item_close', depth + 1))
    if (depth >= deepest) return items.flat()
    const start = Number(opening.attrGet('start') ?? 1)
    return [{ is: 'list', ordered: close.startsWith('ordered'), start, depth, items }]
  }

  private table(): Block {
    const rows: Inline[][][] = []
    const align: ('left' | 'center' | 'right')[] = []
    let head = 0
    for (let token = this.next(); token && token.type !== 'table_close'; token = this.next()) {
      if (token.type === 'tr_open') rows.push([])
      if (token.type === 'thead_close') head = rows.length
      if (token.type === 'th_open' || token.type === 'td_open') {
        if (token.type === 'th_open') align.push(alignment(token))
        rows.at(-1)?.push(this.line(token.type.replace('open', 'close')))
      }
    }
    // Markdown has no table without headings; empty ones stand for none.
    if (rows[0]?.every(cell => cell.length === 0)) return { is: 'table', align, rows: rows.slice(1), head: 0 }
    return { is: 'table', align, rows, head }
  }
}

const alignment = (cell: Token) => {
  const style = String(cell.attrGet('style') ?? '')
  return style.includes('right') ? 'right' : style.includes('center') ? 'center' : 'left'
}

const marks: Record<string, 'strong' | 'emph' | 'strike'> = { strong_open: 'strong', em_open: 'emph', s_open: 'strike' }

/** Runs of one line as a tree; marks deeper than `deepest` add nothing to what is seen. */
function inlines(tokens: Token[]): Inline[] {
  const top: Inline[] = []
  const open: Inline[][] = [top]
  for (const token of tokens) {
    const into = open.at(-1) ?? top
    const mark = marks[token.type]
    if (mark !== undefined || token.type === 'link_open') {
      const of: Inline[] = open.length > deepest ? into : []
      if (of !== into) into.push(mark !== undefined ? { is: mark, of } : { is: 'link', to: String(token.attrGet('href') ?? ''), of })
      open.push(of)
    } else if (token.nesting === -1) {
      if (open.length > 1) open.pop()
    } else if (token.type === 'hardbreak') into.push({ is: 'break' })
    else if (token.type === 'softbreak') into.push({ is: 'text', text: ' ' })
    else if (token.content !== '') into.push({ is: 'text', text: breakable(token.content) })
  }
  return top
}

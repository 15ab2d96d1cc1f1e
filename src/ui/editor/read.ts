import type { JSONContent } from '@tiptap/core'
import MarkdownIt from 'markdown-it'
import { isAddress } from './schema.ts'

// The parser of the website (#platform/text/markdown.ts) with the same settings, so that the editor shows what will be published.
const markdown = new MarkdownIt('default', { html: false, linkify: true, maxNesting: 30 }).enable(['table', 'strikethrough'])
markdown.validateLink = isAddress

type Token = ReturnType<typeof markdown.parse>[number]
type Marks = NonNullable<JSONContent['marks']>

const blocks: Record<string, string> = {
  paragraph_open: 'paragraph', heading_open: 'heading', blockquote_open: 'blockquote', bullet_list_open: 'bulletList', ordered_list_open: 'orderedList',
  list_item_open: 'listItem', table_open: 'table', tr_open: 'tableRow', th_open: 'tableHeader', td_open: 'tableCell',
}
const marks: Record<string, string> = { strong_open: 'bold', em_open: 'italic', s_open: 'strike', link_open: 'link' }

/** Markdown as the editor's document. */
export function readMarkdown(text: string): JSONContent {
  const root: JSONContent = { type: 'doc', content: [] }
  const open = [root]
  for (const token of markdown.parse(text, {})) {
    const parent = open.at(-1)!
    if (token.type in blocks) {
      const node: JSONContent = { type: blocks[token.type]!, content: [], ...attributesOf(token) }
      parent.content!.push(node)
      open.push(node)
    } else if (token.nesting === -1 && `${token.type.slice(0, -5)}open` in blocks) fill(open.pop()!)
    else if (token.type === 'inline') parent.content!.push(...inline(token.children ?? []))
    else if (token.type === 'hr') parent.content!.push({ type: 'horizontalRule' })
    else if (token.type === 'fence' || token.type === 'code_block') {
      const code = token.content.replace(/\n$/, '')
      parent.content!.push({ type: 'codeBlock', attrs: { language: token.info.trim() || null }, content: code ? [{ type: 'text', text: code }] : [] })
    }
  }
  return root.content!.length > 0 ? root : { type: 'doc', content: [{ type: 'paragraph' }] }
}

function attributesOf(token: Token): Pick<JSONContent, 'attrs'> {
  if (token.type === 'heading_open') return { attrs: { level: Number(token.tag[1]) } }
  if (token.type === 'ordered_list_open') return { attrs: { start: Number(token.attrGet('start') ?? 1) } }
  return {}
}

/** Gives a block what the schema wants in it: items begin with a paragraph, cells hold one. */
function fill(node: JSONContent): void {
  const content = node.content!
  if (node.type === 'tableHeader' || node.type === 'tableCell') node.content = [{ type: 'paragraph', content }]
  else if (node.type === 'listItem' && content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' })
  else if (node.type === 'blockquote' && content.length === 0) content.push({ type: 'paragraph' })
}

function inline(tokens: Token[]): JSONContent[] {
  const found: JSONContent[] = []
  let active: Marks = []
  const text = (value: string, more: Marks = []) => {
    if (value) found.push({ type: 'text', text: value, marks: [...active, ...more] })
  }
  for (const token of tokens) {
    const mark = marks[token.type]
    if (mark) active = [...active, mark === 'link' ? { type: mark, attrs: { href: token.attrGet('href') } } : { type: mark }]
    else if (token.nesting === -1) active = active.slice(0, -1)
    else if (token.type === 'softbreak') text(' ')
    else if (token.type === 'hardbreak') found.push({ type: 'hardBreak' })
    else if (token.type === 'code_inline') text(token.content, [{ type: 'code' }])
    else if (token.type === 'image') found.push({ type: 'picture', attrs: { src: token.attrGet('src'), alt: token.content }, marks: active })
    else text(token.content)
  }
  return found
}

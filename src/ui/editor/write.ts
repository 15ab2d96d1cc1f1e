import type { JSONContent } from '@tiptap/core'
import type { BlockContent, List, PhrasingContent, Table } from 'mdast'
import { writeMarkdown } from '#platform/text/markdown-writer.ts'

/** The editor's document as Markdown, ending without a line break; an empty one is an empty string. */
export const documentToMarkdown = (document: JSONContent): string => writeMarkdown({ type: 'root', children: blocksOf(document) }).trim()

const blocksOf = (node: JSONContent): BlockContent[] => (node.content ?? []).flatMap(block)

function block(node: JSONContent): BlockContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasing(node)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading': {
      const children = phrasing(node, true)
      return children.length > 0 ? [{ type: 'heading', depth: node.attrs!.level, children }] : []
    }
    case 'blockquote': return [{ type: 'blockquote', children: blocksOf(node) }]
    case 'bulletList':
    case 'orderedList': return [list(node)]
    case 'codeBlock': return [{ type: 'code', lang: node.attrs?.language ?? null, value: textOf(node) }]
    case 'horizontalRule': return [{ type: 'thematicBreak' }]
    case 'table': return [table(node)]
    default: return []
  }
}

const list = (node: JSONContent): List => ({
  type: 'list',
  ordered: node.type === 'orderedList',
  start: node.type === 'orderedList' ? (node.attrs?.start ?? 1) : null,
  children: (node.content ?? []).map(item => {
    const children = blocksOf(item)
    return { type: 'listItem', children: children.length > 0 ? children : [{ type: 'paragraph', children: [] }] }
  }),
})

/** Markdown knows no joined cells: the room of one is filled with empty ones, so that columns stay in line. */
function table(node: JSONContent): Table {
  const rows = (node.content ?? []).map(row =>
    (row.content ?? []).flatMap(cell => [phrasing(cell.content?.[0] ?? {}, true), ...Array.from({ length: (cell.attrs?.colspan ?? 1) - 1 }, (): PhrasingContent[] => [])]))
  const width = Math.max(...rows.map(row => row.length))
  return { type: 'table', children: rows.map(row => ({ type: 'tableRow', children: Array.from({ length: width }, (_, i) => ({ type: 'tableCell', children: row[i] ?? [] })) })) }
}

const textOf = (node: JSONContent): string => (node.content ?? []).map(child => child.text ?? '').join('')

/** `oneLine` where Markdown has no room for a line break: headings and cells. */
function phrasing(node: JSONContent, oneLine = false): PhrasingContent[] {
  const items = (node.content ?? []).map(item => (item.type === 'hardBreak' && oneLine ? { type: 'text', text: ' ' } : item))
  while (items.at(-1)?.type === 'hardBreak') items.pop()
  const [, within] = trimmed(items)
  return nest(within, 0)
}

/** From the outside in. */
const order = ['link', 'bold', 'italic', 'strike'] as const

function nest(items: JSONContent[], depth: number): PhrasingContent[] {
  const name = order[depth]
  if (!name) return joined(items.map(leaf))
  const found: PhrasingContent[] = []
  for (let at = 0; at < items.length; ) {
    const key = keyOf(items[at]!, name)
    let end = at + 1
    while (end < items.length && keyOf(items[end]!, name) === key) end++
    const run = items.slice(at, end)
    at = end
    if (key === null) found.push(...nest(run, depth + 1))
    else {
      // Marks hold no space at their edges: "**so **" would be read as stars.
      const [before, within, after] = trimmed(run)
      if (before) found.push({ type: 'text', value: before })
      const children = nest(within, depth + 1)
      if (children.length > 0) found.push(wrapped(name, key, children))
      if (after) found.push({ type: 'text', value: after })
    }
  }
  return joined(found)
}

function keyOf(item: JSONContent, name: (typeof order)[number]): string | null {
  const mark = item.marks?.find(({ type }) => type === name)
  return mark ? String(mark.attrs?.href ?? '') : null
}

function wrapped(name: (typeof order)[number], url: string, children: PhrasingContent[]): PhrasingContent {
  if (name === 'link') return { type: 'link', url, children: children as never }
  return { type: name === 'bold' ? 'strong' : name === 'italic' ? 'emphasis' : 'delete', children }
}

/** Splits the white space off both ends; what is marked as code keeps its own. */
function trimmed(items: JSONContent[]): [before: string, within: JSONContent[], after: string] {
  const within = [...items]
  let before = ''
  let after = ''
  const isPlain = (item: JSONContent | undefined) => item?.type === 'text' && !item.marks?.some(({ type }) => type === 'code')
  while (isPlain(within[0])) {
    const text = within[0]!.text!
    const rest = text.trimStart()
    before += text.slice(0, text.length - rest.length)
    if (rest) within[0] = { ...within[0], text: rest }
    if (rest) break
    within.shift()
  }
  while (isPlain(within.at(-1))) {
    const text = within.at(-1)!.text!
    const rest = text.trimEnd()
    after = text.slice(rest.length) + after
    if (rest) within[within.length - 1] = { ...within.at(-1), text: rest }
    if (rest) break
    within.pop()
  }
  return [before, within, after]
}

function leaf(item: JSONContent): PhrasingContent {
  if (item.type === 'hardBreak') return { type: 'break' }
  if (item.type === 'picture') return { type: 'image', url: item.attrs!.src, alt: item.attrs!.alt }
  if (item.marks?.some(({ type }) => type === 'code')) return { type: 'inlineCode', value: item.text! }
  return { type: 'text', value: item.text! }
}

/** Neighbours of a kind become one, so that the writer sees what stands beside a sign. */
function joined(nodes: PhrasingContent[]): PhrasingContent[] {
  const found: PhrasingContent[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if ((node.type === 'text' || node.type === 'inlineCode') && last?.type === node.type) found[found.length - 1] = { type: node.type, value: last.value + node.value }
    else found.push(node)
  }
  return found
}

/** True when nothing said in a text would be missing after the editor wrote it: every letter and digit is still there, in its order. */
export const saysTheSame = (before: string, after: string): boolean => letters(before) === letters(after)

const letters = (text: string): string =>
  text
    // A link may name its own address, as `<https://…>` does in fewer signs.
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (link, label: string, url: string) => (['', 'http', 'https', 'mailto'].some(scheme => scheme + bare(label) === bare(url)) ? label : link))
    .replace(/&(?:#\w+|\w+);/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '')

import type { Element, ElementContent } from 'hast'
import type { BlockContent, List, ListItem, Root, RootContent } from 'mdast'
import { isEmbedHost, safeImage, safeLink } from './addresses.ts'
import type { Findings } from './findings.ts'
import { captionOf, cellsOf, gridOf } from './html-table.ts'
import { looksLikeCode, shifted, textOf } from './html-words.ts'
import { isBlank, phrasing, wordsOf, type Leaf, type Marks } from './inline-text.ts'

export interface BuildOptions {
  /** Line breaks inside explicit paragraphs count too, as WordPress shows classic posts. */
  breaks: boolean
  /** Blank lines and line breaks in bare text make paragraphs and breaks. */
  paragraphs: boolean
  link(address: string): string | undefined
  image(src: string, alt: string): { src: string; alt: string } | undefined
  findings: Findings
  /** How many more line breaks are kept; nobody wrote a page of hundreds of thousands of lines. */
  linesLeft: number
}

interface Place {
  marks: Marks
  /** Newlines in the text are meant. */
  lines: boolean
  /** Inside a heading, cell or caption: blocks only separate words. */
  flat: boolean
  containers: number
}

type Container = { children: RootContent[] }

const CONTAINERS = 12
const BLANK_LINE = /\n[ \t]*\n\s*/y

/** Turns a bounded HTML tree into a Markdown tree. Holds nothing that is not on its list. */
export function buildDocument(nodes: readonly ElementContent[], options: BuildOptions): Root {
  const { findings } = options
  const root: Root = { type: 'root', children: [] }
  let container: Container = root
  let leaves: Leaf[] = []
  /** Lists made of loose items, which following items join. */
  const loose = new WeakSet<object>()

  function flush(): void {
    const ready = leaves
    leaves = []
    if (isBlank(ready)) return
    const words = wordsOf(ready)
    if (looksLikeCode(words)) findings.add('looks-like-code', words)
    if (/^https?:\/\/\S+$/.test(words) && ready.every(leaf => leaf.kind === 'text' && !leaf.marks.link)) {
      const url = safeLink(words)
      if (isEmbedHost(words)) findings.add('embed-to-link', words)
      if (url) {
        container.children.push({ type: 'paragraph', children: [{ type: 'link', url, children: [{ type: 'text', value: words }] }] })
        return
      }
    }
    container.children.push({ type: 'paragraph', children: phrasing(ready) })
  }

  /** Inline content of a heading, cell or caption, gathered apart from the running paragraph. */
  function inline(nodes: readonly ElementContent[], place: Place): Leaf[] {
    const before = leaves
    leaves = []
    walkAll(nodes, { ...place, flat: true, lines: false })
    const found = leaves
    leaves = before
    return found
  }

  function block(nodes: readonly ElementContent[], place: Place): void {
    if (place.flat) {
      leaves.push({ kind: 'text', text: ' ', marks: {} })
      walkAll(nodes, place)
      leaves.push({ kind: 'text', text: ' ', marks: {} })
      return
    }
    flush()
    walkAll(nodes, place)
    flush()
  }

  function inContainer(node: BlockContent | ListItem, within: Container, act: () => void): void {
    flush()
    const before = container
    container = node as Container
    act()
    flush()
    container = before
    if ((node as Container).children.length > 0) within.children.push(node as RootContent)
  }

  function text(value: string, place: Place): void {
    const clean = value.replace(/[\u200b\u00ad\ufeff\u200e\u200f\u2028\u2029]/g, '').replace(/[ \t]*\u00a0[ \t\u00a0]*/g, ' ')
    if (!place.lines || place.flat) {
      if (clean) leaves.push({ kind: 'text', text: clean, marks: place.marks })
      return
    }
    const said = clean.replace(/\r\n?/g, '\n')
    const add = (line: string) => line && leaves.push({ kind: 'text', text: line, marks: place.marks })
    let at = 0
    for (let end = said.indexOf('\n'); end >= 0 && options.linesLeft-- > 0; end = said.indexOf('\n', at)) {
      add(said.slice(at, end))
      BLANK_LINE.lastIndex = end
      if (BLANK_LINE.test(said)) {
        flush()
        at = BLANK_LINE.lastIndex
      } else {
        leaves.push({ kind: 'break', marks: place.marks })
        at = end + 1
      }
    }
    add(said.slice(at))
  }

  function lineBreak(place: Place): void {
    if (place.flat) return void leaves.push({ kind: 'text', text: ' ', marks: place.marks })
    // Two in a row mean a new paragraph.
    if (leaves.findLast(leaf => leaf.kind !== 'text' || leaf.text.trim() !== '')?.kind === 'break') flush()
    else leaves.push({ kind: 'break', marks: place.marks })
  }

  /** Parts the items of a list that has to fit into one line. */
  function semicolon(): void {
    for (let last = leaves.at(-1); last?.kind === 'text' && last.text.trim() === ''; last = leaves.at(-1)) leaves.pop()
    leaves.push({ kind: 'text', text: '; ', marks: {} })
  }

  function list(element: Element, place: Place): void {
    if (place.flat || place.containers >= CONTAINERS) {
      if (!place.flat) findings.add('too-deep', `<${element.tagName}>`)
      let first = true
      for (const child of element.children) {
        if (child.type === 'element' && child.tagName === 'li' && place.flat && !first) semicolon()
        if (child.type === 'element') first = false
        if (child.type === 'element') block(child.children, place)
        else walk(child, place)
      }
      return
    }
    const start = Number(element.properties['start'] ?? 1)
    const node: List = { type: 'list', ordered: element.tagName === 'ol', spread: false, children: [] }
    if (node.ordered) node.start = Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1
    inContainer(node, container, () => {
      const here = container
      for (const child of element.children) {
        const isItem = child.type === 'element' && child.tagName === 'li'
        if (child.type !== 'element' && !(child.type === 'text' && child.value.trim() !== '')) continue
        const last = here.children.at(-1) as ListItem | undefined
        // A list that stands in a list without an item of its own belongs to the item before it.
        if (!isItem && last) {
          container = last as Container
          walk(child, { ...place, containers: place.containers + 1, lines: options.paragraphs })
          flush()
          container = here
        } else item(isItem ? child.children : [child], here, place)
      }
    })
  }

  function item(nodes: readonly ElementContent[], within: Container, place: Place): void {
    const node: ListItem = { type: 'listItem', spread: false, children: [] }
    inContainer(node, within, () => walkAll(nodes, { ...place, containers: place.containers + 1, lines: options.paragraphs }))
  }

  function table(element: Element, place: Place): void {
    const caption = captionOf(element)
    const captionLeaves = caption ? inline(caption.children, place) : []
    const grid = place.flat ? undefined : gridOf(element)
    if (!place.flat) flush()
    if (captionLeaves.length > 0) emphasised(captionLeaves)
    if (!grid) {
      const cells = cellsOf(element)
      if (cells.length > 1) findings.add('table-flattened', wordsOf(inline(cells[0]?.children ?? [], place)))
      for (const cell of cells) block(cell.children, place)
      return
    }
    const rows = grid.map(cells => ({
      type: 'tableRow' as const,
      children: cells.map(cell => ({ type: 'tableCell' as const, children: cell.element ? phrasing(inline(cell.element.children, { ...place, marks: {} })) : [] })),
    }))
    if (rows.some(row => row.children.some(cell => cell.children.length > 0))) container.children.push({ type: 'table', children: rows })
  }

  /** A caption: its words in italics, in a paragraph of their own. */
  function emphasised(found: readonly Leaf[]): void {
    if (isBlank(found)) return
    container.children.push({ type: 'paragraph', children: phrasing(found.map(leaf => ({ ...leaf, marks: { link: leaf.marks.link, emphasis: true } }))) })
  }

  function figure(element: Element, place: Place): void {
    if (place.flat) return block(element.children, place)
    flush()
    const written = element.properties['dataCaption']
    const captions = element.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'figcaption')
    const body = element.children.filter(child => !(child.type === 'element' && child.tagName === 'figcaption'))
    if (written === undefined) walkAll(body, place)
    else {
      // The classic editor's caption: everything beside the picture is its text.
      const found = inline(body, place)
      leaves = found.filter(leaf => leaf.kind === 'image')
      flush()
      emphasised(found.filter(leaf => leaf.kind !== 'image'))
      if (typeof written === 'string') emphasised([{ kind: 'text', text: written, marks: {} }])
      return
    }
    flush()
    for (const caption of captions) emphasised(inline(caption.children, place))
  }

  function link(element: Element, place: Place): void {
    const href = String(element.properties['href'] ?? '')
    const hasImage = element.children.some(child => child.type === 'element' && child.tagName === 'img')
    const safe = safeLink(href)
    if (href.trim() !== '' && !safe) findings.add('link-dropped', href)
    const thumbnail = hasImage && /\.(?:jpe?g|png|gif|webp|avif)(?:\?.*)?$/i.test(href)
    const url = safe && !thumbnail ? options.link(safe) : undefined
    walkAll(element.children, url ? { ...place, marks: { ...place.marks, link: { url } } } : place)
  }

  function picture(element: Element, place: Place): void {
    const src = String(element.properties['src'] ?? '')
    if (src.trim() === '') return
    const safe = safeImage(src)
    if (!safe) return findings.add(/^\s*data:/i.test(src) ? 'image-embedded' : 'link-dropped', src.slice(0, 60))
    const found = options.image(safe, String(element.properties['alt'] ?? '').replace(/\s+/g, ' ').trim())
    if (found) leaves.push({ kind: 'image', ...found, marks: place.marks })
  }

  function code(element: Element, place: Place): void {
    if (place.flat) return void leaves.push({ kind: 'code', text: textOf(element), marks: place.marks })
    flush()
    const inner = element.children.find((child): child is Element => child.type === 'element' && child.tagName === 'code')
    const classes = String(inner?.properties['className'] ?? element.properties['className'] ?? '')
    const value = textOf(element).replace(/^\n|\s+$/g, '')
    if (value) container.children.push({ type: 'code', lang: /\b(?:language|lang)-([\w+#-]{1,30})/.exec(classes)?.[1] ?? null, value })
  }

  function walkAll(nodes: readonly ElementContent[], place: Place): void {
    for (const node of nodes) walk(node, place)
  }

  function walk(node: ElementContent, place: Place): void {
    if (node.type === 'text') return text(node.value, place)
    if (node.type !== 'element') return
    if (node.properties['hidden'] !== undefined) {
      const words = textOf(node).trim()
      if (words) findings.add('hidden-removed', words)
      return
    }
    const inner = node.children
    const within = (marks: Marks) => walkAll(inner, { ...place, marks: { ...place.marks, ...marks } })
    switch (node.tagName) {
      case 'strong': return within({ strong: true })
      case 'em': return within({ emphasis: true })
      case 'del': return within({ del: true })
      case 'a': return link(node, place)
      case 'img': return picture(node, place)
      case 'br': return lineBreak(place)
      case 'code': return void leaves.push({ kind: 'code', text: textOf(node), marks: place.marks })
      case 'sup': return text(shifted(textOf(node), 'up'), place)
      case 'sub': return text(shifted(textOf(node), 'down'), place)
      case 'q': text('“', place); walkAll(inner, place); return text('”', place)
      case 'p': return block(inner, { ...place, lines: options.breaks })
      case 'dd': return block(inner, place)
      case 'dt': return block(inner, { ...place, marks: { ...place.marks, strong: true } })
      case 'pre': return code(node, place)
      case 'figure': return figure(node, place)
      case 'table': return table(node, place)
      case 'ul': case 'ol': return list(node, place)
      case 'hr': if (!place.flat) { flush(); container.children.push({ type: 'thematicBreak' }) } return
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6': {
        if (place.flat) return block(inner, place)
        flush()
        const found = inline(inner, place).map(leaf => ({ ...leaf, marks: { ...leaf.marks, strong: false } }))
        // A picture in a heading is a picture, not a heading.
        if (wordsOf(found)) container.children.push({ type: 'heading', depth: Number(node.tagName[1]) as 1, children: phrasing(found) })
        else { leaves = found; flush() }
        return
      }
      case 'blockquote':
        if (place.flat || place.containers >= CONTAINERS) return block(inner, place)
        return inContainer({ type: 'blockquote', children: [] }, container, () => walkAll(inner, { ...place, containers: place.containers + 1, lines: options.paragraphs }))
      case 'li': {
        if (place.flat || place.containers >= CONTAINERS) return block(inner, place)
        flush()
        const last = container.children.at(-1)
        const open = last?.type === 'list' && loose.has(last) ? last : undefined
        const node: List = open ?? { type: 'list', ordered: false, spread: false, children: [] }
        if (!open) loose.add(node)
        item(inner, node as Container, place)
        if (!open && node.children.length > 0) container.children.push(node)
        return
      }
      case 'span': return walkAll(inner, place)
      default: return block(inner, node.tagName === 'div' ? { ...place, lines: options.paragraphs } : place)
    }
  }

  walkAll(nodes, { marks: {}, lines: options.paragraphs, flat: false, containers: 0 })
  flush()
  return root
}

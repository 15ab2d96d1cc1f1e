import type { ElementContent, Root as HtmlRoot } from 'hast'
import type { Heading, PhrasingContent, Root, RootContent } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { boundedHtml, type TextRewriting } from './bounded-html.ts'
import { buildDocument, type BuildOptions } from './document-builder.ts'
import { Findings, type Finding } from './findings.ts'
import { looksLikeCode } from './html-words.ts'
import { writeMarkdown } from '../markdown-writer.ts'

export type { TextRewriting } from './bounded-html.ts'
export type { Finding } from './findings.ts'

export interface MarkdownOptions {
  /** Where a link leads from now on; `undefined` removes the link and keeps its words. */
  resolveLink?(address: string): string | undefined
  /** Where a picture is from now on; `undefined` removes it with a finding. `source:381` asks for one the source knows by number. */
  resolveImage?(src: string, alt: string): { src: string; alt: string } | string | undefined
  /** Line breaks inside `<p>` are shown too, as WordPress does for classic posts. */
  breaksInParagraphs?: boolean
  /** Another system's own marks between the tags, e.g. shortcodes. */
  rewriteText?: TextRewriting
  /** A first heading that only repeats this title is left out. */
  title?: string
}

export interface Converted {
  markdown: string
  images: { src: string; alt: string }[]
  /** Words of the first paragraph of text, for a summary. */
  opening: string
  findings: Finding[]
}

const html = unified().use(rehypeParse, { fragment: true })

/**
 * Converts HTML of any origin into clean Markdown (CommonMark with tables) that holds no HTML.
 * Blank lines in bare text make paragraphs, as in WordPress's classic editor. Never throws for bad markup.
 */
export function toMarkdown(source: string, options: MarkdownOptions = {}): Converted {
  const findings = new Findings()
  const images = new Map<string, string>()
  const bounded = boundedHtml(source, options.rewriteText?.(source, findings), findings)
  const building: BuildOptions = {
    paragraphs: !bounded.blocks,
    breaks: !bounded.blocks && (options.breaksInParagraphs ?? false),
    findings,
    linesLeft: 50_000,
    link: address => (options.resolveLink ? options.resolveLink(address) : address),
    image(src, alt) {
      const found = options.resolveImage ? options.resolveImage(src, alt) : src.startsWith('source:') ? undefined : src
      if (found === undefined) {
        findings.add('image-missing', src)
        return undefined
      }
      const image = typeof found === 'string' ? { src: found, alt } : found
      if (!images.get(image.src)) images.set(image.src, image.alt)
      return image
    },
  }
  const root: Root = { type: 'root', children: [] }
  for (const part of bounded.parts) {
    const tree: HtmlRoot = html.parse(part)
    for (const node of buildDocument(tree.children as ElementContent[], building).children) root.children.push(node)
  }
  levelled(root, options.title)
  const markdown = writeMarkdown(root)
  return { markdown, images: Array.from(images, ([src, alt]) => ({ src, alt })), opening: openingOf(root), findings: findings.list }
}

/** The page's title is its first level: the text begins at the second, and does not repeat the title. */
function levelled(root: Root, title?: string): void {
  const first = root.children[0]
  if (title && first?.type === 'heading' && bare(first.children.map(spoken).join('')) === bare(title)) root.children.shift()
  const headings: Heading[] = headingsIn(root)
  const top = headings.reduce((least, heading) => Math.min(least, heading.depth), 6)
  for (const heading of headings) heading.depth = Math.min(6, heading.depth - top + 2) as Heading['depth']
}

/** Captions and pasted code stand first in many old articles; neither introduces them. */
function openingOf(root: Root): string {
  const texts = root.children.filter(node => node.type === 'paragraph').slice(0, 20)
    .filter(node => !(node.children.length === 1 && (node.children[0]?.type === 'emphasis' || node.children[0]?.type === 'link')))
    .map(node => node.children.map(spoken).join('').replace(/\s+/g, ' ').trim())
    .filter(text => text !== '' && !looksLikeCode(text))
  return (texts.find(text => text.length >= 25) ?? texts[0] ?? '').slice(0, 2000)
}

/** Also those inside quotes and lists, which are never deep. */
const headingsIn = (node: Root | RootContent): Heading[] => (node.type === 'heading' ? [node] : 'children' in node ? node.children.flatMap(headingsIn) : [])

const spoken = (node: PhrasingContent): string => ('value' in node ? node.value : 'children' in node ? node.children.map(spoken).join('') : ' ')

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase()

import type { Element, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

const parser = unified().use(rehypeParse)

/** Relations of `link` that a page loads or leads to; canonical and alternate addresses only name a page. */
const loaded = new Set(['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest', 'next', 'prev'])

/** Addresses an HTML document loads or links to, as they are written, in order, each once. */
export function addressesIn(html: string): string[] {
  const found = new Set<string>()
  const add = (value: unknown) => {
    if (typeof value === 'string' && value.trim()) found.add(value.trim())
  }
  const addSet = (value: unknown) => {
    const text = Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
    for (const candidate of text.split(',')) add(candidate.trim().split(/\s+/)[0])
  }
  const look = ({ tagName, properties, children }: Element) => {
    const relations = Array.isArray(properties.rel) ? properties.rel.map(String) : []
    if (tagName !== 'link' || relations.some(relation => loaded.has(relation))) add(properties.href)
    add(properties.src)
    add(properties.poster)
    addSet(properties.srcSet)
    addSet(properties.imageSrcSet)
    walk(children)
  }
  const walk = (nodes: readonly RootContent[]) => {
    for (const node of nodes) if (node.type === 'element') look(node)
  }
  walk((parser.parse(html) as Root).children)
  return [...found]
}

/** Addresses a stylesheet loads, as they are written. */
export const addressesInStyle = (css: string): string[] => [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/g)].map(match => match[1] ?? match[2] ?? match[3] ?? '').filter(address => address && !address.startsWith('data:'))

import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Nodes } from 'hast'

const parser = unified().use(rehypeParse, { fragment: true })
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'iframe'])

/** The words of a short piece of HTML (a title, a caption): entities decoded, markup removed, spaces single. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim()
  const found: string[] = []
  // A stack of our own: titles are short, but nothing forbids a hostile one from nesting deeply.
  const waiting: Nodes[] = [parser.parse(html.slice(0, 20_000).replace(/(?:<[^>]*>\s*){100,}/g, ' '))]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'text') found.push(node.value)
    else if ('children' in node && !(node.type === 'element' && SILENT.has(node.tagName))) waiting.push(...[...node.children].reverse())
  }
  return found.join('').replace(/\s+/g, ' ').trim()
}

import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { htmlTokens } from './html-tokens.ts'

const parser = unified().use(rehypeParse, { fragment: true })
const WITHIN_WORDS = new Set(['a', 'abbr', 'b', 'cite', 'code', 'del', 'em', 'font', 'i', 'ins', 'mark', 'q', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u', 'wbr'])

/** The words of a short piece of HTML (a title, an excerpt): entities decoded, markup removed, spaces single. */
export function plainText(html: string): string {
  let text = html.slice(0, 50_000)
  if (text.includes('<')) {
    const words: string[] = []
    for (const token of htmlTokens(text)) {
      if (token.kind === 'text') words.push(token.text)
      else if ((token.kind === 'open' || token.kind === 'close') && !WITHIN_WORDS.has(token.name)) words.push(' ')
    }
    text = words.join('')
  }
  // No tag is left: the parser only decodes entities, into one text.
  if (text.includes('&')) text = parser.parse(text).children.map(node => (node.type === 'text' ? node.value : '')).join('')
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

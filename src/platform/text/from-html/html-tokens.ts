/** Attribute values as written, entities still encoded; names in lower case. */
export type Attributes = Map<string, string>

export type HtmlToken =
  | { kind: 'text'; text: string }
  | { kind: 'comment'; text: string }
  | { kind: 'open'; name: string; attributes: Attributes; selfClosing: boolean }
  | { kind: 'close'; name: string }
  /** An element whose content is not markup (`script`, `style` …), taken whole. */
  | { kind: 'raw'; name: string; attributes: Attributes; content: string }

const RAW = new Set(['script', 'style', 'iframe', 'textarea', 'title', 'noembed', 'noframes', 'xmp', 'xml', 'plaintext'])
const ATTRIBUTE = /[\s/]*([^\s=>/"'<][^\s=>/]*|["'<=][^\s=>/]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)))?/y

/**
 * Splits HTML into tokens, in one pass and in the manner of a browser's tokenizer.
 * It bounds what the real parser is given; it is not what safety rests on.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0
  // Where no closing tag was found once, none is found later: keeps repeated searches linear.
  const unclosed = new Set<string>()
  while (at < html.length) {
    const sign = html.indexOf('<', at)
    if (sign < 0) {
      yield { kind: 'text', text: html.slice(at) }
      return
    }
    if (sign > at) yield { kind: 'text', text: html.slice(at, sign) }
    const next = html.charCodeAt(sign + 1) | 32
    if (next >= 97 && next <= 122) {
      const [token, end] = openTag(html, sign, unclosed)
      if (token) yield token
      at = end
    } else if (html.startsWith('<!--', sign)) {
      const end = /^<!--+>/.test(html.slice(sign, sign + 6)) ? html.indexOf('>', sign) + 1 : after(html, '-->', sign + 4)
      yield { kind: 'comment', text: html.slice(sign + 4, Math.min(end - 3, sign + 204)) }
      at = end
    } else if (html[sign + 1] === '/' && /[a-z]/i.test(html[sign + 2] ?? '')) {
      const end = after(html, '>', sign)
      const name = /^[^\s/>]+/.exec(html.slice(sign + 2, Math.min(end, sign + 80)))?.[0] ?? ''
      yield { kind: 'close', name: name.toLowerCase() }
      at = end
    } else if (html[sign + 1] === '!' || html[sign + 1] === '?' || html[sign + 1] === '/') {
      at = after(html, '>', sign)
    } else {
      yield { kind: 'text', text: '&lt;' }
      at = sign + 1
    }
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found < 0 ? html.length : found + mark.length
}

function openTag(html: string, sign: number, unclosed: Set<string>): [HtmlToken | undefined, number] {
  const nameEnd = /[\s/>]|$/g
  nameEnd.lastIndex = sign + 1
  const stop = nameEnd.exec(html)?.index ?? html.length
  const name = html.slice(sign + 1, Math.min(stop, sign + 60)).toLowerCase()
  const attributes: Attributes = new Map()
  let at = stop
  for (;;) {
    ATTRIBUTE.lastIndex = at
    const found = ATTRIBUTE.exec(html)
    if (!found) break
    at = ATTRIBUTE.lastIndex
    const key = (found[1] ?? '').toLowerCase()
    if (attributes.size < 60 && !attributes.has(key)) attributes.set(key, found[2] ?? found[3] ?? found[4] ?? '')
  }
  const close = html.indexOf('>', at)
  if (close < 0) return [undefined, html.length]
  const selfClosing = html[close - 1] === '/'
  if (!RAW.has(name) || (name === 'xml' && selfClosing)) return [{ kind: 'open', name, attributes, selfClosing }, close + 1]

  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi')
  end.lastIndex = close + 1
  const found = unclosed.has(name) ? null : end.exec(html)
  if (found) return [{ kind: 'raw', name, attributes, content: html.slice(close + 1, found.index) }, after(html, '>', found.index)]
  unclosed.add(name)
  // An unclosed script swallows the rest in every browser; for the others the words are worth more than the tag.
  if (name === 'script' || name === 'style') return [{ kind: 'raw', name, attributes, content: html.slice(close + 1) }, html.length]
  return [name === 'iframe' ? { kind: 'raw', name, attributes, content: '' } : undefined, close + 1]
}

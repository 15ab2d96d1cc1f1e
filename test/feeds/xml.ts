import { SaxesParser } from 'saxes'

/** An element of a parsed feed, with its namespace. */
export interface Element {
  name: string
  space: string
  attributes: Record<string, string>
  children: Element[]
  /** Text directly inside it. */
  text: string
}

/** Parses XML strictly; throws at the first thing that is not well-formed. */
export function parseXml(source: string): Element {
  const root: Element = { name: '', space: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    const element: Element = { name: tag.local, space: tag.uri, attributes: Object.fromEntries(Object.values(tag.attributes).map(a => [a.prefix === 'xml' ? `xml:${a.local}` : a.name, a.value])), children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const text = (part: string) => void (open.at(-1)!.text += part)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(source).close()
  return root.children[0]!
}

/** Children of a name in a namespace (none when left out). */
export const all = (parent: Element, name: string, space = parent.space): Element[] => parent.children.filter(child => child.name === name && child.space === space)

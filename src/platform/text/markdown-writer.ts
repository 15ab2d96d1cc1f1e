import type { BlockContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast'

/*
 * Written here and not with remark-stringify: that one takes minutes for a page of some megabytes
 * (its cost grows with the square of a paragraph's or list's length), and anybody may upload such a page.
 */

interface Inside {
  link?: boolean
  cell?: boolean
}

const PUNCTUATION = /[!-/:-@[-`{-~]/

/** Markdown (CommonMark with tables) of a tree that holds no HTML. Linear in its size. */
export function writeMarkdown(root: Root): string {
  const lines: string[] = []
  blocks(root.children, '', '', lines, true)
  return lines.join('\n')
}

function blocks(nodes: readonly (RootContent | BlockContent)[], first: string, rest: string, lines: string[], loose: boolean): void {
  let alternate = false
  nodes.forEach((node, at) => {
    const before = nodes[at - 1]
    if (before && loose) lines.push(rest.trimEnd())
    alternate = node.type === 'list' && before?.type === 'list' && before.ordered === node.ordered && !alternate
    block(node, at === 0 ? first : rest, rest, lines, alternate)
  })
}

function block(node: RootContent | BlockContent, first: string, rest: string, lines: string[], alternate: boolean): void {
  const put = (text: string) => text.split('\n').forEach((line, at) => lines.push(((at === 0 ? first : rest) + line).trimEnd()))
  switch (node.type) {
    case 'paragraph': return put(lineStarts(inline(node.children, {})))
    case 'heading': return put(`${'#'.repeat(node.depth)} ${inline(node.children, {}).replace(/(^|\s)(#+)$/, '$1\\$2')}`)
    case 'thematicBreak': return put('---')
    case 'code': {
      const fence = fenceFor(node.value, 3)
      return put(`${fence}${node.lang ?? ''}\n${node.value}\n${fence}`)
    }
    case 'blockquote': return blocks(node.children, `${first}> `, `${rest}> `, lines, true)
    case 'list': return list(node, first, rest, lines, alternate)
    case 'table': return table(node, first, rest, lines)
    default: return
  }
}

function list(node: List, first: string, rest: string, lines: string[], alternate: boolean): void {
  const loose = node.children.some(isLoose)
  node.children.forEach((item, at) => {
    if (at > 0 && loose) lines.push(rest.trimEnd())
    const marker = node.ordered ? `${(node.start ?? 1) + at}${alternate ? ')' : '.'} ` : alternate ? '* ' : '- '
    blocks(item.children as BlockContent[], (at === 0 ? first : rest) + marker, rest + ' '.repeat(marker.length), lines, loose)
  })
}

/** Only a line of text with lists below it stands without blank lines. */
const isLoose = (item: ListItem): boolean =>
  item.children.some((child, at) => (child.type === 'list' ? at > 0 && child.ordered === true && child.start !== 1 : child.type !== 'paragraph' || at > 0))
  || item.children.some((child, at) => child.type === 'list' && item.children[at + 1]?.type === 'list')

function table(node: Table, first: string, rest: string, lines: string[]): void {
  node.children.forEach((row, at) => {
    lines.push(`${at === 0 ? first : rest}| ${row.children.map(cell => inline(cell.children, { cell: true })).join(' | ')} |`)
    if (at === 0) lines.push(`${rest}|${' --- |'.repeat(row.children.length)}`)
  })
}

function inline(nodes: readonly PhrasingContent[], inside: Inside): string {
  return nodes.map((node, at) => {
    switch (node.type) {
      case 'text': return escaped(node.value, inside, nodes[at + 1])
      case 'strong': return `**${inline(node.children, inside)}**`
      case 'emphasis': return `*${inline(node.children, inside)}*`
      case 'delete': return `~~${inline(node.children, inside)}~~`
      case 'inlineCode': return code(node.value, inside)
      case 'break': return '\\\n'
      case 'image': return `![${escaped(node.alt ?? '', { ...inside, link: true })}](${address(node.url)})`
      case 'link': {
        const only = node.children.length === 1 ? node.children[0] : undefined
        if (only?.type === 'text' && only.value === node.url && /^https?:\/\/[^\s<>\\]+$/.test(node.url) && !inside.cell) return `<${node.url}>`
        return `[${inline(node.children, { ...inside, link: true })}](${address(node.url)})`
      }
      default: return ''
    }
  }).join('')
}

const address = (url: string): string =>
  url.replace(/\(/g, '%28').replace(/\)/g, '%29').replace(/&(?=#?\w{1,32};)/g, '\\&')

function code(value: string, inside: Inside): string {
  const fence = fenceFor(value, 1)
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${inside.cell ? value.replaceAll('|', '\\|') : value}${pad}${fence}`
}

function fenceFor(value: string, least: number): string {
  let longest = 0
  for (const run of value.matchAll(/`+/g)) longest = Math.max(longest, run[0].length)
  return '`'.repeat(Math.max(least, longest + 1))
}

/** Escapes what would mean something in this place, and nothing else: people read and edit this text. */
function escaped(text: string, inside: Inside, next?: PhrasingContent): string {
  return text.replace(/[\\`*_[\]<&~|!]/g, (sign, at: number) => {
    const before = text[at - 1] ?? ''
    const after = text[at + 1] ?? ''
    switch (sign) {
      case '\\': return after === '' || PUNCTUATION.test(after) ? '\\\\' : sign
      case '*': return before === ' ' && after === ' ' ? sign : '\\*'
      case '_': return /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after) ? sign : '\\_'
      case ']': return inside.link ? '\\]' : sign
      case '<': return after === '' || /[a-z/!?]/i.test(after) ? '\\<' : sign
      case '&': return /^&(?:#\w{0,10}|\w{1,40})(?:;|$)/.test(text.slice(at, at + 45)) ? '\\&' : sign
      case '|': return inside.cell ? '\\|' : sign
      case '!': return after === '' && next !== undefined ? '\\!' : sign
      default: return `\\${sign}`
    }
  })
}

/** Escapes what would begin a list, heading, quote, rule or table at the start of a line. */
function lineStarts(text: string): string {
  return text.replace(/^(?:(#{1,6})(?=\s|$)|([>=|])|([-+*])(?=\s|$)|(-)(?=[-:| ]*$)|(:)(?=-)|(\d{1,9})([.)])(?=\s|$))/gm, (whole, _hash, _sign, _bullet, _rule, _colon, digits?: string, dot?: string) =>
    digits === undefined ? `\\${whole}` : `${digits}\\${dot}`)
}

import type { PhrasingContent } from 'mdast'

/** What surrounds a piece of text. Shared objects: two pieces in the same link carry the same `link`. */
export interface Marks {
  link?: { url: string }
  strong?: boolean
  emphasis?: boolean
  del?: boolean
}

export type Leaf =
  | { kind: 'text' | 'code'; text: string; marks: Marks }
  | { kind: 'image'; src: string; alt: string; marks: Marks }
  | { kind: 'break'; marks: Marks }

const PLAIN: Marks = {}

/** Builds clean inline Markdown: spaces single and outside of emphasis, no empty or doubled marks. */
export function phrasing(leaves: readonly Leaf[]): PhrasingContent[] {
  return nested(tidy(leaves), ['link', 'strong', 'emphasis', 'del'])
}

/** The words alone. */
export const wordsOf = (leaves: readonly Leaf[]): string =>
  leaves.map(leaf => (leaf.kind === 'text' || leaf.kind === 'code' ? leaf.text : ' ')).join('').replace(/\s+/g, ' ').trim()

export const isBlank = (leaves: readonly Leaf[]): boolean =>
  leaves.every(leaf => leaf.kind === 'break' || ((leaf.kind === 'text' || leaf.kind === 'code') && leaf.text.trim() === ''))

function tidy(leaves: readonly Leaf[]): Leaf[] {
  const pieces: Leaf[] = []
  const last = () => pieces.at(-1)
  const isSpace = (leaf: Leaf | undefined) => leaf?.kind === 'text' && leaf.text === ' '
  const space = () => {
    if (last() && !isSpace(last()) && last()?.kind !== 'break') pieces.push({ kind: 'text', text: ' ', marks: PLAIN })
  }
  for (const leaf of leaves) {
    if (leaf.kind === 'break') {
      if (isSpace(last())) pieces.pop()
      if (last() && last()?.kind !== 'break') pieces.push(leaf)
    } else if (leaf.kind === 'text') {
      const core = leaf.text.replace(/\s+/g, ' ').trim()
      if (/^\s/.test(leaf.text)) space()
      if (core === '') continue
      const before = last()
      if (before?.kind === 'text' && before.text !== ' ' && same(before.marks, leaf.marks)) before.text += core
      else pieces.push({ kind: 'text', text: core, marks: leaf.marks })
      if (/\s$/.test(leaf.text)) space()
    } else if (leaf.kind !== 'code' || leaf.text.trim() !== '') pieces.push(leaf.kind === 'code' ? { ...leaf, text: leaf.text.trim() } : leaf)
  }
  while (isSpace(last()) || last()?.kind === 'break') pieces.pop()
  pieces.forEach((piece, at) => {
    const before = pieces[at - 1]
    const behind = pieces[at + 1]
    if (before && behind && (isSpace(piece) || piece.kind === 'break')) piece.marks = common(before.marks, behind.marks)
  })
  return flanked(merged(pieces))
}

const same = (one: Marks, other: Marks): boolean =>
  one.link === other.link && !one.strong === !other.strong && !one.emphasis === !other.emphasis && !one.del === !other.del

const common = (one: Marks, other: Marks): Marks => ({
  link: one.link === other.link ? one.link : undefined,
  strong: one.strong && other.strong,
  emphasis: one.emphasis && other.emphasis,
  del: one.del && other.del,
})

function merged(pieces: readonly Leaf[]): Leaf[] {
  const out: Leaf[] = []
  let run: string[] = []
  let marks = PLAIN
  const end = () => {
    if (run.length > 0) out.push({ kind: 'text', text: run.join(''), marks })
    run = []
  }
  for (const piece of pieces) {
    if (piece.kind !== 'text') {
      end()
      out.push(piece)
      continue
    }
    if (run.length > 0 && !same(marks, piece.marks)) end()
    marks = piece.marks
    run.push(piece.text)
  }
  end()
  return out
}

/**
 * `**Waktu:**pagi` is not bold in Markdown: punctuation at the edge of a mark that touches a letter moves out of it.
 */
function flanked(pieces: Leaf[]): Leaf[] {
  const marked = (leaf: Leaf) => (leaf.marks.strong || leaf.marks.emphasis || leaf.marks.del) && !leaf.marks.link
  const bare = (marks: Marks): Marks => ({ link: marks.link })
  const out: Leaf[] = []
  pieces.forEach((piece, at) => {
    if (piece.kind !== 'text' || !marked(piece)) {
      out.push(piece)
      return
    }
    const before = pieces[at - 1]
    const behind = pieces[at + 1]
    const touches = (leaf: Leaf | undefined, edge: RegExp) => leaf !== undefined && !same(leaf.marks, piece.marks) && leaf.kind === 'text' && edge.test(leaf.text)
    const head = touches(before, /[\p{L}\p{N}]$/u) ? (/^[\p{P}\p{S}]+/u.exec(piece.text)?.[0] ?? '') : ''
    const rest = piece.text.slice(head.length)
    const tail = touches(behind, /^[\p{L}\p{N}]/u) ? (/[\p{P}\p{S}]{1,200}$/u.exec(rest.slice(-200))?.[0] ?? '') : ''
    const core = rest.slice(0, rest.length - tail.length)
    if (head) out.push({ kind: 'text', text: head, marks: bare(piece.marks) })
    if (core) out.push({ kind: 'text', text: core, marks: piece.marks })
    if (tail) out.push({ kind: 'text', text: tail, marks: bare(piece.marks) })
  })
  return merged(out)
}

type Level = 'link' | 'strong' | 'emphasis' | 'del'

function nested(leaves: readonly Leaf[], levels: readonly Level[]): PhrasingContent[] {
  const [level, ...deeper] = levels
  if (!level) return leaves.map(plainNode)
  const out: PhrasingContent[] = []
  for (let from = 0; from < leaves.length; ) {
    const mark = leaves[from]?.marks[level] || undefined
    let to = from + 1
    while (to < leaves.length && (leaves[to]?.marks[level] || undefined) === mark) to++
    const children = nested(leaves.slice(from, to), deeper)
    if (!mark) for (const child of children) out.push(child)
    else if (typeof mark === 'object') out.push({ type: 'link', url: mark.url, children: children as Extract<PhrasingContent, { type: 'link' }>['children'] })
    else out.push({ type: level === 'del' ? 'delete' : level === 'strong' ? 'strong' : 'emphasis', children })
    from = to
  }
  return out
}

function plainNode(leaf: Leaf): PhrasingContent {
  if (leaf.kind === 'text') return { type: 'text', value: leaf.text }
  if (leaf.kind === 'code') return { type: 'inlineCode', value: leaf.text.replace(/\s+/g, ' ') }
  if (leaf.kind === 'image') return { type: 'image', url: leaf.src, alt: leaf.alt }
  return { type: 'break' }
}

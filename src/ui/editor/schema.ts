import { Extension, Mark, Node } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { Plugin } from '@tiptap/pm/state'
import { goToNextCell, tableEditing } from '@tiptap/pm/tables'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** Addresses a link may have, as in `#platform/text/markdown.ts`. */
export const isAddress = (href: string): boolean => /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i.test(href.trim())

const cell = (name: string, tag: 'th' | 'td') =>
  Node.create({
    name,
    content: 'paragraph',
    isolating: true,
    addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null, rendered: false } }),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  })

/** Headings without a word head nothing: a table of labels and what they say has only such. */
const emptyHeadings = () =>
  new Plugin({
    props: {
      decorations({ doc }) {
        const found: Decoration[] = []
        doc.descendants((node, at) => void (node.type.name === 'tableHeader' && node.textContent === '' && found.push(Decoration.node(at, at + node.nodeSize, { role: 'presentation' }))))
        return DecorationSet.create(doc, found)
      },
    },
  })

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing(), emptyHeadings()],
  addKeyboardShortcuts() {
    const go = (direction: 1 | -1) => () => this.editor.commands.command(({ state, dispatch }) => goToNextCell(direction)(state, dispatch))
    return { Tab: go(1), 'Shift-Tab': go(-1) }
  },
})

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** Unlike the kit's, it may stand within a link or bold text, as Markdown allows. */
const Code = Mark.create({
  name: 'code',
  excludes: '',
  code: true,
  exitable: true,
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
  addKeyboardShortcuts() {
    return { 'Mod-e': () => this.editor.commands.toggleMark('code') }
  },
})

/** A picture inside the text, kept and shown by its description: pictures are added through the form, not by pasting. */
const Picture = Node.create({
  name: 'picture',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ src: { default: '' }, alt: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-picture]', getAttrs: element => ({ src: element.getAttribute('data-picture'), alt: element.textContent }) }],
  renderHTML: ({ node }) => ['span', { 'data-picture': String(node.attrs.src), class: 'editor-picture' }, String(node.attrs.alt || node.attrs.src)],
})

/** Roles that prosemirror-tables looks for on the schema's nodes. */
const roles: Record<string, string> = { table: 'table', tableRow: 'row', tableHeader: 'header_cell', tableCell: 'cell' }
const TableRoles = Extension.create({
  name: 'tableRoles',
  extendNodeSchema: ({ name }) => (name in roles ? { tableRole: roles[name] } : {}),
})

/** Everything a text may consist of: CommonMark, tables and strikethrough, as the website shows them. */
export const extensions = [
  StarterKit.configure({
    underline: false, code: false, trailingNode: false,
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https', HTMLAttributes: { target: null, rel: null }, isAllowedUri: isAddress },
  }),
  Code, Picture, Table, TableRow, cell('tableHeader', 'th'), cell('tableCell', 'td'), TableRoles,
]

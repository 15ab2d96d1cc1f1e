/** Puts an editor in the place of a Markdown input; without this script, or for texts it does not know whole, the input stays. */

import { type ChainedCommands, Editor } from '@tiptap/core'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from '@tiptap/pm/tables'
import { readMarkdown } from './read.ts'
import { extensions, isAddress } from './schema.ts'
import { documentToMarkdown, saysTheSame } from './write.ts'

type Words = Record<string, string>

interface Tool {
  name: string
  /** What the button shows: a sign, or the path of a 24 × 24 drawing. */
  sign?: string
  path?: string
  run(editor: Editor): void
  /** Whether the text at the cursor already is so; tools that are no switch leave it out. */
  active?(editor: Editor): boolean
  usable?(editor: Editor): boolean
  /** Shown only with the cursor in a table. */
  inTable?: boolean
}

const chain = (work: (chain: ChainedCommands) => ChainedCommands) => (editor: Editor) => void work(editor.chain().focus()).run()

type TableCommand = typeof addRowAfter
const inTable = (name: string, path: string, command: TableCommand): Tool => ({
  name, path, inTable: true,
  run: editor => void editor.chain().focus().command(({ state, dispatch }) => command(state, dispatch)).run(),
})

const emptyTable = {
  type: 'table',
  content: ['tableHeader', 'tableCell', 'tableCell'].map(type => ({ type: 'tableRow', content: [1, 2, 3].map(() => ({ type, content: [{ type: 'paragraph' }] })) })),
}

const toolsOf = (askLink: () => void): Tool[] => [
  { name: 'bold', sign: 'B', run: chain(c => c.toggleBold()), active: e => e.isActive('bold') },
  { name: 'italic', sign: 'I', run: chain(c => c.toggleItalic()), active: e => e.isActive('italic') },
  { name: 'heading2', sign: 'H2', run: chain(c => c.toggleHeading({ level: 2 })), active: e => e.isActive('heading', { level: 2 }) },
  { name: 'heading3', sign: 'H3', run: chain(c => c.toggleHeading({ level: 3 })), active: e => e.isActive('heading', { level: 3 }) },
  { name: 'bulletList', path: 'M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01', run: chain(c => c.toggleBulletList()), active: e => e.isActive('bulletList') },
  { name: 'orderedList', path: 'M10 6h10M10 12h10M10 18h10M4 4h1v5M3.5 9h3M4 14h2.5L4 18.5h2.5', run: chain(c => c.toggleOrderedList()), active: e => e.isActive('orderedList') },
  { name: 'blockquote', path: 'M5 5v14M10 8h10M10 12h10M10 16h6', run: chain(c => c.toggleBlockquote()), active: e => e.isActive('blockquote') },
  { name: 'link', path: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2', run: askLink, active: e => e.isActive('link') },
  { name: 'table', path: 'M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14', run: chain(c => c.insertContent(emptyTable)), usable: e => !isInTable(e.state) },
  inTable('addRow', 'M4 5h16v6H4zM12 14v6M9 17h6', addRowAfter),
  inTable('addColumn', 'M5 4h6v16H5zM14 12h6M17 9v6', addColumnAfter),
  inTable('deleteRow', 'M4 5h16v6H4zM9 17h6', deleteRow),
  inTable('deleteColumn', 'M5 4h6v16H5zM14 12h6', deleteColumn),
  inTable('deleteTable', 'M4 5h16v14H4zM9 9l6 6M15 9l-6 6', deleteTable),
  { name: 'undo', path: 'M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4', run: chain(c => c.undo()), usable: e => e.can().undo() },
  { name: 'redo', path: 'm16 5 4 4-4 4M20 9H10a5 5 0 0 0 0 10h4', run: chain(c => c.redo()), usable: e => e.can().redo() },
]

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, attributes: Record<string, string> = {}, text = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  element.className = className
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  element.textContent = text
  return element
}

function drawing(path: string): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

/** Makes one row of buttons with one tab stop; arrows move within. Answers its element and how to bring it up to date. */
function toolbar(tools: Tool[], words: Words, editor: () => Editor): { bar: HTMLElement; refresh(): void } {
  const bar = make('div', 'editor-tools', { role: 'toolbar', 'aria-label': words.toolbar! })
  const buttons = tools.map(tool => {
    // What is seen on a button is part of its name, so that people who speak to their computer can say it.
    const label = tool.sign && tool.sign.length > 1 ? `${words[tool.name]} ${tool.sign}` : words[tool.name]!
    const button = make('button', `editor-tool ${tool.name}`, { type: 'button', 'aria-label': label, title: label, tabindex: '-1' }, tool.sign)
    if (tool.path) button.append(drawing(tool.path))
    // Keeps the selection, and on phones the keyboard, while a finger or mouse is on the button.
    button.addEventListener('mousedown', event => event.preventDefault())
    button.addEventListener('click', () => {
      if (button.getAttribute('aria-disabled') !== 'true') tool.run(editor())
    })
    bar.append(button)
    return button
  })
  let current = buttons[0]!
  current.tabIndex = 0
  const stopAt = (button: HTMLButtonElement) => {
    current.tabIndex = -1
    current = button
    current.tabIndex = 0
  }
  bar.addEventListener('focusin', event => stopAt(event.target as HTMLButtonElement))
  bar.addEventListener('keydown', event => {
    const shown = buttons.filter(button => !button.hidden)
    const at = shown.indexOf(current)
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    shown.at(to === shown.length ? 0 : to)!.focus()
  })
  return {
    bar,
    refresh() {
      const within = isInTable(editor().state)
      tools.forEach((tool, i) => {
        const button = buttons[i]!
        button.hidden = Boolean(tool.inTable) && !within
        if (tool.active) button.setAttribute('aria-pressed', String(tool.active(editor())))
        if (tool.usable) button.setAttribute('aria-disabled', String(!tool.usable(editor())))
      })
      if (current.hidden) stopAt(buttons[0]!)
    },
  }
}

/** The line that asks for a link's address, under the toolbar. */
function linkLine(words: Words, editor: () => Editor): { line: HTMLElement; ask(): void } {
  const line = make('div', 'editor-link')
  const input = make('input', 'input full', { type: 'text', inputmode: 'url', 'aria-label': words.address!, placeholder: 'https://', autocomplete: 'off' })
  const apply = make('button', 'button quiet', { type: 'button' }, words.apply)
  const remove = make('button', 'button plain', { type: 'button' }, words.unlink)
  const wrong = make('p', 'field-error', { role: 'alert' })
  line.append(input, apply, remove, wrong)
  line.hidden = true
  const close = () => {
    line.hidden = true
    wrong.textContent = ''
    editor().commands.focus()
  }
  const set = () => {
    const typed = input.value.trim()
    const href = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : /^[^\s@/]+@[^\s@/]+$/.test(typed) ? `mailto:${typed}` : typed
    if (!isAddress(href)) {
      wrong.textContent = words.badAddress!
      return input.focus()
    }
    const chained = editor().chain().focus().extendMarkRange('link')
    if (editor().state.selection.empty && !editor().isActive('link')) chained.insertContent({ type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] }).run()
    else chained.setLink({ href }).run()
    close()
  }
  apply.addEventListener('click', set)
  remove.addEventListener('click', () => {
    editor().chain().focus().extendMarkRange('link').unsetLink().run()
    close()
  })
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') set()
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  })
  return {
    line,
    ask() {
      input.value = String(editor().getAttributes('link').href ?? '')
      remove.hidden = !editor().isActive('link')
      line.hidden = false
      input.focus()
    },
  }
}

/** Word and web pages bring styles that the page's policy refuses; only the structure is wanted. */
const withoutStyles = (html: string): string =>
  html.replace(/<!--[\s\S]*?-->|<(style|script|xml|head|o:p)\b[\s\S]*?<\/\1>/gi, '').replace(/\s(?:style|class|lang)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')

const preference = 'pendopo.editor'

function mount(textarea: HTMLTextAreaElement): void {
  const words = JSON.parse(textarea.dataset.words ?? '{}') as Words
  const field = textarea.closest<HTMLElement>('.field')!
  const hint = field.querySelector<HTMLElement>('.hint')
  const frame = make('div', 'editor')
  const page = make('div', 'editor-page')
  const change = make('button', 'button plain editor-switch', { type: 'button' })
  const said = make('p', 'hint', { role: 'status' })
  textarea.after(frame, said, change)
  let editor: Editor | null = null
  let waiting: ReturnType<typeof setTimeout> | undefined
  const own = () => editor!

  const { line, ask } = linkLine(words, own)
  const { bar, refresh } = toolbar(toolsOf(ask), words, own)
  frame.append(bar, line, page)

  function writeBack(): void {
    if (waiting === undefined || !editor) return
    clearTimeout(waiting)
    waiting = undefined
    textarea.value = documentToMarkdown(editor.getJSON())
    textarea.dispatchEvent(new Event('input', { bubbles: true }))
  }

  function open(): boolean {
    const content = readMarkdown(textarea.value)
    if (!saysTheSame(textarea.value, documentToMarkdown(content))) return false
    editor = new Editor({
      element: page,
      extensions,
      content,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'prose', role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': `${textarea.id}-label`,
          ...(textarea.required && { 'aria-required': 'true' }),
          ...(textarea.getAttribute('aria-invalid') && { 'aria-invalid': 'true', 'aria-describedby': `${textarea.id}-error` }),
        },
        transformPastedHTML: withoutStyles,
      },
      onUpdate() {
        clearTimeout(waiting)
        waiting = setTimeout(writeBack, 200)
      },
      onTransaction: refresh,
      onBlur: writeBack,
    })
    refresh()
    return true
  }

  function show(rich: boolean): void {
    writeBack()
    editor?.destroy()
    editor = null
    page.replaceChildren()
    const works = rich && open()
    said.textContent = rich && !works ? words.unknown! : ''
    frame.hidden = !works
    textarea.hidden = works
    if (hint) hint.hidden = works
    change.textContent = works ? words.plain! : words.rich!
  }

  change.addEventListener('click', () => {
    const rich = Boolean(frame.hidden)
    show(rich)
    localStorage.setItem(preference, rich ? 'rich' : 'plain')
    ;(editor ? editor.view.dom : textarea).focus()
  })
  // The form's own script and the browser read the input: it has to be current before them.
  textarea.form?.addEventListener('submit', writeBack, { capture: true })
  textarea.addEventListener('restored', () => {
    clearTimeout(waiting)
    waiting = undefined
    show(!frame.hidden)
  })
  field.querySelector('label')?.addEventListener('click', () => editor?.commands.focus())
  addEventListener('pagehide', writeBack)
  addEventListener('hashchange', () => {
    if (location.hash === `#${textarea.id}`) editor?.commands.focus()
  })
  show(localStorage.getItem(preference) !== 'plain')
}

for (const textarea of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-island="editor"]')) mount(textarea)

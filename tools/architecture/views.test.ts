import { describe, expect, it } from 'vitest'
import { views } from './views.ts'

const complaints = (text: string, path = 'src/modules/events/list/list.page.tsx') => views([{ path, text }]).map(({ message }) => message)

describe('a view', () => {
  it('composes ui components', () => {
    expect(complaints(`export const View = () => <Section title={t('Agenda')}><a href="#add">{t('Tambah')}</a></Section>`)).toEqual([])
  })

  it.each([
    ['an inline style', `const V = () => <p style="margin:0">x</p>`, 'style='],
    ['an inline style object', `const V = () => <p style={{ margin: 0 }}>x</p>`, 'style='],
    ['a style element', `const V = () => <style>{'p{}'}</style>`, '<style>'],
    ['a script element', `const V = () => <script>{'alert()'}</script>`, '<script>'],
    ['a script handler', `const V = () => <button onclick="alert()">x</button>`, 'onclick='],
    ['a colour', `const V = () => <path fill="#9a3412" />`, 'design tokens'],
    ['a stylesheet', `import './list.css'`, 'not imported'],
  ])('does not carry %s', (_what, text, advice) => {
    expect(complaints(text)).toEqual([expect.stringContaining(advice)])
  })

  it('may describe itself to machines in a data block', () => {
    expect(complaints(`const V = () => <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />`)).toEqual([])
    expect(complaints(`const V = () => <script type="module" src="/x.js" />`)).toHaveLength(1)
  })

  it('leaves CSS to ui', () => {
    expect(complaints('p {}', 'src/modules/events/list/list.css')).toHaveLength(1)
    expect(complaints('p {}', 'src/ui/badge/badge.css')).toEqual([])
  })

  it('in ui may draw and name colours, without inline style', () => {
    expect(complaints(`const V = () => <path fill="#9a3412" />`, 'src/ui/theme/crest.tsx')).toEqual([])
    expect(complaints(`const V = () => <p style="margin:0" />`, 'src/ui/badge/badge.tsx')).toHaveLength(1)
  })

  it('that becomes a picture or an e-mail is no page', () => {
    expect(complaints(`import satori from 'satori'; const V = () => <p style={{ margin: 0 }}>x</p>`)).toEqual([])
    expect(complaints(`const V = () => <p style="margin:0" />`, 'src/platform/mail/letter.tsx')).toEqual([])
  })
})

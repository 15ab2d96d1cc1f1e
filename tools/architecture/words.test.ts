import { describe, expect, it } from 'vitest'
import { words } from './words.ts'

const dictionary = (entries: Record<string, string>, path = 'src/modules/events/words.en.ts') => ({ path, text: `export default ${JSON.stringify(entries)}` })
const page = (text: string, path = 'src/modules/events/list/list.page.tsx') => ({ path, text })
const missing = (text: string, path?: string) =>
  words([page(text, path)]).filter(({ message }) => message.includes('has no English')).map(({ message }) => message.match(/^'(.*)' has/)?.[1])

describe('a sentence people read', () => {
  it('has English in some words.en.ts', () => {
    expect(words([page(`t('Agenda'); t('{n} acara', { n })`), dictionary({ Agenda: 'Calendar', '{n} acara': '{n} events' })])).toEqual([])
  })

  it.each([
    ['a text', `t('Agenda hari ini')`],
    ['a text in a template', 't(`Agenda hari ini`)'],
    ['a problem', `throw new Problem('date', 'Agenda hari ini')`],
    ['a refusal', `throw new Refused('Agenda hari ini')`],
    ['a message for the next page', `goto('/agenda', 'Agenda hari ini')`],
    ['a message of a schema', `import { z } from 'zod'; z.object({ a: z.string().trim().min(3, 'Agenda hari ini') })`],
    ['a named message of a schema', `import { z } from 'zod'; z.string().refine(ok, { error: 'Agenda hari ini' })`],
  ])('is found as %s', (_where, text) => {
    expect(missing(text)).toEqual(['Agenda hari ini'])
  })

  it('is found on both sides of a choice', () => {
    expect(missing(`t(many ? 'Semua acara' : 'Satu acara')`)).toEqual(['Semua acara', 'Satu acara'])
  })

  it('is found in a manifest’s labels, and a property elsewhere is not one', () => {
    const text = `export const events = { menu: { work: [{ label: 'Agenda', group: 'Kantor' }] } }`
    expect(missing(text, 'src/modules/events/module.ts')).toEqual(['Agenda', 'Kantor'])
    expect(missing(text)).toEqual([])
  })

  it('is followed to where it is kept', () => {
    expect(missing(`const steps = [{ path: 'kirim', title: 'Kirim sekarang' }]; steps.map(step => t(step.title))`)).toEqual(['Kirim sekarang'])
    expect(missing(`const kinds: Record<Kind, string> = { berita: 'Berita' }; t(kinds[item.kind])`)).toEqual(['Berita'])
    expect(missing(`goto('/agenda', await proceed(tx)); async function proceed(tx) { if (tx) return 'Tersimpan.'; return 'Terkirim.' }`)).toEqual(['Tersimpan.', 'Terkirim.'])
    expect(missing(`throw Problem.all([{ name: 'date', message: { text: 'Isi tanggal' } }])`)).toEqual(['Isi tanggal'])
  })

  it('is not what invented people say', () => {
    expect(missing(`t(x.title); const news = { title: 'Jalan baru' }`, 'src/app/demo/content/news.ts')).toEqual([])
  })

  it('is not a code, a value or a sign', () => {
    expect(missing(`import { z } from 'zod'; z.enum(['draft', 'published']); t('·'); t('{n}', { n })`)).toEqual([])
  })
})

describe('English', () => {
  it('that nobody says any more is a warning', () => {
    expect(words([dictionary({ Agenda: 'Calendar' })])).toEqual([expect.objectContaining({ warning: true, message: expect.stringContaining(`nobody says 'Agenda'`) })])
  })

  it('is the same everywhere', () => {
    const found = words([page(`t('Agenda')`), dictionary({ Agenda: 'Calendar' }), dictionary({ Agenda: 'Schedule' }, 'src/ui/words.en.ts')])
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('keep one of the two')])
  })

  it('fills the same placeholders', () => {
    const found = words([page(`t('{n} acara')`), dictionary({ '{n} acara': '{count} events' })])
    expect(found.map(({ message }) => message)).toEqual([expect.stringContaining('other {placeholders}')])
  })
})

import { english, markdown } from '#ui/part/inputs.tsx'
import { block, heading } from './block.ts'
import { Writing } from './written.tsx'

/** What a page has to say, in words. */
export const text = block({
  kind: 'text',
  label: 'Tulisan',
  hint: 'Tulisan bebas dengan subjudul, daftar, tabel, dan tautan.',
  parts: {
    heading: heading(),
    text: markdown('Isi'),
    english: english(markdown('Isi (Inggris)')),
  },
  view: ({ values, around }) => (values.text ? <Writing text={values.text} english={values.english} around={around} /> : null),
})

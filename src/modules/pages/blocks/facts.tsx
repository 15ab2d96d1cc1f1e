import { FactList } from '#ui/index.ts'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

/** What is known about something, line by line. */
export const facts = block({
  kind: 'facts',
  label: 'Fakta singkat',
  hint: 'Daftar keterangan dengan isinya, misalnya luas wilayah dan batasnya.',
  parts: {
    heading: heading(),
    rows: rows('Fakta', { columns: { label: { label: 'Keterangan', required: true, max: 80 }, value: { label: 'Isi', required: true, max: 300 } } }),
  },
  view: ({ values }) => (values.rows.length > 0 ? <div lang={writtenIn()}><FactList facts={values.rows} /></div> : null),
})

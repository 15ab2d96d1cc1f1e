import { TaskList } from '#ui/index.ts'
import { rows } from '#ui/part/rows.tsx'
import { block, heading } from './block.ts'
import { hrefOf } from './links.ts'
import { writtenIn } from './written.tsx'

/** The things people come for, as big plain links. */
export const links = block({
  kind: 'links',
  label: 'Tautan',
  hint: 'Tautan besar ke layanan dan halaman yang sering dicari.',
  title: 'Layanan dan tautan',
  parts: {
    heading: heading(),
    rows: rows('Tautan', { max: 24, columns: { label: { label: 'Tulisan', required: true, max: 60 }, address: { label: 'Alamat', as: 'link', required: true }, note: { label: 'Keterangan', max: 100 } } }),
  },
  view({ values, around }) {
    const shown = values.rows.filter(row => row.label && row.address)
    return shown.length > 0 ? <div lang={writtenIn()}><TaskList items={shown.map(({ label, address, note }) => ({ label, href: hrefOf(around, address), hint: note || undefined }))} /></div> : null
  },
})

import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable } from '#ui/index.ts'
import { documents as files } from '#ui/part/documents.tsx'
import { block, heading } from './block.ts'
import { writtenIn } from './written.tsx'

/** What a document is, for lists and for the health of a site. */
const categories: Record<string, string> = { '': 'Lainnya', perencanaan: 'Perencanaan', anggaran: 'Anggaran', laporan: 'Laporan', peraturan: 'Peraturan', 'informasi-publik': 'Informasi publik', formulir: 'Formulir' }

/** Files to download, newest year first, with their kind and weight, so that nobody is surprised on a slow line. */
export const documents = block({
  kind: 'documents',
  label: 'Dokumen',
  hint: 'Berkas untuk diunduh, dengan kategori, tahun, dan ukurannya.',
  title: 'Dokumen',
  parts: { heading: heading(), documents: files('Dokumen', categories) },
  view({ values, around }) {
    const shown = values.documents.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
    if (shown.length === 0) return null
    return (
      <DataTable caption={t('Dokumen')} rows={shown} rowKey={file => file.fileId} columns={[
        { label: t('Dokumen'), main: true, cell: file => <a href={around.file(`/berkas/${file.fileId}/${encodeURIComponent(file.name)}`)} download lang={writtenIn()}>{file.title || file.name}</a> },
        ...(shown.some(file => file.category) ? [{ label: t('Kategori'), cell: (file: (typeof shown)[number]) => t(categories[file.category ?? ''] ?? '') }] : []),
        ...(shown.some(file => file.year) ? [{ label: t('Tahun'), numeric: true, cell: (file: (typeof shown)[number]) => file.year }] : []),
        { label: t('Ukuran'), numeric: true, cell: file => fileSize(file.bytes) },
      ]} />
    )
  },
})

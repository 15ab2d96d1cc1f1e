import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { DataTable } from '#ui/index.ts'
import { block } from './block.ts'
import { heading } from './inputs.tsx'
import { documentCategories, documents as documentsPart } from './uploads.tsx'
import { writtenIn } from './written.tsx'

const named = new Map(Object.entries(documentCategories))

/** Files to download, newest year first, with their kind and weight, so that nobody is surprised on a slow line. */
export const documents = block({
  kind: 'documents',
  name: 'Dokumen',
  about: 'Berkas untuk diunduh, dengan kategori, tahun, dan ukurannya.',
  title: 'Dokumen',
  parts: { heading: heading(), documents: documentsPart('Dokumen') },
  view({ values, around }) {
    const files = values.documents.toSorted((a, b) => (b.year ?? 0) - (a.year ?? 0))
    if (files.length === 0) return null
    return (
      <DataTable caption={t('Dokumen')} rows={files} rowKey={file => file.fileId} columns={[
        { label: t('Dokumen'), main: true, cell: file => <a href={around.file(`/berkas/${file.fileId}/${encodeURIComponent(file.name)}`)} download lang={writtenIn()}>{file.title || file.name}</a> },
        ...(files.some(file => file.category) ? [{ label: t('Kategori'), cell: (file: (typeof files)[number]) => t(named.get(file.category ?? '') ?? '') }] : []),
        ...(files.some(file => file.year) ? [{ label: t('Tahun'), numeric: true, cell: (file: (typeof files)[number]) => file.year }] : []),
        { label: t('Ukuran'), numeric: true, cell: file => fileSize(file.bytes) },
      ]} />
    )
  },
})

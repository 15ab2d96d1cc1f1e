import { t } from '#platform/i18n/locale.ts'
import type { Concept } from '#modules/standards/contract.ts'
import { DataTable } from '#ui/index.ts'
import { columnTypes, type Variable } from '#modules/datasets/contract.ts'

/** What each column means. */
export const VariableTable = ({ variables, concepts }: { variables: readonly Variable[]; concepts: ReadonlyMap<string, Concept> }) => (
  <DataTable caption={t('Arti setiap kolom')} rows={variables} rowKey={one => one.name} columns={[
    { label: t('Kolom'), main: true, cell: one => <>{one.title} <small><code>{one.name}</code></small></> },
    { label: t('Jenis isian'), cell: one => t(columnTypes[one.type]) },
    { label: t('Satuan'), cell: one => one.unit },
    { label: t('Penjelasan'), cell: one => one.description },
    { label: t('Standar'), cell: one => {
      const concept = one.conceptId ? concepts.get(one.conceptId) : undefined
      return (concept || one.codeList) && <>{concept && <a href={`/data/standar/${concept.slug}`}>{concept.name}</a>} {one.codeList && <a href={`/data/kode/${one.codeList}`}>{one.codeList}</a>}</>
    } },
  ]} />
)

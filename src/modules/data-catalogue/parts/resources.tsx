import type { ComponentChildren } from 'preact'
import { formats, type Format } from '#platform/columnar/formats.ts'
import { fileSize } from '#platform/i18n/format.ts'
import { t } from '#platform/i18n/locale.ts'
import { Actions, ButtonLink, Section } from '#ui/index.ts'
import type { Resource } from '#modules/datasets/contract.ts'

/** Forms a table can be taken away in; a shape on the map makes one more. */
export const formatsOf = (resource: Resource): Format[] =>
  resource.kind !== 'table' ? [] : formats.filter(format => format !== 'geojson' || resource.table.columns.some(column => column.type === 'geometry'))

/** A release of one part needs no name for it. */
const Part = ({ title, children }: { title: string | null; children: ComponentChildren }) => (title ? <Section title={title} level={3}>{children}</Section> : <>{children}</>)

/** What readers can take of a release: explore, download, follow. */
export const ResourceList = ({ resources, slug, open }: { resources: readonly Resource[]; slug: string; open: boolean }) => (
  <>
    {resources.map(resource => (
      <Part key={resource.id} title={resources.length > 1 ? resource.name : null}>
        <p class="meta">
          {resource.kind === 'table' && <span>{t('{n, plural, one {# baris} other {# baris}}', { n: resource.table.rows })}, {t('{n, plural, one {# kolom} other {# kolom}}', { n: resource.table.columns.length })}</span>}
          {resource.kind === 'file' && resource.bytes !== null && <span>{fileSize(resource.bytes)}</span>}
          {resource.kind === 'link' && <span>{new URL(resource.url).host}</span>}
        </p>
        {resource.description && <p>{resource.description}</p>}
        {open && (
          <Actions>
            {resource.kind === 'table' && <ButtonLink href={`/data/${slug}/jelajah/${resource.id}`}>{t('Jelajahi')}</ButtonLink>}
            {formatsOf(resource).map(format => <ButtonLink key={format} kind="quiet" download href={`/data/berkas/${resource.id}.${format}`}>{format.toUpperCase()}</ButtonLink>)}
            {resource.kind === 'file' && <ButtonLink download href={`/data/berkas/${resource.id}`}>{t('Unduh')}</ButtonLink>}
            {resource.kind === 'link' && <ButtonLink href={resource.url}>{t('Buka')}</ButtonLink>}
          </Actions>
        )}
      </Part>
    ))}
  </>
)

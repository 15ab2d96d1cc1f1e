import { t } from '#platform/i18n/locale.ts'
import { addressOf, examples, wholePages } from '../examples.ts'
import { PublicLayout } from '../public-layout/public-layout.tsx'
import { NameList } from '../name-list/name-list.tsx'
import { Section } from '../section/section.tsx'

export interface GalleryPageProps {
  /** Folder name of a component, e.g. `data-table`. */
  component?: string
  /** Name of one of its examples as in its address, e.g. `with-sums`. */
  example?: string
}

/** Whether `GalleryPage` has something to show at this address; answer 404 when not. */
export function inGallery({ component, example }: GalleryPageProps): boolean {
  if (component === undefined) return example === undefined
  return example === undefined ? component in examples : exampleOf(component, example) !== undefined
}

const exampleOf = (component: string, example: string) =>
  Object.entries(examples[component] ?? {}).find(([name]) => addressOf(name) === example)?.[1]

/** All components at `/_ui`, those of one at `/_ui/<component>`, one example at `/_ui/<component>/<example>`. */
export function GalleryPage({ component, example }: GalleryPageProps) {
  if (component && example) {
    const show = exampleOf(component, example)
    if (!show) throw new Error(`No example ${component}/${example}`)
    if (wholePages.has(component)) return show()
    const content = show()
    return (
      <PublicLayout title={`${component}: ${example}`} hero={component === 'hero' ? content : undefined}
        breadcrumbs={component === 'breadcrumbs' ? undefined : [{ label: t('Galeri'), href: '/_ui' }, { label: component, href: `/_ui/${component}` }]}>
        {component !== 'hero' && content}
      </PublicLayout>
    )
  }
  const shown = Object.entries(examples).filter(([name]) => component === undefined || name === component)
  return (
    <PublicLayout title={component ?? t('Galeri')} lead={t('Semua bagian halaman, masing-masing dengan contohnya.')}
      breadcrumbs={component ? [{ label: t('Galeri'), href: '/_ui' }] : undefined}>
      {shown.map(([name, list]) => (
        <Section key={name} title={name}>
          <NameList items={Object.keys(list).map(label => ({ label, href: `/_ui/${name}/${addressOf(label)}` }))} />
        </Section>
      ))}
    </PublicLayout>
  )
}

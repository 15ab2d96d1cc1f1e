import { Breadcrumbs } from './breadcrumbs.tsx'

export const examples = {
  three: () => <Breadcrumbs items={[{ label: 'Berita', href: '/berita' }, { label: 'Dinas Pekerjaan Umum', href: '/berita?unit=dpu' }, { label: 'Pelebaran ruas Balapulang–Bumijawa' }]} />,
}

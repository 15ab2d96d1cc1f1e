import { ButtonLink } from '../button/button.tsx'
import { examples as tables } from '../data-table/data-table.examples.tsx'
import { examples as fields } from '../field/field.examples.tsx'
import { examples as filters } from '../filter-bar/filter-bar.examples.tsx'
import { Pager } from '../pager/pager.tsx'
import { WorkLayout } from './work-layout.tsx'

export const examples = {
  list: () => (
    <WorkLayout title="Surat untuk Anda" lead="Kepala Bidang e-Government · Plh. Kepala Dinas sampai 23 November" action={<ButtonLink href="/surat/baru">Tulis surat</ButtonLink>}
      tabs={[{ label: 'Perlu tindakan', href: '/surat', count: 14, current: true }, { label: 'Tanda tangan', href: '/surat?tab=ttd', count: 3 }, { label: 'Paraf', href: '/surat?tab=paraf', count: 5 }, { label: 'Selesai', href: '/surat?tab=selesai' }]}>
      {filters.closed()}
      {tables.letters()}
      <Pager older="/surat?setelah=3" />
    </WorkLayout>
  ),
  form: () => (
    <WorkLayout title="Terima surat" lead="Surat yang datang di atas kertas." width="text" breadcrumbs={[{ label: 'Surat', href: '/surat' }, { label: 'Terima surat' }]}>
      {fields['with errors']()}
    </WorkLayout>
  ),
}

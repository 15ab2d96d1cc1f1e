import { ButtonLink } from '../button/button.tsx'
import { PageHead } from './page-head.tsx'

export const examples = {
  'with action': () => <PageHead title="Surat untuk Anda" lead="Kepala Bidang e-Government · Plh. Kepala Dinas sampai 23 November" action={<ButtonLink href="/surat/baru">Tulis surat</ButtonLink>} />,
  'long title': () => <PageHead title="Pertanggungjawaban penyelenggaraan pemerintahan berbasis elektronik" />,
}

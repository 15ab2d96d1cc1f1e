import { Badge } from '../badge/badge.tsx'
import { FactList } from './fact-list.tsx'

export const examples = {
  letter: () => (
    <FactList facts={[
      { label: 'Nomor', value: '000.14/412/BPS/2026' },
      { label: 'Dari', value: 'BPS Kabupaten Tegal' },
      { label: 'Keadaan', value: <Badge tone="warn">Menunggu jawaban</Badge> },
      { label: 'Tembusan', value: null },
      { label: 'Catatan', value: 'Koordinasikan dengan BKPSDM, siapkan jawaban sebelum rapat Forum Perangkat Daerah.' },
    ]} />
  ),
}

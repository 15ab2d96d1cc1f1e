import { Diff } from './diff.tsx'

export const examples = {
  text: () => <Diff before={'Kepala Dinas hadir pukul 09.00.\nTempat: Pendopo.\nBawa laporan.'} after={'Kepala Dinas hadir pukul 10.00.\nTempat: Pendopo.\nBawa laporan.\nPakaian dinas harian.'} />,
}

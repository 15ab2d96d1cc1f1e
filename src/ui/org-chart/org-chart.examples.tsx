import { OrgChart } from './org-chart.tsx'

const leaf = (name: string) => ({ id: name, name, below: [] })

export const examples = {
  agency: () => (
    <OrgChart label="Bagan organisasi" root={{
      id: '0', name: 'Dinas Komunikasi dan Informatika', note: 'Siti Mahmudah', below: [
        { id: '1', name: 'Sekretariat', below: [leaf('Subbagian Umum dan Kepegawaian'), leaf('Subbagian Keuangan')] },
        { id: '2', name: 'Bidang Informasi dan Komunikasi Publik', below: [leaf('Seksi Kemitraan Media')] },
        { id: '3', name: 'Bidang e-Government', href: '/kanal/e-government', below: [] },
        { id: '4', name: 'Bidang Statistik dan Persandian', below: [] },
      ],
    }} />
  ),
}

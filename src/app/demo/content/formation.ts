/** Days are counted from the Monday of the week in which the demo is made. */
type Holding = { nip: string; name: string; how: 'definitif' | 'plt' | 'plh'; fromDay: number; toDay: number | null; decree: string; reason?: string }

/** A position of the formation that `people.ts` does not fill, or one somebody stands in for. */
export type DemoPost = { unit: string; title: string; rank: number; seats?: number; holder?: Holding; roles?: string[] }

/** A few agencies in full: vacancies, a Plt. and a Plh. for this week. */
export const tegalFormation: DemoPost[] = [
  { unit: 'setda', title: 'Staf Ahli Bidang Pemerintahan, Hukum dan Politik', rank: 7 },
  { unit: 'setda', title: 'Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia', rank: 8 },
  { unit: 'setda-umum', title: 'Kepala Bagian Umum', rank: 1 },
  { unit: 'setda-kesra', title: 'Kepala Bagian Kesejahteraan Rakyat', rank: 1 },

  { unit: 'dpu', title: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', rank: 1, roles: ['reviewer', 'publisher'],
    holder: { nip: '197710152002122921', name: 'Siti Mahmudah, S.T., M.T.', how: 'plh', fromDay: 0, toDay: 6, decree: '800.1.11.1/417/2026', reason: 'Kepala Dinas menjalani cuti tahunan' } },
  { unit: 'dpu-cipta-karya', title: 'Kepala Bidang Cipta Karya', rank: 1,
    holder: { nip: '197905232005011923', name: 'Slamet Wibisana, S.T., M.T.', how: 'plt', fromDay: -42, toDay: 48, decree: '821.2/296/2026', reason: 'Pejabat lama memasuki masa pensiun' } },
  { unit: 'dpu-tata-ruang', title: 'Kepala Bidang Penataan Ruang dan Bina Jasa Konstruksi', rank: 1 },
  { unit: 'dpu-sekretariat', title: 'Kepala Subbagian Umum dan Kepegawaian', rank: 2 },
  { unit: 'dpu-sekretariat', title: 'Pengadministrasi Perkantoran', rank: 5, seats: 3 },
  { unit: 'dpu-bina-marga', title: 'Teknik Jalan dan Jembatan Ahli Muda', rank: 3, seats: 2 },
  { unit: 'dpu-uptd-alat-berat', title: 'Kepala UPTD Peralatan dan Perbekalan', rank: 1 },

  { unit: 'diskominfo-program', title: 'Kepala Subbagian Perencanaan dan Keuangan', rank: 1 },
  { unit: 'diskominfo-umum', title: 'Kepala Subbagian Umum dan Kepegawaian', rank: 1 },
  { unit: 'diskominfo-spbe', title: 'Kepala Bidang Penyelenggaraan SPBE', rank: 1 },
  { unit: 'diskominfo-infrastruktur', title: 'Pranata Komputer Ahli Pertama', rank: 3, seats: 2 },

  { unit: 'dinkes-sekretariat', title: 'Sekretaris Dinas Kesehatan', rank: 1 },
  { unit: 'dinkes-yankes', title: 'Kepala Bidang Pelayanan Kesehatan', rank: 1,
    holder: { nip: '197803042006041927', name: 'dr. Satriyo Budiharja, M.Epid.', how: 'plt', fromDay: -20, toDay: 70, decree: '821.2/311/2026', reason: 'Mutasi pejabat lama' } },
  { unit: 'dinkes-sdk', title: 'Kepala Bidang Sumber Daya Kesehatan', rank: 1 },
]

import type { Secrecy } from '#modules/correspondence/contract.ts'

/** A letter that came in on paper or by e-mail; days are counted from today. */
export interface DemoIncoming {
  /** Unit whose secretariat recorded it, and the account that did. */
  unit: string
  by: string
  /** Title of the position it was laid before. */
  to: string
  sender: string
  number: string
  letterDay: number
  receivedDay: number
  kind: string
  secrecy: Secrecy
  urgency: 'biasa' | 'segera' | 'kilat'
  classification: string
  subject: string
  summary: string
  replyDay?: number
  meeting?: { day: number; from: string; to: string; place: string }
  /** What the leader wrote: instructions, words, and to whom by title. */
  disposed?: { by: string; to: string[]; instructions: string[]; note: string; dueDay: number }
  /** Who reported back, from which position. */
  reported?: { by: string; from: string; text: string }
}

export const tegalIncoming: DemoIncoming[] = [
  {
    unit: 'diskominfo', by: 'tu.kominfo', to: 'Kepala Dinas Komunikasi dan Informatika', sender: 'Badan Pusat Statistik Kabupaten Tegal', number: 'B-204/33280/VS.100/2026', letterDay: -6, receivedDay: -4,
    kind: 'surat-dinas', secrecy: 'B', urgency: 'biasa', classification: '500.14', subject: 'Permintaan data sektoral untuk Kabupaten Tegal Dalam Angka 2027',
    summary: 'BPS meminta data sektoral semester II tahun 2026 dari produsen data, disampaikan lewat walidata paling lambat akhir bulan.', replyDay: 8,
    disposed: { by: 'kadis.kominfo', to: ['Kepala Bidang Statistik dan Persandian', 'Kepala Bidang Informasi dan Komunikasi Publik'], instructions: ['koordinasikan', 'siapkan-jawaban'], note: 'Pastikan metadata lengkap sebelum dikirim. Bidang IKP membantu data media.', dueDay: 3 },
    reported: { by: 'kabid.ikp', from: 'Kepala Bidang Informasi dan Komunikasi Publik', text: 'Data media dan kanal informasi publik sudah dikirim ke Bidang Statistik.' },
  },
  {
    unit: 'diskominfo', by: 'tu.kominfo', to: 'Kepala Dinas Komunikasi dan Informatika', sender: 'Dinas Komunikasi dan Informatika Provinsi Jawa Tengah', number: '500.12/1187/DISKOMINFO/2026', letterDay: -2, receivedDay: -1,
    kind: 'surat-undangan', secrecy: 'B', urgency: 'segera', classification: '500.12', subject: 'Undangan forum pengelola jaringan intra pemerintah se-Jawa Tengah',
    summary: 'Forum membahas interkoneksi antarkabupaten dan penanganan wilayah tanpa sinyal. Setiap kabupaten mengirim dua orang.', meeting: { day: 4, from: '09:00', to: '15:00', place: 'Gedung Dhanapala, Jalan Menteri Supeno Nomor 2, Semarang' },
  },
  {
    unit: 'diskominfo', by: 'tu.kominfo', to: 'Kepala Dinas Komunikasi dan Informatika', sender: 'Camat Bumijawa', number: '500.12.1/88/BMJ/2026', letterDay: -9, receivedDay: -8,
    kind: 'surat-dinas', secrecy: 'B', urgency: 'segera', classification: '500.12', subject: 'Permohonan penanganan wilayah tanpa sinyal di Desa Dukuhbenda dan Sokasari',
    summary: 'Dua desa di lereng barat tidak terjangkau sinyal seluler; layanan kependudukan dan sekolah terganggu.', replyDay: -1,
    disposed: { by: 'kadis.kominfo', to: ['Kepala Bidang Penyelenggaraan SPBE'], instructions: ['tindak-lanjuti', 'koordinasikan'], note: 'Cek data BTS, hubungi penyelenggara seluler, siapkan telaahan.', dueDay: 1 },
  },
  {
    unit: 'diskominfo', by: 'tu.kominfo', to: 'Kepala Dinas Komunikasi dan Informatika', sender: 'Badan Siber dan Sandi Negara', number: 'R-31/D2/PS.02.01/11/2026', letterDay: -3, receivedDay: -1,
    kind: 'surat-dinas', secrecy: 'R', urgency: 'segera', classification: '000.6', subject: 'Peringatan kerentanan pada perangkat jaringan pemerintah daerah', summary: 'Rincian kerentanan dan langkah mitigasi.',
  },
  {
    unit: 'dpu', by: 'tu.dpu', to: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', sender: 'Kepala Desa Kalisapu', number: '600.1.9/41/2026', letterDay: -5, receivedDay: -3,
    kind: 'surat-dinas', secrecy: 'B', urgency: 'biasa', classification: '600.1', subject: 'Permohonan perbaikan gorong-gorong Jalan Cut Nyak Dien', summary: 'Gorong-gorong runtuh sepanjang empat meter dan menggenangi permukiman saat hujan.',
    disposed: { by: 'sekdin.dpu', to: ['Kepala Bidang Bina Marga'], instructions: ['tindak-lanjuti'], note: 'Tinjau lapangan bersama pemerintah desa.', dueDay: 2 },
  },
]

/** A letter written on the installation; bodies are Markdown. */
export interface DemoOutgoing {
  unit: string
  by: string
  /** Title of the position that signs, and of those it is for. */
  signer: string
  kind: string
  secrecy: Secrecy
  urgency: 'biasa' | 'segera' | 'kilat'
  classification: string
  subject: string
  body: string
  to: string[]
  copies?: string[]
  outside?: { name: string; email?: string; address?: string }[]
  meeting?: { day: number; from: string; to: string; place: string }
  /** Accounts of those it sends on duty, where and from which day until which. */
  assigned?: { how: 'duty' | 'trip'; people: string[]; from: number; until: number; place: string; basis: string; task: string }
  /** How far it got, and who signs. */
  state: 'draft' | 'circulating' | 'approved' | 'signed'
  signedBy?: string
}

export const tegalOutgoing: DemoOutgoing[] = [
  {
    unit: 'diskominfo-pengelolaan-informasi', by: 'berita.kominfo', signer: 'Kepala Dinas Komunikasi dan Informatika', kind: 'surat-tugas', secrecy: 'B', urgency: 'biasa', classification: '800.1.11.1', state: 'signed', signedBy: 'kadis.kominfo',
    subject: 'Peliputan panen raya kentang di Desa Sokasari', to: [], body: '',
    assigned: { how: 'duty', people: ['berita.kominfo'], from: -2, until: -1, place: 'Desa Sokasari, Kecamatan Bumijawa', basis: 'Surat Camat Bumijawa nomor 500.6/91/BMJ/2026.', task: '1. Meliput panen raya kentang dan menyiapkan beritanya;\n2. Melaporkan hasilnya kepada Kepala Bidang Informasi dan Komunikasi Publik.' },
  },
  {
    unit: 'dpu-sekretariat', by: 'penulis.dpu', signer: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', kind: 'surat-perjalanan-dinas', secrecy: 'B', urgency: 'biasa', classification: '800.1.11.1', state: 'signed', signedBy: 'sekdin.dpu',
    subject: 'Rapat koordinasi penanganan jalan provinsi di Semarang', to: [], body: '',
    assigned: { how: 'trip', people: ['penulis.dpu'], from: 1, until: 2, place: 'Semarang', basis: 'Undangan Dinas Pekerjaan Umum Bina Marga dan Cipta Karya Provinsi Jawa Tengah.', task: '1. Mengikuti rapat koordinasi dengan kendaraan dinas;\n2. Menyampaikan laporan paling lambat lima hari kerja setelah kembali.' },
  },
  {
    unit: 'diskominfo-pengelolaan-informasi', by: 'berita.kominfo', signer: 'Kepala Dinas Komunikasi dan Informatika', kind: 'surat-undangan', secrecy: 'B', urgency: 'segera', classification: '500.12', state: 'signed', signedBy: 'kadis.kominfo',
    subject: 'Undangan bimbingan teknis pengelolaan kanal informasi publik', to: ['Camat Slawi', 'Camat Bumijawa', 'Camat Balapulang', 'Kepala Dinas Kesehatan', 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang'], copies: ['Sekretaris Daerah'],
    body: 'Dalam rangka meningkatkan mutu informasi publik di kecamatan dan perangkat daerah, kami mengundang Saudara menugaskan **dua orang pengelola kanal** untuk mengikuti bimbingan teknis.\n\nPeserta diharap membawa laptop dan satu bahan berita dari unitnya masing-masing untuk dikerjakan bersama.\n\nDemikian, atas perhatian dan kehadirannya disampaikan terima kasih.',
    meeting: { day: 5, from: '08:30', to: '12:00', place: 'Ruang Rapat Diskominfo, Jalan Dr. Soetomo Nomor 1, Slawi' },
  },
  {
    unit: 'diskominfo-statistik-persandian', by: 'walidata', signer: 'Kepala Dinas Komunikasi dan Informatika', kind: 'surat-dinas', secrecy: 'B', urgency: 'biasa', classification: '500.14', state: 'approved',
    subject: 'Penyampaian daftar data prioritas tahun 2027', to: ['Kepala Dinas Kesehatan', 'Kepala Dinas Pendidikan dan Kebudayaan', 'Kepala Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah'],
    body: 'Menindaklanjuti Forum Satu Data Indonesia tingkat kabupaten, bersama ini kami sampaikan daftar data prioritas tahun 2027 untuk diperiksa.\n\n1. Tanggapan dan usulan tambahan disampaikan paling lambat sepuluh hari kerja sejak surat ini diterima.\n2. Data yang tidak ditanggapi dianggap disetujui.\n\nAtas kerja samanya disampaikan terima kasih.',
  },
  {
    unit: 'diskominfo-pengelolaan-informasi', by: 'berita.kominfo', signer: 'Kepala Dinas Komunikasi dan Informatika', kind: 'nota-dinas', secrecy: 'B', urgency: 'biasa', classification: '400.14', state: 'circulating',
    subject: 'Laporan keaktifan kanal informasi publik bulan ini', to: ['Sekretaris Daerah'],
    body: 'Bersama ini dilaporkan hal-hal sebagai berikut.\n\n| Kelompok | Kanal | Aktif |\n|---|---|---|\n| Perangkat daerah | 48 | 41 |\n| Kecamatan | 18 | 18 |\n| Desa | 281 | 190 |\n\nKanal yang belum aktif sudah diingatkan dan didampingi. Mohon arahan lebih lanjut.',
  },
  {
    unit: 'diskominfo-pengelolaan-informasi', by: 'berita.kominfo', signer: 'Kepala Dinas Komunikasi dan Informatika', kind: 'surat-dinas', secrecy: 'B', urgency: 'biasa', classification: '400.14', state: 'draft',
    subject: 'Permohonan narasumber siniar keterbukaan informasi', to: ['Kepala Dinas Kependudukan dan Pencatatan Sipil'],
    body: 'Kami bermaksud mengundang Saudara sebagai narasumber siniar keterbukaan informasi publik edisi bulan depan.',
  },
  {
    unit: 'dpu-sekretariat', by: 'penulis.dpu', signer: 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', kind: 'surat-dinas', secrecy: 'B', urgency: 'segera', classification: '600.1', state: 'signed', signedBy: 'sekdin.dpu',
    subject: 'Pemberitahuan penutupan sementara Jembatan Kali Gung', to: ['Kepala Dinas Perhubungan', 'Camat Slawi'], copies: ['Bupati', 'Sekretaris Daerah'], outside: [{ name: 'PT Trans Jateng Koridor Tegal', email: 'operasional@transjateng.example' }, { name: 'Paguyuban Pedagang Pasar Trayeman', address: 'Jalan Ahmad Yani Nomor 20, Slawi' }],
    body: 'Sehubungan dengan penggantian balok jembatan, Jembatan Kali Gung **ditutup selama tujuh hari** mulai Senin pekan depan.\n\nKami mohon Saudara mengatur pengalihan arus lewat Jalan Mayjen Sutoyo dan memberi tahu masyarakat di sekitarnya.\n\nDemikian untuk menjadi perhatian.',
  },
]

import type { DemoUnit } from './types.ts'

const office = (parent: string, slug: string, name: string, shortName = name): DemoUnit =>
  ({ slug, name, shortName, kind: 'office', parent })

/** Bagian, bidang and seksi: Diskominfo and the secretariat in full, others where the demo needs them. */
export const tegalDivisions: DemoUnit[] = [
  office('setda', 'setda-pemerintahan', 'Bagian Tata Pemerintahan', 'Bagian Tapem'),
  office('setda', 'setda-kesra', 'Bagian Kesejahteraan Rakyat', 'Bagian Kesra'),
  office('setda', 'setda-hukum', 'Bagian Hukum'),
  office('setda', 'setda-perekonomian', 'Bagian Perekonomian dan Sumber Daya Alam', 'Bagian Perekonomian'),
  office('setda', 'setda-adbang', 'Bagian Administrasi Pembangunan', 'Bagian Adbang'),
  office('setda', 'setda-pbj', 'Bagian Pengadaan Barang dan Jasa', 'Bagian PBJ'),
  office('setda', 'setda-organisasi', 'Bagian Organisasi'),
  office('setda', 'setda-umum', 'Bagian Umum'),
  office('setda', 'setda-prokompim', 'Bagian Protokol dan Komunikasi Pimpinan', 'Bagian Prokompim'),

  office('diskominfo', 'diskominfo-sekretariat', 'Sekretariat Dinas Komunikasi dan Informatika', 'Sekretariat'),
  office('diskominfo-sekretariat', 'diskominfo-program', 'Subbagian Perencanaan dan Keuangan'),
  office('diskominfo-sekretariat', 'diskominfo-umum', 'Subbagian Umum dan Kepegawaian'),
  office('diskominfo', 'diskominfo-ikp', 'Bidang Informasi dan Komunikasi Publik', 'Bidang IKP'),
  office('diskominfo-ikp', 'diskominfo-pengelolaan-informasi', 'Sub Koordinator Pengelolaan Informasi Publik'),
  office('diskominfo-ikp', 'diskominfo-media', 'Sub Koordinator Media dan Kemitraan Komunikasi'),
  office('diskominfo-ikp', 'diskominfo-layanan-informasi', 'Sub Koordinator Layanan Informasi dan Pengaduan', 'Layanan Informasi'),
  office('diskominfo', 'diskominfo-spbe', 'Bidang Penyelenggaraan Sistem Pemerintahan Berbasis Elektronik', 'Bidang SPBE'),
  office('diskominfo-spbe', 'diskominfo-aplikasi', 'Sub Koordinator Pengembangan Aplikasi'),
  office('diskominfo-spbe', 'diskominfo-infrastruktur', 'Sub Koordinator Infrastruktur Jaringan dan Pusat Data'),
  office('diskominfo-spbe', 'diskominfo-tata-kelola', 'Sub Koordinator Tata Kelola SPBE dan Smart City'),
  office('diskominfo', 'diskominfo-statistik-persandian', 'Bidang Statistik dan Persandian'),
  office('diskominfo-statistik-persandian', 'diskominfo-statistik', 'Sub Koordinator Statistik Sektoral'),
  office('diskominfo-statistik-persandian', 'diskominfo-persandian', 'Sub Koordinator Persandian dan Keamanan Informasi'),

  office('dpu', 'dpu-sekretariat', 'Sekretariat Dinas Pekerjaan Umum dan Penataan Ruang', 'Sekretariat'),
  office('dpu', 'dpu-bina-marga', 'Bidang Bina Marga'),
  office('dpu', 'dpu-sda', 'Bidang Sumber Daya Air', 'Bidang SDA'),
  office('dpu', 'dpu-cipta-karya', 'Bidang Cipta Karya'),
  office('dpu', 'dpu-tata-ruang', 'Bidang Penataan Ruang dan Bina Jasa Konstruksi', 'Bidang Tata Ruang'),
  { slug: 'dpu-uptd-alat-berat', name: 'UPTD Peralatan dan Perbekalan', shortName: 'UPTD Alat Berat', kind: 'uptd', parent: 'dpu' },

  office('dinkes', 'dinkes-sekretariat', 'Sekretariat Dinas Kesehatan', 'Sekretariat'),
  office('dinkes', 'dinkes-kesmas', 'Bidang Kesehatan Masyarakat', 'Bidang Kesmas'),
  office('dinkes', 'dinkes-p2p', 'Bidang Pencegahan dan Pengendalian Penyakit', 'Bidang P2P'),
  office('dinkes', 'dinkes-yankes', 'Bidang Pelayanan Kesehatan', 'Bidang Yankes'),
  office('dinkes', 'dinkes-sdk', 'Bidang Sumber Daya Kesehatan', 'Bidang SDK'),
  { slug: 'labkesda', name: 'UPTD Laboratorium Kesehatan Daerah', shortName: 'Labkesda', kind: 'uptd', parent: 'dinkes' },

  office('dikbud', 'dikbud-sekretariat', 'Sekretariat Dinas Pendidikan dan Kebudayaan', 'Sekretariat'),
  office('dikbud', 'dikbud-paud', 'Bidang Pembinaan PAUD dan Pendidikan Nonformal', 'Bidang PAUD dan PNF'),
  office('dikbud', 'dikbud-sd', 'Bidang Pembinaan Sekolah Dasar', 'Bidang SD'),
  office('dikbud', 'dikbud-smp', 'Bidang Pembinaan Sekolah Menengah Pertama', 'Bidang SMP'),
  office('dikbud', 'dikbud-kebudayaan', 'Bidang Kebudayaan'),

  office('disdukcapil', 'disdukcapil-dafduk', 'Bidang Pelayanan Pendaftaran Penduduk', 'Bidang Dafduk'),
  office('disdukcapil', 'disdukcapil-capil', 'Bidang Pelayanan Pencatatan Sipil', 'Bidang Capil'),
  { slug: 'dlh-tpa-penujah', name: 'UPTD Tempat Pemrosesan Akhir Penujah', shortName: 'UPTD TPA Penujah', kind: 'uptd', parent: 'dlh', place: '33.28.08.2001' },
  { slug: 'perintransnaker-blk', name: 'UPTD Balai Latihan Kerja', shortName: 'UPTD BLK', kind: 'uptd', parent: 'perintransnaker' },
  { slug: 'porapar-guci', name: 'UPTD Pengelolaan Objek Wisata Guci', shortName: 'UPTD Guci', kind: 'uptd', parent: 'porapar', place: '33.28.02.2001' },
  { slug: 'dishub-pkb', name: 'UPTD Pengujian Kendaraan Bermotor', shortName: 'UPTD PKB', kind: 'uptd', parent: 'dishub' },
]

const puskesmas: [name: string, place: string][] = [
  ['Margasari', '33.28.01.2007'], ['Bumijawa', '33.28.02.2004'], ['Bojong', '33.28.03.2007'], ['Danasari', '33.28.03.2016'],
  ['Balapulang', '33.28.04.2018'], ['Kalibakung', '33.28.04.2003'], ['Pagerbarang', '33.28.05.2008'], ['Lebaksiu', '33.28.06.2003'],
  ['Kambangan', '33.28.06.2012'], ['Kesuben', '33.28.06.2006'], ['Jatinegara', '33.28.07.2013'], ['Kedungbanteng', '33.28.08.2004'],
  ['Pangkah', '33.28.09.2008'], ['Penusupan', '33.28.09.2005'], ['Slawi', '33.28.10.1008'], ['Adiwerna', '33.28.11.2011'],
  ['Pagiyanten', '33.28.11.2004'], ['Talang', '33.28.12.2013'], ['Kaladawa', '33.28.12.2014'], ['Dukuhturi', '33.28.13.2008'],
  ['Kupu', '33.28.13.2002'], ['Tarub', '33.28.14.2012'], ['Kesamiran', '33.28.14.2018'], ['Kramat', '33.28.15.2013'],
  ['Bangun Galih', '33.28.15.2008'], ['Suradadi', '33.28.16.2010'], ['Jatibogor', '33.28.16.2007'], ['Warureja', '33.28.17.2004'],
  ['Dukuhwaru', '33.28.18.2009'],
]

/** The 29 puskesmas under the health agency, each named after where it stands. */
export const tegalPuskesmas: DemoUnit[] = puskesmas.map(([name, place]) => ({
  slug: `puskesmas-${name.toLowerCase().replaceAll(' ', '-')}`,
  name: `UPTD Puskesmas ${name}`, shortName: `Puskesmas ${name}`, kind: 'puskesmas', parent: 'dinkes', place,
}))

import { officialsBeside } from './officials.ts'
import type { DemoPerson, DemoRole } from './types.ts'

type Row = [
  username: string, nip: string | undefined, name: string, title: string, unit: string, rank: number,
  roles?: DemoRole[], more?: Pick<DemoPerson, 'acting' | 'demoAccount' | 'guest' | 'office'>,
]

const rows: Row[] = [
  // Leaders
  ['bupati', undefined, 'H. Wiratmo Hadikusuma, S.E., M.M.', 'Bupati', 'setda', 1, ['leader'], { demoAccount: 'Pimpinan daerah (Bupati)', office: 'pemerintah' }],
  ['wakil.bupati', undefined, 'Hj. Nuraeni Sekarwangi, S.Ag.', 'Wakil Bupati', 'setda', 2, ['leader'], { office: 'pemerintah' }],
  ['sekda', '196809141993031901', 'Drs. Sutrisna Prabandaru, M.Si.', 'Sekretaris Daerah', 'setda', 3, ['leader', 'channel-supervisor'], { demoAccount: 'Sekretaris Daerah' }],
  ['asisten1', '197003221995031902', 'Drs. Bagus Wicaksana Aji, M.Si.', 'Asisten Pemerintahan dan Kesejahteraan Rakyat', 'setda', 4],
  ['asisten2', '197105172000032903', 'Ir. Retna Widowati, M.T.', 'Asisten Perekonomian dan Pembangunan', 'setda', 5],
  ['asisten3', '196911081994031904', 'Drs. Karsono Adiputra, M.M.', 'Asisten Administrasi Umum', 'setda', 6],
  ['kabag.prokompim', '198206112006042905', 'Dyah Ayu Larasati, S.I.Kom., M.I.Kom.', 'Kepala Bagian Protokol dan Komunikasi Pimpinan', 'setda-prokompim', 1, ['publisher']],
  ['kabag.organisasi', '197912042003121906', 'Prasetyo Adi Nugraha, S.STP., M.Si.', 'Kepala Bagian Organisasi', 'setda-organisasi', 1, ['writer']],
  ['kabag.pbj', '198010252008011907', 'Hendra Kusumajaya, S.T., M.T.', 'Kepala Bagian Pengadaan Barang dan Jasa', 'setda-pbj', 1, ['writer']],
  ['kabag.hukum', '197807192005012908', 'Anggraeni Puspitasari, S.H., M.H.', 'Kepala Bagian Hukum', 'setda-hukum', 1, ['writer']],

  // Diskominfo
  ['admin.tegal', '198803152011011909', 'Fajar Setyo Utomo, S.Kom., M.Kom.', 'Sub Koordinator Pengembangan Aplikasi', 'diskominfo-aplikasi', 1, ['administrator'], { demoAccount: 'Administrator pemerintah daerah (Diskominfo)' }],
  ['kadis.kominfo', '197204061998032910', 'Dra. Endang Kusumastuti, M.Si.', 'Kepala Dinas Komunikasi dan Informatika', 'diskominfo', 1, ['leader', 'channel-supervisor'], { demoAccount: 'Kepala perangkat daerah (Diskominfo)' }],
  ['sekdin.kominfo', '197611231999031911', 'Teguh Pamungkas, S.Sos., M.Si.', 'Sekretaris Dinas Komunikasi dan Informatika', 'diskominfo-sekretariat', 1, ['publisher'], { demoAccount: 'Sekretaris perangkat daerah (Diskominfo)' }],
  ['tu.kominfo', '199006152014022981', 'Sri Rejeki Handayani, A.Md.', 'Pengadministrasi Perkantoran', 'diskominfo-umum', 3, ['secretariat'], { demoAccount: 'Sekretariat, penerima surat (Diskominfo)' }],
  ['kabid.ikp', '198109302005012912', 'Wulan Kartikasari, S.Sos., M.I.Kom.', 'Kepala Bidang Informasi dan Komunikasi Publik', 'diskominfo-ikp', 1, ['reviewer', 'publisher', 'channel-supervisor'], { demoAccount: 'Peninjau informasi publik (Diskominfo)' }],
  ['media.kominfo', '199005122015022913', 'Ratri Handayani, S.I.Kom.', 'Pranata Hubungan Masyarakat Ahli Muda', 'diskominfo-media', 1, ['writer', 'reviewer']],
  ['berita.kominfo', '199508272020121914', 'Galih Priambudi, S.I.Kom.', 'Pranata Hubungan Masyarakat Ahli Pertama', 'diskominfo-pengelolaan-informasi', 1, ['writer'], { demoAccount: 'Konseptor surat (Diskominfo)' }],
  ['kabid.spbe', '197908182003121915', 'Agung Laksmana, S.Kom., M.T.', 'Kepala Bidang Penyelenggaraan SPBE', 'diskominfo-spbe', 1, ['channel-supervisor']],
  ['jaringan.kominfo', '198702092010011916', 'Bambang Hariyadi, S.T.', 'Sub Koordinator Infrastruktur Jaringan dan Pusat Data', 'diskominfo-infrastruktur', 1, ['writer']],
  ['walidata', '198404202009032917', 'Intan Permatasari, S.Si., M.Stat.', 'Kepala Bidang Statistik dan Persandian', 'diskominfo-statistik-persandian', 1, ['writer', 'reviewer', 'walidata'], { demoAccount: 'Walidata (Diskominfo)' }],
  ['statistisi.bps', undefined, 'Hesti Prameswari, S.ST., M.Stat.', 'Statistisi Ahli Madya, BPS Kabupaten Tegal', 'diskominfo-statistik-persandian', 99, ['pembina-data'], { demoAccount: 'Pembina data (BPS)', guest: true }],
  ['statistik.kominfo', '199301172019032918', 'Dewi Sulistyorini, S.Stat.', 'Statistisi Ahli Pertama', 'diskominfo-statistik', 1, ['writer']],
  ['sandi.kominfo', '199112032018011919', 'Rizal Mahardika, S.Tr.TP.', 'Sandiman Ahli Pertama', 'diskominfo-persandian', 1, ['writer']],

  // Public works
  ['kadis.dpu', '197001301996031920', 'Ir. Haryo Suksmono, M.T.', 'Kepala Dinas Pekerjaan Umum dan Penataan Ruang', 'dpu', 1, ['leader']],
  ['sekdin.dpu', '197710152002122921', 'Siti Mahmudah, S.T., M.T.', 'Sekretaris Dinas Pekerjaan Umum dan Penataan Ruang', 'dpu-sekretariat', 1, ['reviewer', 'publisher', 'walidata-pendukung'], { demoAccount: 'Penyetuju dan penerbit OPD (DPU)' }],
  ['penulis.dpu', '199406072019031922', 'Yoga Aditya Pratama, S.T.', 'Pengelola Informasi dan Dokumentasi', 'dpu-sekretariat', 2, ['writer', 'data-producer'], { demoAccount: 'Penulis OPD (DPU)' }],
  ['tu.dpu', '199204102015022982', 'Wahyuni Setyaningrum, A.Md.', 'Pengelola Surat', 'dpu-sekretariat', 6, ['secretariat'], { demoAccount: 'Sekretariat, penerima surat (DPU)' }],
  ['kabid.binamarga', '197905232005011923', 'Slamet Wibisana, S.T., M.T.', 'Kepala Bidang Bina Marga', 'dpu-bina-marga', 1, ['writer']],
  ['kabid.sda', '198108112006041924', 'Jatmiko Rahardja, S.T.', 'Kepala Bidang Sumber Daya Air', 'dpu-sda', 1, ['writer'], { acting: 'Plt.' }],

  // Health, education
  ['kadis.dinkes', '197206191999032925', 'dr. Ambarwati Nugraheni, M.Kes.', 'Kepala Dinas Kesehatan', 'dinkes', 1, ['leader', 'publisher', 'walidata-pendukung'], { demoAccount: 'Walidata pendukung (Dinas Kesehatan)' }],
  ['humas.dinkes', '198911142014022926', 'Rina Agustiningsih, S.KM.', 'Penyuluh Kesehatan Masyarakat Ahli Muda', 'dinkes-kesmas', 1, ['writer', 'data-producer'], { demoAccount: 'Produsen data (Dinas Kesehatan)' }],
  ['kabid.p2p', '197803042006041927', 'dr. Satriyo Budiharja, M.Epid.', 'Kepala Bidang Pencegahan dan Pengendalian Penyakit', 'dinkes-p2p', 1, ['writer']],
  ['pusk.slawi', '198010012009012928', 'dr. Maharani Ekawati', 'Kepala UPTD Puskesmas Slawi', 'puskesmas-slawi', 1, ['publisher', 'writer']],
  ['pusk.bumijawa', '198305162010011929', 'dr. Yudhistira Saputra', 'Kepala UPTD Puskesmas Bumijawa', 'puskesmas-bumijawa', 1, ['publisher', 'writer']],
  ['pusk.suradadi', '198112282008032930', 'drg. Laksmi Purwandari', 'Kepala UPTD Puskesmas Suradadi', 'puskesmas-suradadi', 1, ['publisher', 'writer']],
  ['direktur.soeselo', '197104111998031931', 'dr. Gunarto Wijaya, Sp.PD., M.Kes.', 'Direktur RSUD dr. Soeselo', 'rsud-soeselo', 1, ['publisher']],
  ['humas.soeselo', '199209082018012932', 'Nabila Rahmawati, S.I.Kom.', 'Pranata Humas', 'rsud-soeselo', 20, ['writer']],
  ['direktur.suradadi', '197508202004012933', 'dr. Trihastuti Widiningsih, M.M.R.', 'Direktur RSUD Suradadi', 'rsud-suradadi', 1, ['publisher', 'writer'], { acting: 'Plt.' }],
  ['kadis.dikbud', '196912121994031934', 'Drs. Purwadi Hartawan, M.Pd.', 'Kepala Dinas Pendidikan dan Kebudayaan', 'dikbud', 1, ['leader', 'publisher']],
  ['humas.dikbud', '198807072011012935', 'Fitri Yuliastuti, S.Pd.', 'Analis Pendidikan', 'dikbud-sekretariat', 1, ['writer']],
  ['kabid.kebudayaan', '197702142003121936', 'Ki Suharsana, S.Sn., M.Hum.', 'Kepala Bidang Kebudayaan', 'dikbud-kebudayaan', 1, ['writer']],
  ['smpn1slawi', '198506212010012937', 'Lestari Dwi Astuti, S.Pd., M.Pd.', 'Wakil Kepala Sekolah Bidang Humas', 'smpn-1-slawi', 2, ['school-operator'], { demoAccount: 'Operator sekolah (SMP Negeri 1 Slawi)' }],
  ['kepsek.smpn1slawi', '197109091997021938', 'Drs. Mulyanto Sadewa, M.Pd.', 'Kepala SMP Negeri 1 Slawi', 'smpn-1-slawi', 1, ['publisher']],
  ['smpn1bumijawa', '198911302015021939', 'Ardian Wahyudi, S.Pd.', 'Operator Sekolah', 'smpn-1-bumijawa', 2, ['school-operator']],
  ['sdnguci', '199002182019032940', 'Eka Nurjanah, S.Pd.SD.', 'Guru Ahli Pertama', 'sdn-guci-01', 2, ['school-operator']],

  // Other agencies
  ['inspektur', '196806071993031941', 'Drs. Wahono Setiaji, M.M., CGCAE.', 'Inspektur', 'inspektorat', 1, ['publisher']],
  ['sekwan', '197003281996031942', 'Drs. Djoko Purnama, M.H.', 'Sekretaris DPRD', 'setwan', 1, ['publisher']],
  ['kadis.capil', '197207151998031943', 'Drs. Arief Budi Santosa, M.Si.', 'Kepala Dinas Kependudukan dan Pencatatan Sipil', 'disdukcapil', 1, ['publisher']],
  ['humas.capil', '199307192019032944', 'Novita Anggraeni, A.Md.', 'Pengelola Informasi Administrasi Kependudukan', 'disdukcapil-dafduk', 20, ['writer']],
  ['kadis.dlh', '197310101999031945', 'Ir. Suryana Atmadja, M.Si.', 'Kepala Dinas Lingkungan Hidup', 'dlh', 1, ['publisher']],
  ['humas.dlh', '199404232020122946', 'Amelia Safitri, S.T.', 'Pengendali Dampak Lingkungan Ahli Pertama', 'dlh', 20, ['writer']],
  ['kadis.dinkop', '197405051999032947', 'Sri Hidayati Ningrum, S.E., M.Si.', 'Kepala Dinas Koperasi, UKM dan Perdagangan', 'dinkopukmdag', 1, ['publisher', 'writer']],
  ['kadis.naker', '197112201998031948', 'Drs. Imam Sanjaya, M.M.', 'Kepala Dinas Perindustrian, Transmigrasi dan Tenaga Kerja', 'perintransnaker', 1, ['publisher', 'writer']],
  ['kadis.porapar', '197809032002121949', 'Andhika Surya Wardana, S.STP., M.Par.', 'Kepala Dinas Kepemudaan, Olahraga dan Pariwisata', 'porapar', 1, ['publisher', 'writer']],
  ['kadis.pertanian', '196910221995031950', 'Ir. Toto Sumardiyono, M.P.', 'Kepala Dinas Pertanian', 'pertanian', 1, ['publisher', 'writer']],
  ['kadis.perikanan', '197212021999032951', 'Ir. Nur Faizah, M.Si.', 'Kepala Dinas Perikanan dan Ketahanan Pangan', 'perikanan', 1, ['publisher', 'writer']],
  ['kasat.polpp', '197306251994031952', 'Supriyono Jaladara, S.IP., M.Si.', 'Kepala Satuan Polisi Pamong Praja', 'satpolpp', 1, ['publisher', 'writer']],
  ['kalak.bpbd', '197504141997031953', 'Herwin Tanuwijaya, S.Sos.', 'Kepala Pelaksana BPBD', 'bpbd', 1, ['publisher', 'writer', 'emergency-officer'], { demoAccount: 'Petugas darurat (BPBD)' }],
  ['kadis.dishub', '197111051996031954', 'Drs. Ujang Prasodjo, M.T.', 'Kepala Dinas Perhubungan', 'dishub', 1, ['publisher', 'writer']],
  ['kaban.bapperida', '197302081998032955', 'Ir. Kusdiyah Ariyanti, M.Sc.', 'Kepala Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah', 'bapperida', 1, ['publisher', 'writer', 'forum-coordinator'], { demoAccount: 'Koordinator Forum Satu Data (Bapperida)' }],
  ['kaban.bapenda', '197007171996031956', 'Drs. Rachmat Gunadarma, M.M.', 'Kepala Badan Pendapatan Daerah', 'bapenda', 1, ['publisher', 'writer']],
  ['kaban.bkpsdm', '197201121999031957', 'Mukhlas Adinegara, S.Sos., M.Si.', 'Kepala BKPSDM', 'bkpsdm', 1, ['publisher', 'writer'], { acting: 'Plt.' }],
  ['kepegawaian', '198902172014022971', 'Kirana Wulansari, S.Psi., M.Si.', 'Analis Sumber Daya Manusia Aparatur Ahli Muda', 'bkpsdm', 20, ['personnel-officer'], { demoAccount: 'Pengelola kepegawaian (BKPSDM)' }],
  ['kadis.dispermades', '197409191998032958', 'Hj. Rokhayah Munawaroh, S.IP., M.Si.', 'Kepala Dinas Pemberdayaan Masyarakat dan Desa', 'dispermades', 1, ['publisher', 'writer', 'channel-supervisor']],
  ['kadis.arpus', '197306302000032959', 'Dra. Yuni Astriana, M.Hum.', 'Kepala Dinas Kearsipan dan Perpustakaan', 'arpus', 1, ['publisher', 'writer']],
  ['arsiparis', '198809222013012983', 'Endah Wijayanti, S.AP.', 'Arsiparis Ahli Muda', 'arpus', 20, ['archivist'], { demoAccount: 'Arsiparis (Dinas Kearsipan)' }],
  ['kadis.dpmptsp', '197610042001121960', 'Faisal Hanggara, S.E., M.Ak.', 'Kepala DPMPTSP', 'dpmptsp', 1, ['publisher', 'writer']],

  // Subdistricts and villages
  ['camat.slawi', '197711112000031961', 'Budiarto Sasongko, S.STP., M.Si.', 'Camat Slawi', '33.28.10', 1, ['publisher', 'channel-supervisor']],
  ['sekcam.slawi', '198311072005012984', 'Ratna Puspita Dewi, S.STP.', 'Sekretaris Kecamatan', '33.28.10', 2, []],
  ['kasi.supardi', '198105142006041985', 'Supardi, S.Sos.', 'Kepala Seksi Pemerintahan', '33.28.10', 5, []],
  ['kasi.agus', '198302222008011986', 'Agus Riyanto, S.H.', 'Kepala Seksi Ketenteraman dan Ketertiban Umum', '33.28.10', 6, []],
  ['kasi.kartini', '198604192010012987', 'Kartini Rahayu, S.E.', 'Kepala Seksi Pemberdayaan Masyarakat dan Desa', '33.28.10', 7, []],
  ['kasi.lilik', '198407272009012988', 'Lilik Suryani, S.IP.', 'Kepala Seksi Pelayanan Umum', '33.28.10', 8, []],
  ['kec.slawi', '199109152014062962', 'Mega Oktaviani, S.IP.', 'Pengelola Informasi Kecamatan', '33.28.10', 20, ['writer', 'publisher'], { demoAccount: 'Operator kecamatan (Kecamatan Slawi)' }],
  ['camat.bumijawa', '197608212001121963', 'Sugeng Priyanggoro, S.Sos., M.M.', 'Camat Bumijawa', '33.28.02', 1, ['publisher', 'writer']],
  ['camat.balapulang', '197904182003122964', 'Arum Widyaningtyas, S.STP., M.Si.', 'Camat Balapulang', '33.28.04', 1, ['publisher', 'writer']],
  ['kec.kramat', '198802242011011965', 'Dimas Ardhianto, S.Kom.', 'Kepala Subbagian Umum dan Kepegawaian', '33.28.15', 3, ['writer', 'publisher']],
  ['desa.kalisapu', undefined, 'Ahmad Baihaqi', 'Kepala Urusan Umum dan Perencanaan', '33.28.10.2001', 3, ['village-operator', 'publisher'], { demoAccount: 'Operator desa, menerbitkan langsung (Desa Kalisapu)' }],
  ['kades.kalisapu', undefined, 'H. Tarmidzi Ma\'shum', 'Kepala Desa Kalisapu', '33.28.10.2001', 1, ['publisher']],
  ['desa.guci', undefined, 'Wahyu Kurniasih', 'Kepala Urusan Perencanaan', '33.28.02.2001', 3, ['village-operator']],
  ['desa.rembul', undefined, 'Mochamad Solekhan', 'Sekretaris Desa Rembul', '33.28.03.2001', 2, ['village-operator']],
  ['desa.bulakwaru', undefined, 'Khusnul Khotimah', 'Kepala Urusan Keuangan', '33.28.14.2010', 3, ['village-operator']],
  ['kel.procot', '198603062009012966', 'Tutik Setianingsih, S.Sos.', 'Lurah Procot', '33.28.10.1008', 1, ['village-operator', 'publisher']],
]

const named: DemoPerson[] = rows.map(([username, nip, name, title, unit, rank, roles = [], more = {}]) =>
  ({ username, ...(nip && { nip }), name, title, unit, rank, roles, ...more }))

/** Invented people of Kabupaten Tegal. */
export const tegalPeople: DemoPerson[] = [...named, ...officialsBeside(named)]

const abroad: Row[] = [
  ['admin.purbalingga', '198705232010011967', 'Rifqi Anindita, S.Kom.', 'Pranata Komputer Ahli Muda', 'dinkominfo', 3, ['administrator'], { demoAccount: 'Administrator pemerintah daerah (Dinkominfo Purbalingga)' }],
  ['penulis.purbalingga', '199304112018012968', 'Salsabila Kusumawardani, S.I.Kom.', 'Pranata Humas Ahli Pertama', 'dinkominfo', 4, ['writer', 'reviewer', 'publisher']],
]

/** Invented people of Kabupaten Purbalingga. */
export const purbalinggaPeople: DemoPerson[] = abroad.map(([username, nip, name, title, unit, rank, roles = [], more = {}]) =>
  ({ username, ...(nip && { nip }), name, title, unit, rank, roles, ...more }))

const province: Row[] = [
  ['admin.jateng', '198509172008011969', 'Nugroho Dwi Cahyana, S.T., M.Kom.', 'Pranata Komputer Ahli Madya', 'diskominfo', 3, ['administrator', 'channel-supervisor'], { demoAccount: 'Administrator pemerintah provinsi (Diskominfo Jawa Tengah)' }],
  ['penulis.jateng', '199010052014022970', 'Paramita Indraswari, S.S.', 'Pranata Humas Ahli Muda', 'diskominfo', 4, ['writer', 'reviewer', 'publisher']],
]

/** Invented people of Provinsi Jawa Tengah. */
export const jatengPeople: DemoPerson[] = province.map(([username, nip, name, title, unit, rank, roles = [], more = {}]) =>
  ({ username, ...(nip && { nip }), name, title, unit, rank, roles, ...more }))

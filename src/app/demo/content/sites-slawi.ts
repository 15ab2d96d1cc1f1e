import { budget, contact, documents, gallery, hero, itself, latest, links, map, officials, photo, services, text, type Calendar, type DemoSite, type Service } from './sites-parts.ts'

const office = { latitude: -6.9821, longitude: 109.1398 }
const hours: [string, string, string?][] = [['Senin–Kamis', '07.30–15.30'], ['Jumat', '07.30–14.00'], ['Kamis di Pasar Trayeman', '07.00–11.00', 'los tengah']]

const standards: Service[] = [
  {
    name: 'Surat pengantar dan legalisasi', requirements: '- Surat dari desa atau kelurahan\n- KTP pemohon\n- Berkas asli dan salinannya, paling banyak lima lembar', procedure: '1. Serahkan berkas di loket.\n2. Petugas memeriksa dan meminta tanda tangan.\n3. Berkas diserahkan.',
    time: '15 menit', cost: 'Gratis', product: 'Surat atau salinan yang dilegalisasi', basis: 'Perbup tentang Pelimpahan Kewenangan Bupati kepada Camat',
  },
  {
    name: 'Dispensasi nikah', requirements: '- Surat N1–N4 dari desa atau kelurahan\n- KTP kedua calon\n- Keterangan KUA bahwa pendaftaran kurang dari sepuluh hari kerja', procedure: '1. Serahkan berkas.\n2. Camat menandatangani.\n3. Bawa surat ke KUA.',
    time: '1 hari kerja', cost: 'Gratis', product: 'Surat dispensasi nikah', basis: 'PMA 20/2019 tentang Pencatatan Pernikahan',
  },
  {
    name: 'Rekomendasi keramaian', requirements: '- Surat permohonan dengan waktu dan tempat\n- Persetujuan tetangga dan kepala desa atau lurah', procedure: '1. Serahkan berkas paling lambat tujuh hari sebelum acara.\n2. Rapat singkat dengan Polsek dan Koramil bila lebih dari 500 orang.\n3. Rekomendasi terbit.',
    time: '2 hari kerja', cost: 'Gratis', product: 'Rekomendasi untuk izin keramaian di Polsek', basis: 'PP 17/2018 tentang Kecamatan',
  },
  {
    name: 'Konsultasi tanah dan waris', requirements: '- KTP\n- Letter C, sertipikat, atau surat lain yang ada', procedure: '1. Daftar di loket atau lewat telepon.\n2. Bertemu petugas pada hari yang disepakati.', time: 'Selasa dan Kamis', cost: 'Gratis', product: 'Keterangan dan langkah berikutnya secara tertulis', basis: 'PP 24/1997 tentang Pendaftaran Tanah',
  },
]

/** Kecamatan Slawi: a subdistrict. */
export const slawi = ({ year }: Calendar): DemoSite => ({
  unit: '33.28.10',
  tagline: 'Lima desa, lima kelurahan, satu loket',
  point: office,
  contact: { address: 'Jalan Ahmad Yani, Procot, Slawi', phone: '(0283) 5554201', email: 'kecslawi@tegalkab.example' },
  pages: [
    {
      purpose: 'home', summary: 'Layanan Kecamatan Slawi bagi warga lima desa dan lima kelurahan.', english: { summary: 'Services of Slawi subdistrict for ten villages and wards.' },
      blocks: [
        hero('Kecamatan Slawi', 'Surat selesai sambil menunggu. Setiap Kamis kami ada di Pasar Trayeman.', photo('market', 'Los pasar dengan meja pelayanan kecamatan'), [['Lihat layanan', '/layanan'], ['Desa dan kelurahan', '/desa-dan-kelurahan']],
          ['Slawi Subdistrict', 'Letters while you wait. Every Thursday we are at Trayeman market.']),
        latest(4),
        links('Sering dicari', [['Legalisasi dan surat pengantar', '/layanan'], ['Konsultasi tanah', '/layanan', 'Selasa dan Kamis'], ['Agenda dan kabar', '/berita'], ['Sampaikan aduan', '/pengaduan']]),
        itself('villages'),
        itself('officials'),
        contact(hours),
        map('Kantor Kecamatan Slawi', office, [['Meja pelayanan Pasar Trayeman', -6.9727, 109.1365, 'Kamis 07.00–11.00']]),
      ],
    },
    {
      purpose: 'profile', summary: 'Wilayah kerja dan tekad pelayanan Kecamatan Slawi.', english: { summary: 'What Slawi subdistrict covers and stands for.' },
      blocks: [
        text('', `Kecamatan Slawi terdiri atas lima kelurahan (Pakembaran, Kagok, Procot, Kudaile, Slawi Wetan) dan lima desa (Kalisapu, Dukuhwringin, Dukuhsalam, Slawi Kulon, Trayeman) seluas 13,6 kilometer persegi. Di sini kantor bupati, rumah sakit, alun-alun, dan stasiun berada.

Karena kecil dan padat, persoalan satu wilayah sering bermula di wilayah lain: genangan, sampah, parkir. Tugas kecamatan yang terpenting ialah mempertemukan mereka.`,
          `Slawi consists of five wards and five villages on 13.6 square kilometres. The regent's office, the hospital, the square and the station are here.

Because it is small and dense, a problem in one place often begins in another: floods, waste, parking. The subdistrict's first task is to bring neighbours to one table.`),
        text('Visi dan misi', '**Pelayanan yang cepat, jelas, dan ramah.**\n\n1. Setiap layanan punya syarat dan waktu tertulis.\n2. Setiap aduan dijawab.\n3. Desa dan kelurahan didampingi, bukan hanya diperiksa.'),
      ],
    },
    {
      purpose: 'duties', summary: 'Tugas camat dan fungsi kecamatan.',
      blocks: [
        text('Tugas', 'Camat mengoordinasikan pemerintahan umum, pemberdayaan masyarakat, ketenteraman dan ketertiban, penerapan peraturan, pemeliharaan prasarana, serta membina desa dan kelurahan (PP 17/2018).'),
        text('Fungsi', '- Membina dan mengawasi desa dan kelurahan.\n- Melayani urusan yang dilimpahkan bupati.\n- Memimpin penanganan awal bencana di wilayahnya.'),
      ],
    },
    { purpose: 'officials', summary: 'Camat, sekretaris, dan kepala seksi.', blocks: [officials([['Supardi, S.Sos.', 'Kepala Seksi Pemerintahan'], ['Kartini Rahayu, S.E.', 'Kepala Seksi Pemberdayaan Masyarakat dan Desa'],
      ['Agus Riyanto, S.H.', 'Kepala Seksi Ketenteraman dan Ketertiban Umum'], ['Lilik Suryani, S.IP.', 'Kepala Seksi Pelayanan Umum']])] },
    { purpose: 'villages', summary: 'Sepuluh desa dan kelurahan di Kecamatan Slawi.', blocks: [itself('villages')] },
    { purpose: 'services', summary: 'Empat layanan kecamatan dengan standarnya.', english: { summary: 'Four services of the subdistrict, each with its standard.' }, blocks: [services('', standards)] },
    {
      purpose: 'public-information', summary: 'Informasi yang tersedia dan cara memintanya.',
      blocks: [
        text('', 'Kecamatan Slawi adalah PPID pelaksana. Permohonan disampaikan di loket atau lewat surel dan dijawab paling lama sepuluh hari kerja. Keberatan ditujukan kepada PPID Kabupaten Tegal.'),
        links('Tersedia setiap saat', [['Anggaran kecamatan', '/anggaran'], ['Dokumen', '/dokumen'], ['Standar pelayanan', '/layanan']]),
      ],
    },
    {
      purpose: 'documents', summary: 'Rencana kerja, laporan, dan data wilayah.',
      blocks: [documents('', [
        { name: `rencana-kerja-${year}.odt`, title: `Rencana Kerja Kecamatan ${year}`, category: 'perencanaan', year, content: [`Rencana Kerja Kecamatan Slawi Tahun ${year}`, 'Satu peta drainase bagi sepuluh desa dan kelurahan.', 'Meja pelayanan di Pasar Trayeman setiap Kamis.', 'Pendampingan laporan APB Desa.'] },
        { name: 'penduduk-per-desa.csv', title: 'Penduduk menurut desa dan kelurahan', category: 'informasi-publik', year: year - 1, content: [['wilayah', 'laki-laki', 'perempuan'], ['Kalisapu', '7412', '7208'],
          ['Dukuhwringin', '4105', '3988'], ['Dukuhsalam', '3674', '3590'], ['Slawi Kulon', '5321', '5240'], ['Trayeman', '3218', '3150'], ['Pakembaran', '5107', '5066'], ['Kagok', '3390', '3412'], ['Procot', '4466', '4521'],
          ['Kudaile', '3872', '3801'], ['Slawi Wetan', '4733', '4698']] },
        { name: `laporan-kinerja-${year - 1}.odt`, title: `Laporan Kinerja ${year - 1}`, category: 'laporan', year: year - 1, content: [`Laporan Kinerja Kecamatan Slawi Tahun ${year - 1}`, 'Layanan diberikan 9.214 kali, 97 persen pada hari yang sama.', 'Indeks kepuasan masyarakat 88,4.'] },
      ])],
    },
    { purpose: 'budget', summary: 'Anggaran kecamatan dan realisasinya.', blocks: [budget(`Realisasi ${year - 1}`, year - 1, `Laporan Kinerja ${year - 1}`, [['belanja', 'Penunjang urusan pemerintahan', 4_118_000_000, 4_020_400_000],
      ['belanja', 'Pelayanan publik', 212_000_000, 209_150_000], ['belanja', 'Pemberdayaan desa dan kelurahan', 1_460_000_000, 1_431_700_000], ['belanja', 'Ketenteraman dan ketertiban', 96_500_000, 95_200_000]])] },
    { purpose: 'gallery', summary: 'Kegiatan kecamatan.', blocks: [gallery([photo('market', 'Pelayanan di los tengah Pasar Trayeman'), photo('water', 'Saluran yang dikeruk bersama di Dukuhsalam'), photo('meeting', 'Musyawarah sepuluh desa dan kelurahan')])] },
    {
      purpose: 'complaints', summary: 'Aduan dijawab paling lama lima hari kerja.',
      blocks: [text('', 'Aduan diterima di loket, lewat telepon, dan lewat SP4N-LAPOR! Yang menjadi urusan dinas diteruskan hari itu juga, dan pelapor diberi tahu ke mana.'), links('Saluran', [['SP4N-LAPOR!', 'https://www.lapor.go.id/', 'Pengaduan pelayanan publik nasional'],
        ['Loket kecamatan', 'tel:(0283)5554201', 'Jam kerja']])],
    },
    { purpose: 'contact', summary: 'Alamat kantor dan jam layanan.', blocks: [contact(hours), map('Kantor Kecamatan Slawi', office)] },
  ],
})

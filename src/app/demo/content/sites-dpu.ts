import { budget, contact, documents, facts, gallery, hero, itself, latest, links, map, officials, photo, services, text, type Calendar, type DemoSite, type Service } from './sites-parts.ts'

const office = { latitude: -6.9903, longitude: 109.1311 }
const hours: [string, string, string?][] = [['Senin–Kamis', '07.30–15.30'], ['Jumat', '07.30–14.00'], ['Piket jalan dan jembatan', '24 jam', 'lewat telepon']]

const standards: Service[] = [
  {
    name: 'Persetujuan bangunan gedung (PBG)', requirements: '- Data pemilik dan bukti hak atas tanah\n- Keterangan rencana kabupaten atau KKPR\n- Gambar arsitektur, struktur, dan utilitas\n- Perhitungan struktur untuk bangunan dua lantai ke atas',
    procedure: '1. Ajukan lewat SIMBG.\n2. Berkas diperiksa tim penilai teknis.\n3. Bayar retribusi.\n4. PBG terbit.', time: '28 hari kerja; rumah tinggal sederhana 10 hari kerja', cost: 'Menurut Perda tentang Pajak Daerah dan Retribusi Daerah', product: 'Dokumen PBG',
    basis: 'PP 16/2021 tentang Bangunan Gedung', address: 'https://simbg.pu.go.id/',
  },
  {
    name: 'Keterangan rencana kabupaten', requirements: '- Salinan KTP\n- Titik koordinat dan bukti hak atas tanah', procedure: '1. Serahkan berkas di loket.\n2. Petugas memeriksa peta pola ruang.\n3. Keterangan diambil atau dikirim lewat surel.',
    time: '3 hari kerja', cost: 'Gratis', product: 'Keterangan rencana kabupaten', basis: 'PP 21/2021 tentang Penyelenggaraan Penataan Ruang',
  },
  {
    name: 'Izin pemakaian ruang milik jalan kabupaten', requirements: '- Surat permohonan\n- Gambar rencana galian atau bangunan\n- Jaminan pemulihan dari bank umum', procedure: '1. Serahkan berkas.\n2. Peninjauan bersama.\n3. Izin terbit; jaminan kembali setelah masa pemeliharaan.',
    time: '14 hari kerja', cost: 'Gratis; jaminan menurut panjang galian', product: 'Izin pemakaian ruang milik jalan', basis: 'PP 34/2006 tentang Jalan; Permen PU 20/PRT/M/2010',
  },
  {
    name: 'Sewa alat berat', requirements: '- Surat permohonan\n- Keterangan tempat dan lama pekerjaan', procedure: '1. Pesan di UPTD Peralatan dan Perbekalan.\n2. Bayar di muka lewat bank.\n3. Alat dan operator datang pada hari yang disepakati.',
    time: '2 hari kerja, bila alat tersedia', cost: 'Mulai Rp950.000 per hari, di luar bahan bakar', product: 'Alat berat dengan operator', basis: 'Perda tentang Pajak Daerah dan Retribusi Daerah',
  },
  {
    name: 'Laporan jalan atau saluran rusak', requirements: '- Tempat dan foto kerusakan', procedure: '1. Laporkan lewat telepon piket atau SP4N-LAPOR!\n2. Lubang di jalan kabupaten ditutup sementara.\n3. Perbaikan tetap masuk jadwal ruas.',
    time: 'Ditinjau 1 × 24 jam; lubang ditutup 3 hari kerja', cost: 'Gratis', product: 'Jalan atau saluran yang diperbaiki', basis: 'UU 2/2022 tentang Jalan', address: 'https://www.lapor.go.id/',
  },
]

/** Dinas Pekerjaan Umum dan Penataan Ruang: an agency. */
export const dpu = ({ year, day }: Calendar): DemoSite => ({
  unit: 'dpu',
  name: 'DPU Kabupaten Tegal',
  tagline: 'Jalan, air, bangunan, dan tata ruang Kabupaten Tegal',
  point: office,
  pages: [
    {
      purpose: 'home', summary: 'Layanan dan pekerjaan DPU Kabupaten Tegal.', english: { summary: 'Services and works of the public works agency of Kabupaten Tegal.' },
      blocks: [
        hero('Pekerjaan Umum dan Penataan Ruang', '846 kilometer jalan kabupaten, 31 daerah irigasi, dan izin bangunan yang dapat ditunggu.', photo('road', 'Jalan kabupaten di antara pohon peneduh'), [['Laporkan kerusakan', '/pengaduan'], ['Lihat layanan', '/layanan']],
          ['Public Works and Spatial Planning', '846 kilometres of roads, 31 irrigation areas, and building permits without the wait.']),
        latest(5),
        links('Yang sering dicari', [
          ['Persetujuan bangunan gedung', '/layanan', 'Syarat, waktu, dan retribusi'],
          ['Informasi publik', '/informasi-publik', 'Daftar informasi dan cara meminta'],
          ['Penutupan jalan', '/berita', 'Pengumuman terbaru'],
          ['Anggaran dinas', '/anggaran'],
        ]),
        itself('officials'),
        contact(hours, '0283 5551036'),
        map('Kantor DPU', office, [['UPTD Peralatan dan Perbekalan', -6.9958, 109.1226], ['Bendung Danawarih', -7.0644, 109.1438, 'pintu intake utama']]),
      ],
    },
    {
      purpose: 'profile', summary: 'Apa yang dikerjakan dinas ini dan untuk siapa.', english: { summary: 'What the agency does, and for whom.' },
      blocks: [
        text('', `Dinas Pekerjaan Umum dan Penataan Ruang membangun dan memelihara jalan kabupaten, jembatan, saluran irigasi, drainase, air minum, dan gedung pemerintah. Dinas juga menjaga agar pembangunan mengikuti rencana tata ruang.

Kerja dinas diukur dengan tiga angka yang diumumkan dua kali setahun: jalan dalam kondisi mantap, luas sawah yang menerima air sesuai jadwal, dan lama penerbitan PBG.`,
          `The agency builds and maintains district roads, bridges, irrigation, drainage, water supply and public buildings, and sees to it that building follows the spatial plan.

Three figures tell how it does, published twice a year: roads in fair condition or better, rice fields that get water on schedule, and days until a building permit.`),
        facts('Dalam angka', [['Jalan kabupaten', '846 km, 71,4 persen mantap'], ['Jembatan', '412'], ['Daerah irigasi kewenangan kabupaten', '31, seluas 11.240 hektare'], ['Pegawai', '214, termasuk 96 petugas lapangan']]),
        text('Visi dan misi', 'Dinas bekerja menurut visi bupati tentang **layanan dasar yang merata**. Sasarannya: 78 persen jalan mantap, setiap daerah irigasi punya jadwal gilir yang ditaati, dan setiap bangunan baru sesuai tata ruang.'),
      ],
    },
    {
      purpose: 'duties', summary: 'Tugas dan fungsi menurut peraturan bupati.',
      blocks: [
        text('Tugas', 'Membantu bupati melaksanakan urusan pemerintahan bidang pekerjaan umum dan penataan ruang serta tugas pembantuan.'),
        text('Fungsi', `1. Merumuskan kebijakan jalan, sumber daya air, cipta karya, dan tata ruang.
2. Melaksanakan kebijakan tersebut di wilayah kabupaten.
3. Membina jasa konstruksi.
4. Mengevaluasi dan melaporkan pelaksanaannya.
5. Mengurus administrasi dinas.
6. Melaksanakan fungsi lain yang diberikan bupati.`),
      ],
    },
    { purpose: 'structure', summary: 'Sekretariat, empat bidang, dan satu UPTD.', blocks: [itself('structure')] },
    {
      purpose: 'officials', summary: 'Kepala dinas dan pejabat di bawahnya.',
      blocks: [officials([['Siti Mahmudah, S.T., M.T.', 'Sekretaris Dinas'], ['Slamet Wibisana, S.T., M.T.', 'Kepala Bidang Bina Marga'], ['Jatmiko Rahardja, S.T.', 'Plt. Kepala Bidang Sumber Daya Air'],
        ['Ir. Winarni Saptorini, M.T.', 'Kepala Bidang Cipta Karya'], ['Hanif Ardiansyah, S.T., M.PWK.', 'Kepala Bidang Penataan Ruang dan Bina Jasa Konstruksi'], ['Sarwono, S.T.', 'Kepala UPTD Peralatan dan Perbekalan']])],
    },
    {
      purpose: 'services', summary: 'Lima layanan dengan standarnya.', english: { summary: 'Five services, each with its standard.' },
      blocks: [
        text('Maklumat pelayanan', 'Kami sanggup melayani menurut standar di bawah ini. Bila lewat waktu tanpa alasan tertulis, pemohon berhak diberi jawaban oleh sekretaris dinas pada hari itu juga.', 'We undertake to serve by the standards below. When a deadline passes without a written reason, applicants are owed an answer from the secretary of the agency on the same day.'),
        services('', standards),
      ],
    },
    {
      purpose: 'public-information', summary: 'Daftar informasi publik dan cara memintanya.',
      blocks: [
        text('', `DPU adalah PPID pelaksana. Permohonan dijawab paling lama sepuluh hari kerja dan dapat diperpanjang tujuh hari kerja dengan alasan tertulis (UU 14/2008).

| Informasi | Bentuk | Diumumkan |
|---|---|---|
| Rencana kerja dan anggaran | Dokumen | Setiap Januari |
| Kondisi jalan per ruas | Tabel | Dua kali setahun |
| Rencana umum pengadaan | Portal SiRUP | Terus-menerus |
| Laporan kinerja | Dokumen | Setiap Maret |
| Jadwal gilir air | Tabel | Setiap musim tanam |

Yang dikecualikan: dokumen penawaran sebelum pemenang ditetapkan, dan data pribadi pemohon.`),
        links('Langsung ke', [['Dokumen', '/dokumen'], ['Anggaran', '/anggaran'], ['SiRUP LKPP', 'https://sirup.lkpp.go.id/', 'Rencana umum pengadaan']]),
      ],
    },
    {
      purpose: 'documents', summary: 'Rencana, laporan, dan data untuk diunduh.',
      blocks: [
        documents('', [
          { name: 'daftar-informasi-publik.csv', title: 'Daftar informasi publik', category: 'informasi-publik', year, content: [['informasi', 'penanggung jawab', 'waktu', 'bentuk'],
            ['Rencana kerja', 'Sekretariat', 'Januari', 'cetak dan berkas'], ['Kondisi jalan per ruas', 'Bidang Bina Marga', 'Juni dan Desember', 'berkas'],
            ['Jadwal gilir air', 'Bidang Sumber Daya Air', 'setiap musim tanam', 'berkas'], ['Laporan kinerja', 'Sekretariat', 'Maret', 'cetak dan berkas']] },
          { name: `rencana-kerja-${year}.odt`, title: `Rencana Kerja ${year}`, category: 'perencanaan', year, content: [`Rencana Kerja Dinas Pekerjaan Umum dan Penataan Ruang Tahun ${year}`, 'Pelebaran ruas Balapulang–Bumijawa 4,2 kilometer.', 'Penggantian tiga pintu intake Bendung Danawarih.', 'Penutupan lubang seluruh ruas kabupaten paling lama tiga hari kerja setelah dilaporkan.'] },
          { name: `laporan-kinerja-${year - 1}.odt`, title: `Laporan Kinerja ${year - 1}`, category: 'laporan', year: year - 1, content: [`Laporan Kinerja Dinas Pekerjaan Umum dan Penataan Ruang Tahun ${year - 1}`, 'Jalan mantap 70,6 persen dari sasaran 71.', 'PBG rumah tinggal terbit rata-rata sembilan hari kerja.', 'Serapan anggaran 96,8 persen.'] },
          { name: `dpa-${year}.csv`, title: `Dokumen Pelaksanaan Anggaran ${year}, ringkasan`, category: 'anggaran', year, content: [['program', 'anggaran'], ['Penyelenggaraan jalan', '118400000000'],
            ['Pengelolaan sumber daya air', '31750000000'], ['Air minum dan drainase', '24600000000'], ['Bangunan gedung dan tata ruang', '14230000000'], ['Penunjang urusan pemerintahan', '27180000000']] },
        ]),
        { kind: 'latest', values: { heading: 'Dokumen terbaru', sort: 'dokumen' } },
      ],
    },
    {
      purpose: 'budget', summary: 'Anggaran dinas menurut program, dan realisasinya.',
      blocks: [
        budget(`Anggaran ${year}`, year, `Perda Kabupaten Tegal tentang APBD ${year}`, [['belanja', 'Penyelenggaraan jalan', 118_400_000_000], ['belanja', 'Pengelolaan sumber daya air', 31_750_000_000],
          ['belanja', 'Air minum dan drainase', 24_600_000_000], ['belanja', 'Bangunan gedung dan tata ruang', 14_230_000_000], ['belanja', 'Penunjang urusan pemerintahan', 27_180_000_000]]),
        budget(`Realisasi ${year - 1}`, year - 1, `Laporan Kinerja ${year - 1}`, [['belanja', 'Penyelenggaraan jalan', 112_860_000_000, 110_042_000_000], ['belanja', 'Pengelolaan sumber daya air', 29_310_000_000, 28_004_000_000],
          ['belanja', 'Air minum dan drainase', 22_470_000_000, 21_218_000_000], ['belanja', 'Bangunan gedung dan tata ruang', 13_900_000_000, 13_655_000_000],
          ['belanja', 'Penunjang urusan pemerintahan', 26_040_000_000, 25_115_000_000]]),
      ],
    },
    { purpose: 'gallery', summary: 'Pekerjaan di lapangan.', blocks: [gallery([photo('road', 'Lapis pondasi di tikungan Batuagung'), photo('water', 'Saluran induk Danawarih'), photo('document', 'Pemeriksaan gambar bangunan di loket'), photo('meeting', 'Rapat gilir air dengan petani pemakai air')])] },
    {
      purpose: 'complaints', summary: 'Laporan jalan, saluran, dan layanan.', english: { summary: 'Report a road, a canal or a service.' },
      blocks: [
        text('', `Sebut nama ruas, patokan terdekat, dan sertakan foto. Jalan nasional dan provinsi diteruskan kepada pemiliknya, dan pelapor diberi tahu.

Dalam 30 hari sampai {tgl:-1} masuk 63 laporan: 41 selesai, 17 dijadwalkan, 5 diteruskan.`,
          'Name the road and a landmark and add a photo. Reports about national and provincial roads are passed on, and whoever reported is told.'),
        links('Saluran', [['SP4N-LAPOR!', 'https://www.lapor.go.id/', 'Pengaduan pelayanan publik nasional'], ['Piket jalan dan jembatan', 'tel:(0283)5551036', '24 jam']]),
      ],
    },
    { purpose: 'contact', summary: 'Alamat kantor, jam layanan, dan letaknya.', blocks: [contact(hours, '0283 5551036'), map('Kantor DPU', office)] },
    {
      title: 'Jalan dengan pembatasan muatan', under: 'services', state: 'submitted', summary: `Ruas yang dibatasi delapan ton sampai ${day(45).slice(0, 4)}.`,
      blocks: [text('', '| Ruas | Muatan paling berat | Alasan |\n|---|---:|---|\n| Balapulang–Bumijawa | 8 ton | Pelebaran jalan |\n| Slawi–Pangkah | 8 ton | Siar muai jembatan |\n| Jejeg–Sirampog | 5 ton | Longsoran tebing |')],
    },
  ],
})

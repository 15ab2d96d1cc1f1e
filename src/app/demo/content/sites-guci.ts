import { budget, contact, documents, facts, gallery, hero, itself, latest, links, map, officials, photo, population, potential, services, text, type Calendar, type DemoSite } from './sites-parts.ts'
import { villageServices } from './sites-services.ts'

const office = { latitude: -7.1902, longitude: 109.1637 }
const hours: [string, string, string?][] = [['Senin–Kamis', '07.30–14.30'], ['Jumat', '07.30–11.00'], ['Sabtu', '08.00–12.00', 'hanya surat pengantar']]
const source = 'Register penduduk desa, dicocokkan dengan Disdukcapil'

/** Desa Guci, Kecamatan Bumijawa: a village of the mountains. */
export const guci = ({ year }: Calendar): DemoSite => ({
  unit: '33.28.02.2001',
  tagline: 'Air panas, sayur, dan kabut di lereng utara Gunung Slamet',
  point: office,
  contact: { address: 'Jalan Objek Wisata Guci Km 1, Guci, Bumijawa', phone: '(0283) 5554107', email: 'guci@desa.tegalkab.example' },
  leaders: [['Kepala Desa', 'Karyoto Wiguna'], ['Sekretaris Desa', 'Sri Wahyuni Lestari']],
  pages: [
    {
      purpose: 'home',
      summary: 'Layanan dan kabar Desa Guci di lereng Gunung Slamet.',
      english: { summary: 'Services and news of Guci on the slope of Mount Slamet.' },
      blocks: [
        hero('Desa Guci', 'Pemandian air panas, 74 rumah singgah, dan 190 hektare kebun sayur pada ketinggian 1.050 meter.', photo('water', 'Sungai air panas mengalir di lereng gunung berkabut'), [['Rencanakan kunjungan', '/potensi'], ['Layanan warga', '/layanan']],
          ['Guci', 'Hot springs, 74 homestays and 190 hectares of vegetables at 1,050 metres.']),
        latest(4),
        links('Untuk warga dan tamu', [
          ['Daftar harga rumah singgah', '/rumah-singgah', 'Harga tertinggi yang disepakati'],
          ['Surat dan keterangan', '/layanan'],
          ['Anggaran desa', '/anggaran'],
          ['Siaga longsor', '/siaga-longsor', 'Tanda bahaya dan titik kumpul'],
        ]),
        itself('officials', 'Pemerintah desa'),
        contact(hours),
        map('Balai Desa Guci', office, [['Pancuran 13', -7.1969, 109.1665, 'pemandian air panas'], ['Terminal bawah', -7.1868, 109.1642, 'bus besar berhenti di sini'], ['Titik kumpul lapangan', -7.1887, 109.1619]]),
      ],
    },
    {
      purpose: 'profile',
      summary: 'Letak, ketinggian, dan mata pencaharian warga Guci.',
      english: { summary: 'Where Guci lies, how high, and what its people live from.' },
      blocks: [
        text('', `Guci berada di ujung selatan Kabupaten Tegal, 40 kilometer dari Slawi, pada lereng utara Gunung Slamet. Suhu siang 18–24 derajat; kabut turun hampir setiap sore.

Setengah warga bertani wortel, kubis, daun bawang, dan stroberi. Selebihnya hidup dari tamu: pedagang, pemandu, pemilik rumah singgah, pengemudi mobil terbuka. Desa membatasi bangunan baru di atas jalan lingkar karena lereng di sana tanah tangkapan air panas.`,
          `Guci lies at the southern end of Kabupaten Tegal, 40 kilometres from Slawi, on the northern slope of Mount Slamet. Days are 18 to 24 degrees; most afternoons bring fog.

Half of the people grow carrots, cabbage, leeks and strawberries. The others live from visitors, as traders, guides, hosts and drivers. The village allows no new buildings above the ring road, because the slope there feeds the hot springs.`),
        facts('Sekilas', [['Luas wilayah', '612 hektare, di luar hutan negara'], ['Tinggi tempat', '950–1.280 meter di atas permukaan laut'], ['Pembagian wilayah', '3 dusun, 5 RW, 21 RT'],
          ['Batas utara', 'Desa Tuwel dan Desa Rembul'], ['Batas selatan', 'Hutan Gunung Slamet'], ['Batas barat', 'Desa Sigedong'], ['Kode wilayah', '33.28.02.2001']]),
        text('Visi dan misi', `**Tamu pulang senang, lereng tetap utuh, hasil kembali ke dapur warga.**

1. Satu daftar harga dan satu pintu keluhan bagi semua tamu.
2. Tidak menambah bangunan di tanah tangkapan air.
3. Seperlima laba BUM Desa untuk beasiswa dan posyandu.`),
      ],
    },
    {
      purpose: 'history', summary: 'Kisah guci pusaka dan awal mula pemandian.',
      blocks: [text('', `Cerita turun-temurun mengisahkan sebuah guci pusaka berisi air yang menyembuhkan penyakit kulit, ditanam di lereng oleh Kiai Ageng Klitik. Dari tempat itulah orang percaya air panas memancar, dan dari guci itu desa mendapat namanya.

Pancuran mula-mula hanya dipakai warga sekitar. Jalan aspal sampai ke pemandian pada tahun 1970-an membawa tamu dari Tegal dan Brebes. Banjir bandang dan longsor beberapa kali merusak pancuran; sejak itu setiap bangunan di tepi Kali Gung memakai batas sepadan dua puluh meter.`)],
    },
    {
      purpose: 'officials', summary: 'Perangkat desa dan Badan Permusyawaratan Desa.',
      blocks: [officials([['Nurkholis', 'Kepala Urusan Keuangan'], ['Taufik Hidayatullah', 'Kepala Seksi Pemerintahan'], ['Marfuah', 'Kepala Seksi Kesejahteraan dan Pelayanan'], ['Darsono', 'Kepala Dusun I'],
        ['Sukirno', 'Kepala Dusun II'], ['Ali Mustofa', 'Kepala Dusun III'], ['Hj. Istiqomah, S.Pd.', 'Ketua Badan Permusyawaratan Desa', '2021–2029']])],
    },
    { purpose: 'population', summary: 'Jumlah warga menurut dusun.', blocks: [population('Menurut dusun', `${year - 1}-12-31`, source, [['Dusun I', 846, 811], ['Dusun II', 703, 689], ['Dusun III', 548, 526]])] },
    {
      purpose: 'potentials', summary: 'Air panas, air terjun, sayur, pendakian, dan ruwat bumi.',
      english: { summary: 'Hot springs, waterfalls, vegetables, the trail to Slamet and the blessing of the earth.' },
      blocks: [
        potential({
          heading: 'Pemandian air panas', category: 'wisata', point: { latitude: -7.1969, longitude: 109.1665 }, contact: 'Pos wisata Guci', phone: '(0283) 5554111',
          text: 'Pancuran 13 dan Pancuran 5 mengalirkan air 39–42 derajat tanpa belerang. Buka sepanjang hari; tersibuk Sabtu malam. Kolam keluarga dipisah bagi perempuan dan anak pada pukul 06.00–09.00 WIB. Harga tiket ada di [kanal Porapar](/kanal/porapar).',
          english: 'Two groups of spouts give water of 39 to 42 degrees without sulphur. Open day and night, busiest on Saturday nights. From 6 to 9 am the family pool is kept for women and children.',
          photos: [photo('water', 'Pancuran air panas di antara batu'), photo('tree', 'Hutan pinus di atas pemandian')],
        }),
        potential({
          heading: 'Wortel dan stroberi', category: 'ekonomi', point: { latitude: -7.1856, longitude: 109.1598 }, contact: 'Gapoktan Lereng Makmur', phone: '(0283) 5554119',
          text: 'Seratus sembilan puluh hektare kebun mengirim 14 ton sayur sehari ke pasar Bojong, Tegal, dan Cirebon. Stroberi dipetik sendiri oleh tamu, Rp60.000 sekilogram; kebun ditutup bila tanah basah.',
          photos: [photo('farm', 'Kebun wortel berteras di lereng')],
        }),
        potential({
          heading: 'Curug Pengantin', category: 'alam', point: { latitude: -7.2041, longitude: 109.1712 },
          text: 'Dua air terjun berdampingan, dua puluh menit berjalan kaki dari Pancuran 13. Jalan setapaknya berpegangan tali dan ditutup saat hujan.',
          photos: [photo('water', 'Dua air terjun berdampingan')],
        }),
        potential({
          heading: 'Ruwat bumi', category: 'budaya',
          text: 'Setiap bulan Sura warga mengarak gunungan hasil bumi dan memandikan kambing kendit di Pancuran 13, lalu makan bersama di lapangan. Kebiasaan ini meminta keselamatan bagi lereng dan para tamu.',
          photos: [photo('meeting', 'Warga berkumpul di pendopo untuk ruwat bumi')],
        }),
        potential({
          heading: 'Jalur pendakian Slamet', category: 'infrastruktur', point: { latitude: -7.1997, longitude: 109.1733 }, contact: 'Basecamp pemuda Guci', phone: '(0283) 5554126',
          text: 'Pos pendaftaran, lima pos berteduh, dan dua sumber air sampai ketinggian 2.100 meter. Kuota 120 orang sehari. Pendaki membawa turun sampahnya dan menimbangnya di pos.',
          photos: [photo('road', 'Jalan menuju pos pendakian')],
        }),
      ],
    },
    {
      purpose: 'budget', summary: 'APB Desa tahun ini dan realisasi tahun lalu.',
      blocks: [
        budget(`APB Desa ${year}`, year, `Peraturan Desa Guci No. 6 Tahun ${year - 1} tentang APB Desa ${year}`, [
          ['pendapatan', 'Pendapatan asli desa', 684_000_000], ['pendapatan', 'Dana desa', 932_118_000], ['pendapatan', 'Alokasi dana desa', 488_760_000], ['pendapatan', 'Bagi hasil pajak dan retribusi', 312_400_000],
          ['belanja', 'Penyelenggaraan pemerintahan desa', 741_300_000], ['belanja', 'Pembangunan desa', 1_018_278_000], ['belanja', 'Pembinaan kemasyarakatan', 147_500_000], ['belanja', 'Pemberdayaan masyarakat', 318_200_000], ['belanja', 'Bencana, keadaan darurat, dan mendesak', 192_000_000],
        ]),
        budget(`Realisasi APB Desa ${year - 1}`, year - 1, `Laporan Pertanggungjawaban APB Desa Guci ${year - 1}`, [
          ['pendapatan', 'Pendapatan asli desa', 640_000_000, 702_315_000], ['pendapatan', 'Dana desa', 941_530_000, 941_530_000], ['pendapatan', 'Alokasi dana desa', 482_900_000, 482_900_000], ['pendapatan', 'Bagi hasil pajak dan retribusi', 300_000_000, 318_772_000],
          ['belanja', 'Penyelenggaraan pemerintahan desa', 722_430_000, 709_884_000], ['belanja', 'Pembangunan desa', 1_012_000_000, 983_410_000], ['belanja', 'Pembinaan kemasyarakatan', 140_000_000, 139_250_000],
            ['belanja', 'Pemberdayaan masyarakat', 310_000_000, 296_115_000], ['belanja', 'Bencana, keadaan darurat, dan mendesak', 180_000_000, 180_000_000],
        ]),
      ],
    },
    { purpose: 'services', summary: 'Surat dan layanan di balai desa, semuanya tanpa biaya.', english: { summary: 'Letters and services at the village hall, all free of charge.' }, blocks: [services('', villageServices('Guci'))] },
    {
      purpose: 'public-information', summary: 'Informasi yang tersedia dan cara memintanya.',
      blocks: [
        text('', 'Permohonan informasi disampaikan kepada Sekretaris Desa, lisan atau tertulis, dan dijawab paling lama sepuluh hari kerja. Informasi pribadi warga dan data kesehatan tidak diberikan.'),
        links('Tersedia setiap saat', [['Anggaran dan realisasi', '/anggaran'], ['Peraturan desa dan laporan', '/dokumen'], ['Data penduduk', '/penduduk']]),
      ],
    },
    {
      purpose: 'documents', summary: 'Peraturan, laporan, dan daftar harga untuk diunduh.',
      blocks: [documents('', [
        { name: 'daftar-harga-rumah-singgah.csv', title: 'Daftar harga rumah singgah', category: 'informasi-publik', year, content: [['jenis kamar', 'hari biasa', 'akhir pekan', 'libur panjang'],
          ['Kamar sederhana', '150000', '200000', '250000'], ['Kamar keluarga', '300000', '375000', '450000'], ['Rumah utuh, 10 orang', '900000', '1200000', '1500000']] },
        { name: `laporan-apb-desa-${year - 1}.odt`, title: `Laporan Pertanggungjawaban APB Desa ${year - 1}`, category: 'laporan', year: year - 1, content: [`Laporan Pertanggungjawaban APB Desa Guci Tahun ${year - 1}`, 'Pendapatan Rp2.445.517.000 atau 103,4 persen dari anggaran.', 'Belanja Rp2.308.659.000 atau 97,6 persen dari anggaran.'] },
        { name: 'perdes-bangunan-lereng.odt', title: 'Peraturan Desa tentang Bangunan di Lereng', category: 'peraturan', year: year - 3, content: ['Peraturan Desa Guci tentang Bangunan di Lereng', 'Bangunan baru di atas jalan lingkar tidak diizinkan.', 'Bangunan di tepi Kali Gung berjarak paling sedikit dua puluh meter dari tebing sungai.'] },
        { name: `rkp-desa-${year}.odt`, title: `Rencana Kerja Pemerintah Desa ${year}`, category: 'perencanaan', year, content: [`Rencana Kerja Pemerintah Desa Guci Tahun ${year}`, 'Talud tebing RW 03 sepanjang 85 meter.', 'Tempat sampah terpilah di 40 titik.', 'Pelatihan bahasa isyarat dan bahasa Inggris bagi pemandu.'] },
      ])],
    },
    { purpose: 'gallery', summary: 'Lereng, kebun, dan kegiatan warga.', blocks: [gallery([photo('tree', 'Kabut di antara pinus'), photo('farm', 'Panen daun bawang'), photo('market', 'Lapak sayur di terminal bawah'), photo('road', 'Tanjakan menuju pemandian')])] },
    { purpose: 'contact', summary: 'Alamat balai desa dan jam layanan.', english: { summary: 'Where the village hall is and when it is open.' }, blocks: [contact(hours), map('Balai Desa Guci', office)] },
    {
      purpose: 'complaints', summary: 'Keluhan tamu dan aduan warga.',
      blocks: [
        text('', 'Keluhan harga diselesaikan di pos wisata hari itu juga; selisihnya dikembalikan. Aduan warga tentang layanan dijawab paling lama lima hari kerja.'),
        links('Saluran', [['SP4N-LAPOR!', 'https://www.lapor.go.id/', 'Pengaduan pelayanan publik nasional'], ['Pos wisata Guci', 'tel:(0283)5554111', '24 jam']]),
      ],
    },
    {
      title: 'Rumah singgah', under: 'potentials', summary: 'Harga tertinggi yang disepakati 74 pemilik rumah singgah.',
      english: { title: 'Homestays', summary: 'The highest prices agreed by the owners of 74 homestays.' },
      blocks: [text('', `| Kamar | Hari biasa | Akhir pekan | Libur panjang |
|---|---:|---:|---:|
| Sederhana | Rp150.000 | Rp200.000 | Rp250.000 |
| Keluarga | Rp300.000 | Rp375.000 | Rp450.000 |
| Rumah utuh, 10 orang | Rp900.000 | Rp1.200.000 | Rp1.500.000 |

Yang menarik lebih mahal dapat dilaporkan di pos wisata; selisihnya dikembalikan hari itu juga.`,
        `| Room | Weekday | Weekend | Long holiday |
|---|---:|---:|---:|
| Simple | Rp150,000 | Rp200,000 | Rp250,000 |
| Family | Rp300,000 | Rp375,000 | Rp450,000 |
| Whole house, 10 people | Rp900,000 | Rp1,200,000 | Rp1,500,000 |

Anybody charged more can report it at the tourist post and gets the difference back on the same day.`)],
    },
    {
      title: 'Siaga longsor', summary: 'Tanda bahaya, jalur menyelamatkan diri, dan titik kumpul.',
      blocks: [text('', `Tinggalkan rumah bila air sungai tiba-tiba keruh atau surut, tanah retak melengkung, atau pintu mendadak sulit ditutup. Kentongan dipukul bertalu-talu.

1. Dusun I dan II: lapangan desa.
2. Dusun III: halaman SD Negeri Guci 01.
3. Tamu pemandian: terminal bawah, mengikuti petugas berompi.`)],
    },
    { title: 'Paket wisata sekolah', under: 'potentials', state: 'submitted', summary: 'Belajar setengah hari di kebun dan hulu sungai.', blocks: [text('', 'Rombongan sekolah paling banyak 60 murid. Dua jam di kebun wortel, satu jam mengukur suhu dan kejernihan air, makan siang oleh kelompok ibu. Rp35.000 per murid; guru tidak membayar.')] },
  ],
})

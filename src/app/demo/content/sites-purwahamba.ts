import { budget, contact, documents, facts, gallery, hero, itself, latest, links, map, officials, photo, population, potential, services, text, type Calendar, type DemoSite } from './sites-parts.ts'
import { villageServices } from './sites-services.ts'

const office = { latitude: -6.8712, longitude: 109.2571 }
const hours: [string, string, string?][] = [['Senin–Kamis', '08.00–15.00'], ['Jumat', '08.00–11.00'], ['Sabtu dan Minggu', 'tutup', 'surat kematian dan rujukan tetap dilayani lewat telepon piket']]

/** Desa Purwahamba, Kecamatan Suradadi: a village of the north coast. */
export const purwahamba = ({ year }: Calendar): DemoSite => ({
  unit: '33.28.16.2009',
  tagline: 'Desa pesisir di antara jalan pantura dan Laut Jawa',
  accent: '#0a5a8c',
  point: office,
  contact: { address: 'Jalan Balai Desa No. 3, Purwahamba, Suradadi', phone: '(0283) 5554016', email: 'purwahamba@desa.tegalkab.example' },
  leaders: [['Kepala Desa', 'H. Sudiarto Wargono'], ['Sekretaris Desa', 'Nur Laela Khasanah, S.Ak.']],
  pages: [
    {
      purpose: 'home',
      summary: 'Layanan, kabar, dan potensi Desa Purwahamba di pesisir utara Kabupaten Tegal.',
      english: { summary: 'Services, news and potentials of Purwahamba on the north coast of Kabupaten Tegal.' },
      blocks: [
        hero('Desa Purwahamba', 'Sebelas ribu warga, dua kilometer pantai, dan kebun melati sampai ke tepi rel.', photo('sea', 'Perahu nelayan di depan Pantai Purwahamba pada pagi hari'), [['Urus surat', '/layanan'], ['Lihat potensi', '/potensi']],
          ['Purwahamba', 'Eleven thousand people, two kilometres of beach, and jasmine fields up to the railway.']),
        links('Yang sering dicari', [
          ['Surat pengantar dan keterangan', '/layanan', 'Persyaratan, waktu, dan biaya'],
          ['APB Desa', '/anggaran', 'Pendapatan, belanja, dan realisasi'],
          ['Dokumen desa', '/dokumen', 'Peraturan, laporan, dan formulir'],
          ['Sampaikan aduan', '/pengaduan', 'Langsung ke balai desa atau SP4N-LAPOR!'],
        ]),
        latest(4),
        itself('officials', 'Pemerintah desa'),
        contact(hours, '0283 5554016'),
        map('Balai Desa Purwahamba', office, [['Pantai Purwahamba Indah', -6.8619, 109.2596, 'gerbang dan parkir'], ['Tambatan perahu', -6.8613, 109.2652], ['Poskesdes', -6.8731, 109.2558, 'bidan jaga 24 jam']]),
      ],
    },
    {
      purpose: 'profile',
      summary: 'Letak, luas, dan arah pembangunan Desa Purwahamba.',
      english: { summary: 'Where Purwahamba lies, how large it is and where it is heading.' },
      blocks: [
        text('', `Purwahamba terletak di Kecamatan Suradadi, 17 kilometer di timur Kota Tegal. Jalan nasional pantura dan rel ganda membelah desa menjadi dua: di utara permukiman nelayan dan pantai, di selatan sawah, tegalan bawang, dan kebun melati gambir.

Dua pertiga keluarga hidup dari tanah dan laut sekaligus. Pada musim angin barat, nelayan memetik melati dan memanen bawang; pada musim teduh mereka kembali mencari rajungan. Karena itu desa mengatur jadwal kerja bakti, posyandu, dan musyawarah menurut dua kalender: musim tanam dan musim ikan.`,
          `Purwahamba lies in the subdistrict of Suradadi, 17 kilometres east of the city of Tegal. The coast road and the railway cut it in two: fishing hamlets and the beach to the north, rice, shallots and jasmine to the south.

Two thirds of the families live from land and sea at once. When the west wind blows, fishers pick jasmine and harvest shallots; when the sea is calm they go back to the crabs. That is why the village plans its meetings and health days by two calendars.`),
        facts('Sekilas', [
          ['Luas wilayah', '486 hektare'], ['Tinggi tempat', '1–6 meter di atas permukaan laut'], ['Pembagian wilayah', '3 dusun, 8 RW, 41 RT'],
          ['Batas utara', 'Laut Jawa'], ['Batas timur', 'Desa Suradadi'], ['Batas selatan', 'Desa Jatibogor'], ['Batas barat', 'Desa Sidaharja'], ['Kode wilayah', '33.28.16.2009'],
        ]),
        text('Visi dan misi', `**Desa pesisir yang bersih, cukup air tawar, dan adil bagi nelayan kecil.**

1. Melayani surat di hari yang sama, tanpa pungutan.
2. Menjaga pantai dan bakau bersama kelompok warga.
3. Menyambung air bersih ke seluruh RW di utara jalan.
4. Membuka semua angka anggaran dan mendengar tanggapannya sebelum musyawarah desa.`,
          `**A clean coastal village with enough fresh water and fair to small fishers.**

1. Letters on the same day, without charge.
2. A beach and mangroves looked after by the people who live there.
3. Piped water to every neighbourhood north of the road.
4. Every figure of the budget in the open before the village assembly.`),
      ],
    },
    {
      purpose: 'history',
      summary: 'Dari dukuh nelayan di muara sampai desa di tepi jalan pos.',
      blocks: [text('', `Menurut tutur para sesepuh, dukuh pertama berdiri di muara Kali Sibeluk, tempat perahu dari Pemalang menunggu angin. Nama Purwahamba dipakai sejak tiga dukuh, yaitu Pesisir, Krajan, dan Bantaran, bersatu di bawah satu lurah.

Jalan pos yang kemudian menjadi jalan pantura memindahkan pusat desa dari muara ke tepi jalan. Pasar pagi tumbuh di perempatan, dan gudang melati berdiri di dekat rel karena bunga harus sampai di pabrik teh Slawi sebelum pagi.

## Kepala desa dari masa ke masa

| Masa jabatan | Nama |
|---|---|
| 1967–1988 | Kartawi Sumadipraja |
| 1988–2002 | H. Mukhlisin |
| 2002–2013 | Tarjono |
| 2013–2019 | Hj. Umi Kulsum |
| 2019–sekarang | H. Sudiarto Wargono |`)],
    },
    {
      purpose: 'officials',
      summary: 'Perangkat desa dan Badan Permusyawaratan Desa.',
      blocks: [officials([
        ['Slamet Raharjo', 'Kepala Urusan Keuangan'], ['Dian Fitriyani', 'Kepala Urusan Umum dan Perencanaan'], ['Moh. Iqbal Maulana', 'Kepala Seksi Pemerintahan'],
        ['Siti Rokhanah', 'Kepala Seksi Kesejahteraan'], ['Kusnadi', 'Kepala Seksi Pelayanan'], ['Warsito', 'Kepala Dusun Pesisir'], ['Tohirin', 'Kepala Dusun Krajan'],
        ['Rasmani', 'Kepala Dusun Bantaran'], ['Drs. Abdul Ghofur', 'Ketua Badan Permusyawaratan Desa', '2019–2027'], ['Eni Kurniasari', 'Sekretaris Badan Permusyawaratan Desa', '2019–2027'],
      ])],
    },
    {
      purpose: 'population',
      summary: 'Jumlah warga menurut dusun dan kelompok umur.',
      blocks: [
        population('Menurut dusun', `${year - 1}-12-31`, 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tegal', [['Dusun Pesisir', 2214, 2098], ['Dusun Krajan', 2087, 2054], ['Dusun Bantaran', 1391, 1362]]),
        population('Menurut umur', `${year - 1}-12-31`, 'Dinas Kependudukan dan Pencatatan Sipil Kabupaten Tegal', [['0–4 tahun', 431, 408], ['5–17 tahun', 1289, 1216], ['18–59 tahun', 3402, 3299], ['60 tahun ke atas', 570, 591]]),
      ],
    },
    {
      purpose: 'potentials',
      summary: 'Pantai, melati, rajungan, bakau, dan sedekah laut.',
      english: { summary: 'Beach, jasmine, crabs, mangroves and the offering to the sea.' },
      blocks: [
        potential({
          heading: 'Pantai Purwahamba Indah', category: 'wisata', point: { latitude: -6.8619, longitude: 109.2596 }, contact: 'BUM Desa Segara Hamba', phone: '(0283) 5554018',
          text: `Pantai landai di utara jalan pantura, dibuka setiap hari pukul 06.00–18.00 WIB. Tiket Rp8.000, anak di bawah enam tahun gratis. Kolam renang anak, 34 warung warga, dan dua musala berada di bawah deretan cemara laut.

Ombak tenang pada April–Oktober. Pada musim angin barat bendera merah dipasang dan orang dilarang berenang.`,
          english: `A gently sloping beach north of the coast road, open daily from 6 am to 6 pm. Entry is Rp8,000; children under six are free. A children's pool, 34 stalls run by villagers and two prayer rooms stand under the casuarinas.

The sea is calm from April to October. In the season of the west wind a red flag means no swimming.`,
          photos: [photo('sea', 'Pantai Purwahamba Indah dengan perahu di kejauhan'), photo('tree', 'Deretan cemara laut di belakang pantai')],
        }),
        potential({
          heading: 'Melati gambir', category: 'ekonomi', point: { latitude: -6.8807, longitude: 109.2533 }, contact: 'Kelompok Tani Sekar Arum', phone: '(0283) 5554027',
          text: 'Seratus dua belas hektare kebun melati menghasilkan 1,4 ton kuncup sehari pada musim panen. Pemetik mulai pukul 05.00 dan bunga ditimbang sebelum pukul 10.00 WIB agar mekar di gudang pengharum teh malam itu juga. Harga mengikuti pasar pagi dan ditempel di papan koperasi.',
          photos: [photo('farm', 'Kebun melati berpetak-petak')],
        }),
        potential({
          heading: 'Rajungan dan ikan asin', category: 'ekonomi', point: { latitude: -6.8613, longitude: 109.2652 }, contact: 'Rukun Nelayan Mina Hamba', phone: '(0283) 5554031',
          text: 'Seratus enam puluh perahu kecil mencari rajungan dengan bubu lipat. Dua kelompok perempuan mengupas dan merebusnya sesuai permintaan pengolah di Pemalang. Rajungan bertelur dikembalikan ke laut; siapa yang melanggar tidak boleh menimbang selama sepekan.',
          photos: [photo('market', 'Lapak ikan asin dan rajungan di tambatan perahu')],
        }),
        potential({
          heading: 'Sabuk bakau muara Sibeluk', category: 'alam', point: { latitude: -6.8624, longitude: 109.2688 },
          text: 'Tiga puluh satu ribu batang bakau tumbuh di muara, hasil penanaman sejak 2014. Garis pantai di belakangnya tidak lagi mundur. Sekolah boleh belajar di jembatan bambu sepanjang 210 meter dengan mendaftar di balai desa.',
          photos: [photo('water', 'Muara dengan bakau di kedua tepinya')],
        }),
        potential({
          heading: 'Sedekah laut', category: 'budaya',
          text: 'Setiap bulan Sura nelayan melarung sesaji hasil bumi dengan perahu kecil, lalu makan bersama di pantai. Malamnya ada wayang kulit pesisiran dan balo-balo. Sejak tiga tahun lalu wadah sesaji dibuat dari pelepah pisang tanpa plastik.',
          photos: [photo('meeting', 'Warga berkumpul di pendopo sebelum larung sesaji')],
        }),
        potential({
          heading: 'Instalasi air tawar RW 02', category: 'infrastruktur', point: { latitude: -6.8655, longitude: 109.2611 }, contact: 'Pengelola air Tirta Hamba',
          text: 'Sumur payau diolah menjadi air tawar bagi 410 rumah di utara jalan. Mesin bekerja dengan panel surya pada siang hari. Iuran Rp4.500 per meter kubik; kualitas air diperiksa puskesmas setiap bulan dan hasilnya ditempel di balai desa.',
          photos: [photo('health', 'Bangunan instalasi air dengan panel di atapnya')],
        }),
      ],
    },
    {
      purpose: 'budget',
      summary: 'APB Desa tahun ini dan realisasi tahun lalu.',
      blocks: [
        budget(`APB Desa ${year}`, year, `Peraturan Desa Purwahamba No. 5 Tahun ${year - 1} tentang APB Desa ${year}`, [
          ['pendapatan', 'Pendapatan asli desa', 312_500_000], ['pendapatan', 'Dana desa', 1_198_340_000], ['pendapatan', 'Alokasi dana desa', 611_902_000], ['pendapatan', 'Bagi hasil pajak dan retribusi', 194_200_000], ['pendapatan', 'Bantuan keuangan provinsi dan kabupaten', 200_000_000],
          ['belanja', 'Penyelenggaraan pemerintahan desa', 884_120_000], ['belanja', 'Pembangunan desa', 1_096_700_000], ['belanja', 'Pembinaan kemasyarakatan', 124_000_000], ['belanja', 'Pemberdayaan masyarakat', 259_240_500], ['belanja', 'Bencana, keadaan darurat, dan mendesak', 144_000_000],
          ['pembiayaan', 'Sisa lebih anggaran tahun lalu', 41_118_500], ['pembiayaan', 'Penyertaan modal BUM Desa (pengeluaran)', -50_000_000],
        ]),
        budget(`Realisasi APB Desa ${year - 1}`, year - 1, `Laporan Pertanggungjawaban APB Desa Purwahamba ${year - 1}`, [
          ['pendapatan', 'Pendapatan asli desa', 286_400_000, 291_735_000], ['pendapatan', 'Dana desa', 1_214_806_000, 1_214_806_000], ['pendapatan', 'Alokasi dana desa', 604_218_000, 604_218_000],
            ['pendapatan', 'Bagi hasil pajak dan retribusi', 187_560_000, 181_904_000], ['pendapatan', 'Bantuan keuangan provinsi dan kabupaten', 300_000_000, 300_000_000],
          ['belanja', 'Penyelenggaraan pemerintahan desa', 861_470_000, 842_915_500], ['belanja', 'Pembangunan desa', 1_202_350_000, 1_199_250_000], ['belanja', 'Pembinaan kemasyarakatan', 118_600_000, 115_240_000],
            ['belanja', 'Pemberdayaan masyarakat', 246_200_000, 229_775_000], ['belanja', 'Bencana, keadaan darurat, dan mendesak', 162_000_000, 162_000_000],
          ['pembiayaan', 'Sisa lebih anggaran tahun lalu', 47_636_000, 47_636_000], ['pembiayaan', 'Penyertaan modal BUM Desa (pengeluaran)', -50_000_000, -50_000_000],
        ]),
        text('Bertanya tentang anggaran', 'Pertanyaan tentang angka di atas dijawab Kaur Keuangan setiap Rabu pukul 09.00–11.00 WIB di balai desa. Naskah lengkapnya ada di [halaman dokumen](/dokumen).'),
      ],
    },
    {
      purpose: 'services', state: 'changed',
      summary: 'Surat dan layanan di balai desa, semuanya tanpa biaya.',
      blocks: [services('', villageServices('Purwahamba'))],
      later: [
        text('', 'Mulai bulan depan surat yang sudah selesai dapat diantar ke rumah lansia dan penyandang disabilitas. Mintalah lewat ketua RT.'),
        services('', villageServices('Purwahamba')),
      ],
    },
    {
      purpose: 'public-information',
      summary: 'Apa yang dapat diminta dari pemerintah desa, dan caranya.',
      blocks: [
        text('', `Pemerintah desa menyediakan informasi berkala, serta-merta, dan setiap saat menurut UU 14/2008 dan Peraturan Komisi Informasi 1/2018 tentang layanan informasi publik desa. Permohonan dijawab paling lama sepuluh hari kerja dan tidak dipungut biaya; fotokopi ditanggung pemohon.

Pejabat pengelola informasi: Sekretaris Desa. Keberatan ditujukan kepada Kepala Desa.`),
        links('Informasi berkala', [['APB Desa dan realisasi', '/anggaran'], ['Peraturan dan laporan', '/dokumen'], ['Profil dan sejarah', '/profil'], ['Data penduduk', '/penduduk']]),
      ],
    },
    {
      purpose: 'documents',
      summary: 'Peraturan, laporan, dan formulir untuk diunduh.',
      blocks: [
        documents('', [
          { name: `apb-desa-${year}.csv`, title: `APB Desa ${year}`, category: 'anggaran', year, content: [['kelompok', 'uraian', 'anggaran'], ['pendapatan', 'Pendapatan asli desa', '312500000'],
            ['pendapatan', 'Dana desa', '1198340000'], ['pendapatan', 'Alokasi dana desa', '611902000'], ['pendapatan', 'Bagi hasil pajak dan retribusi', '194200000'],
            ['pendapatan', 'Bantuan keuangan provinsi dan kabupaten', '200000000'], ['belanja', 'Penyelenggaraan pemerintahan desa', '884120000'], ['belanja', 'Pembangunan desa', '1096700000'],
            ['belanja', 'Pembinaan kemasyarakatan', '124000000'], ['belanja', 'Pemberdayaan masyarakat', '259240500'], ['belanja', 'Bencana, keadaan darurat, dan mendesak', '144000000']] },
          { name: `rkp-desa-${year}.odt`, title: `Rencana Kerja Pemerintah Desa ${year}`, category: 'perencanaan', year, content: [`Rencana Kerja Pemerintah Desa Purwahamba Tahun ${year}`, 'Prioritas pertama: sambungan air tawar bagi 96 rumah di RW 01 dan RW 03.', 'Prioritas kedua: pengerasan jalan usaha tani kebun melati sepanjang 640 meter.', 'Prioritas ketiga: perbaikan 22 rumah tidak layak huni.', 'Disepakati dalam musyawarah desa yang dihadiri 118 orang, 51 di antaranya perempuan.'] },
          { name: `laporan-apb-desa-${year - 1}.odt`, title: `Laporan Pertanggungjawaban APB Desa ${year - 1}`, category: 'laporan', year: year - 1, content: [`Laporan Pertanggungjawaban APB Desa Purwahamba Tahun ${year - 1}`, 'Pendapatan Rp2.592.663.000 atau 99,99 persen dari anggaran.', 'Belanja Rp2.549.180.500 atau 98,4 persen dari anggaran.', 'Sisa lebih Rp41.118.500 dibawa ke tahun berikutnya.'] },
          { name: 'perdes-sampah-pantai.odt', title: 'Peraturan Desa tentang Sampah Pantai', category: 'peraturan', year: year - 2, content: ['Peraturan Desa Purwahamba tentang Pengelolaan Sampah Pantai', 'Pedagang menyediakan wadah terpilah dan tidak memberi sedotan plastik.', 'Retribusi kebersihan Rp2.000 per lapak per hari dikelola BUM Desa.'] },
          { name: 'formulir-pengantar.odt', title: 'Formulir Surat Pengantar', category: 'formulir', content: ['Formulir Surat Pengantar', 'Nama: ', 'Alamat, RT dan RW: ', 'Keperluan: ', 'Tanda tangan ketua RT: '] },
        ]),
        { kind: 'latest', values: { heading: 'Dokumen terbaru', sort: 'dokumen' } },
      ],
    },
    {
      purpose: 'gallery',
      summary: 'Pantai, kebun, dan kegiatan warga.',
      blocks: [gallery([photo('sea', 'Perahu kembali sebelum pasar pagi'), photo('farm', 'Kebun melati di selatan rel'), photo('market', 'Pasar pagi di perempatan'), photo('meeting', 'Musyawarah desa di pendopo'), photo('road', 'Jalan usaha tani yang baru dikeraskan'), photo('tree', 'Penanaman cemara laut')])],
    },
    { purpose: 'contact', summary: 'Alamat balai desa dan jam layanan.', blocks: [contact(hours, '0283 5554016'), map('Balai Desa Purwahamba', office)] },
    {
      purpose: 'complaints',
      summary: 'Aduan dijawab paling lama lima hari kerja.',
      english: { summary: 'Complaints are answered within five working days.' },
      blocks: [
        text('', `Aduan tentang layanan, bantuan sosial, atau lingkungan dapat disampaikan di balai desa, lewat telepon piket, atau lewat SP4N-LAPOR! Nama pelapor tidak disebut kepada pihak yang diadukan. Jawaban pertama paling lama lima hari kerja.

Tahun ${year - 1} masuk 47 aduan: 21 tentang sampah, 11 tentang air, 9 tentang bantuan sosial, dan 6 lainnya. Empat puluh empat selesai.`,
          'Complaints about services, social assistance or the environment are taken at the village hall, by telephone or through SP4N-LAPOR! The name of the complainant is not passed on. The first answer comes within five working days.'),
        links('Saluran', [['SP4N-LAPOR!', 'https://www.lapor.go.id/', 'Pengaduan pelayanan publik nasional'], ['Telepon piket balai desa', 'tel:(0283)5554016', '08.00–21.00 WIB'], ['Inspektorat Kabupaten Tegal', '/kanal/inspektorat', 'Bila menyangkut keuangan desa']]),
      ],
    },
    {
      purpose: 'duties', title: 'Tugas dan fungsi', under: 'profile', summary: 'Siapa mengerjakan apa di pemerintah desa.',
      english: { title: 'Duties and functions', summary: 'Who does what in the village government.' },
      blocks: [text('', `Kepala desa menyelenggarakan pemerintahan, pembangunan, pembinaan, dan pemberdayaan warga (UU 6/2014 pasal 26).

- **Sekretaris desa** mengoordinasikan administrasi dan perencanaan.
- **Kepala urusan** mengurus keuangan, umum, dan perencanaan.
- **Kepala seksi** melaksanakan pemerintahan, kesejahteraan, dan pelayanan.
- **Kepala dusun** mendampingi warga di wilayahnya dan menerima aduan pertama.
- **Badan Permusyawaratan Desa** menyepakati peraturan desa, menampung aspirasi, dan mengawasi kepala desa.`,
      'The village head governs, builds and looks after the community (Law 6/2014, article 26). The secretary coordinates; officers of finance, planning and services carry out; hamlet heads take the first complaint; the village council agrees on rules and watches over the head.')],
    },
    {
      title: 'Pasar malam pantai', under: 'potentials', state: 'hidden',
      summary: 'Jadwal dan tata tertib pasar malam musim libur.',
      blocks: [text('', 'Pasar malam musim libur sudah selesai. Lapak berikutnya didaftar di BUM Desa sebulan sebelum libur sekolah.')],
    },
  ],
})

import { budget, contact, documents, facts, hero, itself, latest, links, map, officials, photo, population, potential, services, text, type Calendar, type DemoSite } from './sites-parts.ts'
import { villageServices } from './sites-services.ts'

const office = { latitude: -7.2406, longitude: 109.2911 }
const hours: [string, string][] = [['Senin–Kamis', '08.00–15.00'], ['Jumat', '08.00–11.00']]

/** Desa Serang, Kecamatan Karangreja, Kabupaten Purbalingga. */
export const serang = ({ year }: Calendar): DemoSite => ({
  unit: '33.03.10.2001',
  tagline: 'Stroberi dan sayur di lereng timur Gunung Slamet',
  point: office,
  contact: { address: 'Jalan Raya Serang No. 21, Serang, Karangreja', phone: '(0281) 5554401', email: 'serang@desa.purbalinggakab.example' },
  leaders: [['Kepala Desa', 'Sugiarto Pamungkas'], ['Sekretaris Desa', 'Umi Latifah']],
  pages: [
    {
      purpose: 'home', summary: 'Layanan dan kabar Desa Serang.', english: { summary: 'Services and news of Serang.' },
      blocks: [
        hero('Desa Serang', 'Seribu dua ratus meter di atas laut: stroberi, kubis, dan rumah singgah.', photo('farm', 'Kebun stroberi berteras di lereng gunung'), [['Petik stroberi', '/potensi'], ['Layanan warga', '/layanan']], ['Serang', 'Twelve hundred metres above the sea: strawberries, cabbage and homestays.']),
        latest(3), links('Sering dicari', [['Surat dan keterangan', '/layanan'], ['Anggaran desa', '/anggaran'], ['Data penduduk', '/penduduk']]), itself('officials', 'Pemerintah desa'), contact(hours), map('Balai Desa Serang', office),
      ],
    },
    {
      purpose: 'profile', summary: 'Letak dan mata pencaharian warga Serang.', english: { summary: 'Where Serang lies and what its people live from.' },
      blocks: [
        text('', 'Serang adalah desa tertinggi di Kabupaten Purbalingga. Sebagian besar dari dua ribu keluarganya menanam stroberi, kubis, dan kentang; jalur pendakian Bambangan lewat di tetangganya, Kutabawa.', 'Serang is the highest village of Purbalingga. Most of its two thousand families grow strawberries, cabbage and potatoes.'),
        facts('Sekilas', [['Luas wilayah', '1.310 hektare'], ['Tinggi tempat', '900–1.650 meter'], ['Pembagian wilayah', '5 dusun, 8 RW, 36 RT'], ['Kode wilayah', '33.03.10.2001']]),
      ],
    },
    { purpose: 'officials', summary: 'Perangkat desa.', blocks: [officials([['Riyadi', 'Kepala Urusan Keuangan'], ['Tumini', 'Kepala Seksi Pelayanan'], ['Ahmad Sobirin', 'Ketua Badan Permusyawaratan Desa', '2020–2028']])] },
    { purpose: 'population', summary: 'Jumlah warga menurut dusun.', blocks: [population('Menurut dusun', `${year - 1}-12-31`, 'Dindukcapil Kabupaten Purbalingga', [['Dusun I', 912, 884], ['Dusun II', 861, 823], ['Dusun III', 770, 742], ['Dusun IV', 695, 671], ['Dusun V', 588, 573]])] },
    {
      purpose: 'potentials', summary: 'Stroberi dan rumah singgah.',
      blocks: [
        potential({ heading: 'Petik stroberi Lembah Asri', category: 'wisata', point: { latitude: -7.2389, longitude: 109.2936 }, contact: 'BUM Desa Serang Makmur', phone: '(0281) 5554407', text: 'Kebun dibuka pukul 08.00–16.00 WIB, paling banyak 60 orang per jam agar bedengan tidak rusak. Buah dibayar menurut timbangan, Rp55.000 sekilogram.', photos: [photo('farm', 'Bedengan stroberi di bawah atap plastik')] }),
        potential({ heading: 'Kentang dan kubis', category: 'ekonomi', text: 'Tiga ratus hektare kebun memasok Pasar Bobotsari dan Purwokerto setiap pagi. Gudang bersama dibuka setelah pukul 14.00 WIB.', photos: [photo('market', 'Sayur ditimbang di gudang bersama')] }),
      ],
    },
    {
      purpose: 'budget', summary: 'Realisasi APB Desa tahun lalu.',
      blocks: [budget(`Realisasi APB Desa ${year - 1}`, year - 1, `Laporan Pertanggungjawaban APB Desa Serang ${year - 1}`, [
        ['pendapatan', 'Pendapatan asli desa', 410_000_000, 432_600_000], ['pendapatan', 'Dana desa', 1_104_200_000, 1_104_200_000], ['pendapatan', 'Alokasi dana desa', 521_300_000, 521_300_000],
        ['belanja', 'Penyelenggaraan pemerintahan desa', 688_000_000, 671_450_000], ['belanja', 'Pembangunan desa', 934_500_000, 921_000_000], ['belanja', 'Pemberdayaan masyarakat', 413_000_000, 402_118_000],
      ])],
    },
    { purpose: 'services', summary: 'Surat dan keterangan, tanpa biaya.', blocks: [services('', villageServices('Serang').map(({ address, ...service }) => ({ ...service, ...(address && { address: '/kanal/dindukcapil' }) })))] },
    { purpose: 'documents', summary: 'Peraturan dan laporan.', blocks: [documents('', [{ name: `laporan-apb-desa-${year - 1}.odt`, title: `Laporan Pertanggungjawaban APB Desa ${year - 1}`, category: 'laporan', year: year - 1, content: [`Laporan Pertanggungjawaban APB Desa Serang Tahun ${year - 1}`, 'Pendapatan Rp2.058.100.000 atau 101,1 persen.', 'Belanja Rp1.994.568.000 atau 98 persen.'] }])] },
    { purpose: 'contact', summary: 'Alamat balai desa dan jam layanan.', blocks: [contact(hours), map('Balai Desa Serang', office)] },
  ],
})

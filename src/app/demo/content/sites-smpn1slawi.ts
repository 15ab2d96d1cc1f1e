import { budget, contact, documents, gallery, hero, itself, latest, links, map, officials, photo, services, text, type Calendar, type DemoBlock, type DemoSite } from './sites-parts.ts'

const place = { latitude: -6.9788, longitude: 109.1362 }
const hours: [string, string, string?][] = [['Senin–Kamis', '07.00–14.30'], ['Jumat', '07.00–11.00']]

/** An open book under a tea leaf. */
const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="240" height="240" viewBox="0 0 240 240"><circle cx="120" cy="120" r="112" fill="#0b5a55"/><circle cx="120" cy="120" r="98" fill="#fbf6ea"/>'
  + '<path d="M120 166 C96 148 70 146 50 152 L50 96 C72 90 98 94 120 110 C142 94 168 90 190 96 L190 152 C170 146 144 148 120 166 Z" fill="#d9a24a" stroke="#0b5a55" stroke-width="6"/>'
  + '<path d="M120 110 L120 166" stroke="#0b5a55" stroke-width="6"/><path d="M120 92 C96 84 96 54 120 36 C144 54 144 84 120 92 Z" fill="#4d827f"/></svg>'

const schoolFacts = ({ year, day }: Calendar): DemoBlock => ({
  kind: 'school',
  values: { heading: '', levels: 'SMP, kelas 7 sampai 9', accreditation: `A (${year - 2})`, curriculum: 'Kurikulum Merdeka', pupils: 864, teachers: 49, rooms: 27, date: day(-40) },
})

/** SMP Negeri 1 Slawi: a school. Its admissions are open on the day the demo is made. */
export const smpn1slawi = (calendar: Calendar): DemoSite => {
  const { year, day } = calendar
  const schoolYear = Number(day(0).slice(5, 7)) > 7 ? `${year + 1}/${year + 2}` : `${year}/${year + 1}`
  return {
    unit: 'smpn-1-slawi',
    tagline: 'Sekolah negeri di jantung Slawi sejak 1952',
    point: place,
    logo,
    contact: { address: 'Jalan KH Wahid Hasyim No. 7, Slawi', phone: '(0283) 5554301', email: 'smpn1slawi@tegalkab.example' },
    pages: [
      {
        purpose: 'home', summary: 'Kabar, penerimaan murid, dan kegiatan SMP Negeri 1 Slawi.', english: { summary: 'News, admissions and activities of SMP Negeri 1 Slawi.' },
        blocks: [
          hero('SMP Negeri 1 Slawi', 'Tempat 864 murid belajar, membuat pompa surya, dan menari topeng Slawi.', photo('school', 'Halaman SMP Negeri 1 Slawi dengan tiang bendera'), [['Daftar murid baru', '/penerimaan-murid'], ['Kenali sekolah', '/profil']],
            ['SMP Negeri 1 Slawi', 'Where 864 pupils learn, build solar pumps and dance the masks of Slawi.']),
          schoolFacts(calendar),
          latest(3),
          links('Untuk murid dan orang tua', [['Penerimaan murid baru', '/penerimaan-murid', 'Sedang dibuka'], ['Ekstrakurikuler', '/ekstrakurikuler', 'Sebelas pilihan'], ['Surat dan legalisasi', '/layanan'], ['Dana sekolah', '/anggaran', 'Rencana dan realisasi BOS']]),
          contact(hours),
          map('SMP Negeri 1 Slawi', place),
        ],
      },
      {
        purpose: 'profile', summary: 'Jenjang, akreditasi, dan cara belajar di sekolah ini.', english: { summary: 'Levels, accreditation and how we learn.' },
        blocks: [
          schoolFacts(calendar),
          text('', `Setiap semester murid mengerjakan satu karya kokurikuler dari persoalan di sekitar: air, pangan, atau sampah. Karya dipamerkan di halaman dan yang terbaik dipakai sekolah.

Dua puluh satu murid berkebutuhan khusus belajar bersama dengan tiga guru pendamping. Semua ruang lantai bawah dapat dicapai dengan kursi roda.`,
            `Each semester pupils work on one project about something around them: water, food or waste. Works are shown in the yard and the best are put to use.

Twenty-one pupils with special needs learn together with the others, helped by three assistant teachers. All rooms on the ground floor can be reached by wheelchair.`),
          text('Visi dan misi', '**Berilmu, jujur, dan berguna bagi sekitar.**\n\n1. Belajar dari persoalan nyata.\n2. Tidak ada murid yang ditertawakan.\n3. Semua angka dana sekolah terbuka.'),
        ],
      },
      { purpose: 'history', summary: 'Dari tiga kelas pinjaman sampai dua puluh tujuh ruang.', blocks: [text('', 'Sekolah dibuka pada 1952 dengan tiga kelas yang menumpang di gedung pabrik gula. Gedung sendiri selesai pada 1958; aula dan laboratorium menyusul pada 1979. Setelah gempa kecil merusak atap, seluruh gedung utama diperkuat pada 2011. Ruang kelas terakhir, hasil sumbangan alumni, dipakai sejak 2019.')] },
      { purpose: 'officials', summary: 'Pimpinan sekolah, guru, dan komite.', blocks: [officials([['Bambang Triyono, S.Pd.', 'Wakil Kepala Sekolah Bidang Kurikulum'],
        ['Nunung Widyawati, S.Pd.', 'Wakil Kepala Sekolah Bidang Kesiswaan'], ['Heru Santosa, S.T.', 'Wakil Kepala Sekolah Bidang Sarana'], ['Muh. Zaenal Arifin, S.Pd.I.', 'Guru Pendidikan Agama'],
        ['Dwi Retnaningsih, S.Si.', 'Guru IPA, pembina klub robotik'], ['Teguh Waluyo, S.Sn.', 'Guru Seni Budaya, pembina karawitan'], ['dr. Hesti Pramudita', 'Ketua Komite Sekolah']])] },
      {
        purpose: 'admissions', summary: `Sistem penerimaan murid baru ${schoolYear}.`, english: { summary: `Admission of new pupils for ${schoolYear}.` },
        blocks: [{
          kind: 'admissions',
          values: {
            heading: '', year: schoolYear, from: day(-6), to: day(9), quota: 288, address: 'https://spmb.tegalkab.example/',
            ways: [
              { name: 'Domisili', quota: '130', note: 'Dukuhwringin, Kalisapu, Kagok, Procot, Slawi Kulon, Slawi Wetan' }, { name: 'Afirmasi', quota: '72', note: 'Keluarga tidak mampu dan penyandang disabilitas' },
              { name: 'Prestasi', quota: '72', note: 'Nilai rapor dan kejuaraan' }, { name: 'Mutasi', quota: '14', note: 'Orang tua pindah tugas, dan anak guru' },
            ],
            requirements: '- Lulus SD atau sederajat, berusia paling tinggi 15 tahun pada 1 Juli\n- Kartu keluarga yang terbit paling lambat setahun sebelum pendaftaran\n- Rapor kelas 4 sampai 6\n- Surat keterangan untuk jalur afirmasi, prestasi, atau mutasi\n\nPendaftaran **tidak dipungut biaya**. Pengumuman {hari:+13} pukul 10.00 WIB; daftar ulang tiga hari sesudahnya.',
            english: '- Finished primary school and at most 15 years old on 1 July\n- Family card issued at least a year before registration\n- School reports of classes 4 to 6\n- A letter for the affirmative, achievement or transfer way\n\nRegistration is **free of charge**. Results on {day:+13} at 10 am; confirm within three days.',
          },
        }],
      },
      { purpose: 'duties', title: 'Tugas dan fungsi', under: 'profile', summary: 'Siapa mengurus apa di sekolah.', blocks: [text('', '- **Kepala sekolah** memimpin pembelajaran, keuangan, dan kerja sama.\n- **Wakil kepala sekolah** mengurus kurikulum, kesiswaan, sarana, dan humas.\n- **Wali kelas** menjadi alamat pertama bagi murid dan orang tua.\n- **Tata usaha** melayani surat, data, dan keuangan.\n- **Komite sekolah** memberi pertimbangan dan mengawasi dana.')] },
      {
        title: 'Ekstrakurikuler', summary: 'Sebelas kegiatan setelah pelajaran, semuanya tanpa biaya.', english: { title: 'After-school activities', summary: 'Eleven activities, all free of charge.' },
        blocks: [text('', `| Kegiatan | Hari | Tempat |
|---|---|---|
| Pramuka (wajib kelas 7) | Jumat | Lapangan |
| Palang merah remaja | Senin | Ruang UKS |
| Robotik | Selasa | Laboratorium IPA |
| Karawitan | Rabu | Aula |
| Tari topeng Slawi | Kamis | Aula |
| Hadrah | Sabtu | Musala |
| Paduan suara | Selasa | Aula |
| Bola voli dan futsal | Senin dan Rabu | Lapangan |
| Pencak silat | Sabtu | Lapangan |
| Jurnalistik | Kamis | Perpustakaan |
| Kebun sekolah | Rabu | Kebun |

Murid memilih paling banyak dua. Alat musik dan seragam silat dipinjami.`)],
      },
      {
        purpose: 'services', summary: 'Legalisasi, surat keterangan, dan mutasi.',
        blocks: [services('', [
          { name: 'Legalisasi ijazah dan rapor', requirements: '- Ijazah atau rapor asli\n- Salinan, paling banyak sepuluh lembar', procedure: '1. Serahkan di tata usaha.\n2. Ambil setelah ditandatangani.', time: '1 hari kerja', cost: 'Gratis', product: 'Salinan yang dilegalisasi', basis: 'Permendikbud 29/2014' },
          { name: 'Surat keterangan murid aktif', requirements: '- Kartu pelajar', procedure: '1. Minta di tata usaha atau lewat wali kelas.', time: '30 menit', cost: 'Gratis', product: 'Surat keterangan', basis: 'Standar pelayanan sekolah' },
          { name: 'Pindah sekolah', requirements: '- Surat permohonan orang tua\n- Keterangan diterima dari sekolah tujuan\n- Rapor asli', procedure: '1. Bertemu wali kelas.\n2. Sekolah mengeluarkan data di Dapodik.\n3. Surat pindah diserahkan.', time: '2 hari kerja', cost: 'Gratis', product: 'Surat pindah', basis: 'Permendikdasmen 3/2025 tentang SPMB' },
        ])],
      },
      { purpose: 'gallery', summary: 'Kelas, karya, dan panggung.', blocks: [gallery([photo('school', 'Upacara Senin di halaman depan'), photo('farm', 'Kebun sayur di belakang laboratorium'), photo('meeting', 'Gelar karya di pendopo sekolah'), photo('tree', 'Pohon trembesi yang ditanam angkatan pertama')])] },
      { purpose: 'public-information', summary: 'Apa yang dapat diminta dari sekolah.', blocks: [text('', 'Rencana kerja, dana BOS, dan hasil penerimaan murid dapat diminta siapa saja di tata usaha. Nilai dan data pribadi murid hanya diberikan kepada murid itu dan orang tuanya.'), links('Tersedia', [['Dokumen sekolah', '/dokumen'],
        ['Dana sekolah', '/anggaran'], ['Penerimaan murid', '/penerimaan-murid']])] },
      {
        purpose: 'documents', summary: 'Kalender, rencana, dan laporan sekolah.',
        blocks: [documents('', [
          { name: 'kalender-pendidikan.csv', title: 'Kalender pendidikan', category: 'informasi-publik', year, content: [['kegiatan', 'mulai', 'selesai'], ['Sumatif akhir semester', day(14), day(20)], ['Pembagian rapor', day(28), day(28)], ['Libur semester', day(29), day(43)]] },
          { name: `rkas-${year}.odt`, title: `Rencana Kegiatan dan Anggaran Sekolah ${year}`, category: 'anggaran', year, content: [`Rencana Kegiatan dan Anggaran SMP Negeri 1 Slawi Tahun ${year}`, 'Dana BOS reguler Rp1.080.000.000 untuk 864 murid.', 'Disetujui komite sekolah.'] },
          { name: 'tata-tertib.odt', title: 'Tata tertib murid', category: 'peraturan', content: ['Tata Tertib Murid SMP Negeri 1 Slawi', 'Pelajaran dimulai pukul 07.00; pintu gerbang ditutup lima menit sesudahnya.', 'Ponsel disimpan di loker kelas selama pelajaran.', 'Perundungan ditangani tim pencegahan pada hari yang sama.'] },
        ])],
      },
      { purpose: 'budget', summary: 'Dana BOS tahun lalu menurut penggunaannya.', blocks: [budget(`Dana BOS ${year - 1}`, year - 1, `Laporan realisasi BOS ${year - 1}`, [['pendapatan', 'BOS reguler', 1_068_750_000, 1_068_750_000],
        ['belanja', 'Kegiatan pembelajaran', 318_400_000, 316_920_000], ['belanja', 'Perpustakaan dan buku', 148_000_000, 147_300_000], ['belanja', 'Pemeliharaan sarana', 214_350_000, 211_875_000],
        ['belanja', 'Langganan daya dan jasa', 126_000_000, 121_480_000], ['belanja', 'Honor guru dan tenaga kependidikan', 262_000_000, 262_000_000]])] },
      { purpose: 'contact', summary: 'Alamat sekolah dan jam tata usaha.', blocks: [contact(hours), map('SMP Negeri 1 Slawi', place), itself('officials', 'Pimpinan sekolah')] },
    ],
  }
}

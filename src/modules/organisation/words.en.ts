export default {
  'Mengatur unit dan jabatan': 'Manage units and positions',
  'Mengatur identitas pemerintah': 'Configure the government',
  'Kode wilayah {code} tidak dikenal.': 'The region code {code} is not known.',
}

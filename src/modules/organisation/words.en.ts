export default {
  'Mengatur unit dan jabatan': 'Manage units and positions',
  'Mengatur identitas pemerintah': 'Configure the government',
}

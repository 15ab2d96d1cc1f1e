/** What this module says, in English. */
export default {
  'Jabatan menurut peta jabatan': 'Positions by the chart',
  'Belum mulai': 'Not begun',
  'Sudah tercatat': 'On file',
  'Catat sebagai riwayat': 'Write into the history',
  'Pilih jenjang jabatan': 'Choose the level of the position',
  'Belum memegang jabatan di peta jabatan': 'Holds no position on the chart yet',
  'Angkat orang ini dari halaman jabatannya, atau catat riwayat jabatannya di berkas.': 'Appoint this person on the page of the position, or write the position into the history.',
  'Jabatan itu tidak dipegang orang ini. Muat ulang halaman, lalu periksa lagi.': 'This person does not hold that position. Load the page again and check.',
  'Jabatan ini baru saja dicatat orang lain.': 'Somebody else has just written this position.',
  'Riwayat jabatan dicatat.': 'The position is in the history.',
}

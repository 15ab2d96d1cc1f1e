export default {
  'Surel peragaan': 'Demo mail',
  'Di peragaan surel tidak dikirim. Semuanya tersimpan di sini, dan tautannya dapat diikuti.': 'The demo sends no mail. All of it is kept here, and its links can be followed.',
  'Belum ada surel': 'No mail yet',
  'Undang seseorang atau minta kata sandi baru, lalu lihat lagi.': 'Invite someone or ask for a new password, then look again.',
  'Kepada': 'To',
  'Waktu': 'Time',
}

export default {
  'Melihat nomor surat dan buku agenda keluar': 'See numbers of letters and the outgoing agenda',
  'Mengatur pola nomor, memesan, mencatat, dan membatalkan nomor': 'Set number patterns, reserve, book and cancel numbers',
}

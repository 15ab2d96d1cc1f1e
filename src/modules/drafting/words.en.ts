export default {
  'Menulis surat keluar': 'Write outgoing letters',
  'Mengelola templat surat unit': 'Manage the letter templates of a unit',
}

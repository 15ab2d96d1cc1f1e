export default {
  'Sertakan foto diri': 'Add a photo of yourself',
  'Tanpa foto': 'Without a photo',
  'Boleh tidak. Foto hanya dilihat atasan yang menilai presensi ini, pembukaannya dicatat, dan dihapus begitu dinilai, paling lambat {n} hari.': 'You need not. Only the superior who judges this check-in sees the photo, each opening is recorded, and it is erased once it is judged, after {n} days at the latest.',
  'Kirim foto': 'Send the photo',
  'Ambil atau pilih fotonya.': 'Take or choose the photo.',
  'Foto disertakan. Ia dihapus begitu atasan menilai presensi ini.': 'Photo added. It is erased once your superior has judged this check-in.',
}

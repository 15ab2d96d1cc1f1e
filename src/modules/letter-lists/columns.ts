import type { SheetField } from '#platform/sheets/declaring.ts'
import { asCalendarDay, asOneCode, asWords } from '#platform/sheets/readers.ts'
import { asAgenda, asFileName, asNumber } from './readers.ts'
import { matchClassification, matchKinds } from './reference-names.ts'

/** What each code is called, the usual word first. */
export const calls = {
  direction: { in: ['Masuk', 'Surat masuk', 'Naskah masuk', 'M', 'Diterima', 'In'], out: ['Keluar', 'Surat keluar', 'Naskah keluar', 'K', 'Dikirim', 'Terkirim', 'Out'] },
  secrecy: { B: ['Biasa', 'B', 'Terbuka', 'Biasa Terbuka', 'Umum'], T: ['Terbatas', 'T'], R: ['Rahasia', 'R', 'RHS'], SR: ['Sangat rahasia', 'SR'] },
  urgency: { biasa: ['Biasa', 'Normal', 'B'], segera: ['Segera', 'Penting', 'S'], kilat: ['Amat segera', 'Kilat', 'Sangat segera', 'AS'] },
} as const

/** Columns of a book of letters, as offices keep it and as SRIKANDI writes it. */
export const columns: readonly SheetField[] = [
  { name: 'direction', label: 'Arah', guesses: ['masuk keluar', 'arah surat', 'surat masuk keluar', 'kategori surat', 'jenis agenda'], read: asOneCode(calls.direction), hint: 'Masuk atau keluar. Tanpa kolom ini: masuk bila ada pengirim, keluar bila ada tujuan.', example: 'Masuk' },
  { name: 'agenda', label: 'Nomor agenda', guesses: ['no agenda', 'agenda', 'nomor urut agenda', 'no urut agenda', 'nomor registrasi', 'no reg', 'no registrasi'], read: asAgenda, hint: 'Tanpa kolom ini surat masuk diberi nomor agenda berikutnya.', example: '12/2024' },
  { name: 'number', label: 'Nomor surat', guesses: ['no surat', 'nomor naskah', 'no naskah', 'nomor', 'nomor naskah dinas'], read: asNumber, example: '005/123/BPS/2024' },
  { name: 'letterOn', label: 'Tanggal surat', guesses: ['tgl surat', 'tanggal naskah', 'tgl naskah', 'tanggal', 'tgl'], required: true, read: asCalendarDay, example: '07/03/2024' },
  { name: 'receivedOn', label: 'Tanggal diterima', guesses: ['tgl diterima', 'diterima', 'tanggal terima', 'tgl terima', 'tanggal registrasi', 'tanggal agenda', 'diterima tanggal'], read: asCalendarDay, hint: 'Surat masuk saja.', example: '08/03/2024' },
  { name: 'sender', label: 'Pengirim', guesses: ['dari', 'asal', 'asal surat', 'asal naskah', 'instansi pengirim', 'nama pengirim', 'pengirim surat', 'surat dari'], read: asWords(200), hint: 'Surat masuk.', example: 'Badan Pusat Statistik Kabupaten Tegal' },
  { name: 'addressee', label: 'Tujuan', guesses: ['kepada', 'tujuan surat', 'tujuan naskah', 'penerima', 'dikirim kepada', 'alamat tujuan', 'ditujukan kepada'], read: asWords(300), hint: 'Surat keluar.' },
  { name: 'subject', label: 'Perihal', guesses: ['hal', 'perihal surat', 'hal naskah', 'tentang', 'isi perihal', 'judul'], required: true, read: asWords(300), example: 'Permintaan data kependudukan' },
  { name: 'kind', label: 'Jenis surat', guesses: ['jenis naskah', 'jenis naskah dinas', 'jenis', 'bentuk naskah', 'tipe surat'], read: asWords(80), match: matchKinds, example: 'Surat dinas' },
  { name: 'secrecy', label: 'Sifat surat', guesses: ['sifat', 'sifat naskah', 'klasifikasi keamanan', 'tingkat keamanan', 'kerahasiaan'], read: asOneCode(calls.secrecy), example: 'Biasa' },
  { name: 'urgency', label: 'Derajat', guesses: ['tingkat urgensi', 'urgensi', 'derajat surat', 'kecepatan', 'tingkat kecepatan', 'prioritas'], read: asOneCode(calls.urgency), example: 'Biasa' },
  { name: 'classification', label: 'Kode klasifikasi', guesses: ['klasifikasi', 'kode arsip', 'klasifikasi arsip', 'kode klasifikasi arsip', 'kode', 'indeks'], read: asWords(160), match: matchClassification, example: '000.1.5' },
  { name: 'summary', label: 'Isi ringkas', guesses: ['ringkasan', 'isi', 'isi surat', 'ringkasan isi', 'uraian', 'keterangan'], read: asWords(4000), example: 'BPS meminta data penduduk semester II.' },
  { name: 'file', label: 'Nama berkas', guesses: ['berkas', 'file', 'nama file', 'lampiran', 'softcopy', 'nama berkas pdf', 'file surat', 'dokumen'], read: asFileName, hint: 'Nama berkas di dalam ZIP yang sudah diunggah.', example: 'surat-0012.pdf' },
]

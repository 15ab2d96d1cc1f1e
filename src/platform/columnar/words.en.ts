export default {
  'Jawabannya terlalu besar. Minta lebih sedikit baris atau kolom, atau unduh sebagai CSV atau Parquet.': 'The answer is too large. Ask for fewer rows or columns, or download it as CSV or Parquet.',
  'Kolom “{column}” tidak berisi angka, jadi tidak dapat dihitung ({of}).': 'The column “{column}” holds no numbers, so it cannot be counted with ({of}).',
  'Kolom “{name}” diminta dua kali.': 'The column “{name}” is asked for twice.',
  'Pertanyaan ini membutuhkan terlalu banyak memori dan dihentikan. Persempit saringannya, atau kelompokkan lebih kasar.': 'This question needs too much memory and was stopped. Narrow the filter, or group more coarsely.',
  'Pertanyaan ini terlalu lama dihitung dan dihentikan. Persempit saringannya, atau minta lebih sedikit kolom.': 'This question takes too long and was stopped. Narrow the filter, or ask for fewer columns.',
  'Tidak ada kolom “{name}” dalam tabel ini.': 'There is no column “{name}” in this table.',
  '“{value}” bukan nilai yang dapat dibandingkan dengan kolom “{column}”.': '“{value}” is no value that can be compared with the column “{column}”.',
}

export default {
  'Impor dari mesin presensi': 'Import from an attendance device',
  'Satu baris untuk tiap tempelan kartu atau sidik jari. Daftar yang sama boleh diimpor lagi: yang sudah ada tidak ditulis dua kali.': 'One row for every card or fingerprint. The same list may be imported again: what is there already is not written twice.',
  '“{text}” bukan jam yang dikenal. Tulis seperti 07:25.': '“{text}” is no time we know. Write it like 07:25.',
}

export default {
  'Tulis siapa yang ditugaskan.': 'Write who is sent.',
  '“{name}” bukan pegawai di sini, atau ada beberapa. Tulis NIP-nya, atau jabatannya bila dari luar.': '“{name}” is not on the staff here, or there are several. Write the NIP, or the position if from outside.',
  'Isi hari pertama tugasnya.': 'Fill in the first day.',
}

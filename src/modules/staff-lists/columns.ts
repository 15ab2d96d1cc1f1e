import { asCalendarDay, asIdentifier, asWords } from '#platform/sheets/readers.ts'
import type { SheetField } from '#platform/sheets/declaring.ts'
import { asBirth, asEducation, asGrade, asKind, asLevel, asMailAddress, asMarital, asReligion, asSex, asStatus } from './readers.ts'
import { matchUnits } from './unit-names.ts'

/** Columns of a usual list of staff. Nothing but a number is required: what is empty or missing leaves the file as it is. */
export const columns: readonly SheetField[] = [
  { name: 'nip', label: 'NIP', guesses: ['nip baru', 'nomor induk pegawai', 'nip nipppk', 'nip ni pppk', 'ni pppk', 'nipppk', 'no nip'], read: asIdentifier(18), example: '198503072010011001' },
  { name: 'nik', label: 'NIK', guesses: ['nomor induk kependudukan', 'no ktp', 'nomor ktp', 'no nik', 'nik ktp'], read: asIdentifier(16), example: '3328010703850001' },
  { name: 'name', label: 'Nama', guesses: ['nama lengkap', 'nama pegawai', 'nama asn', 'nama pns', 'nama tanpa gelar', 'nama gelar', 'nama dan gelar'], read: asWords(160), hint: 'Boleh dengan gelar; gelar dipisahkan sendiri.', example: 'Slamet Riyadi' },
  { name: 'titleBefore', label: 'Gelar depan', guesses: ['gelar dpn', 'gelar di depan'], read: asWords(40), example: 'Ir.' },
  { name: 'titleAfter', label: 'Gelar belakang', guesses: ['gelar blk', 'gelar di belakang'], read: asWords(80), example: 'M.T.' },
  { name: 'birth', label: 'Tempat, tanggal lahir', guesses: ['ttl', 'tempat dan tanggal lahir', 'tempat tgl lahir', 'tempat tanggal lahir', 'tmp tgl lahir'], read: asBirth, hint: 'Bila keduanya dalam satu kolom.' },
  { name: 'birthPlace', label: 'Tempat lahir', guesses: ['tmp lahir', 'kota lahir'], read: asWords(80), example: 'Tegal' },
  { name: 'birthDate', label: 'Tanggal lahir', guesses: ['tgl lahir', 'tanggal lahir', 'lahir tanggal'], read: asCalendarDay, example: '07/03/1985' },
  { name: 'sex', label: 'Jenis kelamin', guesses: ['jk', 'l p', 'kelamin', 'sex', 'gender'], read: asSex, example: 'L' },
  { name: 'kind', label: 'Jenis pegawai', guesses: ['status kepegawaian', 'status pegawai', 'jenis asn', 'status asn', 'status', 'jenis kepegawaian'], read: asKind, example: 'PNS' },
  { name: 'status', label: 'Kedudukan hukum', guesses: ['keadaan', 'status aktif', 'kedudukan', 'kedudukan pegawai'], read: asStatus, example: 'Aktif' },
  { name: 'unit', label: 'Unit kerja', guesses: ['unit', 'unor', 'unit organisasi', 'opd', 'skpd', 'perangkat daerah', 'instansi', 'satuan kerja', 'satker', 'nama unit', 'nama unit kerja', 'kode unit', 'unit kerja opd', 'tempat tugas'], read: asWords(200), match: matchUnits, example: 'Dinas Komunikasi dan Informatika' },
  { name: 'enteredOn', label: 'Mulai bekerja', guesses: ['tmt cpns', 'tmt pengangkatan', 'tmt kerja', 'mulai kerja', 'tanggal mulai bekerja', 'tmt pppk', 'tmt pns'], read: asCalendarDay, hint: 'PNS: TMT CPNS. PPPK dan honorer: hari pertama kontrak.', example: '01/01/2010' },
  { name: 'contractUntil', label: 'Kontrak sampai', guesses: ['akhir kontrak', 'kontrak berakhir', 'tmt akhir kontrak', 'masa kontrak'], read: asCalendarDay },
  { name: 'grade', label: 'Golongan', guesses: ['gol', 'golongan ruang', 'gol ruang', 'pangkat golongan', 'pangkat gol', 'pangkat gol ruang', 'golongan terakhir', 'pangkat golongan ruang'], read: asGrade, example: 'III/d' },
  { name: 'gradeSince', label: 'TMT golongan', guesses: ['tmt gol', 'tmt pangkat', 'tmt golongan ruang', 'tmt gol ruang', 'golongan tmt', 'pangkat tmt'], read: asCalendarDay, example: '01/04/2022' },
  { name: 'position', label: 'Jabatan', guesses: ['nama jabatan', 'jabatan terakhir', 'jabatan sekarang'], read: asWords(160), example: 'Pranata Komputer Ahli Muda' },
  { name: 'positionLevel', label: 'Jenjang jabatan', guesses: ['jenjang', 'jenis jabatan', 'eselon', 'eselonering'], read: asLevel },
  { name: 'positionSince', label: 'TMT jabatan', guesses: ['tmt jab', 'jabatan tmt'], read: asCalendarDay, example: '01/02/2023' },
  { name: 'education', label: 'Pendidikan', guesses: ['pendidikan terakhir', 'tingkat pendidikan', 'pend', 'pend terakhir', 'ijazah', 'jenjang pendidikan'], read: asEducation, example: 'S-1 Teknik Informatika' },
  { name: 'religion', label: 'Agama', guesses: ['agm'], read: asReligion, example: 'Islam' },
  { name: 'marital', label: 'Status perkawinan', guesses: ['status kawin', 'status nikah', 'perkawinan', 'status pernikahan'], read: asMarital },
  { name: 'phone', label: 'Telepon', guesses: ['no hp', 'hp', 'nomor hp', 'no telp', 'telp', 'no telepon', 'handphone', 'nomor telepon', 'whatsapp'], read: asWords(24) },
  { name: 'email', label: 'Surel', guesses: ['email', 'e mail', 'alamat email'], read: asMailAddress },
  { name: 'address', label: 'Alamat rumah', guesses: ['alamat', 'alamat lengkap', 'alamat tinggal', 'domisili'], read: asWords(300) },
]

/** Columns that only those may fill who may see what is private. */
export const privateColumns = ['nik', 'birthPlace', 'religion', 'marital', 'phone', 'email', 'address'] as const

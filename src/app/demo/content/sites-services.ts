import type { Service } from './sites-parts.ts'

/** What every village office does, with its standard; the same law binds all of them. */
export const villageServices = (village: string): Service[] => [
  {
    name: 'Surat pengantar KTP-el dan kartu keluarga', requirements: '- Kartu keluarga asli\n- Surat pengantar RT dan RW\n- Akta kelahiran, bila menambah anggota keluarga',
    procedure: '1. Serahkan berkas di meja pelayanan.\n2. Petugas mencocokkan data.\n3. Surat ditandatangani dan diserahkan.', time: '30 menit', cost: 'Gratis', product: 'Surat pengantar untuk Disdukcapil',
    basis: 'UU 24/2013 tentang Administrasi Kependudukan; Perpres 96/2018', address: '/kanal/disdukcapil',
  },
  {
    name: 'Surat keterangan usaha', requirements: '- KTP pemohon\n- Foto tempat usaha\n- Pengantar RT', procedure: '1. Isi formulir.\n2. Kepala dusun meninjau tempat usaha.\n3. Surat diserahkan.',
    time: '1 hari kerja', cost: 'Gratis', product: 'Surat keterangan usaha, berlaku enam bulan', basis: 'UU 6/2014 tentang Desa; Permendagri 2/2017 tentang Standar Pelayanan Minimal Desa',
  },
  {
    name: 'Surat keterangan tidak mampu', requirements: '- KTP dan kartu keluarga\n- Pengantar RT dan RW\n- Keterangan sekolah atau rumah sakit, sesuai keperluan', procedure: '1. Serahkan berkas.\n2. Petugas mencocokkan dengan data kesejahteraan sosial.\n3. Surat diserahkan.',
    time: '1 hari kerja', cost: 'Gratis', product: 'Surat keterangan tidak mampu', basis: 'Permendagri 2/2017 tentang Standar Pelayanan Minimal Desa',
  },
  {
    name: 'Pengantar nikah (N1–N4)', requirements: '- KTP dan kartu keluarga kedua calon\n- Akta kelahiran\n- Pas foto 2 × 3 berlatar biru, dua lembar', procedure: '1. Serahkan berkas paling lambat sepuluh hari kerja sebelum akad.\n2. Ambil surat, lalu lanjutkan ke KUA.',
    time: '1 hari kerja', cost: 'Gratis', product: 'Surat pengantar nikah', basis: 'PMA 20/2019 tentang Pencatatan Pernikahan',
  },
  {
    name: 'Surat keterangan kematian', requirements: '- KTP dan kartu keluarga almarhum\n- KTP dua saksi', procedure: '1. Keluarga atau ketua RT melapor, boleh lewat telepon piket.\n2. Surat dibuat dan diteruskan ke Disdukcapil untuk akta kematian.',
    time: '15 menit, setiap hari', cost: 'Gratis', product: `Surat keterangan kematian dari Desa ${village}`, basis: 'UU 24/2013 tentang Administrasi Kependudukan',
  },
]

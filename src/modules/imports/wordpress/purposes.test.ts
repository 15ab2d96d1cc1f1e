import { expect, it } from 'vitest'
import { isNewsPage, purposeOf } from './purposes.ts'

it.each([
  ['Profil', 'profile'], ['Profil Kecamatan Slawi', 'profile'], ['Tentang Kami', 'profile'], ['TENTANG DESA KALISAPU', 'profile'], ['Sejarah Desa', 'history'], ['Sejarah Singkat', 'history'],
  ['Tugas Pokok & Fungsi', 'duties'], ['Tupoksi Dinas', 'duties'], ['Struktur Organisasi', 'structure'], ['SOTK', 'structure'], ['Kontak', 'contact'], ['Hubungi Kami', 'contact'],
  ['Layanan', 'services'], ['Pelayanan Publik', 'services'], ['PPID', 'public-information'], ['Informasi Publik', 'public-information'], ['Galeri Foto', 'gallery'],
])('%s is for %s', (title, purpose) => expect(purposeOf(title)).toBe(purpose))

it.each(['Visi dan Misi', 'Visi-Misi', 'Profil Camat', 'Profil Pejabat', 'Layanan KTP Elektronik', 'Struktur Tanah', 'Tugas Belajar', 'Foto Bersama Bupati', ''])('%s is a page like any other', title => {
  expect(purposeOf(title)).toBeNull()
})

it('knows the page that only listed news', () => {
  expect(['Berita', 'blog', 'Berita Desa'].map(isNewsPage)).toEqual([true, true, false])
})
